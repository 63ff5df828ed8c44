/** Expected visits: their codes, their days, and how nothing of them stays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/main/store/open.ts';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import { readScannedCode, scannedCodeFrom } from '../../src/shared/invitation-code.ts';
import type { TapReference } from '../../src/shared/vocabulary.ts';
import { createTestApp, mondayMorning, type TestApp } from '../support/app.ts';

const hour = 3_600_000;
const day = 24 * hour;

const anna: CallInput<'invitations.make'> = {
  name: 'Anna Canary',
  email: 'anna.canary@example.com',
  phone: '',
  company: 'Canary Works',
  host: 'Mette Holm',
  validOn: '2026-03-02',
};

async function readyApp(): Promise<TestApp> {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  return test;
}

const make = (test: TestApp, more: Partial<typeof anna> = {}) =>
  test.call('console', 'invitations.make', { ...anna, ...more });

const open = (test: TestApp, code: string, connection?: string) =>
  test.call('kiosk', 'invitations.open', { by: 'typed', code }, connection);

/** As a scanner at the kiosk does. */
function scan(test: TestApp, code: string): TapReference {
  test.app.cardRead({
    readerId: 'scanner',
    readerName: '',
    profile: 'hid-pos-scanner',
    place: 'kiosk',
    at: test.clock.monotonic(),
    reading: { kind: 'code', code },
  });
  const last = test.events.at(-1);
  if (last?.event.type !== 'code.scanned') throw new Error('the scan made no event');
  expect(last.doors).toEqual(['kiosk']);
  return last.event.scan;
}

const rows = (test: TestApp): number =>
  Number(test.database.prepare('SELECT count(*) FROM invitation').pluck().get());

const addMette = async (test: TestApp) => {
  const input = { name: 'Mette Holm', email: 'mette.holm@example.com', department: 'Sales', phone: '' };
  return (await test.call('console', 'hosts.add', input)).host.hostId;
};

function runFor(test: TestApp, ms: number): void {
  for (let passed = 0; passed < ms; passed += hour) {
    test.clock.advance(hour);
    test.settle();
  }
}

describe('a code', () => {
  it('is eight characters without look-alikes, and 128 bits for a scanner', async () => {
    const test = await readyApp();
    const codes = new Set<string>();
    for (let index = 0; index < 50; index += 1) {
      const { typedCode, scannedCode } = await make(test, { name: `Guest ${index}` });
      expect(typedCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(scannedCode).toMatch(/^FC:[0-9A-F]{32}$/);
      codes.add(typedCode).add(scannedCode);
    }
    expect(codes.size).toBe(100);
  });

  it('opens what was typed at the desk, in either form, however it is written', async () => {
    const test = await readyApp();
    const { invitation, typedCode, scannedCode } = await make(test);
    const { validOn: _day, madeAt: _made, eventId: _event, ...known } = invitation;
    const loose = typedCode.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await open(test, typedCode)).toEqual({ invitation: known });
    expect(await open(test, loose)).toEqual({ invitation: known });
    const reference = scan(test, scannedCode);
    const scanned = { by: 'scan', scan: reference } as const;
    expect(await test.call('kiosk', 'invitations.open', scanned)).toEqual({ invitation: known });
    // The typed form is none for a scanner, nor the other way round.
    expect(await open(test, scannedCode.slice(0, 32))).toEqual({ invitation: null });
    const turned = { by: 'scan', scan: scan(test, typedCode) } as const;
    expect(await test.call('kiosk', 'invitations.open', turned)).toEqual({ invitation: null });
  });

  it('read by a kiosk’s camera is the scanned form, and nothing else is', async () => {
    const test = await readyApp();
    const { invitation, typedCode, scannedCode } = await make(test);
    const read = (code: string, connection: string) =>
      test.call('kiosk', 'invitations.open', { by: 'camera', code }, connection);
    const opened = await read(scannedCode, 'k1');
    expect(opened.invitation?.invitationId).toBe(invitation.invitationId);
    expect(await read(` ${scannedCode.toLowerCase()}\n`, 'k1')).toEqual(opened);
    const foreign = [typedCode, typedCode.replace('-', ''), `${scannedCode}0`, 'https://example.org', ''];
    for (const [index, code] of foreign.entries())
      expect(await read(code, `k${index}`)).toEqual({ invitation: null });
    const long = { by: 'camera', code: 'F'.repeat(65) } as const;
    expect(await test.reply('kiosk', 'invitations.open', long)).toMatchObject({
      fields: { code: 'too-long' },
    });
    expect(await test.reply('console', 'invitations.open', long)).toMatchObject({ code: 'not-allowed' });
  });

  it('read by a camera is counted as any other', async () => {
    const test = await readyApp();
    const { scannedCode } = await make(test);
    const read = (code: string) => test.reply('kiosk', 'invitations.open', { by: 'camera', code });
    for (let tries = 0; tries < 5; tries += 1) expect(await read('FC:00')).toMatchObject({ ok: true });
    expect(await read(scannedCode)).toMatchObject({ code: 'throttled' });
  });

  it('that was scanned is for the first kiosk that asks, and for two minutes', async () => {
    const test = await readyApp();
    const { scannedCode } = await make(test);
    const first = { by: 'scan', scan: scan(test, scannedCode) } as const;
    const answer = await test.call('kiosk', 'invitations.open', first, 'kiosk-1');
    expect(answer.invitation?.name).toBe(anna.name);
    expect(await test.call('kiosk', 'invitations.open', first, 'kiosk-1')).toEqual(answer);
    expect(await test.call('kiosk', 'invitations.open', first, 'kiosk-2')).toEqual({ invitation: null });
    const late = { by: 'scan', scan: scan(test, scannedCode) } as const;
    test.clock.advance(121_000);
    expect(await test.call('kiosk', 'invitations.open', late)).toEqual({ invitation: null });
  });

  it('is good on its day at the site and on no other', async () => {
    const test = await readyApp();
    const { typedCode } = await make(test, { validOn: '2026-03-03' });
    expect(await open(test, typedCode, 'k1')).toEqual({ invitation: null });
    // Monday 08:00 in Copenhagen; the day begins there, not in Greenwich.
    test.clock.advance(16 * hour - 1);
    expect(await open(test, typedCode, 'k2')).toEqual({ invitation: null });
    test.clock.advance(1);
    expect((await open(test, typedCode, 'k3')).invitation?.name).toBe(anna.name);
    test.clock.advance(day - 1);
    expect((await open(test, typedCode, 'k4')).invitation?.name).toBe(anna.name);
    test.clock.advance(1);
    expect(await open(test, typedCode, 'k5')).toEqual({ invitation: null });
  });

  it('is used up by the visit, and by nothing before it', async () => {
    const test = await readyApp();
    const { typedCode } = await make(test);
    const { invitation } = await open(test, typedCode);
    expect((await open(test, typedCode)).invitation).toEqual(invitation);
    if (invitation === null) throw new Error('the code is unknown');
    const { invitationId } = invitation;
    await test.arrive(anna.name, { invitationId });
    expect(await open(test, typedCode)).toEqual({ invitation: null });
    expect((await test.call('console', 'invitations.expected', {})).invitations).toEqual([]);
    // Somebody who opened it at the same time at another kiosk is registered all the same.
    await test.arrive('Second Person', { invitationId });
    expect((await test.call('console', 'visits.onSite', {})).counts.onSite).toBe(2);
  });

  it('does not work once cancelled, and the old one not once it has been made anew', async () => {
    const test = await readyApp();
    const first = await make(test);
    const { invitationId } = first.invitation;
    const second = await test.call('console', 'invitations.renew', { invitationId });
    expect(second.invitation).toEqual(first.invitation);
    expect(await open(test, first.typedCode)).toEqual({ invitation: null });
    expect((await open(test, second.typedCode)).invitation?.invitationId).toBe(invitationId);
    await test.call('console', 'invitations.cancel', { invitationId });
    expect(await open(test, second.typedCode)).toEqual({ invitation: null });
    for (const name of ['invitations.cancel', 'invitations.renew'] as const)
      expect(await test.reply('console', name, { invitationId })).toMatchObject({ code: 'not-found' });
  });

  it('may be tried five times a minute; one that is right begins anew', async () => {
    const test = await readyApp();
    const { typedCode } = await make(test);
    for (let index = 0; index < 4; index += 1) await open(test, 'XXXX-XXXX');
    await open(test, typedCode);
    for (let index = 0; index < 5; index += 1) await open(test, 'XXXX-XXXX');
    expect(await test.reply('kiosk', 'invitations.open', { by: 'typed', code: typedCode })).toMatchObject({
      code: 'throttled',
      retryAfterSeconds: 60,
    });
    test.clock.advance(60_000);
    expect((await open(test, typedCode)).invitation?.name).toBe(anna.name);
  });

  it('and nothing else of an invitation is in the database, the log, the events or the audit', async () => {
    const test = await readyApp();
    const { typedCode, scannedCode } = await make(test);
    await open(test, 'XXXX-XXXX');
    await open(test, typedCode);
    scan(test, scannedCode);
    test.settle();
    const image = test.database.serialize();
    for (const form of [typedCode, typedCode.replace('-', ''), scannedCode, scannedCode.slice(3)])
      expect(image.includes(form)).toBe(false);
    const audit = JSON.stringify(test.database.prepare('SELECT * FROM audit').all());
    const elsewhere = audit + JSON.stringify(test.log) + JSON.stringify(test.events);
    expect(elsewhere).not.toMatch(new RegExp(`canary|holm|${typedCode}|${scannedCode}`, 'i'));
    expect(
      test.database.prepare("SELECT detail FROM audit WHERE act = 'invitations.open'").pluck().all(),
    ).toEqual(['miss', 'hit']);
  });
});

describe('a hit and a miss', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-invitations-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('take the same time on a disk: over 1,000 tries neither can be told by it', async () => {
    const opened = openInstallation({
      dataFolder: folder,
      masterKey: 'ab'.repeat(32),
      newInstallationId: 'test',
      now: mondayMorning,
      durable: true,
    });
    if (!opened.ok) throw new Error(opened.fault);
    const test = createTestApp({ database: opened.database });
    await test.setUp();
    await test.signIn();
    const { typedCode } = await make(test);
    for (let index = 0; index < 200; index += 1) await make(test, { name: `Guest ${index}` });
    const times: { readonly hit: boolean; readonly took: number }[] = [];
    for (let index = 0; index < 1_200; index += 1) {
      const hit = index % 2 === 0;
      const begun = performance.now();
      const { invitation } = await open(test, hit ? typedCode : 'ZZZZ-ZZZZ', `kiosk-${index % 400}-${index}`);
      const took = performance.now() - begun;
      expect(invitation !== null).toBe(hit);
      // The first ones are slower while the machine learns the way.
      if (index >= 200) times.push({ hit, took });
    }
    const hits = times.filter(({ hit }) => hit);
    const misses = times.filter(({ hit }) => !hit);
    // The chance that a hit took longer than a miss; one half where time tells nothing, 0 or 1 where it tells all.
    const longer = hits.reduce(
      (sum, { took }) => sum + misses.filter((miss) => miss.took < took).length / misses.length,
      0,
    );
    expect(longer / hits.length).toBeGreaterThan(0.35);
    expect(longer / hits.length).toBeLessThan(0.65);
    test.app.close();
  }, 60_000);
});

describe('the day of a visit', () => {
  it.each([
    ['2026-03-01', 'day-past'],
    ['2027-03-04', 'day-far'],
    ['2026-02-30', 'date'],
    ['02-03-2026', 'date'],
    ['', 'required'],
  ])('%j is refused with %s', async (validOn, fault) => {
    const test = await readyApp();
    expect(await test.reply('console', 'invitations.make', { ...anna, validOn })).toMatchObject({
      code: 'bad-input',
      fields: { validOn: fault },
    });
  });

  it('orders those who are expected, from today on', async () => {
    const test = await readyApp();
    await make(test, { name: 'Zoe', validOn: '2026-03-03' });
    await make(test, { name: 'bo' });
    await make(test, { name: 'Anna' });
    const names = async () =>
      (await test.call('console', 'invitations.expected', {})).invitations.map(({ name }) => name);
    expect(await names()).toEqual(['Anna', 'bo', 'Zoe']);
    test.clock.advance(day);
    await test.signIn();
    expect(await names()).toEqual(['Zoe']);
  });
});

describe('the purge', () => {
  it('takes an invitation nobody came with once the clock of contact details has run out', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 3, visitDays: 3, cardLinkDays: 3 });
    await make(test);
    runFor(test, 3.5 * day);
    expect(rows(test)).toBe(1);
    runFor(test, 1.5 * day);
    expect(rows(test)).toBe(0);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.invitations === 1);
    // Name, e-mail and host; nothing was typed as a phone.
    expect(certificate?.byteSearch).toMatchObject({ values: 3, found: 0, decrypted: true });
    expect(test.database.serialize().includes('Canary')).toBe(false);
  });

  it('takes one that was cancelled, or used, the next time it runs', async () => {
    const test = await readyApp();
    const { invitation } = await make(test);
    const used = await make(test, { name: 'Used Up', email: 'used.up@example.com' });
    await test.call('console', 'invitations.cancel', { invitationId: invitation.invitationId });
    await test.arrive('Used Up', { invitationId: used.invitation.invitationId });
    const { due } = await test.call('console', 'retention.overview', {});
    expect(due).toMatchObject({ contacts: 0, visits: 0, cardLinks: 0, hosts: 0, invitations: 2 });
    await test.call('console', 'retention.purgeNow', { confirmed: false });
    test.settle();
    expect(rows(test)).toBe(0);
    expect(test.database.serialize().includes('Canary')).toBe(false);
    const [certificate] = (await test.call('console', 'retention.certificates', {})).certificates;
    // What the visit still holds is no evidence.
    expect(certificate?.counts.invitations).toBe(2);
    expect(certificate?.byteSearch.found).toBe(0);
  });

  it('does not take what an expected visitor and a purged visit have in common for a leftover', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 1, cardLinkDays: 1 });
    await test.arrive(anna.name, { email: anna.email, host: anna.host });
    await make(test, { validOn: '2026-03-20' });
    runFor(test, 3 * day);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.visits === 1);
    expect(certificate?.byteSearch.found).toBe(0);
  });

  it('does not take the name that an invitation holds of a host who was purged for a leftover', async () => {
    const test = await readyApp();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 1, cardLinkDays: 1 });
    const hostId = await addMette(test);
    await make(test, { hostId, host: 'Mette Holm', validOn: '2026-03-20' });
    await make(test, { host: 'Mette Holm – Sales', validOn: '2026-03-20' });
    await test.call('console', 'hosts.leave', { hostId, left: true });
    runFor(test, 3 * day);
    await test.signIn();
    const { invitations } = await test.call('console', 'invitations.expected', {});
    expect(invitations.map(({ hostId: id }) => id)).toEqual([null, null]);
    const { certificates } = await test.call('console', 'retention.certificates', {});
    expect(certificates.find(({ counts }) => counts.hosts === 1)?.byteSearch.found).toBe(0);
  });

  it('reads certificates from before there were invitations', async () => {
    const test = await readyApp();
    const { invitation } = await make(test);
    await test.call('console', 'invitations.cancel', { invitationId: invitation.invitationId });
    await test.call('console', 'retention.purgeNow', { confirmed: false });
    test.settle();
    test.database
      .prepare("UPDATE certificate SET content = json_remove(content, '$.counts.invitations')")
      .run();
    const [certificate] = (await test.call('console', 'retention.certificates', {})).certificates;
    expect(certificate?.counts.invitations).toBe(0);
  });
});

describe('the host of an expected visit', () => {
  it('chosen from the directory is the host of the visit', async () => {
    const test = await readyApp();
    const hostId = await addMette(test);
    const { typedCode } = await make(test, { hostId });
    const { invitation } = await open(test, typedCode);
    expect(invitation).toMatchObject({ host: 'Mette Holm', hostId });
    const visitId = await test.arrive('Anna Canary', {
      invitationId: invitation?.invitationId,
      host: invitation?.host ?? '',
      hostId: invitation?.hostId ?? undefined,
    });
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect(visit).toMatchObject({ hostId, hostName: 'Mette Holm' });
  });

  it('is words alone where the words are of somebody else, or the host has left', async () => {
    const test = await readyApp();
    const hostId = await addMette(test);
    expect((await make(test, { hostId, host: 'Bo Holm' })).invitation.hostId).toBeNull();
    await test.call('console', 'hosts.leave', { hostId, left: true });
    expect((await make(test, { hostId })).invitation).toMatchObject({ host: 'Mette Holm', hostId: null });
  });
});

describe('a scanned text', () => {
  it('is a code exactly where it has the form of one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = scannedCodeFrom(bytes);
        expect(readScannedCode(code)).toBe(code);
        expect(readScannedCode(` ${code.toLowerCase()}\r\n`)).toBe(code);
        expect(readScannedCode(code.slice(0, -1))).toBeNull();
        expect(readScannedCode(`${code}0`)).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^[0-9A-F]{1,40}$/), (text) => readScannedCode(text) === null));
  });

  it('at the desk reaches nobody and is no card', async () => {
    const test = await readyApp();
    const { scannedCode } = await make(test);
    const before = test.events.length;
    test.app.cardRead({
      readerId: 'scanner',
      readerName: '',
      profile: 'hid-pos-scanner',
      place: 'desk',
      at: 0,
      reading: { kind: 'code', code: scannedCode },
    });
    expect(test.events).toHaveLength(before);
  });
});
