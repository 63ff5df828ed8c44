/** A kiosk on another machine: real processes on loopback addresses, TLS between them, killed in the middle. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { deviceFileName } from '../../src/main/hosts/join/device-file.ts';
import { outboxFile } from '../../src/main/hosts/join/joined-device.ts';
import { openOutbox } from '../../src/main/hosts/join/outbox.ts';
import { createPinnedLine } from '../../src/main/hosts/join/pinned-line.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { TapReference } from '../../src/shared/vocabulary.ts';
import { newVisitId } from '../e2e/page-calls.ts';
import { administrator, defaultRetention, siteSettings } from '../support/app.ts';
import { eventually } from './support/eventually.ts';
import { type FoyerProcess, startProcess } from './support/foyer-process.ts';
import { openLink, type Visitor } from './support/http.ts';
import { startHost } from './support/server-host.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

// Processes that start, hash a passphrase and die take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

async function value<Name extends CallName>(
  visitor: Visitor,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = (await visitor.reply(name, input)) as Reply<CallOutput<Name>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

interface Host {
  readonly process: FoyerProcess;
  readonly desk: Visitor;
  readonly url: string;
  readonly fingerprint: string;
}

/** `listen`: port 0 at the first start, the same one afterwards. */
async function startFirst(dataFolder: string, port = 0): Promise<Host> {
  const process = await startProcess(
    ['--data', dataFolder, '--reader', 'none', '--listen', `127.0.0.1:${port}`],
    /^fingerprint: .+$/m,
  );
  const [address = ''] = process.printed('console');
  const desk = await openLink(address);
  const [code] = process.printed('set-up code');
  if (code !== undefined) {
    const settings = { ...siteSettings, readers: [] };
    await value(desk, 'site.setUp', { code, settings, retention: defaultRetention, administrator });
  }
  const { userName, passphrase } = administrator;
  await value(desk, 'staff.signIn', { userName, passphrase });
  const url = process.printed('network').find((each) => each.startsWith('https://127.0.0.1:')) ?? '';
  return { process, desk, url, fingerprint: process.printed('fingerprint')[0] ?? '' };
}

async function startJoined(host: Host, dataFolder: string, role: 'kiosk' | 'console' | null) {
  const code =
    role === null ? null : await value(host.desk, 'devices.makeCode', { role, name: 'Lift', desk: '' });
  return startProcess(
    ['--data', dataFolder, '--join', host.url],
    /^(kiosk|console): .+$/m,
    code === null ? null : `${code.code}\n`,
  );
}

const openAt = (process: FoyerProcess, door: 'kiosk' | 'console'): Promise<Visitor> =>
  openLink(process.printed(door)[0] ?? '');

const outboxKeyOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, deviceFileName), 'utf8')).outboxKey;

let made = 0;
async function arrive(
  kiosk: Visitor,
  other: Partial<CallInput<'visits.arrive'>> = {},
): Promise<{ visitId: string; name: string; queued: boolean } | null> {
  made += 1;
  const name = `Visitor ${made}`;
  const notice = (await kiosk.reply('notice.current', { language: 'en' })) as Reply<{ noticeId: string }>;
  if (!notice.ok) return null;
  const visitId = newVisitId();
  const reply = (await kiosk.reply('visits.arrive', {
    ...{ visitId, name, email: 'visitor@example.com', phone: '+45 12 34 56 78', company: '', host: '' },
    ...{ language: 'en', noticeId: notice.value.noticeId },
    ...other,
  })) as Reply<CallOutput<'visits.arrive'>>;
  return reply.ok ? { visitId, name, queued: reply.value.queued === true } : null;
}

const untilThere = (kiosk: Visitor): Promise<void> =>
  eventually(async () => {
    const reply = (await kiosk.reply('site.welcome', {})) as Reply<CallOutput<'site.welcome'>>;
    expect(reply).toMatchObject({ ok: true, value: { state: 'ready' } });
    expect(reply.ok && 'away' in reply.value).toBe(false);
  });

describe('a joined kiosk', () => {
  it('shows the host’s site, keeps sign-ins while the host is away, and hands each over once', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    let host = await startFirst(first);
    const port = Number(new URL(host.url).port);
    const joined = await startJoined(host, second, 'kiosk');
    expect(joined.said()).toContain(host.fingerprint);
    const file = readFileSync(join(second, deviceFileName), 'utf8');
    expect(statSync(join(second, deviceFileName)).mode & 0o777).toBe(0o600);
    expect(file).toContain(host.fingerprint);
    expect(readdirSync(second)).not.toContain('foyer.db');
    const kiosk = await openAt(joined, 'kiosk');
    await untilThere(kiosk);
    expect((await kiosk.get('/kiosk')).headers['permissions-policy']).toContain('camera=(self)');
    expect(await arrive(kiosk)).toMatchObject({ queued: false });
    const before = { name: 'Anna Holm', email: 'anna@example.com', phone: '+45 87 65 43 21' };
    expect(await arrive(kiosk, before)).toMatchObject({ queued: false });

    await host.process.kill();
    const waiting = await arrive(kiosk);
    expect(waiting).toMatchObject({ queued: true });
    // Somebody who was here before, and somebody whose badge only the host could know.
    const again = await arrive(kiosk, { ...before, phone: '', earlier: { by: 'name' } });
    expect(again).toMatchObject({ queued: true });
    const badge = randomBytes(16).toString('hex') as TapReference;
    expect(
      await arrive(kiosk, { name: '', email: '', phone: '', earlier: { by: 'badge', badge } }),
    ).toBeNull();
    expect(await kiosk.reply('site.welcome', {})).toMatchObject({ value: { state: 'ready', away: true } });
    expect(await kiosk.reply('visits.signOut', { name: 'A B', email: 'a@example.com' })).toEqual({
      ok: false,
      code: 'away',
    });
    expect(readFileSync(join(second, outboxFile)).includes('Visitor')).toBe(false);
    expect(statSync(join(second, outboxFile)).size).toBeGreaterThan(100);

    host = await startFirst(first, port);
    await untilThere(kiosk);
    const { visits } = await value(host.desk, 'visits.onSite', {});
    expect(visits.filter(({ name }) => name === waiting?.name)).toHaveLength(1);
    expect(visits.find(({ visitId }) => visitId === again?.visitId)).toMatchObject(before);
    await eventually(() => expect(statSync(join(second, outboxFile)).size).toBe(16));
  });

  it('loses nobody and doubles nobody, whoever is killed when', async () => {
    const seed = createHash('sha256').update('kills 1').digest();
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    let host = await startFirst(first);
    const port = Number(new URL(host.url).port);
    let joined = await startJoined(host, second, 'kiosk');
    let kiosk = await openAt(joined, 'kiosk');
    await untilThere(kiosk);
    const acknowledged: string[] = [];
    let queued = 0;

    for (let round = 0; round < 6; round += 1) {
      const [when = 0, both = 0, more = 0] = seed.subarray(round * 3, round * 3 + 3);
      // One sign-in after the other, and the host dies among them.
      const kill = new Promise<void>((done) => setTimeout(() => void host.process.kill().then(done), when));
      const end = performance.now() + when + 150 + more;
      while (performance.now() < end) {
        const visit = await arrive(kiosk);
        if (visit === null) continue;
        acknowledged.push(visit.name);
        if (visit.queued) queued += 1;
        // The list at the end holds a thousand.
        await new Promise((done) => setTimeout(done, 4));
      }
      await kill;
      if (both % 2 === 0) {
        // The kiosk loses its power as well, with what it has acknowledged.
        await joined.kill();
        joined = await startJoined(host, second, null);
        kiosk = await openAt(joined, 'kiosk');
        const visit = await arrive(kiosk);
        if (visit !== null) acknowledged.push(visit.name);
      }
      host = await startFirst(first, port);
      await untilThere(kiosk);
    }
    await eventually(() => expect(statSync(join(second, outboxFile)).size).toBe(16));
    const { visits, counts } = await value(host.desk, 'visits.onSite', {});
    expect(visits).toHaveLength(counts.onSite);
    const names = visits.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(acknowledged.filter((name) => !names.includes(name))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(30);
    expect(queued).toBeGreaterThan(6);
  });

  it('starts and takes sign-ins though its host is away', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    const host = await startFirst(first);
    let joined = await startJoined(host, second, 'kiosk');
    await untilThere(await openAt(joined, 'kiosk'));
    await joined.kill();
    await host.process.kill();
    joined = await startJoined(host, second, null);
    const kiosk = await openAt(joined, 'kiosk');
    expect(await kiosk.reply('site.welcome', {})).toMatchObject({ value: { state: 'ready', away: true } });
    expect(await arrive(kiosk)).toMatchObject({ queued: true });
  });

  it('started twice brings the first to the front, with its address', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    const host = await startFirst(first);
    await startJoined(host, second, 'kiosk');
    const again = await startProcess(['--data', second, '--join', host.url], /^never$/m);
    expect(await again.ended).toBe(0);
    expect(again.printed('kiosk')).toHaveLength(1);
    expect(again.said()).toContain('already running');
  });

  it('says what to do about an outbox that is sealed with another key, and leaves it', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    const host = await startFirst(first);
    const joined = await startJoined(host, second, 'kiosk');
    await untilThere(await openAt(joined, 'kiosk'));
    await joined.kill();
    const other = openOutbox(join(second, outboxFile), Buffer.from(outboxKeyOf(second), 'hex'), () => 0);
    other.add('01960000-0000-7000-a000-000000000001', {});
    other.close();
    const before = readFileSync(join(second, outboxFile));
    const device = JSON.parse(readFileSync(join(second, deviceFileName), 'utf8'));
    writeFileSync(join(second, deviceFileName), JSON.stringify({ ...device, outboxKey: 'ab'.repeat(32) }));
    const again = await startProcess(['--data', second, '--join', host.url], /^never$/m);
    expect(await again.ended).toBe(1);
    expect(again.said()).toContain('sealed with another key');
    expect(again.said()).toContain(`put the ${deviceFileName} back`);
    expect(readFileSync(join(second, outboxFile))).toEqual(before);
  });

  it('that is revoked takes nobody in any more', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    const host = await startFirst(first);
    const joined = await startJoined(host, second, 'kiosk');
    const kiosk = await openAt(joined, 'kiosk');
    await untilThere(kiosk);
    const { devices } = await value(host.desk, 'devices.list', {});
    const [device] = devices;
    if (device === undefined) throw new Error('no device is paired');
    await value(host.desk, 'devices.revoke', { deviceId: device.deviceId });
    expect(await kiosk.reply('notice.current', { language: 'en' })).toEqual({
      ok: false,
      code: 'not-allowed',
    });
  });
});

describe('a joined console', () => {
  it('serves its own page and staff sign in at it', async () => {
    const [first, second] = [join(temporaryFolder(), 'first'), join(temporaryFolder(), 'second')];
    const host = await startFirst(first);
    const joined = await startJoined(host, second, 'console');
    expect(joined.printed('kiosk')).toEqual([]);
    const desk = await openAt(joined, 'console');
    const { userName, passphrase } = administrator;
    await value(desk, 'staff.signIn', { userName, passphrase });
    expect((await value(desk, 'visits.onSite', {})).counts.onSite).toBe(0);
    await host.process.kill();
    expect(await desk.reply('visits.onSite', {})).toEqual({ ok: false, code: 'unavailable' });
  });
});

describe('joining', () => {
  it('sends no code to a host with another certificate than the one that was named', async () => {
    const host = await startHost({ listen: { address: '127.0.0.1', port: 0 } });
    const url = host.printed.find((line) => line.startsWith('network: https://127.'))?.slice(9) ?? '';
    const other = 'AB'.repeat(32);
    const given = ['--data', join(temporaryFolder(), 'second'), '--join', url];
    const joined = await startProcess([...given, '--fingerprint', other, '--code', 'AAAA-AAAA'], /^never$/m);
    expect(await joined.ended).toBe(1);
    expect(joined.said()).toContain('another certificate');
    const log = readdirSync(join(host.dataFolder, 'log')).map((name) =>
      readFileSync(join(host.dataFolder, 'log', name), 'utf8'),
    );
    expect(log.join()).not.toContain('"pairing"');
  });

  it('says nothing to a host that shows another certificate later', async () => {
    const host = await startHost({ listen: { address: '127.0.0.1', port: 0 } });
    const url = host.printed.find((line) => line.startsWith('network: https://127.'))?.slice(9) ?? '';
    const line = createPinnedLine({
      host: new URL(url),
      fingerprint: Array(32).fill('AB').join(':'),
      secret: 'x'.repeat(43),
    });
    expect(await line.call('kiosk', 'site.welcome', {})).toEqual({ ok: false, code: 'unavailable' });
    line.close();
  });

  it('needs the fingerprint beside a code on the command line, and an answer at the address', async () => {
    const folder = join(temporaryFolder(), 'second');
    const careless = await startProcess(
      ['--data', folder, '--join', 'https://127.0.0.1:1', '--code', 'AAAA-AAAA'],
      /^never$/m,
    );
    expect([await careless.ended, careless.said()]).toEqual([2, expect.stringContaining('--fingerprint')]);
    const nobody = await startProcess(['--data', folder, '--join', 'https://127.0.0.1:1'], /^never$/m, 'A\n');
    expect([await nobody.ended, nobody.said()]).toEqual([1, expect.stringContaining('nobody answers')]);
  });
});
