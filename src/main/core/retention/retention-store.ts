/** What a purge asks of the store. */
import type { Certificate, PurgeCounts } from '../../../shared/contract/retention.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import type { StoredHost } from '../hosts/host-store.ts';
import type { Contact } from '../stores.ts';

export interface CutOffs {
  readonly contactsBefore: EpochMs;
  readonly visitsBefore: EpochMs;
  readonly cardLinksBefore: EpochMs;
  readonly watchlistBefore: EpochMs;
}

/** A place in the order (arrivedAt, sequence) from which a scan goes on. */
export interface ScanPosition {
  readonly arrivedAt: EpochMs;
  readonly sequence: number;
}

export interface EndedVisit extends ScanPosition {
  readonly contact: Contact | null;
  readonly host: string;
  readonly answers: Readonly<Record<string, string>>;
}

export interface RetentionStore {
  /** Visits that ended before `before` and are not restricted, after the position, in order. */
  visitsEnded(before: EpochMs, after: ScanPosition, limit: number): EndedVisit[];
  /** The same, but only those that still have contact details. */
  contactsEnded(before: EpochMs, after: ScanPosition, limit: number): EndedVisit[];
  /** Loans still linked to a visit that ended before `before` and is not restricted, after the loan's sequence. */
  linkedLoans(before: EpochMs, after: number, limit: number): number[];
  /** False, and nothing goes, where the row is gone by now or somebody has restricted the visit meanwhile. */
  deleteVisit(sequence: number): boolean;
  deleteContact(visitSequence: number): boolean;
  unlinkLoan(loanSequence: number): boolean;
  /** Restricted visits that ended before `before`. */
  heldBack(before: EpochMs): number;
  /** Hosts marked as left before `before`. */
  hostsLeft(before: EpochMs, limit: number): StoredHost[];
  deleteHost(sequence: number): void;
  /** Words about hosts on visits kept after a sequence. Visits whose contact details are gone have them too. */
  hostWordsAfter(sequence: number, limit: number): { readonly sequence: number; readonly host: string }[];
  /** Without what is restricted. Exact up to 20,000 rows, above that estimated from the range of sequences. */
  due(cutOffs: CutOffs): Omit<PurgeCounts, 'unlisted' | 'rollCalls'>;
  kept(): { readonly visits: number; readonly contacts: number };
  /** Contact values still stored, after a visit's sequence; for telling a deleted value from one still in use. */
  contactsAfter(
    sequence: number,
    limit: number,
  ): (Contact & {
    readonly sequence: number;
    readonly host: string;
    readonly answers: Readonly<Record<string, string>>;
  })[];
  insertCertificate(certificate: Certificate): void;
  certificates(limit: number): Certificate[];
  installation(): {
    readonly highWaterAt: EpochMs;
    readonly lastPurgeAt: EpochMs | null;
    readonly purgeOpen: boolean;
    readonly createdAt: EpochMs;
    /** Visits erased one by one since the database was last compacted. */
    readonly erased: number;
  };
  setHighWater(at: EpochMs): void;
  setPurgeOpen(open: boolean): void;
  setLastPurge(at: EpochMs): void;
  /** So many of the erased visits have been compacted away. */
  compactedAway(erased: number): void;
}
