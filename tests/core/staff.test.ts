import { describe, expect, it } from 'vitest';
import { administrator, createTestApp } from '../support/app.ts';

async function readyApp() {
  const test = createTestApp();
  await test.setUp();
  return test;
}

const wrong = { userName: administrator.userName, passphrase: 'not the passphrase' };
const right = { userName: administrator.userName, passphrase: administrator.passphrase };

describe('signing in', () => {
  it('waits after five wrong tries, longer each time, also across a restart', async () => {
    const test = await readyApp();
    for (let tries = 0; tries < 5; tries += 1)
      expect(await test.reply('console', 'staff.signIn', wrong)).toMatchObject({ code: 'wrong-passphrase' });
    expect(await test.reply('console', 'staff.signIn', right)).toEqual({
      ok: false,
      code: 'locked-out',
      retryAfterSeconds: 30,
    });
    const restarted = createTestApp({ database: test.database, clock: test.clock });
    expect(await restarted.reply('console', 'staff.signIn', right)).toMatchObject({ code: 'locked-out' });
    test.clock.advance(31_000);
    expect(await restarted.reply('console', 'staff.signIn', wrong)).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(await restarted.reply('console', 'staff.signIn', right)).toMatchObject({ retryAfterSeconds: 60 });
  });

  it('locks an unknown name in the same way, so that it tells nothing', async () => {
    const test = await readyApp();
    const replies = async (userName: string) => {
      const codes: string[] = [];
      for (let tries = 0; tries < 7; tries += 1) {
        const reply = await test.reply('console', 'staff.signIn', { userName, passphrase: 'guess guess' });
        codes.push(JSON.stringify(reply));
      }
      return codes;
    };
    expect(await replies('nobody')).toEqual(await replies(administrator.userName));
  });

  it('lets at most five of many tries sent at once count', async () => {
    const test = await readyApp();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => test.reply('console', 'staff.signIn', wrong)),
    );
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code));
    expect(codes.filter((code) => code === 'wrong-passphrase')).toHaveLength(5);
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(15);
  });

  it('locks for good at the tenth try until an administrator unlocks', async () => {
    const test = await readyApp();
    await test.signIn();
    const member = {
      userName: 'rec',
      displayName: 'Rec',
      passphrase: 'long enough',
      roles: ['reception' as const],
    };
    const { staff } = await test.call('console', 'staff.add', member);
    for (let tries = 0; tries < 10; tries += 1) {
      await test.reply('console', 'staff.signIn', { userName: 'rec', passphrase: 'wrong' }, 'console-2');
      test.clock.advance(16 * 60_000);
    }
    const attempt = { userName: 'rec', passphrase: 'long enough' };
    test.clock.advance(30 * 86_400_000);
    expect(await test.reply('console', 'staff.signIn', attempt, 'console-2')).toMatchObject({
      code: 'locked-out',
    });
    await test.signIn();
    await test.call('console', 'staff.setDisabled', { staffId: staff.staffId, disabled: false });
    expect(await test.reply('console', 'staff.signIn', attempt, 'console-2')).toMatchObject({ ok: true });
  });
});

describe('sessions', () => {
  it('lock after two idle minutes; reading lists does not keep them open, touching does', async () => {
    const test = await readyApp();
    await test.signIn();
    for (let minute = 0; minute < 5; minute += 1) {
      test.clock.advance(60_000);
      await test.call('console', 'staff.stayActive', {});
    }
    for (let minute = 0; minute < 2; minute += 1) {
      test.clock.advance(60_000);
      await test.call('console', 'visits.onSite', {});
    }
    test.clock.advance(6_000);
    expect(await test.reply('console', 'visits.onSite', {})).toMatchObject({ code: 'signed-out' });
    expect((await test.call('console', 'staff.current', {})).staff).toBeNull();
    test.settle();
    expect(test.events.at(-1)).toEqual({ event: { type: 'session.ended' }, doors: ['console'] });
  });

  it('end after eight hours whatever happens', async () => {
    const test = await readyApp();
    await test.signIn();
    for (let minute = 0; minute <= 480; minute += 1) {
      test.clock.advance(60_000);
      await test.reply('console', 'staff.stayActive', {});
    }
    expect(await test.reply('console', 'visits.onSite', {})).toMatchObject({ code: 'signed-out' });
  });

  it('belong to one connection', async () => {
    const test = await readyApp();
    await test.signIn('console-1');
    expect(await test.reply('console', 'visits.onSite', {}, 'console-2')).toMatchObject({
      code: 'signed-out',
    });
    expect(await test.reply('kiosk', 'visits.onSite', {}, 'console-1')).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('end when the person is disabled, and the last administrator cannot be', async () => {
    const test = await readyApp();
    await test.signIn();
    const { staff } = await test.call('console', 'staff.add', {
      userName: 'guard',
      displayName: 'Guard',
      passphrase: 'long enough',
      roles: ['security'],
    });
    await test.call('console', 'staff.signIn', { userName: 'guard', passphrase: 'long enough' }, 'console-2');
    await test.call('console', 'staff.setDisabled', { staffId: staff.staffId, disabled: true });
    expect(await test.reply('console', 'visits.onSite', {}, 'console-2')).toMatchObject({
      code: 'signed-out',
    });
    const { staff: all } = await test.call('console', 'staff.list', {});
    const admin = all.find(({ userName }) => userName === administrator.userName);
    const reply = await test.reply('console', 'staff.setDisabled', {
      staffId: admin?.staffId ?? '',
      disabled: true,
    });
    expect(reply).toMatchObject({ code: 'last-administrator' });
  });
});

describe('set-up', () => {
  it('needs the code from the terminal and works once', async () => {
    const test = createTestApp();
    expect(test.app.setUpCode()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await test.setUp();
    expect(test.app.setUpCode()).toBeNull();
    await expect(test.setUp()).rejects.toThrow('already-set-up');
  });

  it('takes five wrong codes a minute, from all connections together', async () => {
    const test = createTestApp();
    const { siteSettings, defaultRetention } = await import('../support/app.ts');
    const attempt = (connection: string) =>
      test.reply(
        'console',
        'site.setUp',
        { code: 'AAAA-AAAA', settings: siteSettings, retention: defaultRetention, administrator },
        connection,
      );
    for (let tries = 0; tries < 5; tries += 1)
      expect(await attempt(`c${tries}`)).toMatchObject({ code: 'wrong-code' });
    expect(await attempt('c9')).toMatchObject({ code: 'throttled' });
  });

  it('answers nothing else before it', async () => {
    const test = createTestApp();
    expect(await test.reply('kiosk', 'notice.current', { language: 'en' })).toMatchObject({
      code: 'not-set-up',
    });
    expect(await test.call('kiosk', 'site.welcome', {})).toMatchObject({ state: 'set-up' });
  });
});
