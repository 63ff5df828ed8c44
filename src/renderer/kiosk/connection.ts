/**
 * The kiosk's line to the host: what the site is like, and whether anybody answers. While nobody does, the screens
 * say so and keep what was typed; here it is asked again and again until somebody does.
 */
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts';
import type { FoyerEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/reply.ts';

/** What became of a card put into the return slot. */
export type ReturnOutcome = Extract<FoyerEvent, { readonly type: 'card.returned' }>['outcome'];
type Scanned = Extract<FoyerEvent, { readonly type: 'code.scanned' }>;
/** Hears of a scanned code, by what stands for it, and whose it looks. */
export type ScanListener = (scan: Scanned['scan'], of: Scanned['of']) => void;
export type Welcome = CallOutput<'site.welcome'>;

export interface ConnectionState {
  /** Null until the host has answered for the first time. */
  readonly welcome: Welcome | null;
  /** The last call was answered by nobody. */
  readonly lost: boolean;
}

export interface Connection {
  state(): ConnectionState;
  follow(listener: () => void): () => void;
  /** Asks once; a host that does not answer in time is `unavailable`. */
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
  /**
   * Asks until somebody answers or `signal` aborts; only for calls that may be repeated. Null when aborted.
   */
  askPatiently<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    signal: AbortSignal,
  ): Promise<Reply<CallOutput<Name>> | null>;
  /** Hears of every card put into a return slot; returns what ends it. */
  onCardReturned(listener: (outcome: ReturnOutcome) => void): () => void;
  /** Hears of every code a scanner at the kiosk read; returns what ends it. */
  onCodeScanned(listener: ScanListener): () => void;
  /** Hears that the notice may be another; returns what ends it. */
  onNoticeChanged(listener: () => void): () => void;
  /** Begins to ask for the site, at once and regularly; returns what stops it. */
  start(): () => void;
}

/** Milliseconds: how long a host may take, and how often it is asked while all is well and while it is not. */
const patience = 10_000;
const calmInterval = 10_000;
const lostInterval = 2_000;

export interface Line {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>>;
  subscribe(listener: (event: FoyerEvent) => void): () => void;
}

export function createConnection(line: Line): Connection {
  let state: ConnectionState = { welcome: null, lost: false };
  const listeners = new Set<() => void>();
  const returnListeners = new Set<(outcome: ReturnOutcome) => void>();
  const scanListeners = new Set<ScanListener>();
  const noticeListeners = new Set<() => void>();
  const set = (next: Partial<ConnectionState>): void => {
    const changed = (Object.keys(next) as (keyof ConnectionState)[]).some((key) => next[key] !== state[key]);
    if (!changed) return;
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  async function ask<Name extends CallName>(name: Name, input: CallInput<Name>) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<Reply<CallOutput<Name>>>((answer) => {
      timer = setTimeout(() => answer({ ok: false, code: 'unavailable' }), patience);
    });
    const reply = await Promise.race([line.call(name, input), timeout]);
    // A timer that runs on keeps the answer, with all that it says about a visitor.
    clearTimeout(timer);
    if (!reply.ok && reply.code === 'unavailable') set({ lost: true });
    return reply;
  }

  async function refresh(): Promise<void> {
    const reply = await ask('site.welcome', {});
    if (!reply.ok) return set({ lost: true });
    // The same answer again is no change: screens hang on it.
    const same = JSON.stringify(reply.value) === JSON.stringify(state.welcome);
    set(same ? { lost: false } : { welcome: reply.value, lost: false });
  }

  const whenAnswered = (signal: AbortSignal): Promise<void> =>
    new Promise((done) => {
      const stop = (): void => {
        listeners.delete(look);
        signal.removeEventListener('abort', stop);
        done();
      };
      const look = (): void => {
        if (!state.lost) stop();
      };
      listeners.add(look);
      signal.addEventListener('abort', stop);
      look();
    });

  return {
    state: () => state,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask,
    async askPatiently(name, input, signal) {
      while (!signal.aborted) {
        const reply = await ask(name, input);
        if (signal.aborted) return null;
        if (reply.ok || reply.code !== 'unavailable') return reply;
        await whenAnswered(signal);
      }
      return null;
    },
    onCardReturned(listener) {
      returnListeners.add(listener);
      return () => returnListeners.delete(listener);
    },
    onCodeScanned(listener) {
      scanListeners.add(listener);
      return () => scanListeners.delete(listener);
    },
    onNoticeChanged(listener) {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
    start() {
      let stopped = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const round = async (): Promise<void> => {
        clearTimeout(timer);
        await refresh();
        clearTimeout(timer);
        if (!stopped) timer = setTimeout(() => void round(), state.lost ? lostInterval : calmInterval);
      };
      // A call that nobody answered makes the rounds quicker at once.
      let wasLost = false;
      const quicken = (): void => {
        if (state.lost && !wasLost && !stopped) {
          clearTimeout(timer);
          timer = setTimeout(() => void round(), lostInterval);
        }
        wasLost = state.lost;
      };
      listeners.add(quicken);
      const unsubscribe = line.subscribe((event) => {
        if (event.type === 'changed' && event.areas.some((area) => area === 'site' || area === 'retention'))
          void round();
        if (event.type === 'changed' && event.areas.includes('notice'))
          for (const listener of noticeListeners) listener();
        if (event.type === 'card.returned') for (const listener of returnListeners) listener(event.outcome);
        if (event.type === 'code.scanned')
          for (const listener of scanListeners) listener(event.scan, event.of);
      });
      void round();
      return () => {
        stopped = true;
        clearTimeout(timer);
        listeners.delete(quicken);
        unsubscribe();
      };
    },
  };
}
