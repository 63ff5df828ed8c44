/** The roll call for paper, as it is at this moment: unaccounted first, a box to tick for each person. */
import { useTranslation } from 'react-i18next';
import type { RollCall, RollCallPerson } from '../../shared/contract/roll-calls.ts';
import { useSite, useTimes } from '../console/site.tsx';
import { CompanyLine, OrDash, VisitorName } from '../console/visit-words.tsx';
import { DeskSheet } from '../ui/desk-print.tsx';
import { evidenceWords } from './evidence-words.ts';
import { sectionOf, sections } from './roll-call-state.ts';

export function RollCallSheet({
  rollCall,
  lines,
}: {
  readonly rollCall: RollCall;
  readonly lines: readonly RollCallPerson[];
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const site = useSite();
  const title = rollCall.closedAt === null ? 'rollCall.title' : 'rollCall.report';
  return (
    <DeskSheet>
      {() => {
        const printed = Date.now();
        return (
          <>
            {rollCall.kind === 'drill' ? (
              <div className="roll-call-sheet__watermark" aria-hidden="true">
                {t('rollCall.drill')}
              </div>
            ) : null}
            <h1>
              {t(title)}
              {rollCall.kind === 'drill' ? ` · ${t('rollCall.drill')}` : ''}
            </h1>
            <p>
              <bdi>{site.siteName}</bdi> ·{' '}
              {t('rollCall.since', { at: times.full(rollCall.startedAt), name: rollCall.startedBy })}
              {' · '}
              {rollCall.closedAt === null
                ? t('sheet.printed', { at: times.full(printed) })
                : t('rollCall.closedBy', {
                    at: times.full(rollCall.closedAt),
                    name: rollCall.closedBy ?? '',
                  })}
            </p>
            {sections.map((section) => {
              const own = lines.filter(({ account }) => sectionOf(account) === section);
              return own.length === 0 ? null : (
                <div key={section}>
                  <h2>{t(`rollCall.section.${section}`, { count: own.length })}</h2>
                  <table>
                    <thead>
                      <tr>
                        <th>{t('sheet.seen')}</th>
                        <th>{t('visit.visitor')}</th>
                        <th>{t('visit.arrived')}</th>
                        <th>{t('visit.host')}</th>
                        <th>{t('rollCall.howSure')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {own.map((line) => (
                        <tr key={line.personId}>
                          <td>
                            <span className="desk-sheet__tick">
                              {line.account === 'marked-safe' ? '✓' : ''}
                            </span>
                          </td>
                          <td>
                            <VisitorName visit={line} />
                            <CompanyLine company={line.company} />
                          </td>
                          <td>{times.short(line.joinedAt)}</td>
                          <td>
                            <OrDash>{line.host}</OrDash>
                          </td>
                          <td>
                            <HowSure line={line} now={rollCall.closedAt ?? printed} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              );
            })}
            <p>{t('sheet.foot')}</p>
          </>
        );
      }}
    </DeskSheet>
  );
}

/** What the data say and every mark with its marshal. */
export function HowSure({ line, now }: { readonly line: RollCallPerson; readonly now: number }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <>
      {evidenceWords(t, times, line, now)}
      {line.marks.map(({ markId, state, markedBy, sentBy, markedAt }) => (
        <small key={markId}>
          <bdi>
            {t(`rollCall.mark.${state}`, { name: markedBy, at: times.clock(markedAt) })}
            {sentBy === markedBy ? '' : ` ${t('rollCall.mark.sentBy', { name: sentBy })}`}
          </bdi>
        </small>
      ))}
    </>
  );
}
