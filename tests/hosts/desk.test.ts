/** Core and readers joined: whichever dies, and whenever, everything is back soon after. */
import { describe, expect, it } from 'vitest';
import type { FromCore, ToCore } from '../../src/main/hosts/core-protocol.ts';
import { createDesk, readersInUse } from '../../src/main/hosts/desk.ts';
import type { ReaderOverride } from '../../src/main/hosts/options.ts';
import type { CoreProcess } from '../../src/main/hosts/spawned-core.ts';
import type { ReaderCommand, ReaderConfiguration, ReaderReport } from '../../src/main/readers/card-read.ts';
import type { ReaderChild } from '../../src/main/readers/reader-link.ts';
import type { ReaderStatus } from '../../src/shared/contract/readers.ts';
import { eventually } from './support/eventually.ts';

const desk: ReaderConfiguration = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'pcprox',
  format: null,
  device: null,
  raw: null,
};
const slot: ReaderConfiguration = { ...desk, readerId: 'slot', place: 'kiosk', profile: 'raw' };
const both = [desk, slot];
const statusOf = (state: ReaderStatus['state']): readonly ReaderStatus[] =>
  both.map(({ readerId, name, profile, place }) => ({
    readerId,
    name,
    profile,
    place,
    state,
    advice: 'none',
  }));
const listening = { kind: 'test', device: '08FF:0009', profile: 'raw', forMs: 120_000 } as const;

interface Played<Told, Said> {
  readonly told: Told[];
  say(message: Said): void;
  die(): void;
}

function play<Told, Said>(): Played<Told, Said> & CoreProcess & ReaderChild {
  const told: Told[] = [];
  let hear: (message: never) => void = () => undefined;
  const ends: (() => void)[] = [];
  const die = (): void => {
    for (const end of ends.splice(0)) end();
  };
  return {
    told,
    say: (message) => hear(message as never),
    die,
    post: (message) => void told.push(message as never),
    onMessage: (listener) => {
      hear = listener as never;
    },
    onExit: (listener) => void ends.push(listener),
    terminate: die,
    kill: die,
  };
}

function setUp(reader: ReaderOverride = 'auto') {
  const cores: (Played<ToCore, FromCore> & CoreProcess)[] = [];
  const children: (Played<ReaderCommand, ReaderReport> & ReaderChild)[] = [];
  const made = createDesk({
    options: { dataFolder: '/nowhere', reader, demo: false },
    masterKey: null,
    spawnCore() {
      const core = play<ToCore, FromCore>();
      cores.push(core);
      return core;
    },
    spawnReader() {
      const child = play<ReaderCommand, ReaderReport>();
      children.push(child);
      return child;
    },
    log: () => undefined,
    clockOffsetMs: 0,
  });
  const core = () => cores.at(-1) as Played<ToCore, FromCore>;
  const child = () => children.at(-1) as Played<ReaderCommand, ReaderReport>;
  function coreIsUp(): void {
    core().say({ kind: 'ready', state: 'ready', fault: null, setUpCode: null });
    core().say({ kind: 'site-readers', readers: both });
  }
  const told = <Kind extends ToCore['kind']>(kind: Kind) =>
    core().told.filter((message): message is Extract<ToCore, { kind: Kind }> => message.kind === kind);
  const asked = () => child().told.flatMap((command) => (command.kind === 'ask' ? [command] : []));
  /** Begins a test as the core does. */
  async function beginTest(): Promise<void> {
    core().say({ kind: 'ask-readers', id: 1, question: listening });
    child().say({ kind: 'answer', id: asked().at(-1)?.id ?? 0, answer: { ok: true, devices: [] } });
    await eventually(() => expect(told('readers-answer')).toHaveLength(1));
  }
  return { ...made, cores, children, core, child, coreIsUp, told, asked, beginTest };
}

describe('the desk', () => {
  it("hands the site's readers to their process and what they read to the core", async () => {
    const { coreIsUp, child, told, close } = setUp();
    coreIsUp();
    expect(child().told).toEqual([{ kind: 'configure', readers: both }]);
    child().say({ kind: 'status', readers: statusOf('ready') });
    expect(told('readers').at(-1)).toMatchObject({ readers: statusOf('ready'), restarts: 0 });
    const read = {
      readerId: 'slot',
      readerName: '',
      profile: 'raw',
      place: 'kiosk',
      at: 1,
      reading: { kind: 'unreadable', reason: 'parity' },
    } as const;
    child().say({ kind: 'read', read });
    expect(told('card-read')).toEqual([{ kind: 'card-read', read }]);
    void close();
  });

  it('the reader process dies during a test: the console is told, all readers come back, the test goes on', async () => {
    const { coreIsUp, child, children, told, asked, beginTest, close } = setUp();
    coreIsUp();
    child().say({ kind: 'status', readers: statusOf('ready') });
    await beginTest();
    child().die();
    expect(
      told('readers')
        .at(-1)
        ?.readers.map(({ state, advice }) => `${state} ${advice}`),
    ).toEqual(['waiting restarting', 'waiting restarting']);
    await eventually(() => expect(children).toHaveLength(2));
    expect(child().told[0]).toEqual({ kind: 'configure', readers: both });
    expect(asked().map(({ question }) => question.kind)).toEqual(['test']);
    child().say({ kind: 'status', readers: statusOf('ready') });
    expect(told('readers').at(-1)).toMatchObject({ readers: statusOf('ready'), restarts: 1 });
    const heard = { kind: 'text', raw: '0006613779', bits: null } as const;
    child().say({ kind: 'heard', heard });
    expect(told('reader-heard')).toEqual([{ kind: 'reader-heard', heard }]);
    void close();
  });

  it('the core dies during a test: the device is given back and the next core is told of the readers', async () => {
    const { coreIsUp, child, children, cores, told, asked, beginTest, core, close } = setUp();
    coreIsUp();
    child().say({ kind: 'status', readers: statusOf('ready') });
    await beginTest();
    core().die();
    expect(asked().map(({ question }) => question.kind)).toEqual(['test', 'end-test']);
    await eventually(() => expect(cores).toHaveLength(2));
    coreIsUp();
    expect(told('readers')[0]).toMatchObject({ readers: statusOf('ready') });
    child().say({ kind: 'heard', heard: { kind: 'text', raw: '0006613779', bits: null } });
    expect(told('reader-heard')).toEqual([]);
    expect(children).toHaveLength(1);
    void close();
  });

  it('both die at once during a test: both come back, and the test does not', async () => {
    const { coreIsUp, child, children, cores, told, asked, beginTest, core, close } = setUp();
    coreIsUp();
    await beginTest();
    child().die();
    core().die();
    await eventually(() => expect([children.length, cores.length]).toEqual([2, 2]));
    expect(asked()).toEqual([]);
    coreIsUp();
    child().say({ kind: 'status', readers: statusOf('ready') });
    expect(told('readers').at(-1)).toMatchObject({ readers: statusOf('ready') });
    void close();
  });
});

describe('--reader', () => {
  it('auto takes the readers of the site; none leaves them out', () => {
    expect(readersInUse('auto', both)).toEqual(both);
    expect(readersInUse('auto', null)).toEqual([]);
    expect(readersInUse('none', both)).toEqual([]);
  });

  it('simulated puts one at the desk, even before set-up, and one at a kiosk that has a reader', () => {
    const places = (chosen: readonly ReaderConfiguration[] | null) =>
      readersInUse('simulated', chosen).map(({ profile, place }) => `${profile} ${place}`);
    expect(places(null)).toEqual(['simulated desk']);
    expect(places([])).toEqual(['simulated desk']);
    expect(places([desk])).toEqual(['simulated desk']);
    expect(places(both)).toEqual(['simulated desk', 'simulated kiosk']);
    expect(places([slot])).toEqual(['simulated desk', 'simulated kiosk']);
  });
});
