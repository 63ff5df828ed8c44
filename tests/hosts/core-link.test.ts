import { describe, expect, it } from 'vitest';
import { type CoreLinkParts, createCoreLink } from '../../src/main/hosts/core-link.ts';
import type { FromCore, ToCore } from '../../src/main/hosts/core-protocol.ts';
import type { DeviceAnswer, DeviceQuestion } from '../../src/main/readers/card-read.ts';
import { Area, type FoyerEvent } from '../../src/shared/contract/events.ts';
import type { TapReference } from '../../src/shared/vocabulary.ts';
import { createFakeTiming } from '../readers/fake-timing.ts';
import { eventually } from './support/eventually.ts';

const caller = { door: 'kiosk', connectionId: 'k' } as const;
const ready: FromCore = { kind: 'ready', state: 'ready', fault: null, setUpCode: null };

function setUp(parts: Partial<CoreLinkParts> = {}, { endsWhenTold = true } = {}) {
  const processes: ReturnType<typeof createProcess>[] = [];
  const log: Record<string, unknown>[] = [];
  const choices: unknown[] = [];
  function createProcess() {
    const posted: ToCore[] = [];
    let hear: (message: FromCore) => void = () => undefined;
    let gone: () => void = () => undefined;
    let terminated = 0;
    return {
      posted,
      terminations: () => terminated,
      say: (message: FromCore) => hear(message),
      die: () => gone(),
      process: {
        post: (message: ToCore) => void posted.push(message),
        onMessage: (listener: typeof hear) => {
          hear = listener;
        },
        onExit: (listener: typeof gone) => {
          gone = listener;
        },
        terminate: () => {
          terminated += 1;
          if (endsWhenTold) gone();
        },
      },
    };
  }
  const link = createCoreLink({
    spawn() {
      const made = createProcess();
      processes.push(made);
      return made.process;
    },
    start: { dataFolder: '/d', masterKey: null, demo: false, clockOffsetMs: 0 },
    log: (line) => log.push(line),
    onSiteReaders: (readers) => choices.push(readers),
    ask: async () => ({ ok: true, devices: [] }),
    tap: async () => null,
    backOff: () => 1,
    ...parts,
  });
  const at = (index: number) => {
    const found = processes[index];
    if (found === undefined) throw new Error(`there is no process ${index}`);
    return found;
  };
  return { link, processes, at, log, choices };
}

describe('the link to the core', () => {
  it('starts the core, and takes replies to their calls whatever their order', async () => {
    const { link, at } = setUp();
    const answers = [link.call(caller, 'a', 1), link.call(caller, 'b', 2)];
    expect(at(0).posted.map(({ kind }) => kind)).toEqual(['start', 'call', 'call']);
    const [first, second] = at(0).posted.filter((message) => message.kind === 'call');
    at(0).say({ kind: 'reply', id: second?.id ?? 0, text: JSON.stringify({ ok: true, value: 'two' }) });
    at(0).say({ kind: 'reply', id: first?.id ?? 0, text: JSON.stringify({ ok: true, value: 'one' }) });
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
  });

  it('gives each door its events: a tapped card never to the kiosk, a returned one to nobody else', () => {
    const { link, at } = setUp();
    const heard: [string, string][] = [];
    const end = link.subscribe('kiosk', ({ type }) => heard.push(['kiosk', type]));
    link.subscribe('console', ({ type }) => heard.push(['console', type]));
    const say = (event: FoyerEvent, doors: readonly ('kiosk' | 'console')[]): void =>
      at(0).say({ kind: 'event', event, doors });
    say({ type: 'changed', areas: ['visits'] }, ['kiosk', 'console']);
    say({ type: 'session.ended' }, ['console']);
    say({ type: 'card.tapped', tap: '0'.repeat(32) as TapReference, readerId: 'desk' }, ['kiosk', 'console']);
    say({ type: 'card.returned', readerId: 'slot', outcome: 'returned' }, ['kiosk', 'console']);
    end();
    say({ type: 'changed', areas: ['visits'] }, ['kiosk']);
    expect(heard).toEqual([
      ['kiosk', 'changed'],
      ['console', 'changed'],
      ['console', 'session.ended'],
      ['console', 'card.tapped'],
      ['kiosk', 'card.returned'],
    ]);
  });

  it('restarts a core that died, after telling everybody who waits', async () => {
    const { link, at, processes } = setUp();
    const heard: FoyerEvent[] = [];
    link.subscribe('console', (event) => heard.push(event));
    link.readersChanged([], 0);
    at(0).say(ready);
    const lost = link.call(caller, 'visits.arrive', {});
    at(0).die();
    expect(await lost).toEqual({ ok: false, code: 'unavailable' });
    expect(await link.call(caller, 'visits.arrive', {})).toEqual({ ok: false, code: 'unavailable' });
    await eventually(() => expect(processes).toHaveLength(2));
    expect(heard).toEqual([]);
    at(1).say(ready);
    expect(heard).toEqual([{ type: 'changed', areas: [...Area.options] }, { type: 'session.ended' }]);
    const again = link.call(caller, 'site.welcome', {});
    const [question] = at(1).posted.filter((message) => message.kind === 'call');
    at(1).say({ kind: 'reply', id: question?.id ?? 0, text: JSON.stringify({ ok: true, value: 1 }) });
    expect(await again).toEqual({ ok: true, value: 1 });
  });

  it('tells a new core about the readers there are', async () => {
    const { link, at, processes } = setUp();
    const readers = [
      { readerId: 'desk', name: '', profile: 'simulated', place: 'desk', state: 'ready', advice: 'none' },
    ] as const;
    link.readersChanged(readers, 2);
    at(0).die();
    await eventually(() => expect(processes).toHaveLength(2));
    expect(at(1).posted).toContainEqual({ kind: 'readers', readers, restarts: 2 });
  });

  it('waits longer each time a core dies at once', async () => {
    const waits: number[] = [];
    const { at, processes } = setUp({
      backOff(deaths) {
        waits.push(deaths);
        return 1;
      },
    });
    for (let index = 0; index < 3; index += 1) {
      await eventually(() => expect(processes).toHaveLength(index + 1));
      at(index).die();
    }
    expect(waits).toEqual([1, 2, 3]);
  });

  it('survives a core that cannot even be started', async () => {
    let tries = 0;
    const { link } = setUp({
      spawn() {
        tries += 1;
        throw new Error('no thread');
      },
    });
    expect(await link.call(caller, 'site.welcome', {})).toEqual({ ok: false, code: 'unavailable' });
    await eventually(() => expect(tries).toBeGreaterThan(1));
    await link.close();
  });

  it('hears nothing of a process that is no longer the core', async () => {
    const { link, at, processes } = setUp();
    const heard: FoyerEvent[] = [];
    link.subscribe('kiosk', (event) => heard.push(event));
    at(0).die();
    await eventually(() => expect(processes).toHaveLength(2));
    at(0).say({ kind: 'event', event: { type: 'changed', areas: ['site'] }, doors: ['kiosk'] });
    expect(heard).toEqual([]);
  });

  it('answers taps, with a fault when tapping fails', async () => {
    const { at } = setUp({
      tap: (card) => (card === 'bad' ? Promise.reject(new Error('x')) : Promise.resolve('format')),
    });
    at(0).say({ kind: 'tap', id: 7, card: 'H10301:1', place: 'desk' });
    at(0).say({ kind: 'tap', id: 8, card: 'bad', place: 'kiosk' });
    await eventually(() =>
      expect(at(0).posted.filter(({ kind }) => kind === 'tapped')).toEqual([
        { kind: 'tapped', id: 7, fault: 'format' },
        { kind: 'tapped', id: 8, fault: 'unavailable' },
      ]),
    );
  });

  it('answers questions to the readers, and none of a core that has died meanwhile', async () => {
    let answer = (_: DeviceAnswer): void => undefined;
    const asked: DeviceQuestion[] = [];
    const { at, processes } = setUp({
      ask: (question) => {
        asked.push(question);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    at(0).say({ kind: 'ask-readers', id: 3, question: { kind: 'list' } });
    expect(asked).toEqual([{ kind: 'list' }]);
    answer({ ok: true, devices: [] });
    await eventually(() =>
      expect(at(0).posted).toContainEqual({
        kind: 'readers-answer',
        id: 3,
        answer: { ok: true, devices: [] },
      }),
    );
    at(0).say({ kind: 'ask-readers', id: 4, question: { kind: 'list' } });
    at(0).die();
    answer({ ok: true, devices: [] });
    await eventually(() => expect(processes).toHaveLength(2));
    expect(JSON.stringify([at(0).posted, at(1).posted])).not.toContain('"id":4');
  });

  it('ends a test of a reader whose core has died, and none that was over', async () => {
    const asked: string[] = [];
    const { at, processes } = setUp({
      ask: async ({ kind }) => {
        asked.push(kind);
        return { ok: true, devices: [] };
      },
    });
    const test = { kind: 'test', device: '08FF:0009', profile: 'raw', forMs: 120_000 } as const;
    at(0).say({ kind: 'ask-readers', id: 1, question: test });
    at(0).die();
    await eventually(() => expect(processes).toHaveLength(2));
    expect(asked).toEqual(['test', 'end-test']);
    at(1).say({ kind: 'ask-readers', id: 1, question: test });
    at(1).say({ kind: 'ask-readers', id: 2, question: { kind: 'end-test' } });
    at(1).die();
    expect(asked).toEqual(['test', 'end-test', 'test', 'end-test']);
  });

  it('passes on what a reader under test sends', () => {
    const { link, at } = setUp();
    const heard = { kind: 'text', raw: '0006613779', bits: null } as const;
    link.readerHeard(heard);
    expect(at(0).posted).toContainEqual({ kind: 'reader-heard', heard });
  });

  it('ends a core that hangs, tells everybody who waits, and starts another', async () => {
    const timing = createFakeTiming();
    const { link, at, processes, log } = setUp({ timing });
    at(0).say(ready);
    const lost = link.call(caller, 'visits.arrive', {});
    for (let second = 0; second < 60; second += 1) {
      await timing.advance(1_000);
      if (at(0).posted.at(-1)?.kind === 'ping') at(0).say({ kind: 'pong' });
    }
    expect(at(0).terminations()).toBe(0);
    await timing.advance(13_000);
    expect(at(0).terminations()).toBe(1);
    expect(await lost).toEqual({ ok: false, code: 'unavailable' });
    expect(log.map(({ event }) => event)).toEqual(expect.arrayContaining(['core-hung', 'core-died']));
    await eventually(() => expect(processes).toHaveLength(2));
    at(1).say(ready);
    await timing.advance(13_000);
    expect(at(1).terminations()).toBe(1);
  });

  it('asks nothing of a core that hangs and does not end, and starts no second one beside it', async () => {
    const timing = createFakeTiming();
    const { link, at, processes } = setUp({ timing }, { endsWhenTold: false });
    at(0).say(ready);
    await timing.advance(13_000);
    expect(at(0).terminations()).toBe(1);
    expect(await link.call(caller, 'site.welcome', {})).toEqual({ ok: false, code: 'unavailable' });
    expect(at(0).posted.some(({ kind }) => kind === 'call')).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(processes).toHaveLength(1);
    at(0).die();
    await eventually(() => expect(processes).toHaveLength(2));
  });

  it('waits for a core that says it is busy, and for one that is still opening', async () => {
    const timing = createFakeTiming();
    const { at } = setUp({ timing });
    await timing.advance(300_000);
    at(0).say(ready);
    at(0).say({ kind: 'busy' });
    await timing.advance(300_000);
    expect(at(0).terminations()).toBe(0);
  });

  it('closes: waits for the core, ends its process, and starts no other', async () => {
    const { link, at, processes } = setUp();
    const closing = link.close();
    expect(at(0).posted.at(-1)).toEqual({ kind: 'close' });
    at(0).say({ kind: 'closed' });
    await closing;
    expect(at(0).terminations()).toBe(1);
    expect(await link.call(caller, 'site.welcome', {})).toEqual({ ok: false, code: 'unavailable' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(processes).toHaveLength(1);
  });

  it('closes also after a core died and came back', async () => {
    const { link, at, processes } = setUp();
    at(0).die();
    await eventually(() => expect(processes).toHaveLength(2));
    let isClosed = false;
    const closing = link.close().then(() => {
      isClosed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isClosed).toBe(false);
    at(1).say({ kind: 'closed' });
    await closing;
  });

  it('ends a core that does not close', async () => {
    const { link, at, log } = setUp();
    await link.close();
    expect(at(0).terminations()).toBe(1);
    expect(log).toContainEqual({ event: 'core-close-late' });
  });
});
