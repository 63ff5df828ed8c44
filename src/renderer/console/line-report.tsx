/** What a list that was read does, or what is wrong with it, line by line: faults first. */
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage, DeskTag, type Tone } from '../ui/desk-message.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import { useFaultWords } from './refusals.tsx';
import { useTimes } from './site.tsx';
import { OrDash } from './visit-words.tsx';

export interface ReportedLine<Outcome extends string, Field extends string> {
  readonly line: number;
  readonly name: string;
  readonly outcome: Outcome;
  /** `field` null: the line as a whole. */
  readonly faults: readonly { readonly field: Field | null; readonly code: string }[];
}

/** Faults of lines; every other one is a fault of what stands in a field. */
const ofLine = ['quote-open', 'quote-stray', 'more-cells', 'twice'] as const;

export function LineReport<Outcome extends string, Field extends string>({
  lines,
  counts,
  tones,
  outcomeWords,
  fieldWords,
  advice,
  nameHeading,
  className,
  mostAtFirst = Number.POSITIVE_INFINITY,
  children,
}: {
  readonly lines: readonly ReportedLine<Outcome, Field>[];
  readonly counts: Readonly<Record<Outcome | 'fault', number>>;
  /** In the order of the counts. */
  readonly tones: Readonly<Record<Outcome, Tone>>;
  readonly outcomeWords: (outcome: Outcome) => string;
  readonly fieldWords: (field: Field) => string;
  /** What follows from the counts. */
  readonly advice: string;
  readonly nameHeading: string;
  /** Of the part that scrolls. */
  readonly className: string;
  /** Lines shown before somebody asks for the rest. */
  readonly mostAtFirst?: number;
  /** Between the counts and the lines. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const faultWords = useFaultWords();
  const [all, setAll] = useState(false);
  const outcomes = Object.keys(tones) as Outcome[];
  const sorted = useMemo(
    () => [...lines].sort((one, two) => Number(two.faults.length > 0) - Number(one.faults.length > 0)),
    [lines],
  );
  const shown = all ? sorted : sorted.slice(0, mostAtFirst);
  function wordsOf({ field, code }: ReportedLine<Outcome, Field>['faults'][number]): string {
    const known = ofLine.find((each) => each === code);
    const words = (known === undefined ? faultWords(code) : t(`hosts.importing.lineFault.${known}`)) ?? '';
    return field === null ? words : `${fieldWords(field)}: ${words}`;
  }
  return (
    <>
      <dl className="counts" aria-label={t('hosts.importing.counts')}>
        {outcomes.map((outcome) => (
          <div
            key={outcome}
            className={outcome === 'fault' && counts.fault > 0 ? 'counts__alarm' : undefined}
          >
            <dt>{outcomeWords(outcome)}</dt>
            <dd>{times.number(counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      <DeskMessage tone={counts.fault > 0 ? 'bad' : 'plain'}>{advice}</DeskMessage>
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key */}
      <section className={className} aria-label={t('hosts.importing.report')} tabIndex={0}>
        <DeskTable>
          <thead>
            <tr>
              <th scope="col" className="desk-table__number">
                {t('hosts.importing.line')}
              </th>
              <th scope="col">{nameHeading}</th>
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
                  <DeskTag tone={tones[line.outcome]}>{outcomeWords(line.outcome)}</DeskTag>
                  {line.faults.map((fault) => (
                    <small key={`${fault.field} ${fault.code}`} className="line-fault">
                      {wordsOf(fault)}
                    </small>
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
