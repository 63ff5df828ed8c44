/** What a file does, or what is wrong with it, line by line: faults first. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostField, ImportLine, ImportReport, LineFault } from '../../../shared/contract/hosts.ts';
import { useFaultWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage, DeskTag, type Tone } from '../../ui/desk-message.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';

const tones: Readonly<Record<ImportLine['outcome'], Tone>> = {
  add: 'good',
  correct: 'waiting',
  return: 'good',
  unchanged: 'plain',
  fault: 'bad',
};
const outcomes = Object.keys(tones) as readonly ImportLine['outcome'][];

/** Lines shown before somebody asks for the rest. */
const firstLines = 100;

const ofLine = ['quote-open', 'quote-stray', 'more-cells', 'twice'] as const;

export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [all, setAll] = useState(false);
  const { fileFault, counts, ignored } = report;
  const sorted = useMemo(
    () => [...report.lines].sort((one, two) => Number(two.faults.length > 0) - Number(one.faults.length > 0)),
    [report],
  );
  const shown = all ? sorted : sorted.slice(0, firstLines);
  const fieldNames = (fields: readonly HostField[]): string =>
    fields.map((field) => t(`hosts.${field}`)).join(', ');
  if (fileFault !== null)
    return (
      <DeskMessage tone="bad">
        {t(`hosts.importing.fileFault.${fileFault.code}`, { columns: fieldNames(fileFault.fields) })}
      </DeskMessage>
    );
  return (
    <>
      <dl className="counts" aria-label={t('hosts.importing.counts')}>
        {outcomes.map((outcome) => (
          <div
            key={outcome}
            className={outcome === 'fault' && counts.fault > 0 ? 'counts__alarm' : undefined}
          >
            <dt>{t(`hosts.importing.outcome.${outcome}`)}</dt>
            <dd>{times.number(counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      <DeskMessage tone={counts.fault > 0 ? 'bad' : 'plain'}>
        {t(counts.fault > 0 ? 'hosts.importing.blocked' : 'hosts.importing.ready')}
      </DeskMessage>
      {ignored.length > 0 ? (
        <p className="desk-muted">
          <bdi>{t('hosts.importing.ignored', { columns: ignored.join(', ') })}</bdi>
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key */}
      <section className="hosts__report" aria-label={t('hosts.importing.report')} tabIndex={0}>
        <DeskTable>
          <thead>
            <tr>
              <th scope="col" className="desk-table__number">
                {t('hosts.importing.line')}
              </th>
              <th scope="col">{t('hosts.name')}</th>
              <th scope="col">{t('hosts.importing.what')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.line}>
                <td className="desk-table__number">{times.number(line.line)}</td>
                <td>
                  <OrDash>{line.name}</OrDash>
                </td>
                <td>
                  <DeskTag tone={tones[line.outcome]}>{t(`hosts.importing.outcome.${line.outcome}`)}</DeskTag>
                  {line.faults.map((fault) => (
                    <Fault key={`${fault.field} ${fault.code}`} fault={fault} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </DeskTable>
        {shown.length < sorted.length ? (
          <DeskButton onClick={() => setAll(true)}>
            {t('hosts.importing.showAll', { number: times.number(sorted.length) })}
          </DeskButton>
        ) : null}
      </section>
    </>
  );
}

function Fault({ fault }: { readonly fault: LineFault }) {
  const { t } = useTranslation('console');
  const faultWords = useFaultWords();
  const code = ofLine.find((known) => known === fault.code);
  const words = code === undefined ? faultWords(fault.code) : t(`hosts.importing.lineFault.${code}`);
  return (
    <small className="hosts__fault">
      {fault.field === null ? words : `${t(`hosts.${fault.field}`)}: ${words ?? ''}`}
    </small>
  );
}
