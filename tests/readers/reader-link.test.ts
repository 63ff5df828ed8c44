/** The host's end against a process that the test plays. */
import { expect, test } from 'vitest';
import type { CardRead, ReaderCommand } from '../../src/main/readers/card-read.ts';
import { createReaderLink, type ReaderChild, readersOf } from '../../src/main/readers/reader-link.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';
import type { ReaderChoice } from '../../src/shared/contract/site.ts';
import { createFakeTiming } from './fake-timing.ts';

const simulated: ReaderChoice = { profile: 'simulated', format: null, device: null, raw: null };
const readers = readersOf(simulated);
const status = (state: ReaderStatus['state']): ReaderStatus => ({
  readerId: 'desk',
  name: '',
  profile: 'simulated',
  place: 'desk',
  state,
  advice: 'none',
});

interface PlayedChild {
  readonly posted: ReaderCommand[];
  say(message: unknown): void;
  exit(): void;
  killed: boolean;
}

function setUp({ killsAnswered = true }: { readonly killsAnswered?: boolean } = {}) {
  const timing = createFakeTiming();
  const children: PlayedChild[] = [];
  const statuses: string[] = [];
  const reads: CardRead[] = [];
  const logged: string[] = [];
  const link = createReaderLink({
    timing,
    onRead: (read) => reads.push(read),
    onStatus: (next) =>
      statuses.push(next.map(({ state, advice }) => `${state} ${advice}`).join(', ') || 'none'),
    log: ({ event }) => logged.push(event),
    spawn(): ReaderChild {
      const hear: ((message: unknown) => void)[] = [];
      const ends: (() => void)[] = [];
      const child: PlayedChild = {
        posted: [],
        killed: false,
        say: (message) => {
          for (const listener of hear) listener(message);
        },
        exit: () => {
          for (const listener of ends) listener();
        },
      };
      children.push(child);
      return {
        post: (message) => void child.posted.push(message),
        onMessage: (listener) => void hear.push(listener),
        onExit: (listener) => void ends.push(listener),
        kill() {
          child.killed = true;
          if (killsAnswered) child.exit();
        },
      };
    },
  });
  const last = (): PlayedChild => children.at(-1) as PlayedChild;
  /** Ten times a second `alive`, for `ms`. */
  async function live(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      last().say({ kind: 'alive' });
      await timing.advance(100);
    }
  }
  return { timing, link, children, statuses, reads, logged, last, live };
}

test('a choice of reader is one reader at the desk, none is none', () => {
  expect(readersOf(null)).toEqual([]);
  expect(readersOf({ ...simulated, profile: 'none' })).toEqual([]);
  const raw = { offset: 1, length: 4, byteOrder: 'little' } as const;
  expect(readersOf({ profile: 'raw', format: 'DEC', device: '08FF:0009', raw })).toEqual([
    { readerId: 'desk', name: '', place: 'desk', profile: 'raw', format: 'DEC', device: '08FF:0009', raw },
  ]);
});

test('a site without a reader starts no process', async () => {
  const { link, children, timing } = setUp();
  link.configure([]);
  await timing.advance(60_000);
  expect(children).toHaveLength(0);
  expect(await link.tap('DEC:1')).toBe('not-simulated');
  await link.stop();
});

test('the process is told its readers, and what it says is passed on', () => {
  const { link, last, statuses, reads } = setUp();
  link.configure(readers);
  expect(statuses).toEqual(['opening none']);
  expect(last().posted).toEqual([{ kind: 'configure', readers }]);
  last().say({ kind: 'status', readers: [status('ready')] });
  last().say({ kind: 'status', readers: [status('ready')] });
  expect(statuses).toEqual(['opening none', 'ready none']);
  const read = {
    readerId: 'desk',
    readerName: '',
    profile: 'simulated',
    place: 'desk',
    at: 1,
    reading: { kind: 'unreadable', reason: 'parity' },
  } as const;
  last().say({ kind: 'read', read });
  last().say({ kind: 'read', read: { ...read, readerId: 'gone' } });
  expect(reads).toEqual([read]);
});

test('a process that dies is started again within two seconds and told its readers', async () => {
  const { link, children, last, statuses, live, timing } = setUp();
  link.configure(readers);
  last().say({ kind: 'status', readers: [status('ready')] });
  for (let round = 1; round <= 6; round += 1) {
    await live(500);
    last().exit();
    expect(statuses.at(-1)).toBe('waiting restarting');
    await timing.advance(2_000);
    expect(children).toHaveLength(round + 1);
    expect(last().posted[0]).toEqual({ kind: 'configure', readers });
    last().say({ kind: 'status', readers: [status('ready')] });
    expect(statuses.at(-1)).toBe('ready none');
  }
});

test('a process that cannot be started is not started in a loop', async () => {
  const { link, children, last, timing } = setUp();
  link.configure(readers);
  for (let step = 0; step < 100; step += 1) {
    last().exit();
    await timing.advance(100);
  }
  expect(children.length).toBeLessThan(12);
});

test('a process that falls silent for three seconds is killed and replaced', async () => {
  const { link, children, last, statuses, live, timing, logged } = setUp();
  link.configure(readers);
  await live(10_000);
  expect(children).toHaveLength(1);
  await timing.advance(2_500);
  expect(children[0]?.killed).toBe(false);
  await timing.advance(600);
  expect(children[0]?.killed).toBe(true);
  expect(statuses.at(-1)).toBe('waiting restarting');
  await timing.advance(2_000);
  expect(children).toHaveLength(2);
  expect(last().posted[0]).toEqual({ kind: 'configure', readers });
  expect(logged).toEqual(['reader-process-hung', 'reader-process-restart']);
});

test('a process that does not even die is left behind and not listened to', async () => {
  const { link, children, statuses, live, timing } = setUp({ killsAnswered: false });
  link.configure(readers);
  await live(1_000);
  await timing.advance(6_000);
  expect(children).toHaveLength(2);
  children[0]?.say({ kind: 'status', readers: [status('denied')] });
  children[0]?.exit();
  await timing.advance(2_000);
  expect(statuses).not.toContain('denied none');
  expect(children).toHaveLength(2);
});

test('a host that stood still itself does not blame the process', async () => {
  const { link, children, last, live, timing } = setUp();
  link.configure(readers);
  await live(1_000);
  timing.standStill(30_000);
  await timing.advance(100);
  last().say({ kind: 'alive' });
  await live(2_000);
  expect(children).toHaveLength(1);
  expect(children[0]?.killed).toBe(false);
});

test('taps are answered each to its own, and those of a lost process with `restarting`', async () => {
  const { link, last } = setUp();
  link.configure(readers);
  const first = link.tap('DEC:1');
  const second = link.tap('DEC:x');
  const [one, two] = last().posted.slice(1) as { id: number }[];
  last().say({ kind: 'tapped', id: two?.id, fault: 'format' });
  last().say({ kind: 'tapped', id: one?.id, fault: null });
  expect(await first).toBeNull();
  expect(await second).toBe('format');
  const third = link.tap('DEC:1');
  last().exit();
  expect(await third).toBe('restarting');
  expect(await link.tap('DEC:1')).toBe('restarting');
});

test('a site that gives up its reader is told so at once, and gets it back on demand', async () => {
  const { link, last, children, statuses, timing, live } = setUp();
  link.configure(readers);
  last().say({ kind: 'status', readers: [status('ready')] });
  link.configure([]);
  expect(statuses.at(-1)).toBe('none');
  expect(last().posted.at(-1)).toEqual({ kind: 'configure', readers: [] });
  last().exit();
  await timing.advance(60_000);
  expect(children).toHaveLength(1);
  link.configure(readers);
  expect(children).toHaveLength(2);
  await live(1_000);
});

test('stopping asks first and kills after a second; nothing is left running', async () => {
  const { link, last, timing, children } = setUp();
  link.configure(readers);
  const stopped = link.stop();
  expect(last().posted.at(-1)).toEqual({ kind: 'stop' });
  await timing.advance(900);
  expect(last().killed).toBe(false);
  await timing.advance(200);
  expect(last().killed).toBe(true);
  await stopped;
  await timing.advance(60_000);
  expect(children).toHaveLength(1);
  expect(timing.pending()).toBe(0);
});
