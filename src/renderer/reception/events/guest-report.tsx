/** What a list of guests does, or what is wrong with it, line by line: faults first. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestLine, GuestReport } from '../../../shared/contract/planned-events.ts';
import { useFaultWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { OrDash } from '../../console/visit-words.tsx';
import { DeskMessage, DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';

const tones: Readonly<Record<GuestLine['outcome'], Tone>> = { add: 'good', known: 'plain', fault: 'bad' };
const outcomes = Object.keys(tones) as readonly GuestLine['outcome'][];
const ofLine = ['quote-open', 'quote-stray', 'more-cells', 'twice'] as const;

export function GuestReportView({ report }: { readonly report: GuestReport }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const faultWords = useFaultWords();
  const { fault, counts } = report;
  const sorted = useMemo(
    () => [...report.lines].sort((one, two) => Number(two.faults.length > 0) - Number(one.faults.length > 0)),
    [report],
  );
  if (fault !== null) return <DeskMessage tone="bad">{t(`events.guests.fault.${fault}`)}</DeskMessage>;
  function wordsOf({ field, code }: GuestLine['faults'][number]): string {
    const known = ofLine.find((each) => each === code);
    const said = known === undefined ? faultWords(code) : t(`hosts.importing.lineFault.${known}`);
    return field === null ? (said ?? '') : `${t(`visitor.${field}`)}: ${said ?? ''}`;
  }
  return (
    <>
      <dl className="counts" aria-label={t('hosts.importing.counts')}>
        {outcomes.map((outcome) => (
          <div
            key={outcome}
            className={outcome === 'fault' && counts.fault > 0 ? 'counts__alarm' : undefined}
          >
            <dt>{t(`events.guests.outcome.${outcome}`)}</dt>
            <dd>{times.number(counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      <DeskMessage tone={counts.fault > 0 ? 'bad' : 'plain'}>
        {t(counts.fault > 0 ? 'events.guests.blocked' : 'events.guests.ready')}
      </DeskMessage>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key */}
      <section className="events__report" aria-label={t('hosts.importing.report')} tabIndex={0}>
        <DeskTable>
          <thead>
            <tr>
              <th scope="col" className="desk-table__number">
                {t('hosts.importing.line')}
              </th>
              <th scope="col">{t('visitor.name')}</th>
              <th scope="col">{t('hosts.importing.what')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((line) => (
              <tr key={line.line}>
                <td className="desk-table__number">{times.number(line.line)}</td>
                <td>
                  <OrDash>{line.name}</OrDash>
                </td>
                <td>
                  <DeskTag tone={tones[line.outcome]}>{t(`events.guests.outcome.${line.outcome}`)}</DeskTag>
                  {line.faults.map((each) => (
                    <small key={`${each.field} ${each.code}`}>{wordsOf(each)}</small>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </DeskTable>
      </section>
    </>
  );
}
