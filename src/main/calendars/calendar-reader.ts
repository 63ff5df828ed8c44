/** Reads calendars by a piece that is loaded with the first of them, so that no start waits for it. */
import type { ReadCalendar } from '../core/events/calendar.ts';

export const readCalendar: ReadCalendar = async (bytes, timeZone) =>
  (await import('./read-calendar.ts')).readCalendar(bytes, timeZone);
