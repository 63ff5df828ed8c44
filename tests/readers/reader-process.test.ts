/** The reader process as it runs: forked, with real messages and real signals. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import type { CardRead, Heard, ReaderConfiguration, ReaderReport } from '../../src/main/readers/card-read.ts';
import { createReaderLink, type ReaderChild, type ReaderLink } from '../../src/main/readers/reader-link.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';

const program = fileURLToPath(new URL('../../src/main/reader-process.ts', import.meta.url));
const patience = { timeout: 20_000, interval: 20 };

const simulatedReader: ReaderConfiguration = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'simulated',
  format: null,
  device: null,
  raw: null,
};
const absentReader: ReaderConfiguration = {
  ...simulatedReader,
  profile: 'raw',
  format: 'DEC',
  device: 'FFFE:FFFE',
  raw: { offset: 0, length: 4, byteOrder: 'big' },
};

const links: ReaderLink[] = [];
afterEach(async () => {
  await Promise.all(links.splice(0).map((link) => link.stop()));
});

function start(env: NodeJS.ProcessEnv = {}) {
  const children: ChildProcess[] = [];
  const reads: CardRead[] = [];
  const seen: string[] = [];
  const heard: Heard[] = [];
  let statuses: readonly ReaderStatus[] = [];
  const link = createReaderLink({
    onRead: (read) => reads.push(read),
    onHeard: (what) => heard.push(what),
    onStatus(readers) {
      statuses = readers;
      seen.push(readers.map(({ state, advice }) => `${state} ${advice}`).join(', '));
    },
    log: () => undefined,
    spawn(): ReaderChild {
      const child = fork(program, {
        execArgv: [],
        env: { ...process.env, ...env },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      children.push(child);
      return {
        post: (message) => {
          if (child.connected) child.send(message, () => undefined);
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.on('exit', () => listener()),
        kill: () => void child.kill('SIGKILL'),
      };
    },
  });
  links.push(link);
  link.configure([simulatedReader]);
  const ready = () =>
    vi.waitFor(() => expect(statuses.map(({ state }) => state)).toEqual(['ready']), patience);
  return { link, children, reads, seen, ready };
}

test('a tap on the simulated reader arrives as a read', async () => {
  const { link, reads, ready } = start();
  await ready();
  expect(await link.tap('H10301:2F623AE', 'desk')).toBeNull();
  expect(await link.tap('DEC:0006613779', 'desk')).toBeNull();
  expect(await link.tap('H10301:2F623AF', 'desk')).toBe('parity');
  expect(await link.tap('H10301', 'desk')).toBe('format');
  expect(reads.map(({ reading }) => reading)).toEqual([
    { kind: 'credential', credential: { format: 'H10301', facility: '123', number: '4567' } },
    { kind: 'credential', credential: { format: 'DEC', facility: null, number: '6613779' } },
  ]);
  expect(reads[0]).toMatchObject({ readerId: 'desk', profile: 'simulated', place: 'desk' });
});

test('killed it is started again, ready, and takes taps; in between the screen is told', async () => {
  const { link, children, reads, seen, ready } = start();
  for (let round = 0; round < 3; round += 1) {
    await ready();
    children.at(-1)?.kill('SIGKILL');
    await vi.waitFor(() => expect(children).toHaveLength(round + 2), patience);
    await ready();
    expect(await link.tap(`DEC:${round + 1}`, 'desk')).toBeNull();
  }
  expect(seen.filter((state) => state === 'waiting restarting')).toHaveLength(3);
  expect(reads).toHaveLength(3);
});

test('stopped by a signal it is taken for hung, killed and replaced', async () => {
  const { link, children, ready } = start();
  await ready();
  children[0]?.kill('SIGSTOP');
  await vi.waitFor(() => expect(children).toHaveLength(2), patience);
  await ready();
  expect(children[0]?.signalCode).toBe('SIGKILL');
  expect(await link.tap('DEC:1', 'desk')).toBeNull();
});

test('it lists devices, says that one is gone, and a site without readers can ask too', async () => {
  const { link, ready } = start();
  await ready();
  const answer = await link.ask({ kind: 'list' });
  // Without libusb there is no list, and the answer says so.
  if (answer.ok) for (const { device } of answer.devices) expect(device).toMatch(/^[0-9A-F]{4}:[0-9A-F]{4}$/);
  else expect(answer.fault).toBe('unavailable');
  link.configure([]);
  const listening = { kind: 'test', device: 'FFFE:FFFE', profile: 'raw', forMs: 5_000 } as const;
  expect(await link.ask(listening)).toEqual({ ok: false, fault: answer.ok ? 'gone' : 'unavailable' });
  expect(await link.ask({ kind: 'end-test' })).toEqual({ ok: true, devices: [] });
});

test('as a utility process of Electron it speaks through its parent port', async () => {
  const port = new URL('../support/electron-stand-in/utility-child.ts', import.meta.url);
  const child = fork(program, {
    execArgv: ['--import', port.href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const heard: ReaderReport[] = [];
  child.on('message', (message) => heard.push(message as ReaderReport));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send({ kind: 'configure', readers: [simulatedReader] });
  child.send({ kind: 'tap', id: 7, card: 'DEC:1', place: 'desk' });
  await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'tapped', id: 7, fault: null }), patience);
  expect(heard.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['alive', 'status', 'read']));
  child.send({ kind: 'stop' });
  expect(await ended).toBe(0);
});

test('it ends with its parent', async () => {
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  expect(await ended).toBe(0);
});

test('a real reader that is not there is absent, and the process lives on', async () => {
  const { link, seen } = start();
  link.configure([absentReader]);
  await vi.waitFor(() => expect(seen.at(-1)).toBe('absent plug-in'), patience);
  expect(await link.tap('DEC:1', 'desk')).toBe('not-simulated');
});

test.skipIf(process.platform !== 'linux')(
  'without libusb (Linux only) it says so, and the simulated reader still works',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-no-libusb-'));
    try {
      // Found first and no library: loading fails as it does where there is none.
      await writeFile(join(folder, 'libusb-1.0.so.0'), 'no library');
      const { link, reads, seen, ready } = start({ LD_LIBRARY_PATH: folder });
      link.configure([absentReader]);
      await vi.waitFor(() => expect(seen.at(-1)).toBe('unavailable install-libusb'), patience);
      link.configure([simulatedReader]);
      await ready();
      expect(await link.tap('DEC:1', 'desk')).toBeNull();
      expect(reads).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
