import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cookieHeader, cookieName, createLaunch } from '../../src/main/hosts/server/launch.ts';

const port = 4713;

function setUp() {
  let now = 0;
  const launch = createLaunch({
    port: () => port,
    random: (size) => randomBytes(size),
    monotonic: () => now,
  });
  return {
    launch,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

describe('a launch token', () => {
  it('buys a cookie once', () => {
    const { launch } = setUp();
    const token = launch.issue('console', 1_000);
    expect(launch.redeem(token, 'console')).not.toBeNull();
    expect(launch.redeem(token, 'console')).toBeNull();
  });

  it('is long, and no two are alike', () => {
    const { launch } = setUp();
    const tokens = Array.from({ length: 100 }, () => launch.issue('kiosk', 1_000));
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  });

  it('opens no other door, and is not used up by the attempt', () => {
    const { launch } = setUp();
    const token = launch.issue('kiosk', 1_000);
    expect(launch.redeem(token, 'console')).toBeNull();
    expect(launch.redeem(token, 'kiosk')).not.toBeNull();
  });

  it('grows old', () => {
    const { launch, pass } = setUp();
    const token = launch.issue('kiosk', 1_000);
    pass(1_001);
    expect(launch.redeem(token, 'kiosk')).toBeNull();
  });

  it.each(['', 'x', 'constructor', '__proto__'])('is not %j', (token) => {
    expect(setUp().launch.redeem(token, 'kiosk')).toBeNull();
  });
});

describe('a cookie', () => {
  it('is readable by no script, sent by no other site, and to one door only', () => {
    const header = cookieHeader('kiosk', port, 'VALUE');
    expect(header.split('; ')).toEqual([
      `foyer-kiosk-${port}=VALUE`,
      'Path=/kiosk',
      'HttpOnly',
      'SameSite=Strict',
    ]);
  });

  it('names its port, so that two Foyers on one machine do not mix', () => {
    expect(cookieName('kiosk', 4713)).not.toBe(cookieName('kiosk', 4714));
  });

  it('finds its connection among others, and keeps it', () => {
    const { launch } = setUp();
    const cookie = launch.redeem(launch.issue('kiosk', 1_000), 'kiosk');
    const header = `theme=dark; ${cookieName('kiosk', port)}=${cookie}; other=1`;
    const connection = launch.connectionOf('kiosk', header);
    expect(connection?.door).toBe('kiosk');
    expect(launch.connectionOf('kiosk', header)).toEqual(connection);
    expect(connection?.connectionId).not.toContain(cookie);
  });

  it('of the kiosk is worth nothing at the console, under either name', () => {
    const { launch } = setUp();
    const cookie = launch.redeem(launch.issue('kiosk', 1_000), 'kiosk');
    expect(launch.connectionOf('console', `${cookieName('kiosk', port)}=${cookie}`)).toBeNull();
    expect(launch.connectionOf('console', `${cookieName('console', port)}=${cookie}`)).toBeNull();
  });

  it('makes connections that differ', () => {
    const { launch } = setUp();
    const ids = [1, 2].map(() => {
      const cookie = launch.redeem(launch.issue('kiosk', 1_000), 'kiosk');
      return launch.connectionOf('kiosk', `${cookieName('kiosk', port)}=${cookie}`)?.connectionId;
    });
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('counts for nothing when it is sent twice, is made up, or is missing', () => {
    const { launch } = setUp();
    const cookie = launch.redeem(launch.issue('kiosk', 1_000), 'kiosk');
    const pair = `${cookieName('kiosk', port)}=${cookie}`;
    for (const header of [`${pair}; ${pair}`, `${cookieName('kiosk', port)}=x`, '', undefined])
      expect(launch.connectionOf('kiosk', header)).toBeNull();
  });
});
