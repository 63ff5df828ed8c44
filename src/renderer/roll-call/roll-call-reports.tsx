/** Roll calls that are over: their numbers, and one of them in full, on screen and on paper. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCall } from '../../shared/contract/roll-calls.ts';
import type { RollCallId } from '../../shared/vocabulary.ts';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useTimes } from '../console/site.tsx';
import { VisitorName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing, DeskTag } from '../ui/desk-message.tsx';
import { printSheet } from '../ui/desk-print.tsx';
import { HowSure, RollCallSheet } from './roll-call-sheet.tsx';
import { elapsedWords, sectionOf, sections } from './roll-call-state.ts';

export function RollCallReports() {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const title = useId();
  const { data, error } = useCall('rollCalls.list', {});
  const [open, setOpen] = useState<RollCallId | null>(null);
  return (
    <section className="roll-calls__past" aria-labelledby={title}>
      <h2 id={title}>{t('rollCall.past')}</h2>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data?.rollCalls.length === 0 ? <DeskNothing title={t('rollCall.noPast')} /> : null}
      <ul>
        {data?.rollCalls.map((rollCall) => (
          <li key={rollCall.rollCallId}>
            <div>
              <b>{times.full(rollCall.startedAt)}</b>{' '}
              {rollCall.kind === 'drill' ? <DeskTag tone="waiting">{t('rollCall.drill')}</DeskTag> : null}
              <Numbers rollCall={rollCall} />
            </div>
            <DeskButton
              aria-label={t('rollCall.openNamed', { at: times.full(rollCall.startedAt) })}
              onClick={() => setOpen(rollCall.rollCallId)}
            >
              {t('rollCall.report')}
            </DeskButton>
          </li>
        ))}
      </ul>
      {open ? <Report rollCallId={open} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Numbers({ rollCall }: { readonly rollCall: RollCall }) {
  const { t } = useTranslation('console');
  const { counts, startedAt, closedAt } = rollCall;
  const kinds = [
    'listed',
    'unaccounted',
    'uncertain',
    'markedSafe',
    'signedOut',
    'cardReturned',
    'byStaff',
    'arrivedAfter',
    'unlisted',
  ] as const;
  return (
    <p className="desk-muted">
      {t('rollCall.took', { time: elapsedWords((closedAt ?? startedAt) - startedAt) })}
      {kinds
        .filter((kind) => kind === 'listed' || kind === 'unaccounted' || counts[kind] > 0)
        .map((kind) => ` · ${t(`rollCall.count.${kind}`, { count: counts[kind] })}`)
        .join('')}
    </p>
  );
}

function Report({ rollCallId, onClose }: { readonly rollCallId: RollCallId; readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const { data, error } = useCall('rollCalls.report', { rollCallId }, { forget: true });
  return (
    <DeskDialog title={t('rollCall.report')} onClose={onClose}>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? (
        <>
          <p>
            {t('rollCall.since', { at: times.full(data.rollCall.startedAt), name: data.rollCall.startedBy })}
            {' · '}
            {t('rollCall.closedBy', {
              at: times.full(data.rollCall.closedAt ?? 0),
              name: data.rollCall.closedBy ?? '',
            })}
          </p>
          <Numbers rollCall={data.rollCall} />
          {data.people.length < data.rollCall.counts.listed ? (
            <DeskMessage>
              {t('rollCall.purged', { count: data.rollCall.counts.listed - data.people.length })}
            </DeskMessage>
          ) : null}
          <div className="roll-calls__report">
            {sections.map((section) => {
              const own = data.people.filter(({ account }) => sectionOf(account) === section);
              return own.length === 0 ? null : (
                <section key={section}>
                  <h3>{t(`rollCall.section.${section}`, { count: own.length })}</h3>
                  <ul>
                    {own.map((line) => (
                      <li key={line.personId}>
                        <b>
                          <VisitorName visit={line} />
                        </b>{' '}
                        <HowSure line={line} now={data.rollCall.closedAt ?? 0} />
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
          <RollCallSheet rollCall={data.rollCall} lines={data.people} />
        </>
      ) : null}
      <div className="desk-actions">
        <DeskButton icon={<DeskIcon name="printer" />} disabled={!data} onClick={printSheet}>
          {t('rollCall.print')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.close')}</DeskButton>
      </div>
    </DeskDialog>
  );
}
