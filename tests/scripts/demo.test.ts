import { describe, expect, test } from 'vitest';
import { type App, createApp } from '../../src/main/app.ts';
import type { Clock, PassphraseHasher } from '../../src/main/core/ports.ts';
import { createMovableClock } from '../../src/main/demo/clock.ts';
import { demoSignIns, demoTaps, seedDemo } from '../../src/main/demo/demo.ts';
import { demoCards, h10301 } from '../../src/main/demo/inventory.ts';
import { planDemo, visitsDue, visitsKept } from '../../src/main/demo/plan.ts';
import type { Database } from '../../src/main/store/database.ts';
import { createDigest } from '../../src/main/store/keys.ts';
import { openInMemory } from '../../src/main/store/open.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { StaffRole } from '../../src/shared/vocabulary.ts';

const zone = 'Europe/Copenhagen';
const hasher: PassphraseHasher = {
  hash: async (passphrase) => `hash of ${passphrase}`,
  verify: async (hash, passphrase) => hash === `hash of ${passphrase}`,
};

function openApp(database: Database, clock: Clock): App {
  let count = 0;
  return createApp({
    database,
    clock,
    random: (size) => Uint8Array.from({ length: size }, () => (count = (count * 31 + 7) & 0xff)),
    digest: createDigest('00'.repeat(32)),
    hasher,
    dataFolder: { files: () => [], read: () => 0 },
    log: () => {},
    demo: { signIns: demoSignIns, taps: demoTaps },
    recoveryKey: null,
    storageLow: () => false,
    tapSimulated: async () => null,
    askReaders: async () => ({ ok: false, fault: 'unavailable' }),
    system: 'test',
  });
}

async function seeded(now: number) {
  const database = openInMemory(now);
  // The database lives in memory, so it must outlive the app that fills it.
  const open = (clock: Clock): App => ({ ...openApp(database, clock), close: () => {} });
  await seedDemo({ open, hasher, now, monotonic: () => performance.now() });
  const clock = createMovableClock(now, () => performance.now());
  const app = openApp(database, clock);
  while (app.tick());
  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
      const caller = { door: 'console' as const, connectionId: 'desk' };
      const reply = (await app.call(caller, name, input)) as Reply<CallOutput<Name>>;
      if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
      return reply.value;
    },
    close: () => database.close(),
  };
}

async function signIn(demo: Awaited<ReturnType<typeof seeded>>, role: StaffRole): Promise<void> {
  const found = demoSignIns.find(({ roles }) => roles.includes(role));
  await demo.call('staff.signIn', {
    userName: found?.userName ?? '',
    passphrase: found?.passphrase ?? '',
  });
}

describe('the demo', () => {
  test.each([
    ['on a weekday afternoon', Date.parse('2026-03-11T13:20:00Z')],
    ['just after midnight on a Sunday', Date.parse('2026-03-28T23:04:00Z')],
    ['the day after the clocks went back', Date.parse('2026-10-26T08:00:00Z')],
  ])('%s: 2,000 visits, a busy day, 120 cards of which some are out, overdue, lost', async (_when, now) => {
    const demo = await seeded(now);
    await signIn(demo, 'reception');
    const { visits, counts } = await demo.call('visits.onSite', {});
    expect(counts.arrivedToday).toBe(110);
    expect(counts.onSite).toBeGreaterThan(20);
    expect(counts.onSite).toBe(visits.length);
    expect(counts.waitingForCard).toBeGreaterThanOrEqual(4);
    expect(counts.overdue).toBe(5);
    expect(counts.unconfirmedDepartures).toBeGreaterThan(0);
    const { cards } = await demo.call('cards.list', {});
    const states = Object.groupBy(cards, ({ state }) => state);
    expect(cards).toHaveLength(120);
    expect(counts.cardsOut).toBe((states.issued?.length ?? 0) + 5);
    expect(states.issued?.length).toBeGreaterThan(3);
    expect(states.overdue?.length).toBe(5);
    expect(states.lost?.length).toBe(2);
    expect(states.blocked?.length).toBe(1);
    expect(states.retired?.length).toBe(2);
    await signIn(demo, 'administrator');
    const { kept, due, held } = await demo.call('retention.overview', {});
    expect(kept.visits).toBe(visitsKept + visitsDue);
    expect(due.visits).toBe(visitsDue);
    expect(held).toBeNull();
    demo.close();
  });

  test('each tap of the panel shows what its label says', async () => {
    const now = Date.parse('2026-03-11T13:20:00Z');
    const demo = await seeded(now);
    await signIn(demo, 'reception');
    const { cards } = await demo.call('cards.list', {});
    const stateOf = (tap: string): string => {
      const known = demoCards.find((card) => `H10301:${h10301(card)}` === tap);
      return cards.find(({ label }) => label === known?.label)?.state ?? 'unknown';
    };
    expect(demoTaps.map(({ card, label }) => [label.split(' · ')[1], stateOf(card)])).toEqual([
      ['in stock', 'in-stock'],
      ['in stock', 'in-stock'],
      ['in stock', 'in-stock'],
      ['with a visitor', 'issued'],
      ['overdue', 'overdue'],
      ['lost', 'lost'],
      ['not registered', 'unknown'],
    ]);
    demo.close();
  });

  test('the same seed and instant make the same plan, another seed another one', () => {
    const now = Date.parse('2026-05-05T09:00:00Z');
    const plan = (seed: number): string => JSON.stringify(planDemo(now, zone, seed));
    expect(plan(1)).toBe(plan(1));
    expect(plan(1)).not.toBe(plan(2));
  });

  test('nothing in the plan lies in the future, and nobody could be a real person', () => {
    const now = Date.parse('2026-05-05T09:00:00Z');
    for (const moment of planDemo(now, zone, 3).moments) {
      expect(moment.at).toBeLessThanOrEqual(now);
      if (moment.kind !== 'arrive') continue;
      expect(moment.person.email).toMatch(/^[a-z.]+\.\d+@example\.com$/);
      expect(moment.person.phone).toMatch(
        /^(\+45 0\d \d\d \d\d \d\d|\+44 7700 900\d{3}|\+46 70 174 06 \d\d|\+1 202 555 01\d\d)$/,
      );
    }
  });

  // Vectors from public documentation of the format, as in docs/hardware.md.
  test.each([
    [123, 4567, '2F623AE'],
    [118, 1603, '2EC0C86'],
    [100, 60179, 'C9D627'],
    [10, 1188, '0140949'],
  ])('H10301 %i/%i is %s', (facility, number, value) => {
    expect(h10301({ label: '', type: 'visitor', facility, number })).toBe(value.replace(/^0+/, ''));
  });

  test('card 0407 is the documented example', () => {
    expect(demoTaps[0]).toEqual({ card: 'H10301:2F623AE', label: '0407 · in stock' });
  });
});
