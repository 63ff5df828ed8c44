/**
 * The composition root: puts the core, the store and the router together. It owns no timer, reads no clock and
 * opens no device; hosts and tests hand those in.
 */
import type { FoyerEvent } from '../shared/contract/events.ts';
import type { ReaderStatus } from '../shared/contract/readers.ts';
import type { RetentionSettings } from '../shared/contract/retention.ts';
import type { ReaderChoice, SiteSettings } from '../shared/contract/site.ts';
import type { Reply } from '../shared/reply.ts';
import type { Door, StaffRole } from '../shared/vocabulary.ts';
import type { Caller } from './caller.ts';
import type { CardRead } from './readers/card-read.ts';

/** Everything a first set-up stores. Passphrases come hashed (argon2id, PHC string). */
export interface InstallationPlan {
  readonly settings: SiteSettings;
  readonly retention: RetentionSettings;
  readonly staff: readonly {
    readonly userName: string;
    readonly displayName: string;
    readonly roles: readonly StaffRole[];
    readonly passphraseHash: string;
  }[];
}

export interface App {
  /** Answers every call; never rejects. Queries and commands run at once, only passphrase hashing waits. */
  call(caller: Caller, name: string, input: unknown): Promise<Reply<unknown>>;
  /** A card was tapped on a reader. */
  cardRead(read: CardRead): void;
  readersChanged(readers: readonly ReaderStatus[]): void;
  connectionClosed(connectionId: string): void;
  subscribe(listener: (event: FoyerEvent, doors: readonly Door[]) => void): () => void;
  /**
   * Does at most 3 ms of waiting work: a slice of a purge, of the search memory, of a checkpoint, idle locks.
   * True while more is waiting.
   */
  tick(): boolean;
  readerChoice(): ReaderChoice | null;
  /** `ready`, or `set-up` while the installation holds no site yet. */
  state(): 'ready' | 'set-up';
  /** The one-time code of a new installation, for the terminal; null once it is set up. */
  setUpCode(): string | null;
  /** Sets the installation up without a code, all or nothing; throws `Refusal('already-set-up')`. */
  provision(plan: InstallationPlan): void;
  close(): void;
}
