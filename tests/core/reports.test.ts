import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDay } from '../../src/main/core/reports/day-counts.ts';
import { shownTotal, smallestShown, suppress } from '../../src/main/core/reports/suppression.ts';
import { day, hour, minute } from '../../src/main/core/time.ts';
import type { CallOutput } from '../../src/shared/contract/contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const span = { from: '2026-02-01', to: '2026-03-31' };
const report = ({ call }: TestApp): Promise<CallOutput<'reports.days'>> =>
  call('console', 'reports.days', span);

async function desk(): Promise<TestApp> {
  const app = createTestApp();
  await app.setUp();
  await app.signIn();
  return app;
}

/** Midnight of the morning after, and the minute within which a day is counted. */
async function nextDay(app: TestApp): Promise<void> {
  app.clock.advance(day);
  app.settle();
  await app.signIn();
}

describe('small numbers', () => {
  const cells = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 24 });

  test('none below the threshold is shown, and what is shown is true', () => {
    fc.assert(
      fc.property(cells, (numbers) => {
        suppress(numbers).forEach((shown, index) => {
          const number = numbers[index] ?? 0;
          expect(shown === null || shown === number).toBe(true);
          if (number > 0 && number < smallestShown) expect(shown).toBeNull();
        });
      }),
    );
  });

  test('what was left out cannot be had from the total', () => {
    fc.assert(
      fc.property(cells, (numbers) => {
        const shown = suppress(numbers);
        const leftOut = numbers.filter((_, index) => shown[index] === null);
        if (leftOut.length === 0 || shownTotal(numbers) === null) return;
        const missing = leftOut.reduce((sum, number) => sum + number, 0);
        expect(leftOut.length).toBeGreaterThan(1);
        expect(missing).toBeGreaterThanOrEqual(smallestShown);
      }),
    );
  });

  test('an empty cell is shown, and numbers large enough stay', () => {
    expect(suppress([0, 5, 9, 0])).toEqual([0, 5, 9, 0]);
    expect(suppress([0, 2, 9, 7])).toEqual([0, null, 9, null]);
    expect(shownTotal([0, 0])).toBe(0);
    expect(shownTotal([2, 2])).toBeNull();
  });
});

test('every stay is in one band; one that nobody confirmed is in none', () => {
  const lengths = [0, 30, 60, 120, 240, 480];
  const stays = lengths.flatMap((minutes) =>
    Array.from({ length: smallestShown }, () => ({
      arrivedAt: 0,
      departedAt: minutes * minute,
      departure: 'signed-out' as const,
    })),
  );
  const unconfirmed = Array.from({ length: 7 }, () => ({
    arrivedAt: 0,
    departedAt: 9 * hour,
    departure: 'unconfirmed' as const,
  }));
  const counts = countDay('2026-03-02', [...stays, ...unconfirmed], () => 8);
  expect(counts.stays).toEqual([5, 5, 5, 5, 5, 5]);
  expect(counts).toMatchObject({ visits: 37, unconfirmed: 7 });
  expect(counts.hours[8]).toBe(37);
});

describe('days', () => {
  test('a day is counted when it is over, once, and keeps its numbers when its visits are purged', async () => {
    const app = await desk();
    for (let number = 0; number < 6; number += 1) await app.arrive(`Visitor ${number}`);
    app.settle();
    expect(await report(app)).toEqual({ days: [], cardsLost: [] });
    await nextDay(app);
    const counted = await report(app);
    expect(counted.days).toMatchObject([{ countedOn: '2026-03-02', visits: 6, unconfirmed: 6 }]);
    app.clock.advance(31 * day);
    app.settle();
    await app.signIn();
    expect(app.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
    expect(await report(app)).toEqual(counted);
  });

  test('after weeks switched off the days are counted before their visits are purged', async () => {
    const app = await desk();
    for (let number = 0; number < 5; number += 1) await app.arrive(`Monday ${number}`);
    app.clock.advance(day);
    for (let number = 0; number < 8; number += 1) await app.arrive(`Tuesday ${number}`);
    app.clock.advance(60 * day);
    app.settle();
    await app.signIn();
    expect(app.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
    const { days } = await report(app);
    expect(days.map(({ countedOn, visits }) => [countedOn, visits])).toEqual([
      ['2026-03-02', 5],
      ['2026-03-03', 8],
    ]);
  });

  test('a few visitors are never told apart', async () => {
    const app = await desk();
    for (let number = 0; number < smallestShown - 1; number += 1) await app.arrive(`Visitor ${number}`);
    await nextDay(app);
    const { days } = await report(app);
    expect(days).toMatchObject([{ visits: null, unconfirmed: null }]);
    expect(days[0]?.hours.filter((cell) => cell === null)).toHaveLength(1);
    const stored = String(app.database.prepare('SELECT counts FROM day_count').pluck().get());
    expect(stored).not.toContain(String(smallestShown - 1));
  });

  test('what is kept has no names', async () => {
    const app = await desk();
    for (let number = 0; number < 6; number += 1) await app.arrive('Søren Månestrøm');
    await nextDay(app);
    const stored = JSON.stringify(app.database.prepare('SELECT * FROM day_count').all());
    for (const text of ['Månestrøm', 'soren', 'example']) expect(stored).not.toContain(text);
  });

  test('a card reported lost counts on its day', async () => {
    const app = await desk();
    const visitId = await app.arrive('Vigga Holm');
    const tap = app.tap({
      kind: 'credential',
      credential: { format: 'H10301', facility: '118', number: '40001' },
    });
    const { card } = await app.call('console', 'cards.register', {
      label: '0412',
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    await app.call('console', 'cards.issue', { cardId: card.cardId, visitId });
    await app.call('console', 'cards.block', { cardId: card.cardId, reason: 'lost' });
    expect((await report(app)).cardsLost).toEqual([{ on: '2026-03-02', cards: 1 }]);
  });

  test('a file has a line for each day, and nothing where a number was left out', async () => {
    const app = await desk();
    for (let number = 0; number < 6; number += 1) await app.arrive(`Visitor ${number}`);
    app.clock.advance(hour);
    await app.arrive('Somebody later');
    await nextDay(app);
    const { csv } = await app.call('console', 'reports.export', span);
    const [heads, line, ...rest] = csv.slice(1).trimEnd().split('\r\n');
    const cells = (text = ''): string[] => text.slice(1, -1).split('","');
    expect(rest).toEqual([]);
    const written = Object.fromEntries(cells(heads).map((head, index) => [head, cells(line)[index]]));
    expect(written).toMatchObject({
      Day: '2026-03-02',
      Visits: '7',
      'Arrivals 07:00': '0',
      'Arrivals 08:00': '',
      'Arrivals 09:00': '',
      'Departure not confirmed': '7',
      'Cards lost': '0',
    });
  });

  test('a span that cannot be is refused at its field', async () => {
    const app = await desk();
    const refusals = [
      [{ from: '2026-03-02', to: '2026-03-01' }, { to: 'order' }],
      [{ from: '2026-02-30', to: '2026-03-01' }, { from: 'date' }],
      [{ from: '2025-01-01', to: '2026-03-01' }, { to: 'span-long' }],
    ] as const;
    for (const [input, fields] of refusals)
      expect(await app.reply('console', 'reports.days', input)).toMatchObject({
        ok: false,
        code: 'bad-input',
        fields,
      });
  });
});
