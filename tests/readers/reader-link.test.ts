/** The host's end against a process that the test plays. */
import { describe, expect, test } from 'vitest';
import type {
  CardRead,
  Heard,
  ReaderCommand,
  ReaderConfiguration,
} from '../../src/main/readers/card-read.ts';
import { createReaderLink, type ReaderChild } from '../../src/main/readers/reader-link.ts';
import { aliveEveryMs } from '../../src/main/readers/timing.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';
import { createFakeTiming } from './fake-timing.ts';

const simulated: ReaderConfiguration = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'simulated',
  format: null,
  device: null,
  raw: null,
};
const readers = [simulated];
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
  const heard: Heard[] = [];
  const logged: string[] = [];
  let restarts = 0;
  const link = createReaderLink({
    timing,
    onRead: (read) => reads.push(read),
    onHeard: (what) => heard.push(what),
    onStatus(next, restarted) {
      statuses.push(next.map(({ state, advice }) => `${state} ${advice}`).join(', ') || 'none');
      restarts = restarted;
    },
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
  return { timing, link, children, statuses, restarts: () => restarts, reads, heard, logged, last, live };
}

test('a site without a reader starts no process', async () => {
  const { link, children, timing } = setUp();
  link.configure([]);
  await timing.advance(60_000);
  expect(children).toHaveLength(0);
  expect(await link.tap('DEC:1', 'desk')).toBe('not-simulated');
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

test('a process that falls silent is killed, and within two seconds another one runs', async () => {
  const { link, children, last, statuses, live, timing, logged } = setUp();
  link.configure(readers);
  await live(10_000);
  expect(children).toHaveLength(1);
  // Three words in a row may be late.
  await timing.advance(3 * aliveEveryMs);
  expect(children[0]?.killed).toBe(false);
  await timing.advance(1_750 - 3 * aliveEveryMs);
  expect(children[0]?.killed).toBe(true);
  expect(statuses.at(-1)).toBe('waiting restarting');
  await timing.advance(250);
  expect(children).toHaveLength(2);
  expect(last().posted[0]).toEqual({ kind: 'configure', readers });
  expect(logged).toEqual(['reader-process-hung', 'reader-process-restart']);
});

test('a process that has just been started has longer, because it loads native code', async () => {
  const { link, children, last, timing } = setUp();
  link.configure(readers);
  last().say({ kind: 'alive' });
  await timing.advance(3_900);
  expect(children[0]?.killed).toBe(false);
  await timing.advance(200);
  expect(children[0]?.killed).toBe(true);
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
  const first = link.tap('DEC:1', 'desk');
  const second = link.tap('DEC:x', 'desk');
  const [one, two] = last().posted.slice(1) as { id: number }[];
  last().say({ kind: 'tapped', id: two?.id, fault: 'format' });
  last().say({ kind: 'tapped', id: one?.id, fault: null });
  expect(await first).toBeNull();
  expect(await second).toBe('format');
  const third = link.tap('DEC:1', 'desk');
  last().exit();
  expect(await third).toBe('restarting');
  expect(await link.tap('DEC:1', 'desk')).toBe('restarting');
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

const listening = { kind: 'test', device: '08FF:0009', profile: 'raw', forMs: 120_000 } as const;
const asksOf = (child: PlayedChild) =>
  child.posted.flatMap((command) => (command.kind === 'ask' ? [command] : []));
const heardText = { kind: 'text', raw: '0006613779', bits: null } as const;

describe('questions', () => {
  test('are answered each to its own', async () => {
    const { link, last } = setUp();
    link.configure(readers);
    const list = link.ask({ kind: 'list' });
    const end = link.ask({ kind: 'end-test' });
    const [first, second] = asksOf(last());
    last().say({ kind: 'answer', id: second?.id, answer: { ok: true, devices: [] } });
    last().say({ kind: 'answer', id: first?.id, answer: { ok: false, fault: 'unavailable' } });
    expect(await list).toEqual({ ok: false, fault: 'unavailable' });
    expect(await end).toEqual({ ok: true, devices: [] });
  });

  test('start the process where the site uses no reader, and none is started to end a test', async () => {
    const { link, children, last, statuses } = setUp();
    link.configure([]);
    expect(await link.ask({ kind: 'end-test' })).toEqual({ ok: true, devices: [] });
    expect(children).toHaveLength(0);
    const list = link.ask({ kind: 'list' });
    expect(last().posted.map(({ kind }) => kind)).toEqual(['configure', 'ask']);
    last().say({ kind: 'answer', id: asksOf(last())[0]?.id, answer: { ok: true, devices: [] } });
    expect(await list).toEqual({ ok: true, devices: [] });
    expect(statuses).toEqual([]);
  });

  test('of a lost process are answered with `restarting`, and so are those before the next one', async () => {
    const { link, last, timing } = setUp();
    link.configure(readers);
    const list = link.ask({ kind: 'list' });
    last().exit();
    expect(await list).toEqual({ ok: false, fault: 'restarting' });
    expect(await link.ask({ kind: 'list' })).toEqual({ ok: false, fault: 'restarting' });
    await timing.advance(2_000);
    const again = link.ask({ kind: 'list' });
    last().say({ kind: 'answer', id: asksOf(last())[0]?.id, answer: { ok: true, devices: [] } });
    expect(await again).toEqual({ ok: true, devices: [] });
  });

  test('that are not answered fail, and a test nobody waits for is ended', async () => {
    const { link, last, live } = setUp();
    link.configure(readers);
    const list = link.ask({ kind: 'list' });
    const begun = link.ask(listening);
    await live(9_000);
    expect(await list).toEqual({ ok: false, fault: 'failed' });
    expect(await begun).toEqual({ ok: false, fault: 'failed' });
    expect(asksOf(last()).map(({ question }) => question.kind)).toEqual(['list', 'test', 'end-test']);
  });

  test('after the end are not put', async () => {
    const { link } = setUp();
    await link.stop();
    expect(await link.ask({ kind: 'list' })).toEqual({ ok: false, fault: 'restarting' });
  });
});

describe('a test under way', () => {
  async function testing(configured = readers) {
    const desk = setUp();
    desk.link.configure(configured);
    const begun = desk.link.ask(listening);
    desk.last().say({ kind: 'answer', id: asksOf(desk.last())[0]?.id, answer: { ok: true, devices: [] } });
    expect(await begun).toEqual({ ok: true, devices: [] });
    return desk;
  }

  test('is heard', async () => {
    const { last, heard } = await testing();
    last().say({ kind: 'heard', heard: heardText });
    expect(heard).toEqual([heardText]);
  });

  test('is heard from the first word on, even in the same breath as the answer', () => {
    const { link, last, heard } = setUp();
    link.configure(readers);
    void link.ask(listening);
    last().say({ kind: 'answer', id: asksOf(last())[0]?.id, answer: { ok: true, devices: [] } });
    last().say({ kind: 'heard', heard: heardText });
    expect(heard).toEqual([heardText]);
  });

  test.each([
    ['with readers', readers],
    ['without readers', []],
  ])('goes on in the next process for the time that is left: %s', async (_name, configured) => {
    const { last, live, timing, children, heard } = await testing(configured);
    await live(60_000);
    last().exit();
    await timing.advance(2_000);
    expect(children).toHaveLength(2);
    const [command] = asksOf(last());
    expect(command?.question).toMatchObject({ kind: 'test', device: '08FF:0009', profile: 'raw' });
    const left = command?.question.kind === 'test' ? command.question.forMs : 0;
    expect(left).toBeGreaterThan(55_000);
    expect(left).toBeLessThan(60_000);
    last().say({ kind: 'heard', heard: heardText });
    expect(heard).toEqual([heardText]);
  });

  test('goes on when the process hung', async () => {
    const { last, live, timing, children } = await testing();
    await live(1_000);
    await timing.advance(6_000);
    expect(children).toHaveLength(2);
    expect(asksOf(last()).map(({ question }) => question.kind)).toEqual(['test']);
  });

  test('that is over, or was ended, does not come back', async () => {
    const over = await testing();
    await over.live(121_000);
    over.last().say({ kind: 'heard', heard: heardText });
    over.last().exit();
    await over.timing.advance(2_000);
    expect(asksOf(over.last())).toEqual([]);
    expect(over.heard).toEqual([]);

    const ended = await testing([]);
    void ended.link.ask({ kind: 'end-test' });
    ended.last().say({ kind: 'heard', heard: heardText });
    ended.last().exit();
    await ended.timing.advance(60_000);
    expect(ended.children).toHaveLength(1);
    expect(ended.heard).toEqual([]);
  });

  test('of a test that was refused nothing is remembered', async () => {
    const { link, last, timing } = setUp();
    link.configure(readers);
    const begun = link.ask(listening);
    last().say({ kind: 'answer', id: asksOf(last())[0]?.id, answer: { ok: false, fault: 'denied' } });
    expect(await begun).toEqual({ ok: false, fault: 'denied' });
    last().exit();
    await timing.advance(2_000);
    expect(asksOf(last())).toEqual([]);
  });
});

test('several readers: all are told to wait when the process dies, and all come back', async () => {
  const { link, last, statuses, restarts, live, timing } = setUp();
  const both = [simulated, { ...simulated, readerId: 'slot', place: 'kiosk' }] as const;
  link.configure(both);
  last().say({ kind: 'status', readers: [status('ready'), { ...status('ready'), readerId: 'slot' }] });
  await live(1_000);
  last().exit();
  expect(statuses.at(-1)).toBe('waiting restarting, waiting restarting');
  await timing.advance(2_000);
  expect(last().posted[0]).toEqual({ kind: 'configure', readers: both });
  last().say({ kind: 'status', readers: [status('ready'), { ...status('ready'), readerId: 'slot' }] });
  expect(statuses.at(-1)).toBe('ready none, ready none');
  expect(restarts()).toBe(1);
  void link.tap('DEC:1', 'kiosk');
  expect(last().posted.at(-1)).toMatchObject({ kind: 'tap', card: 'DEC:1', place: 'kiosk' });
});

test('a tap where there is no simulated reader is refused without asking', async () => {
  const { link, last } = setUp();
  link.configure(readers);
  expect(await link.tap('DEC:1', 'kiosk')).toBe('not-simulated');
  expect(last().posted.map(({ kind }) => kind)).toEqual(['configure']);
});
