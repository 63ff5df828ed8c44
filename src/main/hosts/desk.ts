/**
 * What both hosts are around: the core in its process and the readers in theirs, joined. The host brings the ways
 * to start them, the key and the log, and puts windows or pages in front.
 */
import type { ReaderPlace } from '../../shared/contract/readers.ts';
import type { Log } from '../core/ports.ts';
import type { ReaderConfiguration } from '../readers/card-read.ts';
import { createReaderLink, type ReaderChild } from '../readers/reader-link.ts';
import { type CoreLink, createCoreLink } from './core-link.ts';
import type { DeviceNews } from './core-protocol.ts';
import type { HostOptions, ReaderOverride } from './options.ts';
import type { SpawnCore } from './spawned-core.ts';

export interface DeskParts {
  readonly options: Pick<HostOptions, 'dataFolder' | 'reader' | 'demo'>;
  /** 64 hexadecimal digits, or null where there is a database and no key. */
  readonly masterKey: string | null;
  readonly spawnCore: SpawnCore;
  readonly spawnReader: () => ReaderChild;
  /** The readers in use, after every start of the core and whenever they change. */
  readonly onReaders?: (readers: readonly ReaderConfiguration[]) => void;
  readonly onDevices?: (news: DeviceNews) => void;
  readonly log: Log;
  /** See {@link clockOffsetFrom}. */
  readonly clockOffsetMs: number;
}

export interface Desk
  extends Pick<
    CoreLink,
    'call' | 'callForText' | 'subscribe' | 'connectionClosed' | 'askDevice' | 'networkChanged' | 'ready'
  > {
  /** Taps a card on the simulated reader, as the control socket asks for it; null or the fault. */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
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
  onReaders,
  onDevices,
  log,
  clockOffsetMs,
}: DeskParts): Desk {
  let state: ReturnType<Desk['state']> = 'starting';
  const readers = createReaderLink({
    spawn: spawnReader,
    onRead: (read) => core.cardRead(read),
    onStatus: (statuses, restarts) => core.readersChanged(statuses, restarts),
    onHeard: (heard) => core.readerHeard(heard),
    log,
  });
  const core = createCoreLink({
    spawn: spawnCore,
    start: { dataFolder: options.dataFolder, masterKey, demo: options.demo, clockOffsetMs },
    log,
    onSiteReaders(chosen) {
      if (chosen !== null) state = 'ready';
      const inUse = readersInUse(options.reader, chosen);
      readers.configure(inUse);
      onReaders?.(inUse);
    },
    ...(onDevices && { onDevices }),
    tap: (card, place) => readers.tap(card, place),
    ask: (question) => readers.ask(question),
  });
  void core.ready.then((ready) => {
    if (state === 'starting') state = ready.state;
  });
  return {
    call: core.call,
    callForText: core.callForText,
    subscribe: core.subscribe,
    connectionClosed: core.connectionClosed,
    askDevice: core.askDevice,
    networkChanged: core.networkChanged,
    ready: core.ready,
    tap: (card, place) => readers.tap(card, place),
    state: () => state,
    async close() {
      await Promise.all([core.close(), readers.stop()]);
    },
  };
}

/**
 * What `--reader` makes of the site's readers: `none` leaves them out; `simulated` puts one at the desk, even before
 * the site is set up, and one at the kiosk where the site has a reader there.
 */
export function readersInUse(
  override: ReaderOverride,
  chosen: readonly ReaderConfiguration[] | null,
): readonly ReaderConfiguration[] {
  if (override === 'none') return [];
  if (override === 'auto') return chosen ?? [];
  const places: readonly ReaderPlace[] = chosen?.some(({ place }) => place === 'kiosk')
    ? ['desk', 'kiosk']
    : ['desk'];
  return places.map((place) => ({
    readerId: place,
    name: '',
    place,
    profile: 'simulated',
    format: null,
    device: null,
    raw: null,
  }));
}

/**
 * `FOYER_CLOCK_OFFSET_MS`, milliseconds added to the wall clock, so that a test of a running installation can see
 * the days after tomorrow. 0 without it.
 */
export function clockOffsetFrom(env: Readonly<Record<string, string | undefined>>): number {
  const given = env.FOYER_CLOCK_OFFSET_MS ?? '';
  return /^-?\d{1,13}$/.test(given) ? Number(given) : 0;
}
