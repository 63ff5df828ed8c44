/** Times of day in the site's own zone, whatever zone the browser is in. */
import type { EpochMs } from '../../shared/vocabulary.ts';

const minute = 60_000;
const dayMinutes = 24 * 60;

/** Minutes since midnight of `HH:MM`. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The instant at which clocks in `zone` show `clock` (`HH:MM`) on the local day whose last millisecond is `end`. A
 * day on which the clocks change has 23 or 25 hours, so what the clocks show then is looked at.
 */
export function clockOnDayEndingAt(end: EpochMs, clock: string, zone: string): EpochMs {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const asked = minutesOf(clock);
  const near = end + 1 - (dayMinutes - asked) * minute;
  const shown = minutesOf(format.format(near));
  const off = ((asked - shown + dayMinutes / 2 + dayMinutes) % dayMinutes) - dayMinutes / 2;
  return near + off * minute;
}
