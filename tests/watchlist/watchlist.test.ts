import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, mondayMorning, type TestApp } from '../support/app.ts';
import { arriveAs, canary, nameWatchlist, watch, watchedSite } from './watched-site.ts';

const day = 86_400_000;

let test: TestApp;
beforeEach(async () => {
  test = await watchedSite();
});

const list = async () => (await test.call('console', 'watchlist.list', {})).entries;
const alerts = async () => (await test.call('console', 'watchlist.alerts', {})).alerts;
const audited = () =>
  test.database
    .prepare<[], { act: string; subject: string; detail: string }>(
      'SELECT act, subject, detail FROM audit ORDER BY sequence',
    )
    .all();
const canaryVisitor = { name: canary.name, email: canary.email, phone: canary.phone };

describe('an entry', () => {
  it('is listed without its reason, which security alone reads, and that is audited', async () => {
    const entryId = await watch(test);
    const [row] = await list();
    expect(row).toMatchObject({ entryId, name: canary.name, reviewOn: '2026-06-01', ended: false });
    expect(row?.addedBy).toBe('Ada Administrator');
    expect(JSON.stringify(row)).not.toContain('canaryreason');
    const { entry } = await test.call('console', 'watchlist.get', { entryId });
    expect(entry.reason).toBe(canary.reason);
    test.settle();
    expect(audited().filter(({ act }) => act === 'watchlist.get')).toMatchObject([{ subject: entryId }]);
    await test.signIn('privacy-1', ['privacy']);
    const refused = await test.reply('console', 'watchlist.get', { entryId }, 'privacy-1');
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  it.each([
    [{ name: '', email: '', phone: '' }, { name: 'identifying' }],
    [{ name: 'Canary', email: '', phone: '' }, { name: 'identifying' }],
    [{ reason: '' }, { reason: 'required' }],
    [{ email: 'no address' }, { email: 'email' }],
    [{ reviewOn: '2026-03-01' }, { reviewOn: 'day-past' }],
    [{ reviewOn: '2027-03-03' }, { reviewOn: 'review-far' }],
    [{ reviewOn: '2026-02-30' }, { reviewOn: 'date' }],
  ])('with %j is refused by the field', async (more, fields) => {
    const reply = await test.reply('console', 'watchlist.add', { ...canary, ...more });
    expect(reply).toEqual({ ok: false, code: 'bad-input', fields });
  });

  it.each([
    { email: '', phone: '' },
    { name: '', phone: '' },
    { name: '', email: '' },
    { reviewOn: '2027-03-02' },
    { reviewOn: '2026-03-02' },
  ])('with %j is enough', async (more) => {
    await watch(test, more);
    expect(await list()).toHaveLength(1);
  });

  it('cannot be made while the notice keeps silent about the list', async () => {
    const silent = createTestApp();
    await silent.setUp();
    await silent.signIn();
    expect(await silent.reply('console', 'watchlist.add', canary)).toMatchObject({
      code: 'watchlist-not-in-notice',
    });
    expect((await silent.call('console', 'watchlist.list', {})).inNotice).toBe(false);
  });

  it('is changed by the field, and renewed only by another review date', async () => {
    const entryId = await watch(test);
    test.clock.advance(10 * day);
    await test.signIn();
    await test.call('console', 'watchlist.change', { ...canary, entryId, company: 'Other' });
    await test.call('console', 'watchlist.change', {
      ...canary,
      entryId,
      company: 'Other',
      reviewOn: '2027-03-12',
    });
    expect(
      audited()
        .filter(({ act }) => act === 'watchlist.change')
        .map(({ detail }) => detail),
    ).toEqual(['company', 'reviewOn']);
    expect((await list())[0]).toMatchObject({ company: 'Other', reviewOn: '2027-03-12' });
  });
});

describe('somebody on the list signs in', () => {
  it('finishes as usual, is not on site, and waits without a word why', async () => {
    await watch(test);
    const answer = await arriveAs(test, canaryVisitor);
    expect(answer).toMatchObject({ seeReception: true });
    const { visits, counts } = await test.call('console', 'visits.onSite', {});
    expect(visits).toEqual([]);
    expect(counts).toMatchObject({ onSite: 0, waitingForCard: 0, arrivedToday: 0, unconfirmedDepartures: 0 });
    expect(await alerts()).toMatchObject([{ visitId: answer.visitId, name: canary.name }]);
    const { visit } = await test.call('console', 'visits.get', { visitId: answer.visitId });
    expect(visit).toMatchObject({ admission: 'waiting', departure: null, card: { state: 'none' } });
  });

  it('at the desk, too', async () => {
    await watch(test);
    expect(await arriveAs(test, canaryVisitor, 'console')).toMatchObject({ seeReception: true });
  });

  it('with an invitation, too', async () => {
    await watch(test);
    const made = await test.call('console', 'invitations.make', {
      ...canaryVisitor,
      company: '',
      host: '',
      validOn: '2026-03-02',
    });
    const { invitationId } = made.invitation;
    expect(await arriveAs(test, { ...canaryVisitor, invitationId })).toMatchObject({ seeReception: true });
  });

  it('gets the same answer when the message comes twice, and raises one alert', async () => {
    await watch(test);
    const visitId = test.newVisitId() as never;
    const first = await arriveAs(test, { ...canaryVisitor, visitId });
    expect(await arriveAs(test, { ...canaryVisitor, visitId })).toEqual(first);
    expect(await alerts()).toHaveLength(1);
  });

  it('makes the same events as anybody else, and no event, log or audit says who', async () => {
    await watch(test);
    const eventsOf = async (visitor: object) => {
      const before = test.events.length;
      await arriveAs(test, visitor);
      return test.events.slice(before);
    };
    const miss = await eventsOf({});
    expect(await eventsOf(canaryVisitor)).toEqual(miss);
    expect(JSON.stringify([audited(), test.events, test.log])).not.toMatch(/canary|blackwood/i);
  });

  it('gets no card and is not closed in the evening as unconfirmed', async () => {
    await watch(test);
    const { visitId } = await arriveAs(test, canaryVisitor);
    const { card } = await test.call('console', 'cards.register', {
      label: '042',
      type: 'visitor',
      source: { by: 'number', credential: { format: 'H10301', facility: '118', number: '1603' } },
    });
    expect(await test.reply('console', 'cards.issue', { cardId: card.cardId, visitId })).toMatchObject({
      code: 'visit-closed',
    });
    test.clock.advance(day);
    test.settle();
    await test.signIn();
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect(visit.admission).toBe('waiting');
    expect(await alerts()).toHaveLength(1);
  });

  it('is let in by security alone, and once', async () => {
    await watch(test);
    const { visitId } = await arriveAs(test, canaryVisitor);
    await test.signIn('desk-1', ['reception']);
    const letIn = { visitId, decision: 'let-in' } as const;
    for (const reply of [
      await test.reply('console', 'watchlist.alert', { visitId }, 'desk-1'),
      await test.reply('console', 'watchlist.decide', letIn, 'desk-1'),
      await test.reply('console', 'watchlist.list', {}, 'desk-1'),
    ])
      expect(reply).toMatchObject({ code: 'not-allowed' });
    const seen = await test.reply('console', 'watchlist.alerts', {}, 'desk-1');
    expect(JSON.stringify(seen)).not.toContain('canaryreason');
    const { visit } = await test.call('console', 'watchlist.decide', letIn);
    expect(visit).toMatchObject({ admission: 'admitted', departedAt: null, card: { state: 'waiting' } });
    expect(visit.arrivedAt).toBe(mondayMorning);
    expect((await test.call('console', 'visits.onSite', {})).counts.onSite).toBe(1);
    expect(await alerts()).toEqual([]);
    expect(await test.reply('console', 'watchlist.decide', letIn)).toMatchObject({ code: 'alert-decided' });
  });

  it('is turned away: the visit closes as refused', async () => {
    await watch(test);
    const { visitId } = await arriveAs(test, canaryVisitor);
    const { visit } = await test.call('console', 'watchlist.decide', { visitId, decision: 'refused' });
    expect(visit).toMatchObject({ admission: 'refused', departure: null });
    expect((await test.call('console', 'visits.onSite', {})).counts.onSite).toBe(0);
    expect(await alerts()).toEqual([]);
    expect(audited().at(-1)).toMatchObject({ act: 'watchlist.decide', subject: visitId, detail: 'refused' });
  });

  it('and is somebody else: let in, and counted on the entry', async () => {
    const entryId = await watch(test);
    const { visitId } = await arriveAs(test, { name: 'Blackwood Canary' });
    const alert = await test.call('console', 'watchlist.alert', { visitId });
    expect(alert).toMatchObject({ matched: ['name'], entry: { entryId, reason: canary.reason } });
    await test.call('console', 'watchlist.decide', { visitId, decision: 'mistaken' });
    expect((await list())[0]?.mistakes).toBe(1);
    expect((await test.call('console', 'visits.onSite', {})).counts.onSite).toBe(1);
    test.settle();
    expect(audited().find(({ act }) => act === 'watchlist.alert')).toMatchObject({
      subject: visitId,
      detail: entryId,
    });
  });
});

describe('the counts of a day', () => {
  it('hold nobody who was not let in', async () => {
    await watch(test);
    for (let visitor = 0; visitor < 5; visitor += 1) await test.arrive(`Visitor ${'abcde'[visitor]}`);
    await arriveAs(test, canaryVisitor);
    test.clock.advance(day);
    test.settle();
    const counts = test.database.prepare<[], string>('SELECT counts FROM day_count').pluck().all();
    expect(counts.map((each) => JSON.parse(each))).toMatchObject([{ visits: 5 }]);
  });
});

describe('nobody is matched', () => {
  it('by an entry that has ended, or whose review date is over, before any purge', async () => {
    const entryId = await watch(test, { reviewOn: '2026-03-02' });
    test.clock.advance(day);
    await test.signIn();
    expect(await arriveAs(test, canaryVisitor)).toMatchObject({ seeReception: false });
    expect(await list()).toMatchObject([{ entryId, ended: true }]);
    const second = await watch(test);
    await test.call('console', 'watchlist.end', { entryId: second });
    expect(await arriveAs(test, canaryVisitor)).toMatchObject({ seeReception: false });
  });

  it('by an erased entry, whose alert stays to be decided', async () => {
    const entryId = await watch(test);
    const { visitId } = await arriveAs(test, canaryVisitor);
    await test.call('console', 'watchlist.erase', { entryId });
    expect(await test.call('console', 'watchlist.alert', { visitId })).toMatchObject({ entry: null });
    await test.call('console', 'watchlist.decide', { visitId, decision: 'mistaken' });
    expect(await arriveAs(test, canaryVisitor)).toMatchObject({ seeReception: false });
    expect(test.database.serialize().includes('canaryreason')).toBe(false);
  });

  it('once the notice no longer names the list, and again when it does', async () => {
    await watch(test);
    await nameWatchlist(test, false);
    expect(await arriveAs(test, canaryVisitor)).toMatchObject({ seeReception: false });
    await nameWatchlist(test);
    expect(await arriveAs(test, canaryVisitor)).toMatchObject({ seeReception: true });
  });

  it('by an entry that was not there when the message was first answered', async () => {
    const visitId = test.newVisitId() as never;
    await arriveAs(test, { ...canaryVisitor, visitId });
    await watch(test);
    expect(await arriveAs(test, { ...canaryVisitor, visitId })).toMatchObject({ seeReception: false });
  });
});

describe('the purge', () => {
  function runFor(ms: number): void {
    for (let passed = 0; passed < ms; passed += day / 4) {
      test.clock.advance(day / 4);
      test.settle();
    }
  }
  const rows = (table: string) => test.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

  it('takes an entry whose review date is over, says so in the certificate, and leaves no byte', async () => {
    await watch(test, { reviewOn: '2026-03-12' });
    runFor(9 * day);
    expect(rows('watchlist_entry')).toBe(1);
    runFor(4 * day);
    expect(rows('watchlist_entry')).toBe(0);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.watchlist === 1);
    expect(certificate?.byteSearch).toMatchObject({ found: 0, decrypted: true });
    expect(certificate?.byteSearch.values).toBeGreaterThanOrEqual(4);
    expect(test.database.serialize().includes('canaryreason')).toBe(false);
  });

  it('takes the visit and its alert by the clock of visits, and leaves the entry', async () => {
    await watch(test);
    await arriveAs(test, canaryVisitor);
    runFor(33 * day);
    expect([rows('visit'), rows('watchlist_alert'), rows('watchlist_entry')]).toEqual([0, 0, 1]);
  });

  it('takes an ended entry, and a shorter clock brings every review date nearer', async () => {
    const entryId = await watch(test);
    await watch(test, { reviewOn: '2027-03-02', email: 'other@blackwood.example' });
    await test.call('console', 'watchlist.end', { entryId });
    const clocks = { contactDays: 30, visitDays: 30, cardLinkDays: 30 };
    await test.call('console', 'retention.change', { ...clocks, watchlistDays: 20 });
    expect((await test.call('console', 'retention.overview', {})).due.watchlist).toBe(1);
    await test.call('console', 'retention.purgeNow', { confirmed: false });
    test.settle();
    expect(await list()).toMatchObject([{ reviewOn: '2026-03-22', ended: false }]);
    const far = await test.reply('console', 'watchlist.add', canary);
    expect(far).toMatchObject({ code: 'bad-input', fields: { reviewOn: 'review-far' } });
    await test.call('console', 'retention.change', { ...clocks, watchlistDays: 365 });
    expect(await list()).toMatchObject([{ reviewOn: '2026-03-22' }]);
  });

  it.each([0, 366, 1.5])('has a clock of 1 to 365 days, not %s', async (watchlistDays) => {
    const clocks = { contactDays: 30, visitDays: 30, cardLinkDays: 30, watchlistDays };
    const reply = await test.reply('console', 'retention.change', clocks);
    expect(reply).toMatchObject({ code: 'bad-input', fields: { watchlistDays: expect.any(String) } });
  });
});
