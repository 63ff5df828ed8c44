/** Visitors who come again, badges, and signing out: what is known, to whom, and that time tells nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { foldEmail } from '../../src/main/core/recognition/recognition.ts';
import { fold } from '../../src/main/core/search/fold.ts';
import { openInstallation } from '../../src/main/store/open.ts';
import { badgeCodeFrom, readBadgeCode } from '../../src/shared/badge-code.ts';
import { readScannedCode } from '../../src/shared/invitation-code.ts';
import { maskedName } from '../../src/shared/masked-name.ts';
import type { TapReference, VisitId } from '../../src/shared/vocabulary.ts';
import { createSeededRandom, createTestApp, mondayMorning, type TestApp } from '../support/app.ts';

const day = 86_400_000;
const soren = { name: 'Søren Canary', email: 'soren.canary@example.com' };

async function readyApp(parts: Parameters<typeof createTestApp>[0] = {}): Promise<TestApp> {
  const test = createTestApp(parts);
  await test.setUp();
  await test.signIn();
  return test;
}

const firstVisit = (test: TestApp) =>
  test.arrive(soren.name, { email: soren.email, phone: '+45 11 22 33 44', company: 'Canary Works' });
const comeAgain = (test: TestApp, more: Partial<typeof soren> = {}) =>
  test.arrive('', { ...soren, ...more, phone: '', company: '', earlier: { by: 'name' } });
const visitOf = async (test: TestApp, visitId: VisitId) =>
  (await test.call('console', 'visits.get', { visitId })).visit;

function scan(test: TestApp, code: string): TapReference {
  test.app.cardRead({
    readerId: 'scanner',
    readerName: '',
    profile: 'hid-pos-scanner',
    place: 'kiosk',
    at: test.clock.monotonic(),
    reading: { kind: 'code', code },
  });
  const last = test.events.at(-1)?.event;
  if (last?.type !== 'code.scanned') throw new Error('the scan made no event');
  expect(last.of).toBe('badge');
  return last.scan;
}

const codeOf = async (test: TestApp, visitId: VisitId) =>
  (await test.call('console', 'visits.badgeCode', { visitId })).code;
const showBadge = (test: TestApp, code: string, connection?: string) =>
  test.call('kiosk', 'visits.badge', { by: 'camera', code }, connection);

describe('a visitor who comes again', () => {
  it('is known by full name and e-mail, whatever the accents and the case', async () => {
    const test = await readyApp();
    await firstVisit(test);
    const hit = await comeAgain(test, { name: 'soren  canary', email: 'Soren.Canary@Example.com' });
    expect(await visitOf(test, hit)).toMatchObject({
      name: 'soren  canary',
      phone: '+45 11 22 33 44',
      company: 'Canary Works',
    });
  });

  it.each([
    ['another name', { name: 'Søren Kanari' }],
    ['another address', { email: 'soren@example.com' }],
    ['only a part of the name', { name: 'Søren' }],
  ])('with %s is a visitor whose phone is missing', async (_, more) => {
    const test = await readyApp();
    await firstVisit(test);
    const visitId = await comeAgain(test, more);
    expect(await visitOf(test, visitId)).toMatchObject({ phone: '', company: '' });
  });

  it('gets the latest visit that has a phone, and keeps what is typed', async () => {
    const test = await readyApp();
    await firstVisit(test);
    await test.arrive(soren.name, { email: soren.email, phone: '+45 99 99 99 99', company: '' });
    await comeAgain(test, { name: 'Somebody Else' });
    expect(await visitOf(test, await comeAgain(test))).toMatchObject({
      phone: '+45 99 99 99 99',
      company: '',
    });
    const typed = await test.arrive(soren.name, {
      ...soren,
      phone: '+45 12 34 56 78',
      company: 'Mine',
      earlier: { by: 'name' },
    });
    expect(await visitOf(test, typed)).toMatchObject({ phone: '+45 12 34 56 78', company: 'Mine' });
  });

  it('is not known by a visit whose clock has run out, purged or not', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 3, visitDays: 3, cardLinkDays: 3 });
    const visitId = await firstVisit(test);
    await test.call('console', 'visits.depart', { visitId });
    test.clock.advance(3 * day + 1);
    await test.signIn();
    expect(await visitOf(test, await comeAgain(test))).toMatchObject({ phone: '' });
  });

  it('is known by corrected details, not by those before', async () => {
    const test = await readyApp();
    const visitId = await firstVisit(test);
    await test.call('console', 'visits.correct', {
      visitId,
      name: 'Bo Bøg',
      email: 'bo@example.com',
      phone: '12345678',
      company: '',
      host: '',
    });
    expect(await visitOf(test, await comeAgain(test))).toMatchObject({ phone: '' });
    const again = await comeAgain(test, { name: 'Bo Bog', email: 'BO@example.com' });
    expect(await visitOf(test, again)).toMatchObject({ phone: '12345678' });
  });

  it('must type a name and an address; without an earlier visit a phone too', async () => {
    const test = await readyApp();
    await expect(comeAgain(test, { name: '', email: '' })).rejects.toThrow();
    await expect(test.arrive('Bo', { phone: '' })).rejects.toThrow();
  });

  it('who was stored by an earlier version is known once the program has filled the rows in', async () => {
    const test = await readyApp();
    await firstVisit(test);
    const blank = test.database.prepare('UPDATE contact SET recognition = NULL');
    const later = createTestApp({ database: test.database, clock: test.clock });
    blank.run();
    later.settle();
    const left = test.database.prepare('SELECT count(*) FROM contact WHERE recognition IS NULL');
    expect(left.pluck().get()).toBe(0);
  });

  it('leaves no name or address in the hash, and an index finds it', async () => {
    const test = await readyApp();
    await firstVisit(test);
    const [row] = test.database.prepare('SELECT recognition FROM contact').pluck().all();
    expect(row).toBeTypeOf('number');
    const plan = test.database
      .prepare<[], { detail: string }>('EXPLAIN QUERY PLAN SELECT * FROM contact WHERE recognition = 1')
      .all();
    expect(plan.map(({ detail }) => detail).join()).toMatch(/contact_by_recognition/);
  });
});

describe('a badge', () => {
  it('has 128 bits, of which the database keeps a keyed hash alone', async () => {
    const test = await readyApp();
    const visitId = await firstVisit(test);
    const code = await codeOf(test, visitId);
    expect(code).toMatch(/^FB:[0-9A-F]{32}$/);
    const bytes = test.database.serialize();
    expect(bytes.includes(code)).toBe(false);
    expect(bytes.includes(code.slice(3).toLowerCase())).toBe(false);
  });

  it('signs its visit out with a masked name, once', async () => {
    const test = await readyApp();
    const visitId = await firstVisit(test);
    const code = await codeOf(test, visitId);
    const reference = scan(test, code);
    const { found } = await test.call('kiosk', 'visits.badge', { by: 'scan', scan: reference });
    if (found?.state !== 'on-site') throw new Error('the badge was not known');
    expect(found.maskedName).toBe('S••• C•••');
    expect(
      await test.reply('kiosk', 'visits.signOutByBadge', { badge: found.badge }, 'other kiosk'),
    ).toMatchObject({ code: 'not-found' });
    await test.call('kiosk', 'visits.signOutByBadge', { badge: found.badge });
    expect((await visitOf(test, visitId)).departure).toBe('signed-out');
    expect(await test.reply('kiosk', 'visits.signOutByBadge', { badge: found.badge })).toMatchObject({
      code: 'not-found',
    });
  });

  it('of a visit that is over stands for the visitor who comes again', async () => {
    const test = await readyApp();
    const visitId = await firstVisit(test);
    const code = await codeOf(test, visitId);
    await test.call('console', 'visits.depart', { visitId });
    const { found } = await showBadge(test, code);
    if (found?.state !== 'left') throw new Error('the badge was not known');
    expect(found).toEqual({ state: 'left', badge: found.badge });
    const nothing = { name: '', email: '', phone: '', company: '' };
    const again = await test.arrive('', { ...nothing, earlier: { by: 'badge', badge: found.badge } });
    expect(await visitOf(test, again)).toMatchObject({ ...soren, phone: '+45 11 22 33 44' });
    await expect(
      test.arrive('', { ...nothing, earlier: { by: 'badge', badge: '0'.repeat(32) as TapReference } }),
    ).rejects.toThrow(/bad-input/);
  });

  it('made anew ends the one before; unknown, purged and misread are nothing', async () => {
    const test = await readyApp();
    const visitId = await firstVisit(test);
    const first = await codeOf(test, visitId);
    const second = await codeOf(test, visitId);
    expect(second).not.toBe(first);
    expect(await showBadge(test, first)).toEqual({ found: null });
    expect(await showBadge(test, 'FC:00')).toEqual({ found: null });
    expect((await showBadge(test, second)).found?.state).toBe('on-site');
  });

  it('may be tried five times a minute, together with signing out by name', async () => {
    const test = await readyApp();
    const wrong = badgeCodeFrom(new Uint8Array(16));
    for (let index = 0; index < 3; index += 1) await showBadge(test, wrong);
    for (let index = 0; index < 2; index += 1) await test.reply('kiosk', 'visits.signOut', soren);
    for (const call of ['visits.badge', 'visits.signOut'] as const)
      expect(
        await test.reply(
          'kiosk',
          call,
          (call === 'visits.badge' ? { by: 'camera', code: wrong } : soren) as never,
        ),
      ).toMatchObject({ code: 'throttled' });
  });

  it('goes with the contact details of its visit', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 9, cardLinkDays: 1 });
    const visitId = await firstVisit(test);
    const code = await codeOf(test, visitId);
    await test.call('console', 'visits.depart', { visitId });
    const count = test.database.prepare('SELECT count(*) FROM badge_code').pluck();
    expect(count.get()).toBe(1);
    test.clock.advance(day + 1);
    // The clock has run out and no purge has come yet.
    expect(await showBadge(test, code)).toEqual({ found: null });
    await test.signIn();
    await test.call('console', 'retention.purgeNow', { confirmed: true });
    test.settle();
    expect(count.get()).toBe(0);
    expect(test.database.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(1);
    expect(test.database.serialize().includes('Canary')).toBe(false);
  });
});

describe('texts', () => {
  it('are the code of a badge exactly where they have its form, and never that of an invitation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = badgeCodeFrom(bytes);
        expect(readBadgeCode(` ${code.toLowerCase()}\r\n`)).toBe(code);
        expect(readScannedCode(code)).toBeNull();
        expect(readBadgeCode(code.slice(0, -1))).toBeNull();
      }),
    );
  });

  it('that sign somebody out are found by the key: equal but for case and spaces folds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fold(` ${name.replaceAll(' ', '  ')} `)).toBe(fold(name));
        expect(foldEmail(foldEmail(name))).toBe(foldEmail(name));
      }),
    );
  });

  it('masked show one character a word and no length', () => {
    expect(maskedName('  Jens  Peter Åkesson ')).toBe('J••• P••• Å•••');
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 5 }), (words) => {
        expect(maskedName(words.join(' '))).toBe(words.map((word) => `${word[0]}•••`).join(' '));
      }),
    );
  });
});

describe('over 1,000 tries on a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-returning-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function onDisk(name: string): Promise<TestApp> {
    const opened = openInstallation({
      dataFolder: join(folder, name),
      masterKey: 'ab'.repeat(32),
      newInstallationId: 'test',
      now: mondayMorning,
      durable: true,
    });
    if (!opened.ok) throw new Error(opened.fault);
    return readyApp({ database: opened.database });
  }

  /** The chance that a hit took longer than a miss; one half where time tells nothing, 0 or 1 where it tells all. */
  async function chance(attempt: (hit: boolean, index: number) => Promise<void>): Promise<number> {
    const times: { readonly hit: boolean; readonly took: number }[] = [];
    // Not in turn: a disk that takes longer every other time would tell hits from misses.
    for (const [index, byte] of createSeededRandom('order')(1_200).entries()) {
      const hit = byte % 2 === 0;
      const begun = performance.now();
      await attempt(hit, index);
      const took = performance.now() - begun;
      // The first ones are slower while the machine learns the way.
      if (index >= 200) times.push({ hit, took });
    }
    const hits = times.filter(({ hit }) => hit);
    const misses = times.filter(({ hit }) => !hit);
    const longer = hits.reduce(
      (sum, { took }) => sum + misses.filter((miss) => miss.took < took).length / misses.length,
      0,
    );
    return longer / hits.length;
  }

  it('coming again takes as long for somebody who was here', async () => {
    const test = await onDisk('again');
    await firstVisit(test);
    for (let index = 0; index < 200; index += 1)
      await test.arrive(`Guest ${index}`, { email: `guest${index}@example.com` });
    const ratio = await chance(async (hit, index) => {
      // As many visits of the name that hits as of any that misses: each is asked for once.
      await comeAgain(
        test,
        hit
          ? { name: `Guest ${index % 200}`, email: `guest${index % 200}@example.com` }
          : { name: `Nobody ${index}` },
      );
    });
    expect(ratio).toBeGreaterThan(0.35);
    expect(ratio).toBeLessThan(0.65);
    test.app.close();
  }, 120_000);

  it('coming again takes as long for somebody whose visits are restricted', async () => {
    const test = await onDisk('restricted');
    for (let index = 0; index < 200; index += 1) {
      const visitId = await test.arrive(`Guest ${index}`, { email: `guest${index}@example.com` });
      const reason = 'objection' as const;
      await test.call('console', 'visits.restrict', { visitId, reason, reviewBy: '2026-06-30' });
    }
    const ratio = await chance(async (restricted, index) => {
      const visitor = restricted
        ? { name: `Guest ${index % 200}`, email: `guest${index % 200}@example.com` }
        : { name: `Nobody ${index}` };
      expect(await comeAgain(test, visitor)).toBeTypeOf('string');
    });
    expect(ratio).toBeGreaterThan(0.35);
    expect(ratio).toBeLessThan(0.65);
    test.app.close();
  }, 120_000);

  it('a badge takes as long that is known', async () => {
    const test = await onDisk('badge');
    const code = await codeOf(test, await firstVisit(test));
    const wrong = badgeCodeFrom(new Uint8Array(16));
    const ratio = await chance(async (hit, index) => {
      const { found } = await showBadge(test, hit ? code : wrong, `kiosk ${index}`);
      expect(found !== null).toBe(hit);
    });
    expect(ratio).toBeGreaterThan(0.35);
    expect(ratio).toBeLessThan(0.65);
    test.app.close();
  }, 120_000);
});
