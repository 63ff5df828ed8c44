/**
 * What runs in the core's process around the app: opens it, feeds it messages by urgency, lets it do waiting work
 * when nobody waits, and survives its bugs. It knows neither database nor kind of process; both are handed in.
 */
import type { ReaderPlace } from '../../shared/contract/readers.ts';
import type { StorageFault } from '../../shared/contract/site.ts';
import type { Reply } from '../../shared/reply.ts';
import type { DeviceId } from '../../shared/vocabulary.ts';
import type { App } from '../app.ts';
import { faultLine } from '../core/fault-line.ts';
import type { Log } from '../core/ports.ts';
import type { DeviceAnswer, DeviceQuestion } from '../readers/card-read.ts';
import type { CoreStart, DeviceAsk, FromCore, ToCore } from './core-protocol.ts';
import { createCoreQueue, type WaitingMessage } from './core-queue.ts';
import { createReplyWriter } from './reply-text.ts';

/** The core's end of the line to its host. */
export interface CorePort {
  post(message: FromCore): void;
  onMessage(listener: (message: ToCore) => void): void;
  /** Nothing more will be said: the process may end. */
  end(): void;
}

export type OpenedCore =
  | { readonly ok: true; readonly app: App }
  | { readonly ok: false; readonly fault: StorageFault };

/** What the service offers to the app it opens. */
export interface CoreTools {
  readonly log: Log;
  /** Taps a card on the simulated reader through the host; null or a fault as in the reader's `tapped`. */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
  /** Asks the reader process through the host. */
  askReaders(question: DeviceQuestion): Promise<DeviceAnswer>;
  deviceGone(deviceId: DeviceId): void;
  letJoinChanged(on: boolean): void;
  /** Says that work begins which takes long and cannot be interrupted. */
  longWork(): void;
}

export interface CoreServiceParts {
  readonly port: CorePort;
  open(start: CoreStart, tools: CoreTools): OpenedCore | Promise<OpenedCore>;
  /** Finds a fault in the log. */
  newReference(): string;
}

export interface CoreService {
  /** A bug that nobody caught: logged, and life goes on. Returns the reference. */
  bug(error: unknown, call: string | null): string;
}

/** How often waiting work is looked for when the last look found none. */
const restMs = 250;
/** After the start the first calls of the screens come within this time. */
const firstTickMs = 50;

export function createCoreService({ port, open, newReference }: CoreServiceParts): CoreService {
  const queue = createCoreQueue();
  const taps = new Map<number, (fault: string | null) => void>();
  const questions = new Map<number, (answer: DeviceAnswer) => void>();
  let app: App | null = null;
  let fault: StorageFault | null = null;
  let state: 'waiting' | 'opening' | 'open' | 'closed' = 'waiting';
  let isTurnDue = false;
  let isTickDue = false;
  let rest: NodeJS.Timeout | undefined;
  let lastTap = 0;
  let lastQuestion = 0;
  let knownReaders = '';
  const write = createReplyWriter();

  const log: Log = (line) => port.post({ kind: 'log', line });

  port.onMessage((message) => {
    if (message.kind === 'start') {
      if (state === 'waiting') void begin(message.start);
      return;
    }
    if (message.kind === 'ping') {
      port.post({ kind: 'pong' });
      return;
    }
    queue.add(message);
    wake();
  });

  async function begin(start: CoreStart): Promise<void> {
    state = 'opening';
    const opened = await openSafely(start);
    state = 'open';
    if (opened.ok) {
      app = opened.app;
      app.subscribe((event, doors) => {
        port.post({ kind: 'event', event, doors });
        if (event.type === 'changed' && event.areas.includes('site')) tellSiteReaders();
      });
      port.post({ kind: 'ready', state: app.state(), fault: null, setUpCode: app.setUpCode() });
      tellSiteReaders();
      port.post({ kind: 'let-join', on: app.devices.letJoin() });
      // Whoever waited for the start is answered before the waiting work begins.
      tickIn(firstTickMs);
    } else {
      fault = opened.fault;
      port.post({ kind: 'ready', state: 'fault', fault, setUpCode: null });
    }
    wake();
  }

  async function openSafely(start: CoreStart): Promise<OpenedCore> {
    try {
      return await open(start, {
        ...{ log, tap, askReaders },
        deviceGone: (deviceId) => port.post({ kind: 'device-gone', deviceId }),
        letJoinChanged: (on) => port.post({ kind: 'let-join', on }),
        longWork: () => port.post({ kind: 'busy' }),
      });
    } catch (error) {
      bug(error, null);
      return { ok: false, fault: 'damaged' };
    }
  }

  /** One message or one slice of waiting work, then a turn for whatever has arrived meanwhile. */
  function turn(): void {
    isTurnDue = false;
    if (state !== 'open') return;
    const message = queue.take();
    if (message !== null) handle(message);
    else if (isTickDue) tick();
    if (!queue.isEmpty() || isTickDue) wake();
  }

  /** An immediate runs after the port has delivered what was waiting, so that the queue sees it all. */
  function wake(): void {
    if (isTurnDue) return;
    isTurnDue = true;
    setImmediate(turn);
  }

  function tick(): void {
    isTickDue = false;
    if (app === null || state === 'closed') return;
    try {
      isTickDue = app.tick();
    } catch (error) {
      bug(error, null);
    }
    if (!isTickDue) tickIn(restMs);
  }

  function tickIn(ms: number): void {
    clearTimeout(rest);
    rest = setTimeout(() => {
      isTickDue = true;
      wake();
    }, ms);
  }

  function handle(message: WaitingMessage): void {
    try {
      switch (message.kind) {
        case 'call':
          void answer(message);
          break;
        case 'connection-closed':
          app?.connectionClosed(message.connectionId);
          break;
        case 'card-read':
          app?.cardRead(message.read);
          break;
        case 'readers':
          app?.readersChanged(message.readers, message.restarts);
          break;
        case 'tapped':
          taps.get(message.id)?.(message.fault);
          taps.delete(message.id);
          break;
        case 'readers-answer':
          questions.get(message.id)?.(message.answer);
          questions.delete(message.id);
          break;
        case 'reader-heard':
          app?.readerHeard(message.heard);
          break;
        case 'ask-device':
          port.post({ kind: 'reply', id: message.id, text: write(answerDevice(message.question)) });
          break;
        case 'network':
          app?.devices.networkChanged(message.state);
          break;
        case 'close':
          close();
          break;
        default:
          message satisfies never;
      }
    } catch (error) {
      bug(error, null);
    }
  }

  async function answer({ id, caller, name, input }: Extract<ToCore, { kind: 'call' }>): Promise<void> {
    const reply = (given: Reply<unknown>): void => port.post({ kind: 'reply', id, text: write(given) });
    try {
      if (app !== null) reply(await app.call(caller, name, input));
      else if (fault !== null && name === 'site.welcome')
        reply({ ok: true, value: { state: 'fault', fault } });
      else reply({ ok: false, code: 'unavailable' });
    } catch (error) {
      reply({ ok: false, code: 'internal', reference: bug(error, name) });
    }
  }

  function answerDevice(question: DeviceAsk): Reply<unknown> {
    if (app === null) return { ok: false, code: 'unavailable' };
    try {
      if (question.kind === 'pair') return app.devices.pair(question.code, question.address);
      return { ok: true, value: app.devices.admit(question.secret) };
    } catch (error) {
      return { ok: false, code: 'internal', reference: bug(error, 'devices.pair') };
    }
  }

  function close(): void {
    state = 'closed';
    clearTimeout(rest);
    const closing = app;
    app = null;
    try {
      closing?.close();
    } catch (error) {
      bug(error, null);
    }
    for (let left = queue.take(); left !== null; left = queue.take())
      if (left.kind === 'call')
        port.post({ kind: 'reply', id: left.id, text: write({ ok: false, code: 'unavailable' }) });
    port.post({ kind: 'closed' });
    port.end();
  }

  function tellSiteReaders(): void {
    const readers = app?.siteReaders() ?? null;
    const text = JSON.stringify(readers);
    if (text === knownReaders) return;
    knownReaders = text;
    port.post({ kind: 'site-readers', readers });
  }

  function tap(card: string, place: ReaderPlace): Promise<string | null> {
    lastTap += 1;
    const { promise, resolve } = Promise.withResolvers<string | null>();
    taps.set(lastTap, resolve);
    port.post({ kind: 'tap', id: lastTap, card, place });
    return promise;
  }

  function askReaders(question: DeviceQuestion): Promise<DeviceAnswer> {
    lastQuestion += 1;
    const { promise, resolve } = Promise.withResolvers<DeviceAnswer>();
    questions.set(lastQuestion, resolve);
    port.post({ kind: 'ask-readers', id: lastQuestion, question });
    return promise;
  }

  function bug(error: unknown, call: string | null): string {
    const reference = newReference();
    log({ event: 'fault', call, reference, ...faultLine(error) });
    return reference;
  }

  return { bug };
}
