/**
 * Counts of past days, taken once a day is over, before its visits can be purged: how many came, in which hours,
 * for how long. What is kept has no names and no small numbers (suppression.ts), so it has no clock.
 */
import { type DayCount, hoursOfDay, stayBands } from '../../../shared/contract/reports.ts';
import type { EpochMs, LocalDate } from '../../../shared/vocabulary.ts';
import type { Clock } from '../ports.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { endOfLocalDate, localDate, localHours, minute, startOfLocalDate, startOfLocalDay } from '../time.ts';
import type { Stay } from './day-count-store.ts';
import { shownTotal, suppress } from './suppression.ts';

/** Which band a stay is in; null when nobody knows how long it was. */
function bandOf({ arrivedAt, departedAt, departure }: Stay): number | null {
  if (departedAt === null || departure === 'unconfirmed') return null;
  const minutes = (departedAt - arrivedAt) / minute;
  return stayBands.findIndex(({ belowMinutes }) => belowMinutes === null || minutes < belowMinutes);
}

/** The counts of one day's stays. `hourOf` gives the local hour of an instant, 0–23. */
export function countDay(
  countedOn: LocalDate,
  stays: Iterable<Stay>,
  hourOf: (at: EpochMs) => number,
): DayCount {
  const hours = Array<number>(hoursOfDay).fill(0);
  const bands = Array<number>(stayBands.length + 1).fill(0);
  for (const stay of stays) {
    const arrivalHour = hourOf(stay.arrivedAt);
    hours[arrivalHour] = (hours[arrivalHour] ?? 0) + 1;
    const band = bandOf(stay) ?? stayBands.length;
    bands[band] = (bands[band] ?? 0) + 1;
  }
  const shown = suppress(bands);
  return {
    countedOn,
    visits: shownTotal(hours),
    hours: suppress(hours),
    stays: shown.slice(0, stayBands.length),
    unconfirmed: shown[stayBands.length] ?? null,
  };
}

/** Milliseconds between looks for a day that is over. */
const everyMs = minute;

/** Counts the oldest day that is over and not counted; true while there may be another. */
export function createDayCounting(parts: {
  readonly stores: Pick<Stores, 'dayCounts' | 'transact'>;
  readonly clock: Clock;
  readonly site: Site;
}): () => boolean {
  const { stores, clock, site } = parts;
  let nextLookAt = Number.NEGATIVE_INFINITY;
  return () => {
    const current = site.current();
    if (current === null || clock.monotonic() < nextLookAt) return false;
    const zone = current.settings.timeZone;
    const first = stores.dayCounts.firstArrivalAfter(stores.dayCounts.countedUntil());
    if (first === null || first >= startOfLocalDay(clock.now(), zone)) {
      nextLookAt = clock.monotonic() + everyMs;
      return false;
    }
    const countedOn = localDate(first, zone);
    const until = endOfLocalDate(countedOn, zone);
    const counts = countDay(
      countedOn,
      stores.dayCounts.stays(startOfLocalDate(countedOn, zone), until),
      localHours(zone),
    );
    stores.transact(() => stores.dayCounts.add(counts, until));
    return true;
  };
}
