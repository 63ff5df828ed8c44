import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askControl } from '../../src/main/hosts/control.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { administrator, defaultRetention, siteSettings } from '../support/app.ts';
import { eventually } from './support/eventually.ts';
import { openLink, type Visitor } from './support/http.ts';
import { type StartedHost, startHost } from './support/server-host.ts';

// Each of these starts threads and processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

async function call<Name extends CallName>(
  visitor: Visitor,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = (await visitor.reply(name, input)) as Reply<CallOutput<Name>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

function newVisitId(): CallInput<'visits.arrive'>['visitId'] {
  const time = Date.now().toString(16).padStart(12, '0');
  const tail = crypto.randomUUID().slice(24);
  return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8abc-${tail}` as CallInput<'visits.arrive'>['visitId'];
}

async function setUpSite(host: StartedHost): Promise<{ kiosk: Visitor; desk: Visitor }> {
  const [kiosk, desk] = [await host.open('kiosk'), await host.open('console')];
  await call(desk, 'site.setUp', {
    code: host.printedAfter('set-up code'),
    settings: siteSettings,
    retention: defaultRetention,
    administrator,
  });
  await signIn(desk);
  return { kiosk, desk };
}

async function signIn(desk: Visitor): Promise<void> {
  const { userName, passphrase } = administrator;
  await call(desk, 'staff.signIn', { userName, passphrase });
}

async function arrive(kiosk: Visitor, name: string): Promise<void> {
  const { noticeId } = await call(kiosk, 'notice.current', { language: 'en' });
  await call(kiosk, 'visits.arrive', {
    visitId: newVisitId(),
    name,
    email: 'visitor@example.com',
    phone: '+45 12 34 56 78',
    company: '',
    host: '',
    language: 'en',
    noticeId,
  });
}

describe('a day at the desk, over HTTP', () => {
  it('goes from set-up to a visitor with a card, who is found', async () => {
    const host = await startHost();
    expect(host.printed).toHaveLength(3);
    expect(await askControl(host.dataFolder, { command: 'state' })).toMatchObject({ state: 'set-up' });
    const { kiosk, desk } = await setUpSite(host);
    expect(await askControl(host.dataFolder, { command: 'state' })).toMatchObject({ state: 'ready' });
    const [atKiosk, atDesk] = [await kiosk.listen(), await desk.listen()];

    await arrive(kiosk, 'Søren Kanariefugl');
    const tapped = await eventually(async () => {
      const answer = await askControl(host.dataFolder, { command: 'tap', card: 'H10301:2F623AE' });
      expect(answer).toEqual({ ok: true });
      const event = atDesk.events.find(({ type }) => type === 'card.tapped');
      if (event?.type !== 'card.tapped') throw new Error('no card was tapped');
      return event;
    });
    const { tap } = tapped;
    const read = await call(desk, 'cards.read', { tap });
    expect(read.reading).toMatchObject({ kind: 'unknown', credential: { facility: '123', number: '4567' } });
    expect(read.next?.name).toBe('Søren Kanariefugl');
    const { card } = await call(desk, 'cards.register', {
      label: '0407',
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    await call(desk, 'cards.issue', { cardId: card.cardId, visitId: read.next?.visitId ?? newVisitId() });
    const { results } = await call(desk, 'visits.search', { text: 'soren kan', scope: 'today' });
    expect(results.map(({ name, card: held }) => [name, held.state])).toEqual([
      ['Søren Kanariefugl', 'issued'],
    ]);

    await eventually(() => expect(atKiosk.events.length).toBeGreaterThan(0));
    expect(atKiosk.text()).not.toContain('card.tapped');
    for (const text of [atKiosk.text(), atDesk.text()]) expect(text).not.toMatch(/Kanariefugl|4567/);
    expect(await kiosk.reply('visits.onSite', {})).toEqual({ ok: false, code: 'not-allowed' });

    await host.close();
    expect(existsSync(join(host.dataFolder, 'control.sock'))).toBe(false);
    expect(readdirSync(host.dataFolder).filter((name) => /wal|shm/.test(name))).toEqual([]);
    const everything = readdirSync(host.dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('');
    expect(everything).not.toMatch(/Kanariefugl|visitor@example/);
  });

  it('goes on after the core has died: screens are told, staff sign in again, nothing is lost', async () => {
    const host = await startHost();
    const { kiosk, desk } = await setUpSite(host);
    await arrive(kiosk, 'Astrid');
    const [atKiosk, atDesk] = [await kiosk.listen(), await desk.listen()];
    host.killCore();
    await eventually(() => {
      expect(atKiosk.events.at(-1)).toMatchObject({ type: 'changed' });
      expect(atDesk.events.map(({ type }) => type)).toContain('session.ended');
    });
    expect(await desk.reply('visits.onSite', {})).toEqual({ ok: false, code: 'signed-out' });
    await signIn(desk);
    const { visits } = await call(desk, 'visits.onSite', {});
    expect(visits.map(({ name }) => name)).toEqual(['Astrid']);
    await eventually(async () =>
      expect((await call(kiosk, 'readers.status', {})).readers[0]).toMatchObject({ state: 'ready' }),
    );
  });

  it('sees the days to come when a test moves the clock', async () => {
    const month = 31 * 24 * 60 * 60_000;
    const host = await startHost({}, { FOYER_CLOCK_OFFSET_MS: String(month) });
    const { kiosk } = await setUpSite(host);
    const { noticeId } = await call(kiosk, 'notice.current', { language: 'en' });
    const before = Date.now();
    const { arrivedAt } = await call(kiosk, 'visits.arrive', {
      visitId: newVisitId(),
      name: 'Ida',
      email: 'ida@example.com',
      phone: '12345678',
      company: '',
      host: '',
      language: 'en',
      noticeId,
    });
    expect(arrivedAt - before).toBeGreaterThan(month - 60_000);
  });
});

describe('the start', () => {
  it('is made once: the second brings the first to the front and hands on fresh links', async () => {
    const first = await startHost();
    const second = await startHost({ dataFolder: first.dataFolder });
    expect([second.running, second.exitCode]).toEqual([false, 0]);
    expect(second.said.join()).toContain('already running');
    expect((await (await second.open('kiosk')).get('/kiosk')).status).toBe(200);
    expect((await (await first.open('kiosk')).get('/kiosk')).status).toBe(200);
  });

  it('with the key gone shows the fault, and goes on once the key is back', async () => {
    const before = await startHost();
    await setUpSite(before);
    await before.close();
    const key = join(before.dataFolder, 'foyer.key');
    renameSync(key, `${key}.away`);

    const without = await startHost({ dataFolder: before.dataFolder });
    const kiosk = await without.open('kiosk');
    expect(await kiosk.reply('site.welcome', {})).toEqual({
      ok: true,
      value: { state: 'fault', fault: 'missing-key' },
    });
    expect(await kiosk.reply('notice.current', { language: 'en' })).toEqual({
      ok: false,
      code: 'unavailable',
    });
    expect(without.said.join()).toContain('recovery key');
    expect(without.printed.join()).not.toContain('set-up code');
    expect(existsSync(key)).toBe(false);
    await without.close();

    renameSync(`${key}.away`, key);
    const after = await startHost({ dataFolder: before.dataFolder });
    expect(await call(await after.open('kiosk'), 'site.welcome', {})).toMatchObject({ state: 'ready' });
    expect(after.printed.join()).not.toContain('set-up code');
  });

  it('refuses a key that others may read, and touches nothing', async () => {
    const before = await startHost();
    await before.close();
    const key = join(before.dataFolder, 'foyer.key');
    chmodSync(key, 0o644);
    const { mtimeMs } = statSync(join(before.dataFolder, 'foyer.db'));
    const host = await startHost({ dataFolder: before.dataFolder });
    expect([host.running, host.exitCode]).toEqual([false, 1]);
    expect(host.said.join()).toContain('can be read by others');
    expect(statSync(join(before.dataFolder, 'foyer.db')).mtimeMs).toBe(mtimeMs);
    expect(existsSync(join(before.dataFolder, 'control.sock'))).toBe(false);
  });

  it('names a port that is taken, and leaves nothing behind', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const host = await startHost({ port });
    expect([host.running, host.exitCode]).toEqual([false, 1]);
    expect(host.said.join()).toContain(`port ${port} is taken`);
    expect(existsSync(join(host.dataFolder, 'control.sock'))).toBe(false);
  });

  it('says why no window is opened', async () => {
    const host = await startHost({ open: true });
    expect(host.said.join()).toMatch(/no window is opened: .*each works once/);
  });

  it('keeps the data folder to its owner', async () => {
    const host = await startHost();
    expect(statSync(host.dataFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(host.dataFolder, 'foyer.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(host.dataFolder, 'log', 'foyer.log')).mode & 0o777).toBe(0o600);
  });
});

describe('the control socket of a running host', () => {
  it('hands out links, refuses taps without a simulated reader, and asks to stop', async () => {
    const host = await startHost({ reader: 'none' });
    const link = await askControl(host.dataFolder, { command: 'link', door: 'console' });
    expect(link?.ok && link.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\?launch=/);
    expect((await (await openLink(link?.ok ? (link.url ?? '') : '')).get('/console')).status).toBe(200);
    const tap = await askControl(host.dataFolder, { command: 'tap', card: 'H10301:2F623AE' });
    expect(tap).toEqual({ ok: false, fault: 'not-simulated' });
    await askControl(host.dataFolder, { command: 'stop' });
    await eventually(() => expect(host.stops).toEqual(['stop']));
  });

  it.each([
    ['H10301:2F623AF', 'parity'],
    ['H10301:nonsense', 'format'],
    ['nonsense', 'format'],
  ])('refuses the card %s as %s', async (card, fault) => {
    const host = await startHost();
    await eventually(async () => {
      const tap = await askControl(host.dataFolder, { command: 'tap', card });
      expect(tap).toEqual({ ok: false, fault });
    });
  });
});
