/** The ways to read what came: format, parity, number, and how such a card is printed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestReading } from '../../../shared/contract/readers.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { formWords, orderWords } from './reader-words.ts';

/** As many as fit beside each other without a search. */
const shownAtFirst = 4;

const parityTones: Readonly<Record<TestReading['parity'], Tone>> = {
  holds: 'good',
  fails: 'bad',
  none: 'plain',
};

export function TestReadings({
  readings,
  matching,
  onUse,
}: {
  readonly readings: readonly TestReading[];
  /** They all give the printed number. */
  readonly matching: boolean;
  readonly onUse: (reading: TestReading) => void;
}) {
  const { t } = useTranslation('console');
  const [all, setAll] = useState(false);
  const shown = all ? readings : readings.slice(0, shownAtFirst);
  const rest = readings.length - shown.length;
  return (
    <>
      <ul className="test-readings" data-matching={matching || undefined}>
        {shown.map((reading) => (
          <Reading key={JSON.stringify([reading.format, reading.field])} reading={reading} onUse={onUse} />
        ))}
      </ul>
      {rest > 0 ? (
        <DeskButton kind="quiet" onClick={() => setAll(true)}>
          {t('readers.test.more', { count: rest })}
        </DeskButton>
      ) : null}
    </>
  );
}

function Reading({
  reading,
  onUse,
}: {
  readonly reading: TestReading;
  readonly onUse: (reading: TestReading) => void;
}) {
  const { t } = useTranslation('console');
  const { format, field, parity, facility, number, printed } = reading;
  const formatWords = t(`reader.formats.${format}`);
  return (
    <li className="test-reading">
      <div className="test-reading__head">
        <b>{formatWords}</b>
        <DeskTag tone={parityTones[parity]}>{t(`readers.test.parity.${parity}`)}</DeskTag>
      </div>
      <dl className="desk-facts">
        {facility === null ? null : (
          <>
            <dt>{t('readers.test.facility')}</dt>
            <dd className="desk-number">{facility}</dd>
          </>
        )}
        <dt>{t('readers.test.number')}</dt>
        <dd className="desk-number">{number}</dd>
        {field === null ? null : (
          <>
            <dt>{t('readers.test.at')}</dt>
            <dd>
              {t('readers.test.field', {
                from: field.offset,
                to: field.offset + field.length - 1,
                order: orderWords(t, field.byteOrder),
              })}
            </dd>
          </>
        )}
        {printed.length === 0 ? null : (
          <>
            <dt>{t('readers.test.printedForms')}</dt>
            <dd>
              <ul className="test-reading__forms">
                {printed.map(({ form, text, matches }) => (
                  <li key={`${form} ${text}`} data-matches={matches || undefined}>
                    {matches ? <DeskIcon name="tick" size={16} /> : null}
                    <span className="desk-number">{text}</span>{' '}
                    <small>
                      {matches
                        ? t('readers.test.onTheCard', { form: formWords(t, form) })
                        : formWords(t, form)}
                    </small>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {/* At the desk such a card would be unreadable. */}
      {parity === 'fails' ? null : (
        <DeskButton
          aria-label={t('readers.test.useNamed', { format: formatWords })}
          onClick={() => onUse(reading)}
        >
          {t('readers.test.use')}
        </DeskButton>
      )}
    </li>
  );
}
