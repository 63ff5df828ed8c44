import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOfLocalDay } from '../../src/main/core/time.ts';
import { clockOnDayEndingAt } from '../../src/renderer/console/site-time.ts';

const shown = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

it('a time of day is the instant at which clocks show it on that day, on days of 23 and 25 hours too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      // From three o'clock on every time exists once, also on the days on which clocks change.
      fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }),
      fc.constantFrom('Europe/Copenhagen', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'),
      (at, minutes, zone) => {
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const found = clockOnDayEndingAt(endOfLocalDay(at, zone), clock, zone);
        expect(shown(found, zone)).toBe(`${shown(at, zone).slice(0, 10)} ${clock}`);
      },
    ),
  );
});
