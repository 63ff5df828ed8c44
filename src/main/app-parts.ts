/**
 * What the composition root needs and what it gives: the app as hosts and tests see it.
 */
import type { FoyerEvent } from '../shared/contract/events.ts';
import type { ReaderPlace, ReaderStatus } from '../shared/contract/readers.ts';
import type { Reply } from '../shared/reply.ts';
import type { Door } from '../shared/vocabulary.ts';
import type { Caller } from './caller.ts';
import type { DesignFiles } from './core/badge-printing/badge-designs.ts';
import type { BadgePaper } from './core/badge-printing/badge-printing.ts';
import type { DeviceParts, Devices } from './core/devices/devices.ts';
import type { EvacuationPaper } from './core/evacuation-list/evacuation-list.ts';
import type { Courier } from './core/outbox/courier.ts';
import type { Clock, DataFolder, Digest, Log, PassphraseHasher, RandomBytes } from './core/ports.ts';
import type { InstallationPlan } from './core/site/installation-plan.ts';
import type { Demo } from './core/site/site-calls.ts';
import type { WordFile } from './core/words/site-words.ts';
import type {
  CardRead,
  DeviceAnswer,
  DeviceQuestion,
  Heard,
  ReaderConfiguration,
} from './readers/card-read.ts';
import type { Database } from './store/database.ts';

export type { InstallationPlan };

export interface App {
  /** Answers every call; never rejects. Queries and commands run at once, only passphrase hashing waits. */
  call(caller: Caller, name: string, input: unknown): Promise<Reply<unknown>>;
  /** A card was tapped on a reader. */
  cardRead(read: CardRead): void;
  /** `restarts`: how often the reader process had to be started again. */
  readersChanged(readers: readonly ReaderStatus[], restarts?: number): void;
  connectionClosed(connectionId: string): void;
  subscribe(listener: (event: FoyerEvent, doors: readonly Door[]) => void): () => void;
  /**
   * Does at most 3 ms of waiting work: a slice of a purge, of the search memory, of a checkpoint, idle locks.
   * True while more is waiting.
   */
  tick(): boolean;
  /** Something came from the device under test. */
  readerHeard(heard: Heard): void;
  /** Null while the installation holds no site yet. */
  siteReaders(): readonly ReaderConfiguration[] | null;
  /** For the host on the network alone: what is answered here are secrets. */
  readonly devices: Pick<Devices, 'pair' | 'admit' | 'letJoin' | 'networkChanged'>;
  /** `ready`, or `set-up` while the installation holds no site yet. */
  state(): 'ready' | 'set-up';
  /** The one-time code of a new installation, for the terminal; null once it is set up. */
  setUpCode(): string | null;
  /** Sets the installation up without a code, all or nothing; throws `Refusal('already-set-up')`. */
  provision(plan: InstallationPlan): void;
  close(): void;
}

export interface AppParts extends Pick<DeviceParts, 'deviceGone' | 'letJoinChanged'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly digest: Digest;
  readonly hasher: PassphraseHasher;
  readonly dataFolder: DataFolder;
  readonly log: Log;
  /** Sign-ins and cards shown before anyone has signed in; null but in demo mode. */
  readonly demo: Demo | null;
  /** Shown once at the end of the set-up; null where there is no key (in memory). */
  readonly recoveryKey: string | null;
  /** True while the disk is nearly full. */
  readonly storageLow: () => boolean;
  /** Taps a card on the simulated reader, written FORMAT:VALUE; a fault code as in the reader's `tapped`. */
  readonly tapSimulated: (card: string, place: ReaderPlace) => Promise<string | null>;
  /** Asks the reader process; never rejects. */
  readonly askReaders: (question: DeviceQuestion) => Promise<DeviceAnswer>;
  /** Hears that work begins which takes long and cannot be interrupted. */
  readonly longWork?: () => void;
  /** The operating system with its version and the kind of processor, for the readers' diagnostic. */
  readonly system: string;
  /** Takes deliveries out of the house; where left out they wait. */
  readonly courier?: Courier;
  /** Where there is none, the evacuation list cannot be turned on. */
  readonly evacuationPaper?: EvacuationPaper;
  /** Where there is none, badges are drawn by the pages alone. */
  readonly badgePaper?: BadgePaper;
  /** None when left out. */
  readonly designFiles?: DesignFiles;
  /** The site's own files of words; none when left out. */
  readonly wordFiles?: readonly WordFile[];
}
