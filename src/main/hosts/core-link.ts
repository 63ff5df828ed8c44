/**
 * The host's end of the core's process: calls go in, replies and events come out. What kind of process it is, the
 * host says with a `SpawnCore`. When the process dies, everybody waiting is told, it is started again, and the
 * screens are told to ask for everything anew.
 */
import type { NetworkState } from '../../shared/contract/devices.ts';
import { Area, type FoyerEvent } from '../../shared/contract/events.ts';
import type { ReaderPlace, ReaderStatus } from '../../shared/contract/readers.ts';
import type { Reply } from '../../shared/reply.ts';
import type { Door } from '../../shared/vocabulary.ts';
import type { Caller } from '../caller.ts';
import type { Log } from '../core/ports.ts';
import type {
  CardRead,
  DeviceAnswer,
  DeviceQuestion,
  Heard,
  ReaderConfiguration,
} from '../readers/card-read.ts';
import { systemTiming, type Timing } from '../readers/timing.ts';
import type { CoreStart, DeviceAsk, DeviceNews, FromCore, ToCore } from './core-protocol.ts';
import { type CoreWatch, watchCore } from './core-watch.ts';
import { mayHear } from './event-doors.ts';
import { type ReplyText, readReply } from './reply-text.ts';
import type { CoreProcess, SpawnCore } from './spawned-core.ts';

export type CoreReady = Omit<Extract<FromCore, { kind: 'ready' }>, 'kind'>;

export interface CoreLinkParts {
  readonly spawn: SpawnCore;
  readonly start: CoreStart;
  readonly log: Log;
  /** The readers of the site: once after every start of the core, and whenever they change; null before set-up. */
  onSiteReaders(readers: readonly ReaderConfiguration[] | null): void;
  /** Asks the reader process; never rejects. */
  ask(question: DeviceQuestion): Promise<DeviceAnswer>;
  /** Resolves to null or a fault as in the reader's `tapped`. */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
  onDevices?(news: DeviceNews): void;
  /** For the watch over a core that hangs. */
  readonly timing?: Timing;
  /** Milliseconds before the next start, by the number of deaths in a row (1, 2, …). */
  readonly backOff?: (deaths: number) => number;
}

export interface CoreLink {
  /** Never rejects: without a core it answers `unavailable`. */
  call(caller: Caller, name: string, input: unknown): Promise<Reply<unknown>>;
  /** The same as JSON, for whoever hands it on. */
  callForText(caller: Caller, name: string, input: unknown): Promise<ReplyText>;
  /** Events meant for the door: `card.tapped` never reaches the kiosk, `card.returned` nothing else. Returns the end of the subscription. */
  subscribe(door: Door, listener: (event: FoyerEvent) => void): () => void;
  connectionClosed(connectionId: string): void;
  cardRead(read: CardRead): void;
  readersChanged(readers: readonly ReaderStatus[], restarts: number): void;
  readerHeard(heard: Heard): void;
  askDevice(question: DeviceAsk): Promise<Reply<unknown>>;
  networkChanged(state: NetworkState): void;
  /** Resolves when the core has opened the database, or could not; never rejects. */
  readonly ready: Promise<CoreReady>;
  /** Lets the core checkpoint and close, at most for 1.5 s, and ends its process. */
  close(): Promise<void>;
}

/** 0.1 s to 5 s: a crash is hardly noticed, and a core that cannot live does not burn the machine. */
const usualBackOff = (deaths: number): number => Math.min(100 * 2 ** (deaths - 1), 5_000);

/** A core that lived longer than this did not die of its start; the next death counts as the first. */
const healthyAfterMs = 60_000;

/** The host closes within 2 s as a whole. */
const closeLimitMs = 1_500;

/** Of everybody who waits for a core that is gone. */
const unavailable: ReplyText = JSON.stringify({ ok: false, code: 'unavailable' });

const everythingChanged: FoyerEvent = { type: 'changed', areas: [...Area.options] };

export function createCoreLink(parts: CoreLinkParts): CoreLink {
  const { log, backOff = usualBackOff, timing = systemTiming } = parts;
  const waiting = new Map<number, (answer: ReplyText) => void>();
  const listeners = new Set<{ readonly door: Door; readonly listener: (event: FoyerEvent) => void }>();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<CoreReady>();
  const { promise: closed, resolve: isClosed } = Promise.withResolvers<void>();
  let current: CoreProcess | null = null;
  let readers: readonly ReaderStatus[] = [];
  let readerRestarts = 0;
  let network: NetworkState | null = null;
  /** From `ready` on: how long opening takes depends on the size of the database. */
  let watch: CoreWatch | null = null;
  let isHung = false;
  let isTesting = false;
  let restart: NodeJS.Timeout | undefined;
  let lastId = 0;
  let deaths = 0;
  let closing: Promise<void> | null = null;

  begin();

  function begin(): void {
    const again = deaths > 0;
    const startedAt = performance.now();
    let started: CoreProcess;
    try {
      started = parts.spawn();
    } catch {
      died(startedAt);
      return;
    }
    current = started;
    started.onMessage((message) => {
      if (current === started) receive(message, again);
    });
    started.onExit(() => {
      if (current === started) died(startedAt);
    });
    started.post({ kind: 'start', start: parts.start });
    if (network !== null) started.post({ kind: 'network', state: network });
    if (readers.length > 0) started.post({ kind: 'readers', readers, restarts: readerRestarts });
  }

  function turnAway(): void {
    for (const answer of waiting.values()) answer(unavailable);
    waiting.clear();
  }

  /** Its exit, which follows, starts the next one: two cores would fight for the database. */
  function hung(process: CoreProcess): void {
    log({ event: 'core-hung' });
    isHung = true;
    turnAway();
    process.terminate();
  }

  function died(startedAt: number): void {
    current = null;
    isHung = false;
    watch?.stop();
    watch = null;
    turnAway();
    // Whoever listened to a device has no session any more.
    if (isTesting) void parts.ask({ kind: 'end-test' });
    isTesting = false;
    if (closing !== null) {
      isClosed();
      return;
    }
    deaths = performance.now() - startedAt > healthyAfterMs ? 1 : deaths + 1;
    const delay = backOff(deaths);
    log({ event: 'core-died', deaths, restartMs: delay });
    restart = setTimeout(begin, delay);
  }

  function receive(message: FromCore, again: boolean): void {
    if (message.kind === 'busy') watch?.busy();
    else watch?.heard();
    switch (message.kind) {
      case 'ready':
        isReady({ state: message.state, fault: message.fault, setUpCode: message.setUpCode });
        watchOver();
        log({ event: 'core-ready', state: message.state, fault: message.fault });
        if (again) {
          tell(everythingChanged, ['kiosk', 'console']);
          // Sessions lived in the memory of the process that died.
          tell({ type: 'session.ended' }, ['console']);
        }
        break;
      case 'device-gone':
      case 'let-join':
        parts.onDevices?.(message);
        break;
      case 'reply':
        waiting.get(message.id)?.(message.text);
        waiting.delete(message.id);
        break;
      case 'event':
        tell(message.event, message.doors);
        break;
      case 'site-readers':
        parts.onSiteReaders(message.readers);
        break;
      case 'tap':
        void answerTap(message.id, message.card, message.place);
        break;
      case 'ask-readers':
        void answerQuestion(message.id, message.question);
        break;
      case 'log':
        log({ event: 'core', ...message.line });
        break;
      case 'closed':
        isClosed();
        break;
      case 'pong':
      case 'busy':
        break;
      default:
        message satisfies never;
    }
  }

  function watchOver(): void {
    const watched = current;
    if (watched === null || closing !== null) return;
    watch?.stop();
    watch = watchCore(
      timing,
      () => watched.post({ kind: 'ping' }),
      () => hung(watched),
    );
  }

  async function answerTap(id: number, card: string, place: ReaderPlace): Promise<void> {
    const asked = current;
    const fault = await parts.tap(card, place).catch(() => 'unavailable');
    if (current === asked) asked?.post({ kind: 'tapped', id, fault });
  }

  async function answerQuestion(id: number, question: DeviceQuestion): Promise<void> {
    const asked = current;
    if (question.kind !== 'list') isTesting = question.kind === 'test';
    const answer = await parts.ask(question);
    if (current === asked) asked?.post({ kind: 'readers-answer', id, answer });
  }

  function tell(event: FoyerEvent, doors: readonly Door[]): void {
    for (const { door, listener } of listeners)
      if (doors.includes(door) && mayHear(door, event)) listener(event);
  }

  async function shut(): Promise<void> {
    clearTimeout(restart);
    watch?.stop();
    watch = null;
    if (current === null) return;
    current.post({ kind: 'close' });
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      limit = setTimeout(() => {
        log({ event: 'core-close-late' });
        resolve();
      }, closeLimitMs);
    });
    await Promise.race([closed, late]);
    clearTimeout(limit);
    current?.terminate();
  }

  function ask(message: (id: number) => ToCore): Promise<ReplyText> {
    if (current === null || isHung || closing !== null) return Promise.resolve(unavailable);
    lastId += 1;
    const { promise, resolve } = Promise.withResolvers<ReplyText>();
    waiting.set(lastId, resolve);
    current.post(message(lastId));
    return promise;
  }

  const callForText: CoreLink['callForText'] = (caller, name, input) =>
    ask((id) => ({ kind: 'call', id, caller, name, input }));

  return {
    call: async (...asked) => readReply(await callForText(...asked)),
    callForText,
    askDevice: async (question) => readReply(await ask((id) => ({ kind: 'ask-device', id, question }))),
    networkChanged(state) {
      network = state;
      current?.post({ kind: 'network', state });
    },
    subscribe(door, listener) {
      const entry = { door, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    connectionClosed: (connectionId) => current?.post({ kind: 'connection-closed', connectionId }),
    cardRead: (read) => current?.post({ kind: 'card-read', read }),
    readersChanged(next, restarts) {
      readers = next;
      readerRestarts = restarts;
      current?.post({ kind: 'readers', readers: next, restarts });
    },
    readerHeard: (heard) => current?.post({ kind: 'reader-heard', heard }),
    ready,
    close() {
      closing ??= shut();
      return closing;
    },
  };
}
