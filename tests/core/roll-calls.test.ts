import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../src/shared/contract/contract.ts';
import type { MarkId, PersonId, RollCallId, StaffId } from '../../src/shared/vocabulary.ts';

import { createTestApp, type TestApp } from '../support/app.ts';
import { arriveAs, canary, nameWatchlist, watch } from '../watchlist/watched-site.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
type Person = CallOutput<'rollCalls.current'>['people'][number];
type Mark = CallInput<'rollCalls.mark'>['marks'][number];

let test: TestApp;
let rollCallId: RollCallId;
/** Connections of two marshals: `console-1` with every role, `second` with reception only. */
let first: StaffId;
let second: StaffId;

const newId = <Id extends string>(): Id => test.newVisitId() as unknown as Id;
const start = (kind: 'real' | 'drill' = 'real') =>
  test.call('console', 'rollCalls.start', { rollCallId, kind });
/** Time passes while both marshals touch their screens. */
async function later(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= minute) {
    test.clock.advance(Math.min(left, minute));
    for (const connection of ['console-1', 'second'])
      await test.call('console', 'staff.stayActive', {}, connection);
  }
}
const current = () => test.call('console', 'rollCalls.current', {});
const mark = (
  personId: string,
  state: Mark['state'] = 'safe',
  more: Partial<Mark> = {},
  connection?: string,
) => {
  const sent = {
    markId: newId<MarkId>(),
    personId: personId as PersonId,
    state,
    ageMs: 0,
    markedBy: first,
    ...more,
  };
  return test.call('console', 'rollCalls.mark', { rollCallId, marks: [sent] }, connection);
};
async function person(name: string): Promise<Person> {
  const { people } = await current();
  const found = people.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not on the roll call`);
  return found;
}

beforeEach(async () => {
  test = createTestApp();
  await test.setUp();
  await test.signIn();
  await test.signIn('second', ['reception']);
  const staffIdAt = async (connection: string): Promise<StaffId> => {
    const { staff } = await test.call('console', 'staff.current', {}, connection);
    if (staff === null) throw new Error('nobody is signed in');
    return staff.staffId;
  };
  first = await staffIdAt('console-1');
  second = await staffIdAt('second');
  rollCallId = newId();
});

describe('who is on a roll call', () => {
  it('counts whoever waits for security as in the house and not accounted for, before the start and after', async () => {
    await nameWatchlist(test);
    await watch(test);
    await arriveAs(test, { name: 'Waits Before', email: canary.email });
    await start();
    await arriveAs(test, { name: 'Waits After', email: canary.email });
    for (const name of ['Waits Before', 'Waits After'])
      expect((await person(name)).account, name).toBe('unaccounted');
  });

  it('counts whom security has turned away as gone', async () => {
    await nameWatchlist(test);
    await watch(test);
    const { visitId } = await arriveAs(test, { name: canary.name });
    await test.call('console', 'watchlist.decide', { visitId, decision: 'refused' });
    await start();
    expect((await person(canary.name)).account).toBe('by-staff');
  });

  it('takes those on site, those who arrive later, and says how each came onto it', async () => {
    const left = await test.arrive('Left Before');
    const gone = await test.arrive('Gone Long');
    await test.call('console', 'visits.depart', { visitId: gone });
    await later(30 * minute);
    await test.call('console', 'visits.depart', { visitId: left });
    await later(4 * minute);
    await test.arrive('On Site');
    await start();
    await later(minute);
    await test.arrive('Late Comer');
    const { people, rollCall } = await current();
    expect(people.map(({ name, joined, account }) => [name, joined, account])).toEqual([
      ['Late Comer', 'arrived-after', 'unaccounted'],
      ['Left Before', 'left-before', 'by-staff'],
      ['On Site', 'at-start', 'unaccounted'],
    ]);
    expect(rollCall?.counts).toMatchObject({ listed: 3, unaccounted: 2, byStaff: 1, arrivedAfter: 1 });
  });

  it('lists who was closed automatically in the night as uncertain, and keeps counting who was on it', async () => {
    test.clock.advance(14 * 60 * minute);
    await test.arrive('Night Worker');
    test.clock.advance(4 * 60 * minute);
    test.settle();
    await test.signIn();
    await start();
    expect(await person('Night Worker')).toMatchObject({
      account: 'uncertain',
      joined: 'closed-before',
      evidence: { kind: 'closed' },
    });
    await test.arrive('Early Bird');
    test.clock.advance(day);
    test.settle();
    await test.signIn();
    expect(await person('Early Bird')).toMatchObject({
      account: 'unaccounted',
      evidence: { kind: 'closed' },
    });
  });

  it('says what the data know: card out, card back, signed out', async () => {
    const visitId = await test.arrive('Card Holder');
    const credential = { format: 'H10301', facility: '118', number: '7' } as const;
    const tap = test.tap({ kind: 'credential', credential });
    const { card: registered } = await test.call('console', 'cards.register', {
      label: '0007',
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    await test.arrive('No Card');
    await test.call('console', 'cards.issue', { cardId: registered.cardId, visitId });
    await start();
    expect((await person('Card Holder')).evidence).toEqual({ kind: 'card-out', label: '0007' });
    expect((await person('No Card')).evidence).toEqual({ kind: 'no-card' });
    await later(minute);
    await test.call('console', 'cards.return', { cardId: registered.cardId, signOut: false });
    expect(await person('Card Holder')).toMatchObject({
      account: 'unaccounted',
      evidence: { kind: 'card-back', at: test.clock.now() },
    });
    await test.call('kiosk', 'visits.signOut', { name: 'No Card', email: 'nocard@example.com' });
    expect(await person('No Card')).toMatchObject({
      account: 'signed-out',
      evidence: { kind: 'left', departure: 'signed-out', at: test.clock.now() },
    });
  });

  it('starts once: the same id answers the same, another is refused', async () => {
    const once = await start();
    await later(minute);
    expect(await start()).toEqual(once);
    const other = { rollCallId: newId<RollCallId>(), kind: 'drill' as const };
    expect(await test.reply('console', 'rollCalls.start', other)).toMatchObject({ code: 'roll-call-open' });
  });

  it('is started and closed by security, marked by reception too', async () => {
    await test.arrive('On Site');
    expect(
      await test.reply('console', 'rollCalls.start', { rollCallId, kind: 'real' }, 'second'),
    ).toMatchObject({
      code: 'not-allowed',
    });
    await start();
    const { personId } = await person('On Site');
    await mark(personId, 'safe', { markedBy: second }, 'second');
    expect(await person('On Site')).toMatchObject({
      account: 'marked-safe',
      marks: [{ markedBy: 'Member' }],
    });
    expect(await test.reply('console', 'rollCalls.close', { rollCallId }, 'second')).toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('marks', () => {
  it('of two marshals on the same person are both kept, the later touch counts', async () => {
    const visitId = await test.arrive('On Site');
    await start();
    await later(10 * minute);
    await mark(visitId, 'safe');
    // Touched five minutes ago on a tablet without a network: it comes later and says less.
    await mark(visitId, 'withdrawn', { markedBy: second, ageMs: 5 * minute }, 'second');
    const { account, marks } = await person('On Site');
    expect(account).toBe('marked-safe');
    expect(marks.map(({ state, markedBy, sentBy }) => [state, markedBy, sentBy])).toEqual([
      ['withdrawn', 'Member', 'Member'],
      ['safe', 'Ada Administrator', 'Ada Administrator'],
    ]);
  });

  it('say who sent them when that was somebody else, and come from marshals only', async () => {
    const visitId = await test.arrive('On Site');
    await start();
    await mark(visitId, 'safe', { markedBy: second });
    expect((await person('On Site')).marks).toMatchObject([
      { markedBy: 'Member', sentBy: 'Ada Administrator' },
    ]);
    const unknown = await mark(visitId, 'safe', { markedBy: newId<StaffId>() });
    expect(unknown.marks).toMatchObject([{ outcome: 'unknown' }]);
  });

  it('sign nobody out, and neither does closing', async () => {
    const visitId = await test.arrive('On Site');
    await start();
    await mark(visitId);
    await test.call('console', 'rollCalls.close', { rollCallId });
    const { visits } = await test.call('console', 'visits.onSite', {});
    expect(visits).toMatchObject([{ visitId, departedAt: null }]);
  });

  it('come to the same whatever order and however often they arrive (property)', async () => {
    const names = ['Ane One', 'Bo Two', 'Cai Three'];
    const ids: string[] = [];
    for (const name of names) ids.push(await test.arrive(name));
    await start();
    await later(60 * minute);
    const at = test.clock.now();
    const touch = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom('safe' as const, 'withdrawn' as const),
      // Every touch has its own instant: two in the same millisecond count in the order of their arrival.
      ageMs: fc.integer({ min: 1, max: 50 * minute }),
    });
    const touches = fc.uniqueArray(touch, { maxLength: 12, selector: ({ ageMs }) => ageMs });
    await fc.assert(
      fc.asyncProperty(
        touches,
        fc.array(fc.nat(11), { maxLength: 12 }),
        fc.nat(),
        async (made, again, turn) => {
          test.database.prepare('DELETE FROM roll_call_mark').run();
          const all = made.map(({ who, ...rest }) => ({
            ...rest,
            markId: newId<MarkId>(),
            personId: ids[who] as PersonId,
            markedBy: first,
          }));
          const sent = [...all, ...again.flatMap((index) => all[index] ?? [])];
          const order = sent.map((_, index) => sent[(index * 7 + turn) % sent.length] ?? sent[0]);
          for (const each of [...order, ...sent])
            if (each) await test.call('console', 'rollCalls.mark', { rollCallId, marks: [each] });
          expect(test.clock.now()).toBe(at);
          const stored = test.database.prepare('SELECT count(*) FROM roll_call_mark').pluck().get();
          expect(stored).toBe(all.length);
          const { people } = await current();
          for (const [index, id] of ids.entries()) {
            const own = made.filter(({ who }) => who === index).sort((a, b) => a.ageMs - b.ageMs);
            expect(people.find(({ personId }) => (personId as string) === id)?.account).toBe(
              own[0]?.state === 'safe' ? 'marked-safe' : 'unaccounted',
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a person on no list', () => {
  it('is added once by name, marked, and goes from the purge with the name, counts stay', async () => {
    await start('drill');
    const added = { rollCallId, personId: newId<PersonId>(), name: 'Canary Courier', ageMs: 0 };
    await test.call('console', 'rollCalls.addPerson', added);
    await test.call('console', 'rollCalls.addPerson', added);
    await mark(added.personId);
    expect((await current()).rollCall?.counts).toMatchObject({ listed: 1, markedSafe: 1, unlisted: 1 });
    await test.call('console', 'rollCalls.close', { rollCallId });
    test.clock.advance(31 * day);
    await test.signIn();
    expect((await test.call('console', 'retention.overview', {})).due).toMatchObject({
      unlisted: 1,
      rollCalls: 0,
    });
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    expect(certificates[0]).toMatchObject({ counts: { unlisted: 1 }, byteSearch: { found: 0 } });
    const report = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(report.people).toEqual([]);
    expect(report.rollCall.counts).toMatchObject({ listed: 1, markedSafe: 1, unlisted: 1 });
    test.clock.advance(400 * day);
    test.settle();
    await test.signIn();
    expect((await test.call('console', 'rollCalls.list', {})).rollCalls).toEqual([]);
  });
});

describe('the report', () => {
  it('says how each was accounted for when it was closed, and keeps numbers after the purge', async () => {
    const ids: Record<string, string> = {};
    for (const name of ['Safe One', 'Signed Out', 'Not Found']) ids[name] = await test.arrive(name);
    await start();
    await mark(ids['Safe One'] ?? '');
    await test.call('kiosk', 'visits.signOut', { name: 'Signed Out', email: 'signedout@example.com' });
    await later(9 * minute);
    const { rollCall } = await test.call('console', 'rollCalls.close', { rollCallId });
    expect(rollCall).toMatchObject({ closedBy: 'Ada Administrator', closedAt: test.clock.now() });
    await later(minute);
    // Found later: the report says what was known when it was closed.
    await test.call('console', 'visits.depart', { visitId: ids['Not Found'] as never });
    const report = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(report.people.map(({ name, account }) => [name, account])).toEqual([
      ['Not Found', 'unaccounted'],
      ['Safe One', 'marked-safe'],
      ['Signed Out', 'signed-out'],
    ]);
    test.clock.advance(31 * day);
    await test.signIn();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    const after = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(after.people).toEqual([]);
    expect(after.rollCall.counts).toEqual(rollCall.counts);
    expect(after.rollCall.counts).toMatchObject({ listed: 3, unaccounted: 1, markedSafe: 1, signedOut: 1 });
  });

  it('takes a mark that was touched before the closing and came after it, and none touched later', async () => {
    const visitId = await test.arrive('Waited Long');
    await start();
    await later(10 * minute);
    await test.call('console', 'rollCalls.close', { rollCallId });
    await later(minute);
    expect((await mark(visitId)).marks).toMatchObject([{ outcome: 'closed' }]);
    expect((await mark(visitId, 'safe', { ageMs: 2 * minute })).marks).toMatchObject([{ outcome: 'kept' }]);
    const { rollCall, people } = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(people).toMatchObject([{ account: 'marked-safe' }]);
    expect(rollCall.counts).toMatchObject({ unaccounted: 0, markedSafe: 1 });
  });
});

describe('privacy and sessions', () => {
  it('leave no name in audit, log or events', async () => {
    const visitId = await test.arrive('Canary Person');
    await start();
    await mark(visitId);
    const added = { rollCallId, personId: newId<PersonId>(), name: 'Canary Courier', ageMs: 0 };
    await test.call('console', 'rollCalls.addPerson', added);
    await test.call('console', 'rollCalls.close', { rollCallId });
    await test.call('console', 'rollCalls.report', { rollCallId });
    test.settle();
    const audit = test.database.prepare('SELECT * FROM audit').all() as { act: string; detail: string }[];
    expect(JSON.stringify([audit, test.log, test.events])).not.toMatch(/canary/i);
    expect(
      audit.filter(({ act }) => act.startsWith('rollCalls.')).map(({ act, detail }) => [act, detail]),
    ).toEqual([
      ['rollCalls.start', 'real'],
      ['rollCalls.mark', 'kept 1'],
      ['rollCalls.addPerson', null],
      ['rollCalls.close', 'real'],
      ['rollCalls.report', null],
    ]);
  });

  it('keep a marshal signed in over a lost connection while the roll call is open', async () => {
    await start();
    await current();
    test.app.connectionClosed('console-1');
    test.clock.advance(29 * minute);
    expect((await test.call('console', 'staff.current', {})).staff).not.toBeNull();
    test.clock.advance(2 * minute);
    expect((await test.call('console', 'staff.current', {})).staff).toBeNull();
  });

  it('end it as usual once the roll call is closed', async () => {
    await start();
    await current();
    await test.call('console', 'rollCalls.close', { rollCallId });
    test.app.connectionClosed('console-1');
    expect((await test.call('console', 'staff.current', {})).staff).toBeNull();
  });
});
