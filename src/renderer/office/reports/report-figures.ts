/** What a report says, from the counts of its days. A number that was left out counts as nothing: sums are at least. */
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { hoursOfDay, stayBands } from '../../../shared/contract/reports.ts';

export type Report = CallOutput<'reports.days'>;
type DayCount = Report['days'][number];

/** A sum, and whether something was left out of it. */
export interface Sum {
  readonly number: number;
  readonly isWhole: boolean;
}

function sumOf(cells: readonly (number | null)[]): Sum {
  return {
    number: cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
    isWhole: !cells.includes(null),
  };
}

export interface Figures {
  readonly visits: Sum;
  /** Mean of the days with visits, rounded; null without any. */
  readonly perDay: number | null;
  readonly byHour: readonly Sum[];
  readonly byStay: readonly Sum[];
  readonly unconfirmed: Sum;
  readonly cardsLost: number;
  readonly busiestDay: DayCount | null;
  /** The hour, 0–23, with the most arrivals; null when all are left out. */
  readonly busiestHour: number | null;
}

function indexOfLargest(numbers: readonly number[]): number | null {
  const largest = Math.max(0, ...numbers);
  return largest === 0 ? null : numbers.indexOf(largest);
}

export function figuresOf({ days, cardsLost }: Report): Figures {
  const visits = sumOf(days.map((day) => day.visits));
  const byHour = Array.from({ length: hoursOfDay }, (_, hour) =>
    sumOf(days.map(({ hours }) => hours[hour] ?? null)),
  );
  const busiestDay = indexOfLargest(days.map((day) => day.visits ?? 0));
  return {
    visits,
    perDay: days.length === 0 ? null : Math.round(visits.number / days.length),
    byHour,
    byStay: stayBands.map((_, band) => sumOf(days.map(({ stays }) => stays[band] ?? null))),
    unconfirmed: sumOf(days.map(({ unconfirmed }) => unconfirmed)),
    cardsLost: cardsLost.reduce((sum, { cards }) => sum + cards, 0),
    busiestDay: busiestDay === null ? null : (days[busiestDay] ?? null),
    busiestHour: indexOfLargest(byHour.map(({ number }) => number)),
  };
}
