import { describe, expect, it } from 'vitest';
import { type CallName, callNames, contract } from '../../src/shared/contract/contract.ts';
import type { CallDefinition } from '../../src/shared/contract/definition.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { DeviceId, Door } from '../../src/shared/vocabulary.ts';
import { createTestApp, type TestApp } from '../support/app.ts';

const minute = 60_000;

async function ready(parts: Parameters<typeof createTestApp>[0] = {}): Promise<TestApp> {
  const test = createTestApp(parts);
  await test.setUp();
  await test.signIn();
  return test;
}

const makeCode = async (test: TestApp, role: Door = 'kiosk', name = 'Lift kiosk') =>
  (await test.call('console', 'devices.makeCode', { role, name, desk: 'North' })).code;

function pair(test: TestApp, code: string, address = '192.0.2.1') {
  const reply = test.app.devices.pair(code, address);
  if (!reply.ok) throw new Error(reply.code);
  return reply.value;
}

/** A character that keeps the shape of the code and makes it another. */
const otherThan = (code: string, index: number): string =>
  `${code.slice(0, 8)}${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.replace(code[8] ?? '', '')[index % 31]}`;

const fromDevice = (test: TestApp, door: Door, deviceId: DeviceId, name: string, input: unknown) =>
  test.app.call({ door, connectionId: `device ${deviceId}`, deviceId }, name, input);

describe('a pairing code', () => {
  it('has eight characters without look-alikes and pairs one device once, however it is typed', async () => {
    const test = await ready();
    const code = await makeCode(test);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const paired = pair(test, ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `);
    expect(paired).toMatchObject({ role: 'kiosk', name: 'Lift kiosk' });
    expect(Buffer.from(paired.secret, 'base64url')).toHaveLength(32);
    expect(test.app.devices.pair(code, '192.0.2.2')).toMatchObject({ ok: false, code: 'wrong-code' });
    expect(test.app.devices.admit(paired.secret)).toEqual({ deviceId: paired.deviceId, role: 'kiosk' });
  });

  it('is gone after ten minutes', async () => {
    const test = await ready();
    const [first, second] = [await makeCode(test), await makeCode(test)];
    test.clock.advance(10 * minute - 1);
    pair(test, first);
    test.clock.advance(1);
    expect(test.app.devices.pair(second, '192.0.2.9')).toMatchObject({ code: 'wrong-code' });
  });

  it('is gone after five wrong tries from wherever, and the audit says so', async () => {
    const test = await ready();
    const code = await makeCode(test);
    for (let tried = 0; tried < 5; tried += 1)
      expect(test.app.devices.pair(otherThan(code, tried), `192.0.2.${tried}`)).toMatchObject({
        code: 'wrong-code',
      });
    expect(test.app.devices.pair(code, '192.0.2.77')).toMatchObject({ code: 'wrong-code' });
    const { codes } = await test.call('console', 'devices.list', {});
    expect(codes).toEqual([]);
    const acts = test.database
      .prepare<[], string>("SELECT detail FROM audit WHERE act = 'devices.pair'")
      .pluck()
      .all();
    expect(acts).toEqual(['codes-lost']);
  });

  it('outlives four wrong tries', async () => {
    const test = await ready();
    const code = await makeCode(test);
    for (let tried = 0; tried < 4; tried += 1) test.app.devices.pair(otherThan(code, tried), '192.0.2.1');
    expect(pair(test, code).role).toBe('kiosk');
  });

  it('is tried five times a minute from one address, right or wrong', async () => {
    const test = await ready();
    for (let tried = 0; tried < 5; tried += 1) test.app.devices.pair('AAAA-AAAA', '192.0.2.1');
    const code = await makeCode(test);
    const held = test.app.devices.pair(code, '192.0.2.1');
    expect(held).toMatchObject({ code: 'throttled' });
    expect(!held.ok && held.retryAfterSeconds).toBeGreaterThan(0);
    test.clock.advance(minute + 1);
    expect(pair(test, code).role).toBe('kiosk');
  });

  it('is one of at most ten', async () => {
    const test = await ready();
    for (let made = 0; made < 10; made += 1) await makeCode(test);
    const more = await test.reply('console', 'devices.makeCode', { role: 'kiosk', name: 'One', desk: '' });
    expect(more).toMatchObject({ code: 'throttled' });
  });
});

describe('a paired device', () => {
  it('leaves neither code nor secret in the database, the audit, the log or the events', async () => {
    const test = await ready();
    const code = await makeCode(test);
    const { secret } = pair(test, code);
    const rows = ['device', 'audit', 'network'].map((table) =>
      test.database.prepare(`SELECT * FROM ${table}`).all(),
    );
    const written = JSON.stringify([rows, test.log, test.events]);
    expect(written).not.toContain(secret);
    expect(written).not.toContain(code);
    const entries = test.database.prepare("SELECT * FROM audit WHERE act LIKE 'devices.%'").all();
    expect(JSON.stringify(entries)).not.toMatch(/Lift kiosk|North|192\.0/);
  });

  it.each(callNames)('with the role of a kiosk is refused %s unless visitors may', async (name: CallName) => {
    const test = await ready();
    const { deviceId } = pair(test, await makeCode(test));
    const { access } = contract[name] as CallDefinition;
    const asConsole = await fromDevice(test, 'console', deviceId, name, { unexpected: true });
    expect(asConsole).toEqual({ ok: false, code: 'not-allowed' });
    const reply = (await fromDevice(test, 'kiosk', deviceId, name, { unexpected: true })) as Reply<unknown>;
    const code = reply.ok ? 'ok' : reply.code;
    if (access.includes('kiosk')) expect(code).toBe('bad-input');
    else expect(['not-allowed', 'already-set-up']).toContain(code);
  });

  it('with the role of a console still needs somebody who signs in, and has no way to the kiosk door', async () => {
    const test = await ready();
    const { deviceId } = pair(test, await makeCode(test, 'console'));
    expect(await fromDevice(test, 'console', deviceId, 'visits.onSite', {})).toMatchObject({
      code: 'signed-out',
    });
    expect(await fromDevice(test, 'kiosk', deviceId, 'site.welcome', {})).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('is shut out at once when it is revoked, and whoever was signed in there is signed out', async () => {
    const gone: string[] = [];
    const test = await ready({ deviceGone: (deviceId) => void gone.push(deviceId) });
    const { deviceId, secret } = pair(test, await makeCode(test, 'console'));
    const credentials = { userName: 'admin', passphrase: 'correct horse battery staple' };
    await fromDevice(test, 'console', deviceId, 'staff.signIn', credentials);
    expect(await fromDevice(test, 'console', deviceId, 'visits.onSite', {})).toMatchObject({ ok: true });
    await test.call('console', 'devices.revoke', { deviceId });
    expect(gone).toEqual([deviceId]);
    expect(test.app.devices.admit(secret)).toBeNull();
    expect(await fromDevice(test, 'console', deviceId, 'visits.onSite', {})).toMatchObject({
      code: 'not-allowed',
    });
    expect(await test.reply('console', 'visits.onSite', {}, `device ${deviceId}`)).toMatchObject({
      code: 'signed-out',
    });
    expect(test.database.prepare('SELECT count(*) FROM device').pluck().get()).toBe(0);
  });

  it('is listed with its name, desk and last sign of life, and renamed', async () => {
    const test = await ready();
    const { deviceId } = pair(test, await makeCode(test));
    test.clock.advance(3 * minute);
    await fromDevice(test, 'kiosk', deviceId, 'site.welcome', {});
    await fromDevice(test, 'kiosk', deviceId, 'devices.checkIn', { waiting: 2, refused: 1, expired: 0 });
    await test.signIn();
    await test.call('console', 'devices.rename', { deviceId, name: 'Canteen', desk: '' });
    const { devices } = await test.call('console', 'devices.list', {});
    expect(devices).toEqual([
      {
        ...{ deviceId, role: 'kiosk', name: 'Canteen', desk: '' },
        pairedAt: test.clock.now() - 3 * minute,
        lastSeenAt: test.clock.now(),
        outbox: { waiting: 2, refused: 1, expired: 0 },
      },
    ]);
  });

  it('is known after a restart of the core, with when it was last seen', async () => {
    const test = await ready();
    const { deviceId, secret } = pair(test, await makeCode(test));
    test.clock.advance(6 * minute);
    await fromDevice(test, 'kiosk', deviceId, 'site.welcome', {});
    test.settle();
    const again = createTestApp({ database: test.database, clock: test.clock });
    expect(again.app.devices.admit(secret)).toEqual({ deviceId, role: 'kiosk' });
    await again.signIn();
    const { devices } = await again.call('console', 'devices.list', {});
    expect(devices.map(({ lastSeenAt }) => lastSeenAt)).toEqual([test.clock.now()]);
  });

  it('hears nothing of the readers at the machine of the host', async () => {
    const test = await ready();
    const { settings } = await test.call('console', 'site.settings', {});
    const [reader] = settings.readers;
    if (reader === undefined) throw new Error('the site has no reader');
    const slot = { ...reader, readerId: 'slot', place: 'kiosk' as const };
    await test.call('console', 'site.change', { ...settings, readers: [reader, slot] });
    const { deviceId } = pair(test, await makeCode(test));
    expect(await test.call('kiosk', 'site.welcome', {})).toMatchObject({ returnSlot: true });
    expect(await fromDevice(test, 'kiosk', deviceId, 'site.welcome', {})).toMatchObject({
      value: { returnSlot: false, scansCodes: false, capturesKeyboard: false },
    });
  });
});

describe('letting devices join', () => {
  it('is off until an administrator switches it on, and told to the host', async () => {
    const told: boolean[] = [];
    const test = await ready({ letJoinChanged: (on) => void told.push(on) });
    expect(test.app.devices.letJoin()).toBe(false);
    await test.call('console', 'devices.letJoin', { on: true });
    expect([test.app.devices.letJoin(), told]).toEqual([true, [true]]);
  });
});
