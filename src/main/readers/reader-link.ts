/**
 * The host's end of the card reader process: starts it, tells it which readers the site uses, and starts it again
 * within two seconds when it dies or hangs. Readers run in a process of their own because native code that fails
 * must not take the screens with it. How a process is made is the host's affair (`spawn`).
 */
import type { ReaderPlace, ReaderStatus } from '../../shared/contract/readers.ts';
import type { Log } from '../core/ports.ts';
import type {
  CardRead,
  DeviceAnswer,
  DeviceQuestion,
  Heard,
  ReaderCommand,
  ReaderConfiguration,
  ReaderReport,
} from './card-read.ts';
import { createDeviceQuestions } from './device-questions.ts';
import { systemTiming, type Timing } from './timing.ts';

/** A reader process that has just been started. */
export interface ReaderChild {
  /** Never throws, not even when the process is gone. */
  post(message: ReaderCommand): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Also called when the process could not be started at all. */
  onExit(listener: () => void): void;
  /** Ends it at once, hung or not. */
  kill(): void;
}

export interface ReaderLinkParts {
  readonly spawn: () => ReaderChild;
  readonly onRead: (read: CardRead) => void;
  /**
   * The readers of the site and how they are, whenever that changes; empty when the site uses none. `restarts`: how
   * often the process had to be started again.
   */
  readonly onStatus: (readers: readonly ReaderStatus[], restarts: number) => void;
  readonly onHeard: (heard: Heard) => void;
  readonly log: Log;
  readonly timing?: Timing;
}

export interface ReaderLink {
  /** Replaces the configuration. The process is started when a reader is first asked for. */
  configure(readers: readonly ReaderConfiguration[]): void;
  /**
   * Taps a card on the simulated reader, written FORMAT:VALUE. Null when the tap was made, else `not-simulated`,
   * `format`, `parity`, or `restarting` when the process was lost meanwhile.
   */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
  /**
   * Asks the process, which is started for it where the site uses no readers. Never rejects: `restarting` when the
   * process is not there or is lost meanwhile, `failed` when it does not answer. A test outlives the process: the
   * next one is told to go on with it.
   */
  ask(question: DeviceQuestion): Promise<DeviceAnswer>;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

/** A process that says nothing for this long is hung, so that the next one runs within two seconds. */
const silentMs = 1_700;
const verdictMs = 300;
/** In its first moments it loads native code, which may take a slow disk a while and says nothing meanwhile. */
const youngMs = 3_000;
const youngSilentMs = 4_000;
/** Until its first word a process may take longer: the machine may just have been switched on. */
const startMs = 15_000;
/** Waits before a new start; a process that keeps dying is tried every 1.5 s and not in a loop. */
const restartWaitsMs = [100, 400, 1_000, 1_500] as const;
/** A process that lived this long has recovered. */
const settledMs = 10_000;
/** How long a process may take to end before it is killed or given up. */
const endMs = 1_000;

export function createReaderLink(parts: ReaderLinkParts): ReaderLink {
  const timing = parts.timing ?? systemTiming;
  let readers: readonly ReaderConfiguration[] = [];
  let statuses: readonly ReaderStatus[] = [];
  let current: { readonly child: ReaderChild; readonly startedAt: number } | null = null;
  let failures = 0;
  let stopped = false;
  let cancelSilence = (): void => undefined;
  let cancelRestart: (() => void) | null = null;
  let restarts = 0;
  let nextTap = 1;
  const taps = new Map<number, (fault: string | null) => void>();
  const questions = createDeviceQuestions(timing);

  function show(next: readonly ReaderStatus[]): void {
    if (JSON.stringify(next) === JSON.stringify(statuses)) return;
    statuses = next;
    parts.onStatus(next, restarts);
  }
  function showAll(state: 'opening' | 'waiting', advice: 'none' | 'restarting'): void {
    show(
      readers.map(({ readerId, name, profile, place }) => ({
        readerId,
        name,
        profile,
        place,
        state,
        advice,
      })),
    );
  }

  function expectWord(child: ReaderChild, withinMs: number): void {
    cancelSilence();
    // The last stretch is a timer of its own: when it was the host that stood still, what the process said
    // meanwhile is heard before the verdict.
    cancelSilence = timing.after(withinMs - verdictMs, () => {
      cancelSilence = timing.after(verdictMs, () => {
        parts.log({ event: 'reader-process-hung' });
        child.kill();
        // A process that does not even die is left behind; it is no longer listened to.
        cancelSilence = timing.after(endMs, () => gone(child));
      });
    });
  }

  function start(): void {
    const child = parts.spawn();
    current = { child, startedAt: timing.now() };
    child.onMessage((message) => {
      if (current?.child === child && !stopped) hear(child, message as ReaderReport);
    });
    child.onExit(() => gone(child));
    expectWord(child, startMs);
    child.post({ kind: 'configure', readers });
    const test = questions.test();
    if (test !== null) child.post({ kind: 'ask', id: 0, question: test });
  }

  function isNeeded(): boolean {
    return readers.length > 0 || questions.test() !== null;
  }

  function restart(): void {
    cancelRestart = null;
    if (isNeeded()) start();
  }

  function hear(child: ReaderChild, report: ReaderReport): void {
    const isYoung = current !== null && timing.now() - current.startedAt < youngMs;
    expectWord(child, isYoung ? youngSilentMs : silentMs);
    switch (report.kind) {
      case 'status':
        show(report.readers);
        break;
      case 'read':
        if (readers.some(({ readerId }) => readerId === report.read.readerId)) parts.onRead(report.read);
        break;
      case 'tapped':
        taps.get(report.id)?.(report.fault);
        taps.delete(report.id);
        break;
      case 'answer':
        questions.answered(report.id, report.answer);
        break;
      case 'heard':
        if (questions.test() !== null) parts.onHeard(report.heard);
    }
  }

  function gone(child: ReaderChild): void {
    if (current?.child !== child) return;
    cancelSilence();
    failures = timing.now() - current.startedAt > settledMs ? 1 : failures + 1;
    current = null;
    for (const answer of taps.values()) answer('restarting');
    taps.clear();
    questions.lost();
    if (stopped || !isNeeded()) return;
    restarts += 1;
    const wait = restartWaitsMs[Math.min(failures, restartWaitsMs.length) - 1] ?? 0;
    parts.log({ event: 'reader-process-restart', failures, wait });
    showAll('waiting', 'restarting');
    cancelRestart = timing.after(wait, restart);
  }

  return {
    configure(next) {
      readers = next;
      if (stopped) return;
      if (readers.length === 0) show([]);
      if (current !== null) current.child.post({ kind: 'configure', readers });
      else if (cancelRestart !== null) showAll('waiting', 'restarting');
      else if (readers.length > 0) {
        showAll('opening', 'none');
        start();
      }
    },
    tap(card, place) {
      const simulated = readers.some((reader) => reader.profile === 'simulated' && reader.place === place);
      if (!simulated) return Promise.resolve('not-simulated');
      if (current === null) return Promise.resolve('restarting');
      const { child } = current;
      const id = nextTap++;
      return new Promise((resolve) => {
        taps.set(id, resolve);
        child.post({ kind: 'tap', id, card, place });
      });
    },
    ask(question) {
      if (question.kind === 'end-test') {
        questions.forgetTest();
        if (current === null) return Promise.resolve({ ok: true, devices: [] });
      }
      if (stopped || cancelRestart !== null) return Promise.resolve({ ok: false, fault: 'restarting' });
      if (current === null) start();
      if (current === null) return Promise.resolve({ ok: false, fault: 'restarting' });
      return questions.ask(question, (command) => current?.child.post(command));
    },
    stop() {
      stopped = true;
      cancelRestart?.();
      cancelSilence();
      if (current === null) return Promise.resolve();
      const { child } = current;
      return new Promise((resolve) => {
        const cancelKill = timing.after(endMs, () => {
          child.kill();
          cancelGiveUp = timing.after(endMs, resolve);
        });
        let cancelGiveUp = (): void => undefined;
        child.onExit(() => {
          cancelKill();
          cancelGiveUp();
          resolve();
        });
        child.post({ kind: 'stop' });
      });
    },
  };
}
