/** Reports without names: how many came, when, and for how long. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stayBands } from '../../../shared/contract/reports.ts';
import type { LocalDate } from '../../../shared/vocabulary.ts';
import { call } from '../../client.ts';
import { daysAfter } from '../../console/local-date.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useSite, useTimes } from '../../console/site.tsx';
import type { Times } from '../../console/times.ts';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { SaveCsv } from '../save-csv.tsx';
import { type Bar, BarChart } from './bar-chart.tsx';
import { figuresOf, type Report, type Sum } from './report-figures.ts';
import './reports.css';

const spans = { month: 30, quarter: 90, year: 365 } as const;
type Span = keyof typeof spans;

/** The site's dates of the `days` before today. */
function spanOf(days: number, timeZone: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const today = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.now());
  return { from: daysAfter(today, -days), to: daysAfter(today, -1) };
}

const bandNames = stayBands.map(({ belowMinutes }) =>
  belowMinutes === null ? ('above' as const) : (`below${belowMinutes}` as const),
);

export function ReportsView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { timeZone } = useSite();
  const [span, setSpan] = useState<Span>('month');
  const asked = spanOf(spans[span], timeZone);
  const { data, error } = useCall('reports.days', asked);
  return (
    <>
      <h1>{t('reports.title')}</h1>
      <p className="desk-muted">{t('reports.lead')}</p>
      <div className="report-span">
        <DeskTabs
          as="chips"
          label={t('reports.span')}
          tabs={(Object.keys(spans) as Span[]).map((name) => ({ name, label: t(`reports.spans.${name}`) }))}
          chosen={span}
          onChoose={setSpan}
        />
        <SaveCsv
          label={t('reports.save')}
          fileName={t('reports.file')}
          disabled={!data || data.days.length === 0}
          ask={() => call('reports.export', asked)}
          saved={() => t('reports.saved')}
        />
      </div>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data?.days.length === 0 ? <DeskMessage tone="plain">{t('reports.nothing')}</DeskMessage> : null}
      {data && data.days.length > 0 ? <Figures report={data} from={asked.from} days={spans[span]} /> : null}
    </>
  );
}

function Figures({
  report,
  from,
  days,
}: {
  readonly report: Report;
  readonly from: LocalDate;
  readonly days: number;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const figures = figuresOf(report);
  const write = ({ number, isWhole }: Sum): string =>
    isWhole
      ? times.number(number)
      : number === 0
        ? t('reports.leftOut')
        : t('reports.atLeast', { number: times.number(number) });
  const hourName = (hour: number): string =>
    `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}`;
  const none = t('reports.none');
  const facts: readonly (readonly [string, string])[] = [
    [t('reports.visits'), write(figures.visits)],
    [t('reports.perDay'), figures.perDay === null ? none : times.number(figures.perDay)],
    [t('reports.busiestDay'), figures.busiestDay ? times.day(figures.busiestDay.countedOn) : none],
    [t('reports.busiest'), figures.busiestHour === null ? none : hourName(figures.busiestHour)],
    [t('reports.unconfirmed'), write(figures.unconfirmed)],
    [t('reports.cardsLost'), times.number(figures.cardsLost)],
  ];
  return (
    <>
      <dl className="desk-card report-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <BarChart
        title={t('reports.visitsByDay')}
        column={t('reports.day')}
        numbers={t('reports.visits')}
        bars={dayBars(report, from, days, times, write)}
      />
      <BarChart
        title={t('reports.arrivals')}
        column={t('reports.hour')}
        numbers={t('reports.visits')}
        bars={figures.byHour.map((sum, hour) => ({
          key: String(hour),
          label: hourName(hour),
          mark: hour % 3 === 0 ? String(hour).padStart(2, '0') : '',
          number: sum.number,
          written: write(sum),
        }))}
      />
      <BarChart
        title={t('reports.stays')}
        column={t('reports.bandColumn')}
        numbers={t('reports.visits')}
        bars={figures.byStay.map((sum, band) => {
          const label = t(`reports.band.${bandNames[band] ?? 'above'}`);
          return { key: label, label, mark: label, number: sum.number, written: write(sum) };
        })}
      />
    </>
  );
}

/** A bar for each day of the span, also the days nobody came. */
function dayBars(
  { days: counted }: Report,
  from: LocalDate,
  length: number,
  times: Times,
  write: (sum: Sum) => string,
): Bar[] {
  const byDay = new Map(counted.map(({ countedOn, visits }) => [countedOn, visits]));
  const every = Math.ceil(length / 6);
  return Array.from({ length }, (_, index) => {
    const on = daysAfter(from, index);
    const visits = byDay.get(on);
    return {
      key: on,
      label: times.day(on),
      mark: index % every === 0 ? times.shortDay(on) : '',
      number: visits ?? 0,
      written: write({ number: visits ?? 0, isWhole: visits !== null }),
    };
  });
}
