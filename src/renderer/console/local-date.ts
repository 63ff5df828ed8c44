/** Calendar dates of the site; a date has no zone, so its noon in Greenwich stands for it. */
import type { LocalDate } from '../../shared/vocabulary.ts';

const dayMs = 86_400_000;

/** The noon in Greenwich of a date, for formats that tell it in Greenwich. */
export function noonOf(on: LocalDate): number {
  return Date.parse(`${on}T12:00:00Z`);
}

/** The date `days` after another; before it where they are negative. */
export function daysAfter(on: LocalDate, days: number): LocalDate {
  return new Date(noonOf(on) + days * dayMs).toISOString().slice(0, 10);
}
