/** Reports: counts of past days that name nobody. */
import { z } from 'zod';
import { LocalDate } from '../vocabulary.ts';
import { query } from './definition.ts';

/** Bands of time on site, each up to but not including its minutes; the last has no end. */
export const stayBands = [
  { belowMinutes: 30 },
  { belowMinutes: 60 },
  { belowMinutes: 120 },
  { belowMinutes: 240 },
  { belowMinutes: 480 },
  { belowMinutes: null },
] as const;

/** Local hours; the one a clock shows twice counts as one, the one it leaves out stays empty. */
export const hoursOfDay = 24;

/** Longest span of a report, in days: a year and its neighbours, to compare a month with the same a year before. */
export const longestReportDays = 400;

/** Null where the number is small enough to point at somebody (docs/privacy.md). */
const Cell = z.number().int().nonnegative().nullable();

export const DayCount = z.strictObject({
  countedOn: LocalDate,
  /** Arrivals. */
  visits: Cell,
  /** Arrivals by local hour, 0–23. */
  hours: z.array(Cell).length(hoursOfDay),
  /** Visits by time on site, in the order of `stayBands`. */
  stays: z.array(Cell).length(stayBands.length),
  /** Visits whose departure nobody confirmed: how long they took is not known. */
  unconfirmed: Cell,
});
export type DayCount = z.output<typeof DayCount>;

const dayMs = 24 * 60 * 60 * 1000;
const spanOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1;

/** Messages: `date` for a day that does not exist, `order` and `span-long` at `to`. */
const existing = LocalDate.refine((date) => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}, 'date');
export const ReportSpan = z
  .strictObject({ from: existing, to: existing })
  .superRefine(({ from, to }, context) => {
    const days = spanOf(from, to);
    const message = days < 1 ? 'order' : days > longestReportDays ? 'span-long' : null;
    if (message !== null) context.addIssue({ code: 'custom', path: ['to'], message });
  });

export const reports = {
  'reports.days': query({
    summary:
      'Counts of the days from `from` to `to`: arrivals, hours, time on site, cards lost. Days nobody came are left out; a day is counted once it is over.',
    access: ['security', 'privacy', 'administrator'],
    input: ReportSpan,
    output: z.strictObject({
      days: z.array(DayCount),
      /** Days on which cards were reported lost, with how many; of cards, which are nobody's data. */
      cardsLost: z.array(z.strictObject({ on: LocalDate, cards: z.number().int().positive() })),
    }),
  }),
  'reports.export': query({
    summary: 'The same as CSV, one line a day; what is left out is empty.',
    access: ['security', 'privacy', 'administrator'],
    input: ReportSpan,
    output: z.strictObject({ csv: z.string() }),
  }),
} as const;
