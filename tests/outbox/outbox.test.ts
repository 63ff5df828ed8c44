/** The outbox: what is written when, how often it is tried, what of it stays, and how it goes. */
import { describe, expect, it } from 'vitest';
import { announcesArrival } from '../../src/main/core/outbox/arrival-announcement.ts';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { createOutboxApp, everyValue, guest, mailSettings, type OutboxApp } from './support/outbox-app.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** As the office sees it, signed in again: time passes in these tests. */
async function list(test: OutboxApp) {
  await test.signIn();
  return (await test.call('console', 'outbox.deliveries', { state: 'all' })).deliveries;
}

async function runFor(test: OutboxApp, ms: number, step = 10 * 60_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    test.clock.advance(step);
    test.settle();
    await new Promise((resume) => setImmediate(resume));
    await new Promise((resume) => setImmediate(resume));
  }
}

const bodies = (test: OutboxApp) =>
  test.database.prepare<[], string | null>('SELECT body FROM delivery ORDER BY sequence').pluck().all();

async function withMail(more: Partial<typeof mailSettings> = {}): Promise<OutboxApp> {
  const test = await createOutboxApp();
  await test.call('console', 'mail.change', { ...mailSettings, ...more });
  return test;
}

describe('nothing leaves', () => {
  it('before the office has switched mail on and added a webhook', async () => {
    const test = await createOutboxApp();
    const hostId = await test.addMette();
    const made = await test.call('console', 'invitations.make', guest);
    const visitId = await test.arrive('Anna Canary', { host: 'Mette Holm', hostId });
    await test.call('console', 'visits.depart', { visitId });
    await test.deliver();
    expect(made.mailed).toBe(false);
    expect(await list(test)).toEqual([]);
    expect([test.courier.letters, test.courier.webhooks]).toEqual([[], []]);
  });

  it('while mail is switched off; what waits is given up after a day, without a try', async () => {
    const test = await withMail();
    await test.call('console', 'invitations.make', { ...guest, validOn: '2026-03-20' });
    await test.call('console', 'mail.change', { ...mailSettings, enabled: false, password: null });
    await test.deliver();
    expect(test.courier.letters).toEqual([]);
    expect(await list(test)).toMatchObject([{ state: 'waiting', fault: 'switched-off', tries: 0 }]);
    await runFor(test, day + 2 * hour);
    expect(test.courier.letters).toEqual([]);
    expect(await list(test)).toMatchObject([{ state: 'given-up', fault: 'switched-off', tries: 0 }]);
    expect(bodies(test)).toEqual([null]);
  });
});

describe('mail to the visitor', () => {
  it('has the codes, and they are nowhere once it is delivered', async () => {
    const test = await withMail();
    const made = await test.call('console', 'invitations.make', { ...guest, language: 'da' });
    expect(made.mailed).toBe(true);
    await test.deliver();
    const [letter] = test.courier.letters;
    expect(test.courier.letters).toHaveLength(1);
    expect(letter?.to).toEqual({ name: guest.name, address: guest.email });
    expect(letter?.qrText).toBe(made.scannedCode);
    expect(letter?.text).toContain(made.typedCode);
    expect(letter?.text).toContain('Du er ventet hos Nordlys House mandag den 2. marts 2026 af Mette Holm.');
    expect(letter?.html).toContain('cid:code');
    expect(await list(test)).toMatchObject([{ kind: 'invitation', state: 'delivered', tries: 1 }]);
    const stored = everyValue(test);
    for (const code of [made.typedCode, made.typedCode.replace('-', ''), made.scannedCode])
      expect(stored).not.toContain(code);
    const opened = await test.call('kiosk', 'invitations.open', { by: 'typed', code: made.typedCode });
    expect(opened.invitation?.name).toBe(guest.name);
  });

  it('escapes what a name may hold', async () => {
    const test = await withMail();
    await test.call('console', 'invitations.make', { ...guest, name: 'A <img src=x> & "B"' });
    await test.deliver();
    expect(test.courier.letters[0]?.html).toContain('A &lt;img src=x&gt; &amp; &quot;B&quot;');
  });

  it('is sent again with a new code, and the old one stops working', async () => {
    const test = await withMail();
    const made = await test.call('console', 'invitations.make', guest);
    await test.deliver();
    const [sent] = await list(test);
    await test.call('console', 'outbox.resend', { deliveryId: sent?.deliveryId as never });
    await test.deliver();
    expect(test.courier.letters).toHaveLength(2);
    expect(test.courier.letters[1]?.qrText).not.toBe(made.scannedCode);
    const old = await test.call('kiosk', 'invitations.open', { by: 'typed', code: made.typedCode });
    expect(old).toEqual({ invitation: null });
  });

  it('goes when somebody asks for it where it does not go by itself, with a code of its own', async () => {
    const test = await withMail({ invitationMail: false });
    const made = await test.call('console', 'invitations.make', guest);
    const { invitationId } = made.invitation;
    const expected = async () => {
      const { mayMail, invitations } = await test.call('console', 'invitations.expected', {});
      return [mayMail, invitations[0]?.mail];
    };
    await test.deliver();
    expect([made.mailed, test.courier.letters, await expected()]).toEqual([false, [], [true, null]]);
    await test.call('console', 'invitations.send', { invitationId });
    expect(await expected()).toEqual([true, 'waiting']);
    await test.deliver();
    expect(await expected()).toEqual([true, 'delivered']);
    const old = await test.call('kiosk', 'invitations.open', { by: 'typed', code: made.typedCode });
    expect(old).toEqual({ invitation: null });
    expect(test.courier.letters.map(({ to }) => to.address)).toEqual([guest.email]);
    await test.call('console', 'mail.change', { ...mailSettings, enabled: false, password: null });
    expect(await expected()).toEqual([false, 'delivered']);
    expect(await test.reply('console', 'invitations.send', { invitationId })).toMatchObject({
      code: 'nothing-to-send',
    });
  });

  it('never brings a code that was made anew on paper meanwhile', async () => {
    const test = await withMail();
    test.courier.fault = 'timeout';
    const { invitation } = await test.call('console', 'invitations.make', guest);
    await test.deliver();
    const { invitationId } = invitation;
    const paper = await test.call('console', 'invitations.renew', { invitationId, onPaper: true });
    expect(paper.mailed).toBe(false);
    test.courier.fault = null;
    const before = test.courier.letters.length;
    await runFor(test, hour);
    expect(test.courier.letters).toHaveLength(before);
    expect(await list(test)).toMatchObject([{ state: 'cancelled' }]);
    const opened = await test.call('kiosk', 'invitations.open', { by: 'typed', code: paper.typedCode });
    expect(opened.invitation?.name).toBe(guest.name);
  });

  it('waits no more once the visitor is not expected', async () => {
    const test = await withMail();
    test.courier.fault = 'no-connection';
    const { invitation } = await test.call('console', 'invitations.make', guest);
    await test.deliver();
    await test.call('console', 'invitations.cancel', { invitationId: invitation.invitationId });
    expect(await list(test)).toMatchObject([{ state: 'cancelled', canResend: false }]);
    expect(bodies(test)).toEqual([null]);
  });
});

describe('mail to the host', () => {
  it('says who came and when, and nothing else', async () => {
    const test = await withMail();
    const hostId = await test.addMette();
    await test.arrive('Anna Canary', { host: 'Mette Holm', hostId });
    await test.deliver();
    const [letter] = test.courier.letters;
    expect(letter?.to).toEqual({ name: 'Mette Holm', address: 'mette.holm@example.com' });
    expect(letter?.text).toBe('Anna Canary signed in at Nordlys House at 08:00 and is waiting for you.');
    expect(JSON.stringify(letter)).not.toMatch(/annacanary@|\+45|Example ApS/);
  });

  it('is not written for words, nor where the site does not want it', async () => {
    const test = await withMail();
    await test.arrive('Anna Canary', { host: 'Mette Holm' });
    expect(await list(test)).toEqual([]);
    const hostId = await test.addMette();
    await test.call('console', 'mail.change', { ...mailSettings, arrivalMail: false });
    await test.arrive('Bo Canary', { host: 'Mette Holm', hostId });
    expect(await list(test)).toEqual([]);
  });

  it('is decided in one place', () => {
    const mail = { ...mailSettings, password: undefined } as never;
    expect(announcesArrival({ mail, hasHost: true, isHeld: false })).toBe(true);
    expect(announcesArrival({ mail, hasHost: true, isHeld: true })).toBe(false);
    expect(announcesArrival({ mail, hasHost: false, isHeld: false })).toBe(false);
    expect(announcesArrival({ mail: null, hasHost: true, isHeld: false })).toBe(false);
  });

  it('is dropped for a visitor who has gone again', async () => {
    const test = await withMail();
    test.courier.fault = 'timeout';
    const hostId = await test.addMette();
    const visitId = await test.arrive('Anna Canary', { host: 'Mette Holm', hostId });
    await test.deliver();
    await test.call('console', 'visits.depart', { visitId });
    test.courier.fault = null;
    const before = test.courier.letters.length;
    await runFor(test, hour);
    expect(test.courier.letters).toHaveLength(before);
    expect(await list(test)).toMatchObject([{ state: 'cancelled', fault: 'gone', canResend: false }]);
  });
});

describe('a delivery that fails', () => {
  it('is tried for a day, more and more seldom, then given up; its codes go', async () => {
    const test = await withMail();
    test.courier.fault = 'no-connection';
    await test.call('console', 'invitations.make', { ...guest, validOn: '2026-03-20' });
    await test.deliver();
    expect(await list(test)).toMatchObject([{ state: 'waiting', fault: 'no-connection' }]);
    await runFor(test, day + hour);
    const [gone] = await list(test);
    expect(gone).toMatchObject({ state: 'given-up', fault: 'no-connection', nextAt: null });
    // 30 s doubling to an hour, each shortened by up to a half: at least 30 and at most 60 tries in a day.
    expect(gone?.tries).toBeGreaterThanOrEqual(28);
    expect(gone?.tries).toBeLessThanOrEqual(60);
    expect(bodies(test)).toEqual([null]);
    const tries = test.courier.letters.length;
    await runFor(test, 3 * hour);
    expect(test.courier.letters).toHaveLength(tries);
  });

  it('is not tried again where the other side refuses it for good', async () => {
    const test = await withMail();
    test.courier.fault = 'recipient-refused';
    await test.call('console', 'invitations.make', guest);
    await test.deliver();
    expect(await list(test)).toMatchObject([{ state: 'given-up', tries: 1, fault: 'recipient-refused' }]);
  });

  it('is delivered when the other side is back', async () => {
    const test = await withMail();
    test.courier.fault = 'timeout';
    await test.call('console', 'invitations.make', guest);
    await test.deliver();
    test.courier.fault = null;
    await runFor(test, hour);
    expect(await list(test)).toMatchObject([{ state: 'delivered', fault: null }]);
  });

  it('survives a courier that throws', async () => {
    const test = await withMail();
    test.courier.mail = async () => {
      throw new Error('canary');
    };
    await test.call('console', 'invitations.make', guest);
    await test.deliver();
    expect(await list(test)).toMatchObject([{ state: 'waiting', fault: 'other' }]);
    expect(JSON.stringify(test.log)).not.toContain('canary');
  });
});

describe('webhooks', () => {
  it('tell of a visit and a card from their first moment to their last, by ids', async () => {
    const test = await createOutboxApp();
    await test.addWebhook([
      'visit.signed-in',
      'visit.departed',
      'card.issued',
      'card.returned',
      'card.blocked',
    ]);
    const visitId = await test.arrive('Anna Canary');
    const credential = { format: 'H10301', facility: '118', number: '7' } as const;
    const { card } = await test.call('console', 'cards.register', {
      label: 'Card 7',
      type: 'visitor',
      source: { by: 'number', credential },
    });
    await test.call('console', 'cards.issue', { cardId: card.cardId, visitId });
    await test.call('console', 'cards.return', { cardId: card.cardId, signOut: true });
    await test.call('console', 'cards.block', { cardId: card.cardId, reason: 'lost' });
    await test.deliver();
    const told = test.courier.webhooks.map(({ body }) => JSON.parse(body));
    const timestamp = expect.stringMatching(/^2026-03-02T07:/);
    const aboutCard = { cardId: card.cardId, cardLabel: 'Card 7', visitId };
    expect(told).toEqual([
      { type: 'visit.signed-in', timestamp, data: { visitId } },
      { type: 'card.issued', timestamp, data: aboutCard },
      { type: 'card.returned', timestamp, data: aboutCard },
      { type: 'visit.departed', timestamp, data: { visitId, departure: 'card-returned' } },
      { type: 'card.blocked', timestamp, data: { ...aboutCard, visitId: null } },
    ]);
    expect(JSON.stringify(test.courier.webhooks)).not.toMatch(/canary/i);
  });

  it('go to each endpoint that listens, signed with its own secret', async () => {
    const test = await createOutboxApp();
    const first = await test.addWebhook(['visit.signed-in'], 'First');
    const second = await test.addWebhook(['visit.signed-in', 'card.issued'], 'Second');
    await test.addWebhook(['card.issued'], 'Third');
    await test.arrive('Anna Canary');
    await test.deliver();
    expect(test.courier.webhooks.map(({ secret }) => secret).sort()).toEqual([first, second].sort());
    expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { webhooks } = await test.call('console', 'webhooks.list', {});
    expect(JSON.stringify(webhooks)).not.toContain(first);
  });

  it('that are written belong to the sign-in: rolled back, there is neither', async () => {
    const test = await createOutboxApp();
    await test.addWebhook(['visit.signed-in']);
    test.database.exec(
      "CREATE TRIGGER break BEFORE INSERT ON audit WHEN NEW.act = 'visits.arrive' BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    await expect(test.arrive('Anna Canary')).rejects.toThrow();
    const counts = ['visit', 'delivery'].map((table) =>
      test.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    );
    expect(counts).toEqual([0, 0]);
  });

  it('that were given up can be sent again with the same id', async () => {
    const test = await createOutboxApp();
    await test.addWebhook(['visit.signed-in']);
    test.courier.fault = 'endpoint-gone';
    await test.arrive('Anna Canary');
    await test.deliver();
    const [given] = await list(test);
    expect(given).toMatchObject({ state: 'given-up', webhook: 'Building', canResend: true });
    test.courier.fault = null;
    await test.call('console', 'outbox.resend', { deliveryId: given?.deliveryId as never });
    await test.deliver();
    const ids = test.courier.webhooks.map(({ id }) => id);
    expect(ids).toEqual([given?.deliveryId, given?.deliveryId]);
    expect(bodies(test)).toEqual([null]);
    const [done] = await list(test);
    expect(
      await test.reply('console', 'outbox.resend', { deliveryId: done?.deliveryId as never }),
    ).toMatchObject({
      code: 'nothing-to-send',
    });
  });

  it.each([
    ['http://hooks.example.com/', 'https-needed'],
    ['https://user:secret@hooks.example.com/', 'web-address'],
    ['ftp://hooks.example.com/', 'web-address'],
    ['hooks.example.com', 'web-address'],
    ['', 'required'],
  ])('refuse the address %j', async (address, fault) => {
    const test = await createOutboxApp();
    const input = { name: 'X', address, events: ['card.issued' as const], enabled: true };
    expect(await test.reply('console', 'webhooks.add', input)).toMatchObject({ fields: { address: fault } });
  });
});

describe('deletion', () => {
  it('of a visit takes with it what waits about it', async () => {
    const test = await withMail();
    await test.addWebhook(['visit.signed-in']);
    test.courier.fault = 'timeout';
    const hostId = await test.addMette();
    const visitId: VisitId = await test.arrive('Anna Canary', { host: 'Mette Holm', hostId });
    await test.deliver();
    expect((await list(test)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    test.database.prepare('DELETE FROM visit WHERE id = ?').run(visitId);
    expect((await list(test)).map(({ state, fault }) => [state, fault])).toEqual([
      ['cancelled', 'gone'],
      ['cancelled', 'gone'],
    ]);
    expect(everyValue(test).replaceAll(/"act":[^}]*/g, '')).not.toContain(visitId);
  });

  it('of an invitation by the purge takes its codes', async () => {
    const test = await withMail();
    test.courier.fault = 'timeout';
    const made = await test.call('console', 'invitations.make', guest);
    test.database.prepare('UPDATE invitation SET ended_at = 1').run();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    expect(test.database.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(0);
    expect(await list(test)).toMatchObject([{ state: 'cancelled', fault: 'gone' }]);
    expect(everyValue(test)).not.toContain(made.scannedCode);
  });

  it('of the log comes 30 days after a delivery was made', async () => {
    const test = await createOutboxApp();
    await test.addWebhook(['visit.signed-in']);
    await test.arrive('Anna Canary');
    await test.deliver();
    await runFor(test, 29 * day, 6 * hour);
    expect(await list(test)).toHaveLength(1);
    await runFor(test, 2 * day, 2 * hour);
    expect(await list(test)).toEqual([]);
  });
});

describe('what is written down', () => {
  it('holds no name, address, code or password, in the log of deliveries, the audit, the events and the log', async () => {
    const test = await withMail();
    await test.addWebhook(['visit.signed-in', 'visit.departed']);
    const hostId = await test.addMette();
    const made = await test.call('console', 'invitations.make', guest);
    await test.arrive('Bo Canary', { host: 'Mette Holm', hostId });
    await test.deliver();
    await test.call('console', 'mail.test', { to: 'canary@example.com' });
    const shown = await list(test);
    expect(shown).toHaveLength(3);
    const audit = test.database.prepare('SELECT * FROM audit').all();
    const delivery = test.database.prepare('SELECT * FROM delivery').all();
    const written = JSON.stringify([shown, audit, delivery, test.events, test.log]);
    expect(written).not.toMatch(/canary|mette|@/i);
    expect(written).not.toContain(made.typedCode);
  });

  it('keeps the password from every reply, and drops it with another server', async () => {
    const test = await withMail();
    const first = await test.call('console', 'mail.settings', {});
    expect(first.hasPassword).toBe(true);
    expect(JSON.stringify(first)).not.toContain('canary-password');
    const other = { ...mailSettings, host: 'other.example.com', password: null };
    expect((await test.call('console', 'mail.change', other)).hasPassword).toBe(false);
  });

  it('refuses a password in the clear over a network', async () => {
    const test = await createOutboxApp();
    const open = { ...mailSettings, security: 'none' as const };
    expect(await test.reply('console', 'mail.change', open)).toMatchObject({
      fields: { security: 'tls-needed' },
    });
    const local = { ...open, host: '127.0.0.1' };
    expect(await test.reply('console', 'mail.change', local)).toMatchObject({ ok: true });
  });
});
