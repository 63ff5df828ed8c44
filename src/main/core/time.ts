/** Local days of the site from instants; pure, the clock is somebody else's. */
import type { EpochMs, LocalDate } from '../../shared/vocabulary.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
/** 24 hours; a local day may have 23 or 25. */
export const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Milliseconds that local time in `zone` is ahead of UTC at `at`. */
function offsetAt(at: EpochMs, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(at)) part[type] = Number(value);
  const local = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return local - Math.floor(at / second) * second;
}

/** The instant at which clocks in `zone` show the given local wall time; in a gap, the instant it would have been. */
function instantOf(localMs: number, zone: string): EpochMs {
  const first = localMs - offsetAt(localMs, zone);
  return localMs - offsetAt(first, zone);
}

/** The first instant of the local day that `at` falls in, moved by `days`. */
export function startOfLocalDay(at: EpochMs, zone: string, days = 0): EpochMs {
  const local = at + offsetAt(at, zone);
  return instantOf(Math.floor(local / day) * day + days * day, zone);
}

/** The local date `YYYY-MM-DD` that `at` falls on. */
export function localDate(at: EpochMs, zone: string): LocalDate {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}

/** No zone has changed its clocks at another moment than a whole quarter of an hour in UTC since the nineties. */
const quarter = 15 * minute;

/**
 * Tells the hour that clocks in `zone` show at an instant, 0–23. For many instants close together: the zone's rules
 * are asked once for each quarter of an hour, because asking them costs more than all else in counting a day.
 */
export function localHours(zone: string): (at: EpochMs) => number {
  const offsets = new Map<number, number>();
  return (at) => {
    const start = Math.floor(at / quarter) * quarter;
    let offset = offsets.get(start);
    if (offset === undefined) {
      offset = offsetAt(start, zone);
      offsets.set(start, offset);
    }
    return new Date(at + offset).getUTCHours();
  };
}

/** The first instant of the local date `YYYY-MM-DD`. */
export function startOfLocalDate(date: LocalDate, zone: string): EpochMs {
  return instantOf(Date.parse(`${date}T00:00:00Z`), zone);
}

/** The first instant after the local date `YYYY-MM-DD`. */
export function endOfLocalDate(date: LocalDate, zone: string): EpochMs {
  return instantOf(Date.parse(`${date}T00:00:00Z`) + day, zone);
}

/** The last millisecond of the local day that `at` falls in. */
export function endOfLocalDay(at: EpochMs, zone: string): EpochMs {
  return startOfLocalDay(at, zone, 1) - 1;
}

/** The next instant after `at` when clocks in `zone` show `hourOfDay`:00. */
export function nextLocalHour(at: EpochMs, zone: string, hourOfDay: number): EpochMs {
  for (const days of [0, 1, 2]) {
    const local = startOfLocalDay(at, zone, days);
    const candidate = instantOf(local + offsetAt(local, zone) + hourOfDay * hour, zone);
    if (candidate > at) return candidate;
  }
  return at + day;
}
