/** A host who has left goes when visit records of that day go: from the tables, the pages, the files, the memory. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDataFolder } from '../../src/main/store/data-folder.ts';
import { openInstallation } from '../../src/main/store/open.ts';
import type { HostId } from '../../src/shared/vocabulary.ts';
import { createTestApp, createTestClock, type TestApp } from '../support/app.ts';

const day = 86_400_000;
const hour = 3_600_000;

const canary = {
  name: 'Kanariefugl Vingeskud',
  email: 'kanarie@fugle.example',
  department: 'Fugle',
  phone: '+45 99 88 77 66',
};

/** The real app on a disk, encrypted as in production. */
async function onDisk(): Promise<{ readonly test: TestApp; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-hosts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createTestClock();
  const opened = openInstallation({
    dataFolder: folder,
    masterKey: 'a1'.repeat(32),
    newInstallationId: '00000000-0000-7000-8000-000000000001',
    now: clock.now(),
  });
  if (!opened.ok) throw new Error(opened.fault);
  const test = createTestApp({ clock, database: opened.database, dataFolder: createDataFolder(folder) });
  await test.setUp();
  await test.signIn();
  return { test, folder };
}

async function addHost(test: TestApp, details = canary): Promise<HostId> {
  return (await test.call('console', 'hosts.add', details)).host.hostId;
}

function runFor(test: TestApp, ms: number): void {
  for (let passed = 0; passed < ms; passed += hour) {
    test.clock.advance(hour);
    test.settle();
  }
}

const hostRows = (test: TestApp): number =>
  Number(test.database.prepare('SELECT count(*) FROM host').pluck().get());

/** Whether a value stands in a file, in the pages behind the key, or in the log. */
function places(test: TestApp, folder: string, value: string): string[] {
  const files = createDataFolder(folder)
    .files()
    .map(({ name }) => name);
  const inFiles = files.filter((name) => readFileSync(join(folder, name)).includes(value));
  return [
    ...inFiles,
    ...(test.database.serialize().includes(value) ? ['pages'] : []),
    ...(JSON.stringify([test.log, test.events]).includes(value) ? ['log'] : []),
  ];
}

describe('a host who has left', () => {
  it('is kept for the visit record retention, then is nowhere', async () => {
    const { test, folder } = await onDisk();
    const hostId = await addHost(test);
    await test.arrive('Ane Ask', { host: 'Kanariefugl V – Fugle', hostId });
    await test.call('console', 'hosts.leave', { hostId, left: true });
    runFor(test, 29 * day);
    expect(hostRows(test)).toBe(1);
    expect(places(test, folder, canary.name)).toEqual(['pages']);
    runFor(test, 3 * day);
    expect(hostRows(test)).toBe(0);
    for (const value of [canary.name, 'Vingeskud', canary.email, canary.phone, 'Kanariefugl'])
      expect(places(test, folder, value), value).toEqual([]);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.hosts === 1);
    expect(certificate?.byteSearch).toMatchObject({ found: 0, decrypted: true });
    expect(certificate?.byteSearch.values).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(test.database.prepare('SELECT * FROM audit').all())).not.toMatch(/kanarie|fugle/i);
  });

  it('is found by the byte search where some file still holds the name', async () => {
    const leak = Buffer.from(`a line about ${canary.email}`);
    const test = createTestApp({
      dataFolder: {
        files: () => [{ name: 'leak.log', size: leak.length }],
        read(_name, position, into) {
          const part = leak.subarray(position, position + into.length);
          into.set(part);
          return part.length;
        },
      },
    });
    await test.setUp();
    await test.signIn();
    const hostId = await addHost(test);
    await test.call('console', 'hosts.leave', { hostId, left: true });
    runFor(test, 32 * day);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    expect(certificates.find(({ counts }) => counts.hosts === 1)?.byteSearch.found).toBe(1);
  });

  it('leaves the words on a visit that is kept longer, without the name behind them', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    const hostId = await addHost(test);
    await test.call('console', 'hosts.leave', { hostId, left: true });
    test.clock.advance(12 * day);
    await test.signIn();
    await test.call('console', 'hosts.leave', { hostId, left: false });
    const visitId = await test.arrive('Ane Ask', { host: 'Kanariefugl V – Fugle', hostId });
    test.database.prepare('UPDATE host SET left_at = ?').run(test.clock.now() - 31 * day);
    runFor(test, 1.5 * day);
    await test.signIn();
    const { visit } = await test.call('console', 'visits.get', { visitId });
    expect(visit).toMatchObject({ host: 'Kanariefugl V – Fugle', hostId: null, hostName: '' });
    const search = (text: string) => test.call('console', 'visits.search', { text, scope: 'all' });
    expect((await search('vingeskud')).results).toEqual([]);
    expect((await search('kanariefugl')).results).toHaveLength(1);
    const { certificates } = await test.call('console', 'retention.certificates', {});
    const certificate = certificates.find(({ counts }) => counts.hosts === 1);
    expect(certificate?.byteSearch.found).toBe(0);
  });

  it('is due, and a purge can be started for hosts alone', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    await test.call('console', 'retention.change', { contactDays: 1, visitDays: 1, cardLinkDays: 1 });
    const hostId = await addHost(test);
    await addHost(test, { ...canary, name: 'Stær Stærk', email: 'staer@fugle.example' });
    await test.call('console', 'hosts.leave', { hostId, left: true });
    test.clock.advance(2 * day);
    await test.signIn();
    expect((await test.call('console', 'retention.overview', {})).due).toMatchObject({
      contacts: 0,
      visits: 0,
      hosts: 1,
    });
    await test.call('console', 'retention.purgeNow', { confirmed: false });
    test.settle();
    const { hosts } = await test.call('console', 'hosts.list', { text: '', state: 'all' });
    expect(hosts.map(({ name }) => name)).toEqual(['Stær Stærk']);
    expect(
      await test.reply('kiosk', 'hosts.find', { text: 'kanarie', visitId: test.newVisitId() as never }),
    ).toEqual({
      ok: true,
      value: { answers: [] },
    });
  });

  it('whose name somebody else also has is no evidence of a leak', async () => {
    const test = createTestApp();
    await test.setUp();
    await test.signIn();
    const hostId = await addHost(test);
    await addHost(test, { ...canary, email: 'another@fugle.example', phone: '' });
    await test.arrive('Ane Ask', { host: 'Kanariefugl Vingeskud – the tall one' });
    await test.call('console', 'hosts.leave', { hostId, left: true });
    runFor(test, 32 * day);
    await test.signIn();
    const { certificates } = await test.call('console', 'retention.certificates', {});
    expect(certificates.find(({ counts }) => counts.hosts === 1)?.byteSearch.found).toBe(0);
  });
});
