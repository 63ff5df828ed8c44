import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteSearch } from '../../src/main/core/retention/byte-search.ts';
import { nextPurgeAt } from '../../src/main/core/retention/schedule.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const day = 86_400_000;

async function readyApp() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  return test;
}

function rows(test: TestApp, table: string): number {
  return Number(test.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

/** Ticks with time passing, so that what waits for a minute or a quiet time runs. */
function runFor(test: TestApp, ms: number, stepMs = 30_000): void {
  for (let passed = 0; passed < ms; passed += stepMs) {
    test.clock.advance(stepMs);
    test.settle();
  }
}

describe('the purge', () => {
  it('takes everything of a visit whose time is over, and leaves a certificate without names', async () => {
    const test = await readyApp();
    const visitId = await test.arrive('Canary Person');
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 1',
      type: 'visitor',
      source: { by: 'number', credential: { format: 'DEC', facility: null, number: '4711' } },
    });
    await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
    await test.call('console', 'cards.return', { cardId: card.cardId, signOut: true });
    test.clock.advance(29 * day);
    runFor(test, day / 2, 3_600_000);
    expect(rows(test, 'visit')).toBe(1);
    runFor(test, 2 * day, 3_600_000);
    expect([rows(test, 'visit'), rows(test, 'contact'), rows(test, 'loan')]).toEqual([0, 0, 1]);
    expect(test.database.prepare('SELECT visit_sequence FROM loan').pluck().get()).toBeNull();
    await test.signIn();
    const overview = await test.call('console', 'retention.overview', {});
    expect(overview.due).toEqual({
      contacts: 0,
      visits: 0,
      cardLinks: 0,
      hosts: 0,
      invitations: 0,
      watchlist: 0,
      unlisted: 0,
      rollCalls: 0,
    });
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.visits === 1);
    expect(certificate?.byteSearch).toMatchObject({ found: 0, decrypted: true });
    expect(certificate?.byteSearch.values).toBeGreaterThanOrEqual(3);
    expect(test.database.serialize().includes('Canary')).toBe(false);
    const { results } = await test.call('console', 'visits.search', { text: 'canary', scope: 'all' });
    expect(results).toEqual([]);
  });

  it('finds a deleted value that some file still holds', async () => {
    const leak = Buffer.from('…log line about Canary Person from somewhere');
    const test = createTestApp({
      dataFolder: {
        files: () => [{ name: 'leak.log', size: leak.length }],
        read(_name, position, into) {
          const part = leak.subarray(position, position + into.length);
          into.set(part);
          return part.length;
        },
      },
    });
    await test.setUp();
    await test.arrive('Canary Person');
    runFor(test, 33 * day, 6 * 3_600_000);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.visits === 1);
    expect(certificate?.byteSearch).toMatchObject({ files: 1, found: 1 });
  });

  it('takes contact details earlier where their clock is shorter', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 2, visitDays: 10, cardLinkDays: 5 });
    const visitId = await test.arrive('Early Out');
    runFor(test, 4 * day, 3_600_000);
    expect([rows(test, 'visit'), rows(test, 'contact')]).toEqual([1, 0]);
    await test.signIn();
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect([visit.name, visit.email, visit.phone]).toEqual(['', '', '']);
  });

  it('counts a visit nobody signed out from its arrival', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 1, cardLinkDays: 1 });
    await test.arrive('Never Left');
    runFor(test, 2.9 * day, 3_600_000);
    expect(rows(test, 'visit')).toBe(0);
  });

  it('shortened clocks hold for what is already stored', async () => {
    const test = await readyApp();
    await test.arrive('Long Ago');
    test.clock.advance(5 * day);
    await test.signIn();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 1, cardLinkDays: 1 });
    expect((await test.call('console', 'retention.overview', {})).due.visits).toBe(1);
    await test.call('console', 'retention.purgeNow', { confirmed: false });
    test.settle();
    expect(rows(test, 'visit')).toBe(0);
  });

  it('says so when there is nothing to purge', async () => {
    const test = await readyApp();
    expect(await test.reply('console', 'retention.purgeNow', { confirmed: false })).toMatchObject({
      code: 'nothing-to-purge',
    });
  });
});

describe('guards', () => {
  async function withManyVisits() {
    const test = await readyApp();
    for (let index = 0; index < 60; index += 1)
      await test.arrive(`Person ${'abcdefghij'[index % 10]}${index}`);
    return test;
  }

  it('hold a purge that would take more than a fifth of many visits, until a person confirms', async () => {
    const test = await withManyVisits();
    runFor(test, 33 * day, 6 * 3_600_000);
    expect(rows(test, 'visit')).toBe(60);
    await test.signIn();
    const overview = await test.call('console', 'retention.overview', {});
    expect(overview.held).toBe('large-share');
    expect(await test.reply('console', 'retention.purgeNow', { confirmed: false })).toMatchObject({
      code: 'purge-needs-confirmation',
    });
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    expect(rows(test, 'visit')).toBe(0);
  });

  it('hold when the wall clock jumps', async () => {
    const test = await readyApp();
    await test.arrive('Time Traveller');
    test.settle();
    test.clock.setWall(Date.UTC(2036, 0, 1));
    runFor(test, 10 * 60_000);
    expect(rows(test, 'visit')).toBe(1);
    await test.signIn();
    expect((await test.call('console', 'retention.overview', {})).held).toBe('clock-jump');
  });

  it('finish a purge that was cut short after a restart', async () => {
    const test = await withManyVisits();
    test.clock.advance(40 * day);
    await test.signIn();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.database.prepare('UPDATE installation SET purge_open = 1').run();
    const restarted = createTestApp({ database: test.database, clock: test.clock });
    restarted.settle();
    restarted.settle();
    expect(rows(restarted, 'visit')).toBe(0);
    expect(test.database.prepare('SELECT purge_open FROM installation').pluck().get()).toBe(0);
  });
});

describe('the schedule', () => {
  it('has a next purge after any last one, within two days, at every hour of a year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.constantFrom('Europe/Copenhagen', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'),
        (last, zone) => {
          const next = nextPurgeAt(last, last, zone);
          expect(next).toBeGreaterThan(last);
          expect(next - last).toBeLessThanOrEqual(26 * 3_600_000);
        },
      ),
    );
  });
});

describe('the byte search', () => {
  it('finds exactly the values that stand in the bytes, however they are cut', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'æ', ' '), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.array(word, { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (values, text, cut) => {
          const bytes = Buffer.from(text.join(''));
          const search = createByteSearch(values);
          search.next();
          for (let at = 0; at < bytes.length; at += cut) search.feed(bytes.subarray(at, at + cut));
          const expected = [...new Set(values)].filter((value) => bytes.includes(Buffer.from(value)));
          expect(search.found()).toBe(expected.length);
        },
      ),
    );
  });

  it('does not join two files', () => {
    const search = createByteSearch(['abcdefgh']);
    search.feed(Buffer.from('abcd'));
    search.next();
    search.feed(Buffer.from('efgh'));
    expect(search.found()).toBe(0);
  });
});
