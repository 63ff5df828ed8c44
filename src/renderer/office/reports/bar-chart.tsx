/** Bars with a table behind them, so that nobody has to read a picture. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskTable } from '../../ui/desk-table.tsx';

export interface Bar {
  readonly key: string;
  /** In the table. */
  readonly label: string;
  /** Under the bar; empty where there is no room for all. */
  readonly mark: string;
  readonly number: number;
  /** As it is written, with what was left out. */
  readonly written: string;
}

export function BarChart({
  title,
  column,
  numbers,
  bars,
}: {
  readonly title: string;
  /** Heads of the table's columns. */
  readonly column: string;
  readonly numbers: string;
  readonly bars: readonly Bar[];
}) {
  const { t } = useTranslation('console');
  const id = useId();
  const isNamed = bars.every(({ mark }) => mark !== '');
  const largest = Math.max(1, ...bars.map(({ number }) => number));
  return (
    <section className="desk-card report-chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div
        className={`report-chart__bars ${isNamed ? 'report-chart__bars--named' : ''}`.trimEnd()}
        aria-hidden="true"
      >
        {bars.map(({ key, mark, number, label, written }) => (
          <div key={key} className="report-chart__bar" title={`${label}: ${written}`}>
            <i style={{ height: `${(number / largest) * 100}%` }} />
            <span>{mark}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('reports.asTable')}</summary>
        <DeskTable>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">{numbers}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, label, written }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{written}</td>
              </tr>
            ))}
          </tbody>
        </DeskTable>
      </details>
    </section>
  );
}
