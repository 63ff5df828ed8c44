/**
 * What both hosts are around: the core in its process and the readers in theirs, joined. The host brings the ways
 * to start them, the key and the log, and puts windows or pages in front.
 */
import type { ReaderChoice } from '../../shared/contract/site.ts';
import type { Log } from '../core/ports.ts';
import { createReaderLink, type ReaderChild, readersOf } from '../readers/reader-link.ts';
import { type CoreLink, createCoreLink, type SpawnCore } from './core-link.ts';
import type { HostOptions, ReaderOverride } from './options.ts';

export interface DeskParts {
  readonly options: Pick<HostOptions, 'dataFolder' | 'reader' | 'demo'>;
  /** 64 hexadecimal digits, or null where there is a database and no key. */
  readonly masterKey: string | null;
  readonly spawnCore: SpawnCore;
  readonly spawnReader: () => ReaderChild;
  readonly log: Log;
  /** See {@link clockOffsetFrom}. */
  readonly clockOffsetMs: number;
}

export interface Desk extends Pick<CoreLink, 'call' | 'subscribe' | 'connectionClosed' | 'ready'> {
  /** Taps a card on the simulated reader, as the control socket asks for it; null or the fault. */
  tap(card: string): Promise<string | null>;
  /** How far the start has come, for the control socket. */
  state(): 'starting' | 'ready' | 'set-up' | 'fault';
  /** Ends both processes within two seconds, the database written back. */
  close(): Promise<void>;
}

export function createDesk({
  options,
  masterKey,
  spawnCore,
  spawnReader,
  log,
  clockOffsetMs,
}: DeskParts): Desk {
  let state: ReturnType<Desk['state']> = 'starting';
  const readers = createReaderLink({
    spawn: spawnReader,
    onRead: (read) => core.cardRead(read),
    onStatus: (statuses) => core.readersChanged(statuses),
    log,
  });
  const core = createCoreLink({
    spawn: spawnCore,
    start: { dataFolder: options.dataFolder, masterKey, demo: options.demo, clockOffsetMs },
    log,
    onReaderChoice(choice) {
      if (choice !== null) state = 'ready';
      readers.configure(readersOf(chosenReader(options.reader, choice)));
    },
    tap: (card) => readers.tap(card),
  });
  void core.ready.then((ready) => {
    if (state === 'starting') state = ready.state;
  });
  return {
    call: core.call,
    subscribe: core.subscribe,
    connectionClosed: core.connectionClosed,
    ready: core.ready,
    tap: (card) => readers.tap(card),
    state: () => state,
    async close() {
      await Promise.all([core.close(), readers.stop()]);
    },
  };
}

/** What `--reader` makes of the site's choice. A simulated reader is there even before the site is set up. */
export function chosenReader(override: ReaderOverride, choice: ReaderChoice | null): ReaderChoice | null {
  if (override === 'none') return null;
  if (override === 'simulated')
    return { profile: 'simulated', format: choice?.format ?? null, device: null, raw: null };
  return choice;
}

/**
 * `FOYER_CLOCK_OFFSET_MS`, milliseconds added to the wall clock, so that a test of a running installation can see
 * the days after tomorrow. 0 without it.
 */
export function clockOffsetFrom(env: Readonly<Record<string, string | undefined>>): number {
  const given = env.FOYER_CLOCK_OFFSET_MS ?? '';
  return /^-?\d{1,13}$/.test(given) ? Number(given) : 0;
}
