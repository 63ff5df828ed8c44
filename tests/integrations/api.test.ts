/** The HTTP interface for other programs, on the real server and the real core. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHttpHost } from '../../src/main/hosts/server/http-host.ts';
import { readStaticFiles } from '../../src/main/hosts/server/static-files.ts';
import { Problem } from '../../src/shared/openapi.ts';
import { type Sent, send } from '../hosts/support/http.ts';
import { writePages } from '../hosts/support/pages.ts';
import { temporaryFolder } from '../hosts/support/temporary-folder.ts';
import { createOutboxApp, everyValue, mailSettings } from '../outbox/support/outbox-app.ts';

const invitation = {
  externalId: 'booking:4711',
  name: 'Anna Canary',
  email: 'anna.canary@example.com',
  host: 'Mette Holm',
  validOn: '2026-03-04',
};

async function setUp() {
  let now = 0;
  const app = await createOutboxApp();
  const { token, integration } = await app.call('console', 'integrations.add', { name: 'Booking' });
  const log: Record<string, unknown>[] = [];
  const host = await openHttpHost({
    desk: {
      call: app.app.call,
      callForText: async (...asked) => JSON.stringify(await app.app.call(...asked)),
      subscribe: () => () => undefined,
      connectionClosed: () => undefined,
    },
    files: readStaticFiles(writePages(temporaryFolder())),
    log: (line) => log.push(line),
    random: (size) => randomBytes(size),
    monotonic: () => now,
    hasApi: true,
    port: 0,
  });
  onTestFinished(() => host.close());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    app,
    token,
    integration,
    log,
    port: host.port,
    pass(ms: number) {
      now += ms;
    },
    async invite(more: object = {}, sent: Sent = {}) {
      const answer = await send(host.port, '/v1/invitations', {
        method: 'POST',
        body: JSON.stringify({ ...invitation, ...more }),
        ...sent,
        headers: { ...headers, ...sent.headers },
      });
      return { ...answer, body: JSON.parse(answer.text) };
    },
  };
}

describe('an invitation by another program', () => {
  it('is expected at reception and opens at the kiosk', async () => {
    const { app, invite } = await setUp();
    const { status, body } = await invite({ validOn: '2026-03-02' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ externalId: 'booking:4711', created: true, mailed: false });
    const { invitations } = await app.call('console', 'invitations.expected', {});
    expect(invitations).toMatchObject([{ name: 'Anna Canary', invitationId: body.invitationId }]);
    const opened = await app.call('kiosk', 'invitations.open', { by: 'typed', code: body.typedCode });
    expect(opened.invitation?.name).toBe('Anna Canary');
  });

  it('sent again is the same one, without codes; with other content it is refused', async () => {
    const { app, invite } = await setUp();
    const first = await invite();
    const again = await invite();
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first.body, created: false, typedCode: null, scannedCode: null });
    const other = await invite({ validOn: '2026-03-05' });
    expect(other.status).toBe(409);
    expect(Problem.parse(other.body).code).toBe('external-id-used');
    expect(app.database.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(1);
  });

  it('of two programs may have the same externalId', async () => {
    const { app, invite } = await setUp();
    const other = await app.call('console', 'integrations.add', { name: 'Calendar' });
    const headers = { authorization: `Bearer ${other.token}` };
    const statuses = [(await invite()).status, (await invite({ name: 'Bo Bøg' }, { headers })).status];
    expect(statuses).toEqual([201, 201]);
  });

  it('is mailed by Foyer where that is on', async () => {
    const { app, invite } = await setUp();
    await app.call('console', 'mail.change', mailSettings);
    expect((await invite({ language: 'da' })).body.mailed).toBe(true);
    await app.deliver();
    expect(app.courier.letters[0]?.subject).toBe('Dit besøg hos Nordlys House, onsdag den 4. marts 2026');
  });

  it('is limited to sixty a minute', async () => {
    const { invite } = await setUp();
    for (let index = 0; index < 60; index += 1)
      expect((await invite({ externalId: `b${index}` })).status).toBe(201);
    const { status, headers, body } = await invite({ externalId: 'one-more' });
    expect([status, headers['retry-after'], body.code]).toEqual([429, '60', 'throttled']);
  });
});

describe('a token', () => {
  it('is kept as a hash, its use as a time', async () => {
    const { app, token, invite } = await setUp();
    await invite();
    expect(everyValue(app)).not.toContain(token);
    const { integrations } = await app.call('console', 'integrations.list', {});
    expect(integrations).toMatchObject([{ name: 'Booking', lastUsedAt: app.clock.now(), revokedAt: null }]);
  });

  it('opens nothing once it is revoked, nor when it is missing or made up', async () => {
    const { app, integration, invite } = await setUp();
    const { integrationId } = integration;
    await app.call('console', 'integrations.revoke', { integrationId });
    for (const authorization of [undefined, 'Bearer x', `Bearer foyer_${'A'.repeat(43)}`, 'Basic eDp5']) {
      const { status, headers, body } = await invite({}, authorization ? { headers: { authorization } } : {});
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(Problem.parse(body).code).toBe('unknown-token');
    }
  });

  it('that is wrong ten times a minute holds its address up, and nothing of it is looked at', async () => {
    const { app, invite, pass, log } = await setUp();
    const made = (index: number) => ({
      headers: { authorization: `Bearer foyer_${String(index).padStart(43, 'A')}` },
    });
    for (let index = 0; index < 5; index += 1) {
      // A right one between them takes none of them back.
      expect((await invite({ externalId: `right-${index}` })).status).toBe(201);
      expect((await invite({}, made(index))).status).toBe(401);
      expect((await invite({}, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    }
    pass(20_000);
    const looked = app.database.prepare('SELECT count(*) FROM audit').pluck();
    const before = looked.get();
    for (const sent of [made(99), {}]) {
      const { status, headers, body } = await invite({ externalId: 'held-up' }, sent);
      expect([status, headers['retry-after'], body.code]).toEqual([429, '40', 'throttled']);
    }
    expect(looked.get()).toBe(before);
    expect(log.at(-1)).toEqual({ event: 'request-refused', rule: 'wrong-tokens', status: 429 });
    pass(40_000);
    expect((await invite({ externalId: 'held-up' })).status).toBe(201);
  });

  it('reaches no other call, and a call of the interface is reached by no door', async () => {
    const { app, token } = await setUp();
    const caller = { door: 'integration', connectionId: 'x' } as const;
    for (const name of ['invitations.expected', 'visits.onSite', 'site.settings'])
      expect(await app.app.call(caller, name, {})).toMatchObject({ ok: false });
    const input = { token, invitation } as never;
    expect(await app.reply('console', 'integrations.invite', input)).toMatchObject({ code: 'not-allowed' });
    expect(await app.reply('kiosk', 'integrations.invite', input)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a problem', () => {
  it('names the fields, and repeats nothing that was sent', async () => {
    const { app, invite, log } = await setUp();
    const answer = await invite({
      email: 'canary',
      validOn: '2026-02-30',
      unknown: 'canary',
      externalId: 'a b',
    });
    expect(answer.status).toBe(422);
    const { fields, ...rest } = Problem.parse(answer.body);
    expect(fields).toMatchObject({ email: 'email', validOn: 'date', externalId: 'shape' });
    expect(rest).toMatchObject({ status: 422, type: 'urn:foyer:refusal:bad-input' });
    const past = await invite({ validOn: '2026-03-01' });
    expect(Problem.parse(past.body).fields).toEqual({ validOn: 'day-past' });
    expect(JSON.stringify([answer.text, past.text, app.log, log])).not.toMatch(/canary/i);
  });

  it.each<[string, Sent, number]>([
    ['a page of any site', { headers: { origin: 'http://127.0.0.1:4713' } }, 403],
    ['a page without an origin', { headers: { 'sec-fetch-site': 'none' } }, 403],
    ['another name for this machine', { headers: { host: 'foyer.example.com' } }, 403],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['no JSON', { body: '{' }, 400],
    ['too much', { body: JSON.stringify('x'.repeat(70_000)) }, 413],
    ['too much without a length', { body: JSON.stringify('x'.repeat(70_000)), chunked: true }, 413],
    ['another method', { method: 'PUT' }, 405],
  ])('answers %s', async (_what, sent, status) => {
    const { app, invite } = await setUp();
    const answer = await invite({}, sent);
    expect(answer.status).toBe(status);
    expect(Problem.parse(answer.body).status).toBe(status);
    expect(app.database.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(0);
  });

  it('answers addresses there are not', async () => {
    const { port } = await setUp();
    for (const target of ['/v1/', '/v1/visits', '/v1/invitations/x', '/v1/../console'])
      expect((await send(port, target)).status).toBe(404);
  });
});

describe('deletion', () => {
  it('of an invitation takes the name the other program had for it', async () => {
    const { app, invite } = await setUp();
    await invite({ externalId: 'canary-booking' });
    app.database.prepare('UPDATE invitation SET ended_at = 1').run();
    await app.call('console', 'retention.purgeNow', { confirmed: true });
    app.settle();
    expect(everyValue(app)).not.toContain('canary-booking');
    expect((await invite({ externalId: 'canary-booking' })).status).toBe(201);
  });
});
