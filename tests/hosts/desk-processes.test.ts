/** The core in its thread and the readers in their process, as the server host has them, from tap to ledger. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spawnCoreWorker } from '../../src/main/hosts/core-worker.ts';
import { createDesk, type Desk } from '../../src/main/hosts/desk.ts';
import { spawnReaderChild } from '../../src/main/hosts/reader-child.ts';
import type { ReaderChild } from '../../src/main/readers/reader-link.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';
import type { Door } from '../../src/shared/vocabulary.ts';
import { administrator, defaultRetention, siteSettings } from '../support/app.ts';
import { eventually } from './support/eventually.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const simulated = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'simulated',
  format: null,
  device: null,
  raw: null,
} as const;
const card = 'H10301:2F623AE';

let desk: Desk;
let children: ReaderChild[];
let heard: Record<Door, FoyerEvent[]>;

beforeEach(async () => {
  children = [];
  heard = { kiosk: [], console: [] };
  const spawn = spawnReaderChild(new URL('../../src/main/reader-process.ts', import.meta.url));
  desk = createDesk({
    options: { dataFolder: temporaryFolder(), reader: 'auto', demo: false },
    masterKey: randomBytes(32).toString('hex'),
    spawnCore: spawnCoreWorker(new URL('../../src/main/core-process.ts', import.meta.url)),
    spawnReader() {
      const child = spawn();
      children.push(child);
      return child;
    },
    log: () => undefined,
    clockOffsetMs: 0,
  });
  for (const door of ['kiosk', 'console'] as const) desk.subscribe(door, (event) => heard[door].push(event));
  const { setUpCode } = await desk.ready;
  await call('console', 'site.setUp', {
    code: setUpCode ?? '',
    settings: { ...siteSettings, readers: [simulated, { ...simulated, readerId: 'slot', place: 'kiosk' }] },
    retention: defaultRetention,
    administrator,
  });
  const { userName, passphrase } = administrator;
  await call('console', 'staff.signIn', { userName, passphrase });
});
afterEach(() => desk.close());

async function call<Name extends CallName>(
  door: Door,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = (await desk.call({ door, connectionId: door }, name, input)) as Reply<CallOutput<Name>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

const readersAre = (...states: readonly string[]) =>
  eventually(async () => {
    const { readers } = await call('console', 'readers.status', {});
    expect(readers.map(({ state }) => state)).toEqual(states);
  });

async function tapAtDesk() {
  const before = heard.console.filter(({ type }) => type === 'card.tapped').length;
  expect(await desk.tap(card, 'desk')).toBeNull();
  const tapped = await eventually(() => {
    const event = heard.console.filter(({ type }) => type === 'card.tapped')[before];
    if (event?.type !== 'card.tapped') throw new Error('no tap');
    return event;
  });
  return tapped.tap;
}

it('a card is issued at the desk and returned at the kiosk, the reader process killed in between', async () => {
  await readersAre('ready', 'ready');
  const tap = await tapAtDesk();
  await call('console', 'staff.add', {
    userName: 'desk',
    displayName: 'Desk',
    roles: ['reception'],
    passphrase: 'a long enough passphrase',
  });
  await call('console', 'staff.signIn', { userName: 'desk', passphrase: 'a long enough passphrase' });
  const registered = await call('console', 'cards.register', {
    label: 'Card 1',
    type: 'visitor',
    source: { by: 'tap', tap },
  });
  const { noticeId } = await call('kiosk', 'notice.current', { language: 'en' });
  const visitId = '01900000-0000-7000-8000-000000000001';
  await call('kiosk', 'visits.arrive', {
    visitId,
    name: 'Maja Berg',
    email: 'maja@example.com',
    phone: '+45 12 34 56 78',
    company: '',
    host: 'Host',
    language: 'en',
    noticeId,
  });
  await call('console', 'cards.issue', { cardId: registered.card.cardId, visitId });
  children.at(-1)?.kill();
  await eventually(() => expect(children).toHaveLength(2));
  await readersAre('ready', 'ready');
  expect(await desk.tap(card, 'kiosk')).toBeNull();
  await eventually(() =>
    expect(heard.kiosk).toContainEqual({ type: 'card.returned', readerId: 'slot', outcome: 'signed-out' }),
  );
  const { cards } = await call('console', 'cards.list', {});
  expect(cards).toMatchObject([{ label: 'Card 1', state: 'in-stock', holder: null }]);
  expect((await call('console', 'visits.onSite', {})).counts.onSite).toBe(0);
  expect(heard.kiosk.some(({ type }) => type === 'card.tapped')).toBe(false);
  expect(heard.console.some(({ type }) => type === 'card.returned')).toBe(false);
});

it('the reader page asks through the core and gets its answers from the reader process', async () => {
  await readersAre('ready', 'ready');
  const { fault } = await call('console', 'readers.devices', {});
  expect([null, 'unavailable']).toContain(fault);
  const { diagnostic } = await call('console', 'readers.diagnostic', {});
  expect(JSON.parse(diagnostic)).toMatchObject({ readers: [{ place: 'desk' }, { place: 'kiosk' }] });
  const listening = { device: 'FFFE:FFFE', profile: 'raw' };
  expect(await desk.call({ door: 'console', connectionId: 'console' }, 'readers.test', listening)).toEqual({
    ok: false,
    code: 'bad-input',
    fields: { device: fault ?? 'gone' },
  });
});
