import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../src/main/core/ids.ts';
import { masterKeyFrom, recoveryKeyFrom } from '../../src/main/core/recovery-key.ts';
import {
  endOfLocalDay,
  localDate,
  localHours,
  nextLocalHour,
  startOfLocalDate,
  startOfLocalDay,
} from '../../src/main/core/time.ts';
import { VisitId } from '../../src/shared/vocabulary.ts';
import { createSeededRandom, createTestClock } from '../support/app.ts';

describe('local days', () => {
  it.each([
    ['an ordinary day', '2026-03-02T07:00Z', '2026-03-01T23:00Z'],
    ['the day clocks go forward', '2026-03-29T12:00Z', '2026-03-28T23:00Z'],
    ['the day clocks go back', '2026-10-25T12:00Z', '2026-10-24T22:00Z'],
  ])('start at local midnight on %s', (_what, at, start) => {
    expect(new Date(startOfLocalDay(Date.parse(at), 'Europe/Copenhagen')).toISOString()).toBe(
      new Date(start).toISOString(),
    );
  });

  it('contain their instants and follow each other without a gap', () => {
    const names = [
      'Europe/Copenhagen',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
    ] as const;
    const zones = fc.constantFrom(...names);
    // One for all instants, as a day is counted: what it remembers must not be wrong elsewhere.
    const hours = new Map(names.map((zone) => [zone, localHours(zone)]));
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), zones, (at, zone) => {
        const start = startOfLocalDay(at, zone);
        const end = endOfLocalDay(at, zone);
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(startOfLocalDay(end + 1, zone)).toBe(end + 1);
        expect(startOfLocalDay(start, zone)).toBe(start);
        expect(startOfLocalDate(localDate(at, zone), zone)).toBe(start);
        const clock = new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone: zone, hour: '2-digit' });
        expect(hours.get(zone)?.(at)).toBe(Number(clock.format(at)));
      }),
    );
  });

  it('have a next 3 o’clock on the day without a 2 o’clock', () => {
    const next = nextLocalHour(Date.parse('2026-03-29T00:30Z'), 'Europe/Copenhagen', 3);
    expect(new Date(next).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });
});

describe('ids', () => {
  it('are UUID version 7 in order of creation, within one millisecond and when the clock goes back', () => {
    const clock = createTestClock();
    const newId = createIds(clock, createSeededRandom());
    const ids: string[] = [];
    for (let index = 0; index < 5000; index += 1) {
      if (index === 2000) clock.setWall(clock.now() - 60_000);
      ids.push(newId());
    }
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(5000);
    for (const id of ids) expect(VisitId.safeParse(id).success).toBe(true);
  });
});

describe('the recovery key', () => {
  const keys = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('hex'));

  it('gives the master key back as typed by a person', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const typed = recoveryKeyFrom(key).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
        expect(masterKeyFrom(typed)).toBe(key);
      }),
    );
  });

  it('notices one wrong character', () => {
    fc.assert(
      fc.property(keys, fc.nat(50), (key, at) => {
        const right = recoveryKeyFrom(key).replaceAll('-', '');
        const wrong = right.slice(0, at) + (right[at] === 'A' ? 'B' : 'A') + right.slice(at + 1);
        expect(masterKeyFrom(wrong)).toBeNull();
      }),
    );
  });
});
