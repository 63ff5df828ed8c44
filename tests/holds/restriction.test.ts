/** Restricting and lifting, and what whoever looks is shown meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/main/core/evacuation-list/sheet.ts';
import type { RollCallId, TapReference } from '../../src/shared/vocabulary.ts';
import { createOutboxApp, mailSettings } from '../outbox/support/outbox-app.ts';
import type { TestApp } from '../support/app.ts';
import { arriveCanary, auditOf, canary, day, leave, lift, readyApp, restrict } from './held-site.ts';

async function restrictedAndGone(test: TestApp) {
  const visitId = await leave(test, await arriveCanary(test));
  await restrict(test, visitId);
  return visitId;
}

const search = async (test: TestApp, text: string, scope: 'all' | 'on-site' | 'unconfirmed' = 'all') =>
  (await test.call('console', 'visits.search', { text, scope })).results;

describe('restricting', () => {
  it('answers with reason, day and who; another reason or day keeps since when and by whom', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    const { hold } = await restrict(test, visitId, { reason: 'accuracy', reviewBy: '2026-03-02' });
    expect(hold).toEqual({
      reason: 'accuracy',
      restrictedAt: test.clock.now(),
      restrictedBy: 'Ada Administrator',
      reviewBy: '2026-03-02',
      overdue: false,
    });
    test.clock.advance(2 * day);
    await test.signIn('console-1', ['privacy']);
    expect((await test.call('console', 'visits.get', { visitId })).hold).toMatchObject({ overdue: true });
    const again = await restrict(test, visitId, { reason: 'objection', reviewBy: '2026-04-01' });
    expect(again.hold).toEqual({ ...hold, reason: 'objection', reviewBy: '2026-04-01' });
    expect(auditOf(test, 'visits.restrict')).toEqual([
      { subject: visitId, detail: 'accuracy 2026-03-02' },
      { subject: visitId, detail: 'objection 2026-04-01' },
    ]);
  });

  it.each([
    ['2026-03-01', 'day-past'],
    ['2027-03-04', 'day-far'],
    ['2026-02-30', 'date'],
    ['', 'required'],
  ])('by %j is refused by the field: %s', async (reviewBy, fault) => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    const input = { visitId, reason: 'unlawful', reviewBy } as const;
    expect(await test.reply('console', 'visits.restrict', input)).toMatchObject({
      code: 'bad-input',
      fields: { reviewBy: fault },
    });
    expect(await test.reply('console', 'visits.liftRestriction', { visitId })).toMatchObject({
      code: 'not-found',
    });
  });

  it('has no place for words of anybody', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    const said = { visitId, reason: 'she asked for it', reviewBy: '2026-06-30' };
    expect(await test.reply('console', 'visits.restrict', said as never)).toMatchObject({
      code: 'bad-input',
    });
    const noted = { visitId, reason: 'accuracy', reviewBy: '2026-06-30', note: 'x' } as const;
    expect(await test.reply('console', 'visits.restrict', noted as never)).toMatchObject({
      code: 'bad-input',
    });
  });

  it('stands in a list with the earliest review first and names by their letters, audited', async () => {
    const test = await readyApp();
    const late = await restrictedAndGone(test);
    const soon = await test.arrive('Bo Bøg');
    await restrict(test, soon, { reviewBy: '2026-03-05' });
    test.clock.advance(4 * day);
    test.settle();
    await test.signIn();
    const listed = await test.call('console', 'holds.list', {});
    expect(listed).toMatchObject({ restricted: 2, today: '2026-03-06', latestReviewBy: '2027-03-07' });
    expect(listed.holds).toMatchObject([
      { visitId: soon, maskedName: 'B••• B•••', overdue: true, onSite: false },
      { visitId: late, maskedName: 'C••• S•••', overdue: false, onSite: false },
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/canary|birds/i);
    expect(auditOf(test, 'holds.list')).toHaveLength(1);
    await lift(test, soon);
    expect((await test.call('console', 'holds.list', {})).holds).toMatchObject([{ visitId: late }]);
  });
});

describe('a restricted visitor who has left', () => {
  it('is found by no text and named by no list; by the card they kept, without a name', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 77',
      type: 'visitor',
      source: { by: 'number', credential: { format: 'DEC', facility: null, number: '77' } },
    });
    await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
    await leave(test, visitId);
    expect(await search(test, 'canary')).toHaveLength(1);
    await restrict(test, visitId);
    for (const text of ['canary', 'birds.example', '98765432', 'feathers', 'canaryhost', 'cannary'])
      expect(await search(test, text), text).toEqual([]);
    const byCard = await search(test, 'card 77');
    expect(byCard).toMatchObject([{ visitId, name: '', restricted: true, matched: ['card'] }]);
    const cards = await test.call('console', 'cards.list', {});
    expect(cards.cards[0]?.holder).toEqual({ visitId, name: '', restricted: true });
    const tap = test.tap({
      kind: 'credential',
      credential: { format: 'DEC', facility: null, number: '77' },
    } as never);
    const read = await test.call('console', 'cards.read', { tap });
    expect(JSON.stringify([byCard, cards, read])).not.toMatch(/canary|birds|feathers|98 76/i);
    await lift(test, visitId);
    expect(await search(test, 'canary')).toMatchObject([{ name: canary.name, restricted: false }]);
    expect((await test.call('console', 'cards.list', {})).cards[0]?.holder).toMatchObject({
      name: canary.name,
    });
  });

  it('whose departure nobody confirmed is listed without a name', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    test.clock.advance(day);
    test.settle();
    await test.signIn();
    await restrict(test, visitId);
    for (const text of ['', 'canary']) {
      const found = await search(test, text, 'unconfirmed');
      expect(found).toHaveLength(text === '' ? 1 : 0);
      expect(JSON.stringify(found)).not.toMatch(/canary|birds|feathers/i);
    }
    // Found to be here still, they are named again.
    const { visit } = await test.call('console', 'visits.reopen', { visitId });
    expect(visit).toMatchObject({ name: canary.name, restricted: true });
  });

  it('is seen in full by one look, which the audit keeps as such', async () => {
    const test = await readyApp();
    const visitId = await restrictedAndGone(test);
    await test.signIn('console-1', ['reception']);
    const { visit, hold } = await test.call('console', 'visits.get', { visitId });
    expect(visit).toMatchObject({ ...canary, restricted: true });
    expect(hold?.reason).toBe('legal-claims');
    expect(auditOf(test, 'visits.get')).toEqual([{ subject: visitId, detail: 'restricted' }]);
  });

  it('is not corrected unseen', async () => {
    const test = await readyApp();
    const visitId = await restrictedAndGone(test);
    const corrected = { visitId, ...canary, name: 'Other Name' };
    expect(await test.reply('console', 'visits.correct', corrected)).toMatchObject({
      code: 'visit-restricted',
    });
    await lift(test, visitId);
    await test.call('console', 'visits.correct', corrected);
    expect((await test.call('console', 'visits.get', { visitId })).visit.name).toBe('Other Name');
  });

  it('is in no export, and the export says how many are not', async () => {
    const test = await readyApp();
    await restrictedAndGone(test);
    const second = await test.arrive('Later Restricted');
    await test.arrive('Plain Visitor');
    const span = { from: '2026-03-01', to: '2026-03-03' };
    expect(await test.call('console', 'exports.count', span)).toEqual({ visits: 2, restricted: 1 });
    const elsewhere = { from: '2026-02-01', to: '2026-02-03' };
    expect(await test.call('console', 'exports.count', elsewhere)).toEqual({ visits: 0, restricted: 0 });
    const { exportId, ...started } = await test.call('console', 'exports.start', {
      ...span,
      purpose: 'incident',
      format: 'csv',
      columns: ['name', 'email', 'host'],
    });
    expect(started).toMatchObject({ visits: 2, restricted: 1 });
    await restrict(test, second);
    const { visits } = await test.call('console', 'exports.page', { exportId, page: 0 });
    expect(visits.map(({ name }) => name)).toEqual(['Plain Visitor']);
    expect(auditOf(test, 'exports.start')[0]?.detail).toContain('visits=2 restricted=1');
  });
});

describe('a restricted visitor in the house', () => {
  it('is named on every list by which people are looked for, and found by text', async () => {
    const sheets: Sheet[] = [];
    const test = await readyApp({
      evacuationPaper: {
        try: async () => null,
        remove: async () => null,
        async write(_folder, sheet) {
          sheets.push(sheet);
          return null;
        },
      },
    });
    const visitId = await arriveCanary(test);
    await restrict(test, visitId);
    const { visits } = await test.call('console', 'visits.onSite', {});
    expect(visits).toMatchObject([{ ...canary, restricted: true }]);
    expect(await search(test, 'canary')).toMatchObject([{ visitId, name: canary.name }]);
    await test.call('console', 'evacuationList.change', { folder: '/lists' });
    test.settle();
    await expect.poll(() => sheets.at(-1)?.rows).toMatchObject([{ name: canary.name }]);

    const rollCallId = test.newVisitId() as string as RollCallId;
    await test.call('console', 'rollCalls.start', { rollCallId, kind: 'drill' });
    const listed = { name: canary.name, host: canary.host, restricted: true };
    expect((await test.call('console', 'rollCalls.current', {})).people).toMatchObject([listed]);
    await leave(test, visitId);
    expect((await test.call('console', 'rollCalls.current', {})).people).toMatchObject([listed]);
    await test.call('console', 'rollCalls.close', { rollCallId });
    const report = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(report.people).toMatchObject([{ name: '', company: '', host: '', restricted: true }]);
    await lift(test, visitId);
    const lifted = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(lifted.people).toMatchObject([{ ...listed, restricted: false }]);
  });

  it('may sign out, by name or by badge, and have a mistake corrected', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    await restrict(test, visitId);
    await test.call('console', 'visits.correct', { visitId, ...canary, company: 'Right Company' });
    const { code } = await test.call('console', 'visits.badgeCode', { visitId });
    const { found } = await test.call('kiosk', 'visits.badge', { by: 'camera', code });
    expect(found?.state).toBe('on-site');
    const { name, email } = canary;
    const signedOut = await test.call('kiosk', 'visits.signOut', { name, email });
    expect(signedOut.cardToReturn).toBe(false);
  });

  it('is announced to no host by mail', async () => {
    const test = await createOutboxApp();
    await test.call('console', 'mail.change', mailSettings);
    const hostId = await test.addMette();
    const visitId = await test.arrive(canary.name, { host: 'Mette Holm', hostId });
    await restrict(test, visitId);
    await test.deliver();
    expect(test.courier.letters).toEqual([]);
    await test.signIn();
    const { deliveries } = await test.call('console', 'outbox.deliveries', { state: 'all' });
    expect(deliveries).toMatchObject([{ kind: 'arrival', state: 'cancelled' }]);
  });
});

describe('a restricted visitor who comes again', () => {
  const again = (test: TestApp) =>
    test.arrive('', { ...canary, phone: '', company: '', earlier: { by: 'name' } });
  const phoneOf = async (test: TestApp, visitId: Awaited<ReturnType<typeof again>>) =>
    (await test.call('console', 'visits.get', { visitId })).visit.phone;

  it.each([true, false])('is known by nothing of that visit, left (%s) or not', async (left) => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    if (left) await leave(test, visitId);
    await restrict(test, visitId);
    expect(await phoneOf(test, await again(test))).toBe('');
    await lift(test, visitId);
    expect(await phoneOf(test, await again(test))).toBe(canary.phone);
  });

  it('has a badge that says nothing, scanned before the restriction or after', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    const { code } = await test.call('console', 'visits.badgeCode', { visitId });
    await leave(test, visitId);
    const { found } = await test.call('kiosk', 'visits.badge', { by: 'camera', code });
    expect(found?.state).toBe('left');
    await restrict(test, visitId);
    expect(await test.call('kiosk', 'visits.badge', { by: 'camera', code })).toEqual({ found: null });
    const badge = found?.badge as TapReference;
    const nothing = { name: '', email: '', phone: '', company: '', earlier: { by: 'badge', badge } } as const;
    await expect(test.arrive('', nothing)).rejects.toThrow(/bad-input/);
    await lift(test, visitId);
    expect((await test.call('kiosk', 'visits.badge', { by: 'camera', code })).found?.state).toBe('left');
  });
});
