/** Erasing one visit: what goes, what stays, when it is refused, and that nothing of it is left in any byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RollCallId, VisitId } from '../../src/shared/vocabulary.ts';
import { createOutboxApp, everyValue, mailSettings, type OutboxApp } from '../outbox/support/outbox-app.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { addType, choose, contractor } from '../support/visitor-types.ts';
import { arriveAs, watch, watchedSite } from '../watchlist/watched-site.ts';
import {
  arriveCanary,
  auditOf,
  canary,
  day,
  erase,
  lastCertificate,
  leave,
  lift,
  purgeAfter,
  readyApp,
  restrict,
  rows,
} from './held-site.ts';

const traces = /canary|søndergaard|birds\.example|feathers|98 ?76 ?54/i;
const ok = { ok: true, value: {} };

/** Invited to an event by mail, with answers, a card, a badge; mail and a webhook about the visit wait. */
async function everythingThere(): Promise<{ test: OutboxApp; visitId: VisitId }> {
  const test = await createOutboxApp();
  await test.call('console', 'mail.change', { ...mailSettings, password: 'a long password' });
  await test.addWebhook(['visit.signed-in', 'visit.departed', 'card.issued', 'card.returned']);
  await addType(test, contractor);
  const visitorType = await choose(test, 'Contractor', {
    f1: 'Permit of Canary',
    f2: 'CANARY7',
    f3: 'o1',
    f4: 'yes',
  });
  const hostId = await test.addMette();
  const { event } = await test.call('console', 'events.plan', {
    title: 'Day of birds',
    validOn: '2026-03-02',
    starts: '09:00',
    ends: '',
    host: 'Mette Holm',
    hostId,
  });
  const list = `${canary.name}, ${canary.email}`;
  await test.call('console', 'events.addGuests', { eventId: event.eventId, list, apply: true });
  const { invitations } = await test.call('console', 'invitations.expected', {});
  const invitationId = invitations.find(({ name }) => name === canary.name)?.invitationId;
  if (invitationId === undefined) throw new Error('the guest is not expected');
  const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
  const { visitId } = await test.call('kiosk', 'visits.arrive', {
    ...{ ...canary, visitId: test.newVisitId() as VisitId, language: 'en', noticeId, invitationId },
    ...{ visitorType, host: 'Mette Holm', hostId },
  });
  await test.call('console', 'visits.badgeCode', { visitId });
  const { card } = await test.call('console', 'cards.register', {
    label: 'Card 1',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'DEC', facility: null, number: '4711' } },
  });
  await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
  await leave(test, visitId);
  return { test, visitId };
}

describe('an erased visit', () => {
  it('loses in one commit all that a purge would take, and keeps times and the notice shown', async () => {
    const { test, visitId } = await everythingThere();
    const shown = 'SELECT arrived_at, departed_at, departure, language, notice_sequence FROM visit';
    const before = test.database.prepare(shown).get();
    const waiting = () =>
      test.database.prepare("SELECT count(*) FROM delivery WHERE state = 'waiting'").pluck().get();
    expect(traces.exec(everyValue(test))).not.toBeNull();
    expect(waiting()).toBeGreaterThanOrEqual(5);
    expect(await erase(test, visitId)).toEqual(ok);
    expect(
      ['visit', 'contact', 'badge_code', 'invitation', 'watchlist_alert'].map((table) => rows(test, table)),
    ).toEqual([1, 0, 0, 0, 0]);
    expect(test.database.prepare(shown).get()).toEqual(before);
    expect(test.database.prepare('SELECT host, host_sequence FROM visit').get()).toEqual({
      host: '',
      host_sequence: null,
    });
    expect(test.database.prepare('SELECT visit_sequence FROM loan').pluck().all()).toEqual([null]);
    expect(waiting()).toBe(0);
    expect(traces.exec(everyValue(test))?.[0]).toBeUndefined();
    // The event's own count stays.
    const { events } = await test.call('console', 'events.list', {});
    expect(events).toMatchObject([{ guests: 1, arrived: 1 }]);
    await test.deliver();
    expect([test.courier.letters, test.courier.webhooks]).toEqual([[], []]);
    expect(JSON.stringify([test.log, test.events, auditOf(test, 'visits.erase')])).not.toMatch(traces);
    expect(auditOf(test, 'visits.erase')).toEqual([{ subject: visitId, detail: null }]);
  });

  it('is found no more at once, is nobody in lists and exports, and its visitor is not known again', async () => {
    const test = await readyApp();
    const visitId = await leave(test, await arriveCanary(test));
    const search = async () =>
      (await test.call('console', 'visits.search', { text: 'canary', scope: 'all' })).results;
    expect(await search()).toHaveLength(1);
    await erase(test, visitId);
    expect(await search()).toEqual([]);
    const { visit, hold, contactPurgedAt } = await test.call('console', 'visits.get', { visitId });
    expect([visit.name, visit.host, hold, contactPurgedAt]).toEqual(['', '', null, null]);
    const { exportId } = await test.call('console', 'exports.start', {
      ...{ from: '2026-03-01', to: '2026-03-31', purpose: 'incident', format: 'csv' },
      columns: ['visitId', 'name', 'email', 'phone', 'company', 'host'],
    });
    expect((await test.call('console', 'exports.page', { exportId, page: 0 })).visits).toEqual([
      { visitId, name: '', email: '', phone: '', company: '', host: '' },
    ]);
    const again = await test.arrive('', {
      ...{ ...canary, phone: '', company: '', host: '' },
      earlier: { by: 'name' },
    });
    expect((await test.call('console', 'visits.get', { visitId: again })).visit).toMatchObject({
      phone: '',
      company: '',
    });
  });

  it('leaves no byte after the next purge, which compacts although nothing else is due', async () => {
    const { test, visitId } = await everythingThere();
    await erase(test, visitId);
    expect(await test.call('console', 'retention.overview', {})).toMatchObject({
      due: { contacts: 0, visits: 0, invitations: 0 },
      erased: 1,
    });
    await purgeAfter(test, 0);
    const bytes = test.database.serialize();
    for (const text of ['Canary', 'CANARY', 'Søndergaard', 'birds.example', 'Feathers', '98 76 54'])
      expect(bytes.includes(Buffer.from(text)), text).toBe(false);
    expect(await lastCertificate(test)).toMatchObject({ erased: 1, compacted: true });
    expect(await test.call('console', 'retention.overview', {})).toMatchObject({ erased: 0 });
    expect(await test.reply('console', 'retention.purgeNow', { confirmed: false })).toMatchObject({
      code: 'nothing-to-purge',
    });
  });

  it('is compacted away after a restart too', async () => {
    const test = await readyApp();
    await erase(test, await leave(test, await arriveCanary(test)));
    const restarted = readyAgain(test);
    await purgeAfter(restarted, 2);
    expect(await lastCertificate(restarted)).toMatchObject({ erased: 1, compacted: true });
  });

  it('is not brought back by a message that is repeated', async () => {
    const test = await readyApp();
    const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
    const message = { ...canary, visitId: test.newVisitId() as VisitId, language: 'en', noticeId };
    await test.call('kiosk', 'visits.arrive', message);
    await leave(test, message.visitId);
    await erase(test, message.visitId);
    await test.call('kiosk', 'visits.arrive', message);
    expect([rows(test, 'visit'), rows(test, 'contact')]).toEqual([1, 0]);
  });

  it('goes as a whole or not at all', async () => {
    const { test, visitId } = await everythingThere();
    // The last of its writes fails.
    test.database.exec(
      "CREATE TRIGGER fails BEFORE UPDATE OF erased ON installation BEGIN SELECT raise(ABORT, 'no'); END",
    );
    const before = everyValue(test);
    expect(await erase(test, visitId)).toMatchObject({ ok: false, code: 'internal' });
    expect(everyValue(test) === before).toBe(true);
    const found = await test.call('console', 'visits.search', { text: 'canary', scope: 'all' });
    expect(found.results).toHaveLength(1);
    test.database.exec('DROP TRIGGER fails');
    expect(await erase(test, visitId)).toEqual(ok);
  });

  it('may be erased twice, and once its contact details are purged', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 9, cardLinkDays: 1 });
    const visitId = await leave(test, await arriveCanary(test));
    await purgeAfter(test, 3);
    expect((await test.call('console', 'visits.get', { visitId })).visit.host).toBe(canary.host);
    expect(await erase(test, visitId)).toEqual(ok);
    expect((await test.call('console', 'visits.get', { visitId })).visit.host).toBe('');
    expect(await erase(test, visitId)).toEqual(ok);
    await purgeAfter(test, 9);
    expect(rows(test, 'visit')).toBe(0);
  });

  it('whose departure nobody confirmed is not opened again: nobody could be looked for', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    test.clock.advance(day);
    test.settle();
    await test.signIn();
    await erase(test, visitId);
    expect(await test.reply('console', 'visits.reopen', { visitId })).toMatchObject({ code: 'visit-closed' });
  });

  it('takes its alert along and leaves the entry of the watchlist', async () => {
    const test = await watchedSite();
    await watch(test);
    const { visitId } = await arriveAs(test, { email: 'canary@blackwood.example' });
    expect(await erase(test, visitId)).toMatchObject({ code: 'visit-on-site' });
    await test.call('console', 'watchlist.decide', { visitId, decision: 'refused' });
    expect(await erase(test, visitId)).toEqual(ok);
    expect([rows(test, 'watchlist_alert'), rows(test, 'watchlist_entry')]).toEqual([0, 1]);
  });

  it('leaves other visits of the same visitor, and all of everybody else', async () => {
    const test = await readyApp();
    const first = await leave(test, await arriveCanary(test));
    const second = await arriveCanary(test);
    await test.arrive('Somebody Else');
    await erase(test, first);
    expect(rows(test, 'contact')).toBe(2);
    expect((await test.call('console', 'visits.get', { visitId: second })).visit.name).toBe(canary.name);
  });

  it('is free of every text a visitor gave, whatever they were', async () => {
    const text = fc.stringMatching(/^[A-ZÆØÅ][a-zæøåéü]{7,12}$/);
    const visitor = fc.record({ first: text, last: text, company: text, host: text, invited: fc.boolean() });
    const test = await readyApp();
    await fc.assert(
      fc.asyncProperty(visitor, async ({ first, last, company, host, invited }) => {
        const email = `${test.newVisitId()}@example.com`;
        const details = { name: `${first} ${last}`, email, phone: '+45 12 34 56 78', company, host };
        const invitation = invited
          ? await test.call('console', 'invitations.make', { ...details, validOn: '2026-03-02' })
          : undefined;
        const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
        const visitId = test.newVisitId() as VisitId;
        await test.call('kiosk', 'visits.arrive', {
          ...{ ...details, visitId, language: 'en', noticeId },
          ...(invitation !== undefined && { invitationId: invitation.invitation.invitationId }),
        });
        await leave(test, visitId);
        const values = [first, last, company, host, email];
        const bytes = () => test.database.serialize();
        for (const value of values) expect(bytes().includes(Buffer.from(value)), value).toBe(true);
        await erase(test, visitId);
        await purgeAfter(test, 0);
        for (const value of values) expect(bytes().includes(Buffer.from(value)), value).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});

describe('an erasure is refused', () => {
  it('while the visitor is on site', async () => {
    const test = await readyApp();
    const visitId = await arriveCanary(test);
    expect(await erase(test, visitId)).toMatchObject({ code: 'visit-on-site' });
    expect(rows(test, 'contact')).toBe(1);
  });

  it('while the visit is restricted', async () => {
    const test = await readyApp();
    const visitId = await leave(test, await arriveCanary(test));
    await restrict(test, visitId);
    expect(await erase(test, visitId)).toMatchObject({ code: 'visit-restricted' });
    expect(rows(test, 'contact')).toBe(1);
    await lift(test, visitId);
    expect(await erase(test, visitId)).toEqual(ok);
  });

  it('while marshals look for the visitor on an open roll call', async () => {
    const test = await readyApp();
    const visitId = await leave(test, await arriveCanary(test));
    const rollCallId = test.newVisitId() as string as RollCallId;
    await test.call('console', 'rollCalls.start', { rollCallId, kind: 'real' });
    expect(await erase(test, visitId)).toMatchObject({ code: 'visit-on-site' });
    await test.call('console', 'rollCalls.close', { rollCallId });
    expect(await erase(test, visitId)).toEqual(ok);
    const { people } = await test.call('console', 'rollCalls.report', { rollCallId });
    expect(people).toMatchObject([{ name: '', company: '', host: '', account: 'by-staff' }]);
  });

  it('of a visit there is not, and to whoever may not', async () => {
    const test = await readyApp();
    const visitId = await leave(test, await arriveCanary(test));
    expect(await erase(test, test.newVisitId() as VisitId)).toMatchObject({ code: 'not-found' });
    await test.signIn('console-1', ['reception', 'security']);
    for (const call of ['visits.erase', 'visits.liftRestriction'] as const)
      expect(await test.reply('console', call, { visitId })).toMatchObject({ code: 'not-allowed' });
    expect(rows(test, 'contact')).toBe(1);
  });
});

/** The app begun anew over the same database. */
function readyAgain(test: TestApp): TestApp {
  const restarted = createTestApp({ database: test.database, clock: test.clock });
  restarted.settle();
  return restarted;
}
