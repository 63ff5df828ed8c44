/** What a restriction keeps from the purge, and what the purge takes once it is lifted. */
import { describe, expect, it } from 'vitest';
import { createTestClock, type TestApp, type TestClock } from '../support/app.ts';
import {
  arriveCanary,
  canary,
  lastCertificate,
  leave,
  lift,
  purgeAfter,
  readyApp,
  restrict,
  rows,
} from './held-site.ts';

/** A visit with a card handed out and back, invited, with a badge; then another that nothing keeps. */
async function restrictedAndOther(test: TestApp) {
  const invited = await test.call('console', 'invitations.make', { ...canary, validOn: '2026-03-02' });
  const { invitationId } = invited.invitation;
  const visitId = await arriveCanary(test, { invitationId });
  const { card } = await test.call('console', 'cards.register', {
    label: 'Card 1',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'DEC', facility: null, number: '4711' } },
  });
  await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
  await test.call('console', 'cards.return', { cardId: card.cardId, signOut: true });
  await test.arrive('Nobody Else');
  await restrict(test, visitId);
  return visitId;
}

const linked = (test: TestApp) =>
  Number(test.database.prepare('SELECT count(*) FROM loan WHERE visit_sequence IS NOT NULL').pluck().get());

describe('a restricted visit', () => {
  it('is kept with contact details, card link and invitation until it is lifted; the next purge takes it', async () => {
    const test = await readyApp();
    const visitId = await restrictedAndOther(test);
    await purgeAfter(test, 40);
    expect([rows(test, 'visit'), rows(test, 'contact'), rows(test, 'invitation'), linked(test)]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(await lastCertificate(test)).toMatchObject({
      counts: { visits: 1, contacts: 1 },
      heldBack: 1,
      byteSearch: { found: 0 },
    });
    const { visit, hold } = await test.call('console', 'visits.get', { visitId });
    expect(visit).toMatchObject({ name: canary.name, phone: canary.phone, restricted: true });
    expect(hold).toMatchObject({ reason: 'legal-claims', reviewBy: '2026-06-30', overdue: false });
    expect(await test.call('console', 'retention.overview', {})).toMatchObject({
      due: { visits: 0, contacts: 0, cardLinks: 0, invitations: 0 },
      kept: { visits: 1, contacts: 1 },
      heldBack: 1,
    });

    await lift(test, visitId);
    expect((await test.call('console', 'retention.overview', {})).due).toMatchObject({
      visits: 1,
      contacts: 1,
      cardLinks: 1,
      invitations: 1,
    });
    await purgeAfter(test, 0);
    expect([rows(test, 'visit'), rows(test, 'contact'), rows(test, 'invitation'), linked(test)]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await lastCertificate(test)).toMatchObject({ heldBack: 0, byteSearch: { found: 0 } });
    expect(test.database.serialize().includes('Canary')).toBe(false);
  });

  it('keeps its contact details where their clock is the shorter one', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 2, visitDays: 60, cardLinkDays: 2 });
    const visitId = await restrictedAndOther(test);
    await purgeAfter(test, 5);
    expect([rows(test, 'visit'), rows(test, 'contact'), linked(test)]).toEqual([2, 1, 1]);
    await lift(test, visitId);
    await purgeAfter(test, 0);
    expect([rows(test, 'visit'), rows(test, 'contact'), linked(test)]).toEqual([2, 0, 0]);
  });

  it('stays when it is restricted while a purge is on its way to it', async () => {
    /** Each look at the clock takes a millisecond, so that a slice of the purge ends within its batch of rows. */
    const steady = createTestClock();
    let looked = 0;
    const clock: TestClock = {
      ...steady,
      monotonic() {
        looked += 1;
        return steady.monotonic() + looked;
      },
    };
    const test = await readyApp({ clock });
    for (let index = 0; index < 20; index += 1) await test.arrive(`Visitor ${index}`);
    const visitId = await arriveCanary(test);
    steady.advance(40 * 86_400_000);
    await test.signIn();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    for (let ticks = 0; rows(test, 'visit') === 21; ticks += 1) {
      if (ticks > 1_000) throw new Error('the purge never began');
      test.app.tick();
    }
    expect(rows(test, 'visit')).toBeGreaterThan(1);
    await restrict(test, visitId);
    for (let ticks = 0; rows(test, 'certificate') === 0; ticks += 1) {
      if (ticks > 10_000) throw new Error('the purge never ended');
      test.app.tick();
    }
    expect([rows(test, 'visit'), rows(test, 'contact')]).toEqual([1, 1]);
    expect(await lastCertificate(test)).toMatchObject({
      counts: { visits: 20, contacts: 20 },
      heldBack: 1,
      byteSearch: { found: 0 },
    });
  });

  it('of long ago makes no purge wait: what is due is not counted from it on', async () => {
    const test = await readyApp();
    await restrict(test, await leave(test, await arriveCanary(test)), { reviewBy: '2026-12-31' });
    test.database
      .prepare(
        `WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 60)
         INSERT INTO visit (sequence, id, arrived_at, departed_at, departure, host, language, notice_sequence, card_due)
         SELECT 1000000 + n, 'v' || n, arrived_at + 200 * 86400000, arrived_at + 200 * 86400000, 'signed-out',
           host, language, notice_sequence, 0
         FROM number, (SELECT * FROM visit)`,
      )
      .run();
    test.clock.advance(201 * 86_400_000);
    await test.signIn();
    expect(await test.call('console', 'retention.overview', {})).toMatchObject({
      due: { visits: 0, contacts: 0 },
      kept: { visits: 61, contacts: 1 },
      held: null,
    });
  });

  it('cannot be deleted by the database itself', async () => {
    const test = await readyApp();
    await restrict(test, await arriveCanary(test));
    for (const sql of ['DELETE FROM visit', 'DELETE FROM contact'])
      expect(() => test.database.prepare(sql).run(), sql).toThrow();
    expect([rows(test, 'visit'), rows(test, 'contact')]).toEqual([1, 1]);
  });
});
