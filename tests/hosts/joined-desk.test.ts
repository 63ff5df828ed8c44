/** A joined kiosk beside a host of the test's own: what it asks for, and how often; and a disk that takes nothing. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createJoinedDesk, type JoinedDesk } from '../../src/main/hosts/join/joined-desk.ts';
import { type Outbox, openOutbox } from '../../src/main/hosts/join/outbox.ts';
import type { PinnedLine } from '../../src/main/hosts/join/pinned-line.ts';
import { openRemembered, type Remembered } from '../../src/main/hosts/join/remembered.ts';
import { noticeAgeMs } from '../../src/main/hosts/join/remembering.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import { createTestApp } from '../support/app.ts';
import { eventually } from './support/eventually.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const roundMs = 5;
let desk: JoinedDesk | null = null;
afterEach(() => {
  desk?.close();
  desk = null;
});

interface Joined {
  readonly fetched: string[];
  readonly log: string[];
  readonly remembered: Remembered;
  readonly tell: (event: FoyerEvent) => void;
  readonly loseEvents: () => void;
  now: number;
  welcome: object;
  /** Rounds that were finished since this was asked for. */
  rounds(number: number): Promise<void>;
}

/** A kiosk whose host is a real core, with what the test puts over its welcome. */
async function joined(parts: { outbox?: Outbox; remembered?: Remembered } = {}): Promise<Joined> {
  const core = createTestApp();
  await core.setUp();
  const folder = temporaryFolder();
  let heard: (event: FoyerEvent) => void = () => undefined;
  let ended = (): void => undefined;
  let checkIns = 0;
  const test: Joined = {
    fetched: [],
    log: [],
    remembered: parts.remembered ?? openRemembered(join(folder, 'remembered'), () => undefined),
    tell: (event) => heard(event),
    loseEvents: () => ended(),
    now: 1_000,
    welcome: {},
    async rounds(number) {
      const until = checkIns + number;
      await eventually(() => expect(checkIns).toBeGreaterThanOrEqual(until));
    },
  };
  const line: PinnedLine = {
    async call(_door, name, input) {
      if (name === 'devices.checkIn') {
        checkIns += 1;
        return { ok: true, value: {} };
      }
      if (name === 'visits.deliver') return { ok: true, value: {} };
      const reply = await core.reply('kiosk', name as 'site.welcome', input as never);
      if (name === 'site.welcome')
        return reply.ok ? { ok: true, value: { ...reply.value, ...test.welcome } } : reply;
      test.fetched.push(`${name} ${Object.values(input as object).join()}`);
      if (name === 'words.site') return { ok: true, value: { revision: 'second', words: {} } };
      if (name === 'site.picture')
        return { ok: true, value: { picture: { type: 'image/png', hash: 'hash', base64: '' } } };
      return reply;
    },
    pair: async () => ({ reply: { ok: false, code: 'unavailable' }, secret: null }),
    listen(_door, listener, end) {
      heard = listener;
      ended = end;
      return () => undefined;
    },
    close: () => undefined,
  };
  desk = createJoinedDesk({
    role: 'kiosk',
    line,
    kiosk: {
      outbox: parts.outbox ?? openOutbox(join(folder, 'outbox'), randomBytes(32), () => test.now),
      remembered: test.remembered,
    },
    now: () => test.now,
    log: ({ event }) => test.log.push(event),
    probeMs: roundMs,
    // Each round has its check-in, because the clock of the test stands.
    reportMs: 0,
  });
  await test.rounds(2);
  return test;
}

const notices = ['notice.current da', 'notice.current en'];

describe('what a kiosk remembers is fetched', () => {
  it('once, and not again while nothing changes', async () => {
    const test = await joined();
    await test.rounds(10);
    expect(test.fetched).toEqual(notices);
  });

  it('again where the welcome says that it is another one, and nothing else', async () => {
    const test = await joined();
    test.fetched.length = 0;
    test.welcome = {
      words: { revision: 'second', languages: [{ language: 'en', keyboard: null }] },
    };
    await test.rounds(4);
    expect(test.fetched).toEqual(['words.site en']);
    test.fetched.length = 0;
    const reply = await desk?.call({ door: 'kiosk', connectionId: '1' }, 'site.welcome', {});
    const { looks } = (reply as { value: { looks: object } }).value;
    test.welcome = { ...test.welcome, looks: { ...looks, logo: 'hash' } };
    await test.rounds(4);
    expect(test.fetched).toEqual(['site.picture logo']);
    expect(test.remembered.find('site.picture', { role: 'logo' })?.picture?.hash).toBe('hash');
    test.welcome = {};
    await test.rounds(2);
    expect(test.remembered.find('site.picture', { role: 'logo' })).toEqual({ picture: null });
  });

  it('the notice after an event, after a new connection, and after ten minutes in which an event got lost', async () => {
    const test = await joined();
    test.fetched.length = 0;
    test.tell({ type: 'changed', areas: ['visits'] });
    await test.rounds(3);
    expect(test.fetched).toEqual([]);
    test.tell({ type: 'changed', areas: ['retention'] });
    await test.rounds(3);
    expect(test.fetched).toEqual(notices);
    test.loseEvents();
    await test.rounds(3);
    expect(test.fetched).toEqual([...notices, ...notices]);
    test.now += noticeAgeMs - 1;
    await test.rounds(3);
    expect(test.fetched).toHaveLength(4);
    test.now += 1;
    await test.rounds(3);
    expect(test.fetched).toEqual([...notices, ...notices, ...notices]);
  });
});

describe('a disk that takes nothing', () => {
  it('stops neither the rounds nor the kiosk, which goes on from memory', async () => {
    const failed: unknown[] = [];
    const folder = join(temporaryFolder(), 'gone');
    const test = await joined({
      remembered: openRemembered(join(folder, 'remembered'), (error) => failed.push(error)),
    });
    expect(failed.length).toBeGreaterThan(0);
    expect(desk?.isAway()).toBe(false);
    expect(test.remembered.find('notice.current', { language: 'en' })).not.toBeNull();
    // What was not written is written once it can be.
    mkdirSync(folder);
    await test.rounds(3);
    expect(readFileSync(join(folder, 'remembered'), 'utf8')).toContain('notice.current');
  });

  it('has a visit handed over that cannot be crossed off, and tries again', async () => {
    const real = openOutbox(join(temporaryFolder(), 'outbox'), randomBytes(32), () => 1_000);
    real.add('one', {});
    let full = true;
    const test = await joined({
      outbox: {
        ...real,
        done(visitId) {
          if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
          real.done(visitId);
        },
      },
    });
    expect(desk?.isAway()).toBe(false);
    expect(test.log).toContain('fault');
    expect(real.waiting()).toHaveLength(1);
    full = false;
    await eventually(() => expect(real.waiting()).toEqual([]));
  });
});
