import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const hour = 3_600_000;
const day = 24 * hour;

async function ready() {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  const { code } = await test.call('console', 'devices.makeCode', { role: 'kiosk', name: 'Lift', desk: '' });
  const paired = test.app.devices.pair(code, '192.0.2.1');
  if (!paired.ok) throw new Error(paired.code);
  const { deviceId } = paired.value;
  const deliver = (input: unknown) =>
    test.app.call({ door: 'kiosk', connectionId: `device ${deviceId}`, deviceId }, 'visits.deliver', input);
  return { test, deliver };
}

async function signIn(test: TestApp, waitedMs: number): Promise<CallInput<'visits.deliver'>> {
  const { noticeId } = await test.call('kiosk', 'notice.current', { language: 'en' });
  return {
    ...{ name: 'Late Visitor', email: 'late@example.com', phone: '+45 12 34 56 78', company: '', host: '' },
    ...{ language: 'en', noticeId, waitedMs },
    visitId: test.newVisitId() as CallInput<'visits.deliver'>['visitId'],
  };
}

const visits = (test: TestApp) =>
  test.database.prepare<[], { id: string; arrived_at: number }>('SELECT id, arrived_at FROM visit').all();

describe('a sign-in handed over later', () => {
  it('is a visit as of the instant the visitor signed in, once however often it is sent', async () => {
    const { test, deliver } = await ready();
    const input = await signIn(test, 2 * hour);
    for (const waitedMs of [2 * hour, 3 * hour, 2 * hour])
      expect(await deliver({ ...input, waitedMs })).toEqual({ ok: true, value: { visitId: input.visitId } });
    expect(visits(test)).toEqual([{ id: input.visitId, arrived_at: test.clock.now() - 2 * hour }]);
    const { results } = await test.call('console', 'visits.search', { text: 'late vis', scope: 'all' });
    expect(results).toHaveLength(1);
  });

  it('that the host had already before it went away is the same visit', async () => {
    const { test, deliver } = await ready();
    const { waitedMs, ...input } = await signIn(test, 1_000);
    const { arrivedAt } = await test.call('kiosk', 'visits.arrive', input);
    test.clock.advance(hour);
    expect(await deliver({ ...input, waitedMs })).toMatchObject({ ok: true });
    expect(visits(test)).toEqual([{ id: input.visitId, arrived_at: arrivedAt }]);
  });

  it('keeps the notice that was on screen, though another was published before', async () => {
    const { test, deliver } = await ready();
    const input = await signIn(test, 30 * hour);
    await test.call('console', 'retention.change', { contactDays: 9, visitDays: 9, cardLinkDays: 9 });
    test.clock.advance(30 * hour);
    // The id is as old as the sign-in; the notice had been superseded by then.
    const visitId = test.newVisitId();
    expect(await deliver({ ...input, visitId, waitedMs: hour })).toMatchObject({ ok: true });
    await test.signIn();
    const { notice } = await test.call('console', 'visits.get', { visitId: visitId as never });
    expect(notice.noticeId).toBe(input.noticeId);
  });

  it('is refused with a notice nobody published, and stays where it is', async () => {
    const { test, deliver } = await ready();
    const input = await signIn(test, 0);
    const reply = await deliver({ ...input, noticeId: test.newVisitId() });
    expect(reply).toMatchObject({ ok: false, code: 'notice-outdated' });
    expect(visits(test)).toEqual([]);
  });

  it('brings nobody back who was deleted meanwhile', async () => {
    const { test, deliver } = await ready();
    const input = await signIn(test, 0);
    await deliver(input);
    test.database.exec('DELETE FROM contact; DELETE FROM visit;');
    expect(await deliver({ ...input, waitedMs: day })).toMatchObject({ ok: true });
    expect(visits(test)).toEqual([]);
  });

  it('comes from a device and from nobody else', async () => {
    const { test } = await ready();
    const reply = await test.reply('kiosk', 'visits.deliver', await signIn(test, 0));
    expect(reply).toEqual({ ok: false, code: 'not-allowed' });
    expect(visits(test)).toEqual([]);
  });

  it('is no older than a week', async () => {
    const { test, deliver } = await ready();
    const input = await signIn(test, 7 * day + 1);
    expect(await deliver(input)).toMatchObject({ ok: false, code: 'bad-input' });
  });
});
