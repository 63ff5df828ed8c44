/** The test area: what one device sends is shown here and goes nowhere else, until the reader can be set up from it. */
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestReading } from '../../../shared/contract/readers.ts';
import { LibraryAdvice, UdevAdvice } from '../../console/reader-advice.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskField, DeskSelect } from '../../ui/desk-field.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';
import { type TestedDevice, testedDevice } from './reader-draft.ts';
import { deviceName } from './reader-words.ts';
import { TestRaw } from './test-raw.tsx';
import { TestReadings } from './test-readings.tsx';
import type { DeviceTest } from './use-device-test.ts';

const knownFaults = ['unavailable', 'failed', 'denied', 'gone', 'restarting'] as const;

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function DeviceTestArea({
  deviceTest,
  onUse,
}: {
  readonly deviceTest: DeviceTest;
  readonly onUse: (device: TestedDevice, reading: TestReading) => void;
}) {
  const { t } = useTranslation('console');
  const { test, secondsLeft, start, end } = deviceTest;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = useRef(test.phase);
  useEffect(() => {
    const before = phase.current;
    phase.current = test.phase;
    // A reader that types presses Enter too: the focus leaves the button that began the test.
    if (before !== test.phase && test.phase !== 'idle' && test.phase !== 'refused') {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [test.phase]);
  return (
    <section
      className="desk-card readers__test"
      data-idle={test.phase === 'idle' || undefined}
      aria-labelledby={title}
    >
      <header className="test-head">
        <div>
          <h2 id={title} ref={heading} tabIndex={-1}>
            {t('readers.test.title')}
          </h2>
          {test.phase === 'idle' ? null : (
            <p className="desk-muted">
              <bdi>{t('readers.test.of', { name: deviceName(t, test.found) })}</bdi>
            </p>
          )}
        </div>
        {test.phase === 'listening' ? (
          <div className="desk-actions">
            <span className="desk-tag desk-number" role="timer">
              {t('readers.test.left', { time: clockOf(secondsLeft) })}
            </span>
            <DeskButton onClick={end}>{t('readers.test.end')}</DeskButton>
          </div>
        ) : null}
      </header>
      {test.phase === 'idle' ? <Steps /> : null}
      {test.phase === 'listening' && test.found.profiles.length > 1 ? (
        <DeskSelect
          label={t('readers.test.readAs')}
          options={test.found.profiles.map((profile) => ({
            value: profile,
            label: t(`reader.profile.${profile}`),
          }))}
          value={test.profile}
          onChange={(event) => {
            const profile = test.found.profiles.find((each) => each === event.target.value);
            if (profile) start({ ...testedDevice(test), profile });
          }}
        />
      ) : null}
      {test.phase === 'starting' ? <Quiet title={t('readers.test.starting')} /> : null}
      {test.phase === 'listening' ? (
        <Heard deviceTest={deviceTest} onUse={(reading) => onUse(test, reading)} />
      ) : null}
      {test.phase === 'ended' ? (
        <Quiet title={t('readers.test.ended')} hint={t('readers.test.endedHint')} />
      ) : null}
      {test.phase === 'refused' ? (
        <>
          <DeskMessage tone="bad">
            {t(`readers.test.fault.${knownFaults.find((known) => known === test.fault) ?? 'failed'}`)}
          </DeskMessage>
          {/* Access is enough to listen; only a reader of the site is kept from typing. */}
          {test.fault === 'denied' ? (
            <UdevAdvice devices={[{ device: test.found.device, typesLikeKeyboard: false }]} />
          ) : null}
          {test.fault === 'unavailable' ? <LibraryAdvice /> : null}
        </>
      ) : null}
      {test.phase === 'ended' || test.phase === 'refused' ? (
        <div className="desk-actions">
          <DeskButton onClick={() => start(testedDevice(test))}>{t('readers.test.again')}</DeskButton>
        </div>
      ) : null}
    </section>
  );
}

function Steps() {
  const { t } = useTranslation('console');
  const steps = t('readers.test.steps', { returnObjects: true });
  return (
    <>
      <ol className="fault-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="desk-muted desk-small">{t('readers.test.idleHint')}</p>
    </>
  );
}

function Quiet({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <div className="tapped tapped--quiet" role="status">
      <DeskIcon name="wave" size={44} />
      <b>{title}</b>
      {hint ? <p>{hint}</p> : null}
    </div>
  );
}

function Heard({
  deviceTest,
  onUse,
}: {
  readonly deviceTest: DeviceTest;
  readonly onUse: (reading: TestReading) => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { taps, printed, setPrinted, settled } = deviceTest;
  const [newest, ...earlier] = taps;
  if (!newest) return <Quiet title={t('readers.test.waiting')} hint={t('readers.test.waitingHint')} />;
  const asked = printed.trim() !== '';
  const matching = asked && settled && newest.readings.length > 0;
  const isPaymentCard = newest.kind === 'payment-card';
  return (
    <div className="test-heard">
      <p className="test-heard__at" role="status">
        <DeskIcon name={isPaymentCard ? 'warning' : 'tick'} size={18} />
        {t('readers.test.newest', { at: times.clock(newest.at) })}
      </p>
      {isPaymentCard ? (
        <DeskMessage tone="waiting" icon="card">
          {t('readers.test.payment')}
        </DeskMessage>
      ) : (
        <>
          <TestRaw tap={newest} field={matching ? (newest.readings[0]?.field ?? null) : null} />
          <DeskField
            label={t('readers.test.printed')}
            hint={t('readers.test.printedHint')}
            maxLength={40}
            value={printed}
            onChange={(event) => setPrinted(event.target.value)}
          />
          <div className="test-heard__readings" aria-live="polite">
            {newest.readings.length > 0 ? (
              <>
                <h3>{t(matching ? 'readers.test.match' : 'readers.test.readings')}</h3>
                <TestReadings readings={newest.readings} matching={matching} onUse={onUse} />
              </>
            ) : settled ? (
              <DeskMessage
                tone="waiting"
                title={t(asked ? 'readers.test.noMatch' : 'readers.test.noReadings')}
              >
                {t(asked ? 'readers.test.noMatchHint' : 'readers.test.noReadingsHint')}
              </DeskMessage>
            ) : null}
          </div>
        </>
      )}
      {earlier.length > 0 ? (
        <section className="test-earlier">
          <h3>{t('readers.test.earlier')}</h3>
          <ul>
            {earlier.map(({ at, kind, raw }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two taps may come in the same millisecond
              <li key={`${at} ${index}`}>
                <span className="desk-number">{times.clock(at)}</span>
                {kind === 'payment-card' ? (
                  <DeskTag tone="waiting">{t('readers.test.paymentShort')}</DeskTag>
                ) : (
                  <code>{raw}</code>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
