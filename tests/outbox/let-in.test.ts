/** When the outside hears of a visitor: once they are let in, and of those a kiosk hands over later, as they were. */
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import type { VisitId } from '../../src/shared/vocabulary.ts';
import { arriveAs, canary, nameWatchlist, watch } from '../watchlist/watched-site.ts';
import { createOutboxApp, mailSettings, type OutboxApp } from './support/outbox-app.ts';

const hour = 3_600_000;

async function listening(): Promise<OutboxApp & { readonly hostId: string }> {
  const test = await createOutboxApp();
  await nameWatchlist(test);
  await test.call('console', 'mail.change', mailSettings);
  await test.addWebhook(['visit.signed-in', 'visit.departed', 'card.issued']);
  return { ...test, hostId: await test.addMette() };
}

const told = (test: OutboxApp): unknown[] => test.courier.webhooks.map(({ body }) => JSON.parse(body));
const stored = (test: OutboxApp) =>
  test.database.prepare<[], string>('SELECT kind FROM delivery ORDER BY sequence').pluck().all();

describe('a visitor who waits for security', () => {
  async function waiting() {
    const test = await listening();
    await watch(test);
    const { visitId, seeReception } = await arriveAs(test, {
      name: canary.name,
      email: canary.email,
      host: 'Mette Holm',
      hostId: test.hostId as never,
    });
    expect(seeReception).toBe(true);
    await test.deliver();
    return { test, visitId };
  }

  it('is told of to nobody; then, let in, to the host and the programs, at the instant of that', async () => {
    const { test, visitId } = await waiting();
    expect([stored(test), test.courier.letters, told(test)]).toEqual([[], [], []]);
    test.clock.advance(60_000);
    await test.call('console', 'watchlist.decide', { visitId, decision: 'let-in' });
    const timestamp = new Date(test.clock.now()).toISOString();
    await test.deliver();
    expect(test.courier.letters.map(({ to, text }) => [to.address, text])).toEqual([
      [
        'mette.holm@example.com',
        `${canary.name} signed in at Nordlys House at 08:00 and is waiting for you.`,
      ],
    ]);
    expect(told(test)).toEqual([{ type: 'visit.signed-in', timestamp, data: { visitId } }]);
  });

  it('and is refused is never told of, nor is the departure', async () => {
    const { test, visitId } = await waiting();
    await test.call('console', 'watchlist.decide', { visitId, decision: 'refused' });
    await test.reply('console', 'visits.depart', { visitId });
    await test.deliver();
    expect([stored(test), test.courier.letters, told(test)]).toEqual([[], [], []]);
  });

  it('and goes again undecided is never told of, not when the day is closed either', async () => {
    const { test, visitId } = await waiting();
    expect(await test.reply('console', 'visits.depart', { visitId })).toMatchObject({ code: 'visit-closed' });
    test.clock.advance(30 * hour);
    await test.deliver();
    expect([stored(test), told(test)]).toEqual([[], []]);
  });
});

describe('a visitor whom a kiosk hands over later', () => {
  async function away() {
    const test = await listening();
    const { code } = await test.call('console', 'devices.makeCode', {
      role: 'kiosk',
      name: 'Lift',
      desk: '',
    });
    const paired = test.app.devices.pair(code, '192.0.2.1');
    if (!paired.ok) throw new Error(paired.code);
    const { deviceId } = paired.value;
    const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
    const deliver = async (waitedMs: number, more: Partial<CallInput<'visits.deliver'>> = {}) => {
      const input = {
        ...{ name: 'Late Canary', email: 'late@example.com', phone: '+45 12 34 56 78', company: '' },
        ...{ host: 'Mette Holm', hostId: test.hostId, language: 'en', noticeId, waitedMs },
        visitId: test.newVisitId(),
        ...more,
      };
      const caller = { door: 'kiosk', connectionId: `device ${deviceId}`, deviceId } as const;
      const reply = await test.app.call(caller, 'visits.deliver', input);
      expect(reply).toMatchObject({ ok: true });
      return input.visitId as VisitId;
    };
    return { test, deliver };
  }

  it('is told of once, as of the instant they signed in, however often they are handed over', async () => {
    const { test, deliver } = await away();
    const timestamp = new Date(test.clock.now() - 2 * hour).toISOString();
    const visitId = await deliver(2 * hour);
    await deliver(2 * hour, { visitId });
    await test.deliver();
    expect(told(test)).toEqual([{ type: 'visit.signed-in', timestamp, data: { visitId } }]);
    expect(test.courier.letters.map(({ text }) => text)).toEqual([
      'Late Canary signed in at Nordlys House at 06:00 and is waiting for you.',
    ]);
  });

  it('is not announced to a host after half a day, but told of to programs, tried for a day from then', async () => {
    const { test, deliver } = await away();
    test.courier.fault = 'timeout';
    test.clock.advance(12 * hour);
    const visitId = await deliver(12 * hour);
    await test.deliver();
    expect(test.courier.letters).toEqual([]);
    await test.signIn();
    const { deliveries } = await test.call('console', 'outbox.deliveries', { state: 'all' });
    expect(deliveries.find(({ kind }) => kind === 'arrival')).toMatchObject({ state: 'cancelled', tries: 0 });
    test.courier.fault = null;
    test.clock.advance(hour);
    await test.deliver();
    expect(told(test).at(-1)).toMatchObject({ type: 'visit.signed-in', data: { visitId } });
  });

  it('and who waits for security is told of when they are let in', async () => {
    const { test, deliver } = await away();
    await watch(test);
    const visitId = await deliver(hour, { name: canary.name, email: canary.email });
    await test.deliver();
    expect(stored(test)).toEqual([]);
    await test.call('console', 'watchlist.decide', { visitId, decision: 'let-in' });
    await test.deliver();
    expect(stored(test).sort()).toEqual(['arrival', 'visit.signed-in']);
  });
});
