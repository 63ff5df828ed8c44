import { describe, expect, it } from 'vitest';
import type { App } from '../../src/main/app.ts';
import type { CoreStart, FromCore, ToCore } from '../../src/main/hosts/core-protocol.ts';
import { createCoreQueue } from '../../src/main/hosts/core-queue.ts';
import { type CoreTools, createCoreService, type OpenedCore } from '../../src/main/hosts/core-service.ts';
import type { ReaderConfiguration } from '../../src/main/readers/card-read.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { eventually } from './support/eventually.ts';
import { createFakeApp } from './support/fake-app.ts';

const start: CoreStart = { dataFolder: '/nowhere', masterKey: null, demo: false, clockOffsetMs: 0 };
const caller = { door: 'console', connectionId: 'c' } as const;
let lastId = 0;

function call(name: string, input: unknown = {}): Extract<ToCore, { kind: 'call' }> {
  lastId += 1;
  return { kind: 'call', id: lastId, caller, name, input };
}

function setUp(open: (tools: CoreTools) => OpenedCore | Promise<OpenedCore>) {
  const said: FromCore[] = [];
  let listener: (message: ToCore) => void = () => undefined;
  let ended = false;
  const service = createCoreService({
    port: {
      post: (message) => void said.push(structuredClone(message)),
      onMessage: (next) => {
        listener = next;
      },
      end: () => {
        ended = true;
      },
    },
    open: (_, tools) => open(tools),
    newReference: () => 'ref',
  });
  const find = <Kind extends FromCore['kind']>(kind: Kind) =>
    said.filter((message): message is Extract<FromCore, { kind: Kind }> => message.kind === kind);
  return {
    service,
    said,
    find,
    tell(...messages: readonly ToCore[]) {
      for (const message of messages) listener(message);
    },
    isEnded: () => ended,
    replyTo: (id: number) =>
      eventually(() => {
        const reply = find('reply').find((message) => message.id === id);
        if (reply === undefined) throw new Error(`no reply to ${id}`);
        return JSON.parse(reply.text) as Reply<unknown>;
      }),
  };
}

const withApp = (app: App) => setUp(() => ({ ok: true, app }));

describe('the queue', () => {
  it('takes commands and cards first, then closing, then queries, then searches, each in order', () => {
    const queue = createCoreQueue();
    const names = [
      'visits.search',
      'visits.onSite',
      'close',
      'visits.arrive',
      'no.such.call',
      'card-read',
      'visits.search',
      'cards.issue',
      'staff.signIn',
      'cards.list',
    ];
    for (const name of names)
      queue.add(
        name === 'close'
          ? { kind: 'close' }
          : name === 'card-read'
            ? { kind: 'card-read', read: {} as never }
            : call(name),
      );
    const taken: string[] = [];
    for (let next = queue.take(); next !== null; next = queue.take())
      taken.push(next.kind === 'call' ? next.name : next.kind);
    expect(taken).toEqual([
      'visits.arrive',
      'card-read',
      'cards.issue',
      'staff.signIn',
      'close',
      'visits.onSite',
      'no.such.call',
      'cards.list',
      'visits.search',
      'visits.search',
    ]);
    expect(queue.isEmpty()).toBe(true);
  });
});

describe('the service', () => {
  it('says that it is ready, with the set-up code, and which readers the site uses', async () => {
    const { tell, said } = withApp(createFakeApp({ state: () => 'set-up', setUpCode: () => 'ABCD1234' }));
    tell({ kind: 'start', start });
    await eventually(() => expect(said).toHaveLength(3));
    expect(said).toEqual([
      { kind: 'ready', state: 'set-up', fault: null, setUpCode: 'ABCD1234' },
      { kind: 'site-readers', readers: null },
      { kind: 'let-join', on: false },
    ]);
  });

  it('answers calls that came before it had opened, the urgent ones first', async () => {
    const app = createFakeApp();
    const { promise, resolve } = Promise.withResolvers<OpenedCore>();
    const { tell, replyTo } = setUp(() => promise);
    const [search, list, arrive] = [call('visits.search'), call('cards.list'), call('visits.arrive')];
    tell({ kind: 'start', start }, search, list, arrive);
    resolve({ ok: true, app });
    await Promise.all([search, list, arrive].map(({ id }) => replyTo(id)));
    expect(app.calls).toEqual(['visits.arrive', 'cards.list', 'visits.search']);
  });

  it('does no waiting work while a message waits, and goes on with it at once afterwards', async () => {
    const order: string[] = [];
    let ticks = 0;
    const app = createFakeApp({
      call: async (_, name) => {
        order.push(name);
        return { ok: true, value: null };
      },
      tick() {
        ticks += 1;
        order.push('tick');
        if (ticks === 5) tell(call('visits.search'), call('visits.onSite'), call('cards.issue'));
        return ticks < 10;
      },
    });
    const { tell } = withApp(app);
    tell({ kind: 'start', start });
    await eventually(() => expect(ticks).toBeGreaterThanOrEqual(10));
    const fifth = order.indexOf('cards.issue');
    expect(order.slice(fifth - 5, fifth + 8)).toEqual([
      ...Array(5).fill('tick'),
      'cards.issue',
      'visits.onSite',
      'visits.search',
      ...Array(5).fill('tick'),
    ]);
  });

  it('looks for waiting work again and again', async () => {
    let ticks = 0;
    const { tell } = withApp(
      createFakeApp({
        tick() {
          ticks += 1;
          return false;
        },
      }),
    );
    tell({ kind: 'start', start });
    await eventually(() => expect(ticks).toBeGreaterThanOrEqual(3));
  });

  it('survives waiting work that throws, without trying it in a loop', async () => {
    let ticks = 0;
    const { tell, find, replyTo } = withApp(
      createFakeApp({
        tick() {
          ticks += 1;
          throw new Error('Jensen');
        },
      }),
    );
    tell({ kind: 'start', start });
    await eventually(() => expect(ticks).toBeGreaterThanOrEqual(2));
    expect(ticks).toBeLessThan(50);
    expect(JSON.stringify(find('log'))).toContain('"reference":"ref"');
    expect(JSON.stringify(find('log'))).not.toContain('Jensen');
    const list = call('cards.list');
    tell(list);
    expect(await replyTo(list.id)).toMatchObject({ ok: true });
  });

  it.each<[string, App['call']]>([
    [
      'throws',
      () => {
        throw new TypeError('Søren');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('Søren'))],
    ['answers what no message can carry', async () => ({ ok: true, value: { at: 1n } })],
  ])('answers internal when the app %s, and lives on', async (_, broken) => {
    let isBroken = true;
    const app = createFakeApp({
      call: (...parts) => (isBroken ? broken(...parts) : Promise.resolve({ ok: true, value: 1 })),
    });
    const { tell, find, replyTo } = withApp(app);
    const [first, second] = [call('visits.arrive', { name: 'Søren' }), call('visits.arrive')];
    tell({ kind: 'start', start }, first);
    expect(await replyTo(first.id)).toEqual({ ok: false, code: 'internal', reference: 'ref' });
    isBroken = false;
    tell(second);
    expect(await replyTo(second.id)).toEqual({ ok: true, value: 1 });
    const log = JSON.stringify(find('log'));
    expect(log).toContain('"call":"visits.arrive"');
    expect(log).not.toContain('Søren');
  });

  it('with a database that cannot be used answers the welcome with the fault, and nothing else', async () => {
    const { tell, said, replyTo } = setUp(() => ({ ok: false, fault: 'newer-version' }));
    const [welcome, list] = [call('site.welcome'), call('cards.list')];
    tell({ kind: 'start', start }, list, welcome, { kind: 'readers', readers: [], restarts: 0 });
    expect(await replyTo(welcome.id)).toEqual({
      ok: true,
      value: { state: 'fault', fault: 'newer-version' },
    });
    expect(await replyTo(list.id)).toEqual({ ok: false, code: 'unavailable' });
    expect(said[0]).toEqual({ kind: 'ready', state: 'fault', fault: 'newer-version', setUpCode: null });
  });

  it('takes an opening that throws for a damaged database', async () => {
    const { tell, find } = setUp(() => {
      throw new Error('boom');
    });
    tell({ kind: 'start', start });
    await eventually(() => expect(find('ready')).toHaveLength(1));
    expect(find('ready')[0]).toMatchObject({ state: 'fault', fault: 'damaged' });
  });

  it('passes events on, and says the readers anew only when they changed', async () => {
    const simulated: ReaderConfiguration = {
      readerId: 'desk',
      name: '',
      place: 'desk',
      profile: 'simulated',
      format: null,
      device: null,
      raw: null,
    };
    let readers: readonly ReaderConfiguration[] | null = null;
    const app = createFakeApp({ readers: () => readers });
    const { tell, find } = withApp(app);
    tell({ kind: 'start', start });
    await eventually(() => expect(find('site-readers')).toHaveLength(1));
    const changed: FoyerEvent = { type: 'changed', areas: ['site'] };
    app.emit(changed, ['kiosk', 'console']);
    readers = [simulated];
    app.emit({ type: 'changed', areas: ['visits'] }, ['console']);
    app.emit(changed, ['console']);
    expect(find('site-readers').map((message) => message.readers)).toEqual([null, [simulated]]);
    expect(find('event')[0]).toEqual({ kind: 'event', event: changed, doors: ['kiosk', 'console'] });
  });

  it('asks the host for taps, and takes each answer to its question', async () => {
    let tools: CoreTools | undefined;
    const { tell, find } = setUp((given) => {
      tools = given;
      return { ok: true, app: createFakeApp() };
    });
    tell({ kind: 'start', start });
    await eventually(() => expect(find('ready')).toHaveLength(1));
    const taps = ['H10301:1', 'DEC:2'].map((card) => tools?.tap(card, 'desk'));
    const [first, second] = find('tap');
    expect([first?.card, second?.card]).toEqual(['H10301:1', 'DEC:2']);
    tell(
      { kind: 'tapped', id: second?.id ?? 0, fault: 'format' },
      { kind: 'tapped', id: first?.id ?? 0, fault: null },
    );
    expect(await Promise.all(taps)).toEqual([null, 'format']);
  });

  it('asks the readers, takes each answer to its question, and passes on what is heard', async () => {
    let tools: CoreTools | undefined;
    const app = createFakeApp();
    const { tell, find } = setUp((given) => {
      tools = given;
      return { ok: true, app };
    });
    tell({ kind: 'start', start });
    await eventually(() => expect(find('ready')).toHaveLength(1));
    const answers = [tools?.askReaders({ kind: 'list' }), tools?.askReaders({ kind: 'end-test' })];
    const [first, second] = find('ask-readers');
    expect([first?.question.kind, second?.question.kind]).toEqual(['list', 'end-test']);
    tell(
      { kind: 'readers-answer', id: second?.id ?? 0, answer: { ok: true, devices: [] } },
      { kind: 'readers-answer', id: first?.id ?? 0, answer: { ok: false, fault: 'restarting' } },
      { kind: 'reader-heard', heard: { kind: 'text', raw: '1', bits: null } },
    );
    expect(await Promise.all(answers)).toEqual([
      { ok: false, fault: 'restarting' },
      { ok: true, devices: [] },
    ]);
    await eventually(() => expect(app.calls).toContain('heard'));
  });

  it('answers a ping at once, before the work that is waiting and while it is opening', async () => {
    let opened = (_: OpenedCore): void => undefined;
    const { tell, said, find } = setUp(
      () =>
        new Promise((resolve) => {
          opened = resolve;
        }),
    );
    tell({ kind: 'start', start }, call('visits.arrive'), { kind: 'ping' });
    expect(said).toEqual([{ kind: 'pong' }]);
    opened({ ok: true, app: createFakeApp() });
    await eventually(() => expect(find('reply')).toHaveLength(1));
    tell(call('visits.arrive'), { kind: 'ping' });
    expect(find('reply')).toHaveLength(1);
    expect(find('pong')).toHaveLength(2);
  });

  it('says when work begins that cannot be interrupted', async () => {
    let tools: CoreTools | undefined;
    const { tell, find } = setUp((given) => {
      tools = given;
      return { ok: true, app: createFakeApp() };
    });
    tell({ kind: 'start', start });
    await eventually(() => expect(find('ready')).toHaveLength(1));
    tools?.longWork();
    expect(find('busy')).toHaveLength(1);
  });

  it('closes after the commands before it, and turns queries away', async () => {
    const app = createFakeApp();
    const { tell, find, said, isEnded, replyTo } = withApp(app);
    const [list, arrive] = [call('cards.list'), call('visits.arrive')];
    tell({ kind: 'start', start }, list, { kind: 'close' }, arrive);
    await eventually(() => expect(find('closed')).toHaveLength(1));
    expect(app.calls).toEqual(['visits.arrive', 'close']);
    expect(await replyTo(list.id)).toEqual({ ok: false, code: 'unavailable' });
    expect(await replyTo(arrive.id)).toMatchObject({ ok: true });
    await eventually(() => expect(isEnded()).toBe(true));
    expect(said.at(-1)?.kind).not.toBe('event');
  });

  it('says that it is closed even when closing fails', async () => {
    const { tell, find } = withApp(
      createFakeApp({
        close() {
          throw new Error('disk');
        },
      }),
    );
    tell({ kind: 'start', start }, { kind: 'close' });
    await eventually(() => expect(find('closed')).toHaveLength(1));
    expect(find('log')).toHaveLength(1);
  });
});
