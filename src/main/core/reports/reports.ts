/** The calls of reports. They hold nobody's data, so looking at them is no entry of the audit. */
import type { CallOutput, ParsedInput } from '../../../shared/contract/contract.ts';
import { type DayCount, hoursOfDay, stayBands } from '../../../shared/contract/reports.ts';
import type { LocalDate } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { endOfLocalDate, localDate, startOfLocalDate } from '../time.ts';

const headings: readonly string[] = [
  'Day',
  'Visits',
  ...Array.from({ length: hoursOfDay }, (_, hour) => `Arrivals ${String(hour).padStart(2, '0')}:00`),
  ...stayBands.map(({ belowMinutes }) =>
    belowMinutes === null ? 'Stays, longer' : `Stays under ${belowMinutes} min`,
  ),
  'Departure not confirmed',
  'Cards lost',
];

/** A day without a count has nobody in it, as far as is known. */
function csvRow(date: LocalDate, counts: DayCount | undefined, cardsLost: number): string[] {
  const cells = counts
    ? [counts.visits, ...counts.hours, ...counts.stays, counts.unconfirmed]
    : Array<null>(headings.length - 2).fill(null);
  return [date, ...cells.map((cell) => (cell === null ? '' : String(cell))), String(cardsLost)];
}

export function createReports(parts: { readonly stores: Pick<Stores, 'dayCounts'>; readonly site: Site }) {
  const { dayCounts } = parts.stores;

  function cardsLost(from: LocalDate, to: LocalDate, zone: string): { on: LocalDate; cards: number }[] {
    const byDay = new Map<LocalDate, number>();
    for (const at of dayCounts.cardsLost(startOfLocalDate(from, zone), endOfLocalDate(to, zone))) {
      const on = localDate(at, zone);
      byDay.set(on, (byDay.get(on) ?? 0) + 1);
    }
    return [...byDay].map(([on, cards]) => ({ on, cards }));
  }

  function read({ from, to }: ParsedInput<'reports.days'>): CallOutput<'reports.days'> {
    const zone = parts.site.current()?.settings.timeZone;
    if (zone === undefined) throw new Refusal('not-set-up');
    return { days: dayCounts.between(from, to), cardsLost: cardsLost(from, to, zone) };
  }

  return {
    'reports.days': read,
    'reports.export'(span) {
      const { days, cardsLost: lost } = read(span);
      const cardsOn = new Map(lost.map(({ on, cards }) => [on, cards]));
      const on = [...new Set([...days.map(({ countedOn }) => countedOn), ...cardsOn.keys()])].sort();
      const counted = new Map(days.map((counts) => [counts.countedOn, counts]));
      return {
        csv: writeCsv([
          headings,
          ...on.map((date) => csvRow(date, counted.get(date), cardsOn.get(date) ?? 0)),
        ]),
      };
    },
  } satisfies Pick<Handlers, 'reports.days' | 'reports.export'>;
}
