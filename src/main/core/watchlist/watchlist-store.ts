/** What the core asks of the store about the watchlist and its alerts. */
import type { Decision, MatchedField, WatchlistDetails } from '../../../shared/contract/watchlist.ts';
import type { EpochMs, StaffId, WatchlistEntryId } from '../../../shared/vocabulary.ts';

/** What tells people apart. */
export type Identity = Pick<WatchlistDetails, 'name' | 'email' | 'phone'>;

export interface StoredEntry extends Identity {
  readonly sequence: number;
  readonly id: WatchlistEntryId;
  readonly company: string;
  readonly reason: string;
  readonly addedAt: EpochMs;
  readonly addedBy: StaffId;
  /** When the review date was chosen. */
  readonly renewedAt: EpochMs;
  /** The first instant after the review date. */
  readonly reviewAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly mistakes: number;
}

export interface StoredAlert {
  readonly visitSequence: number;
  /** Null once the entry is gone. */
  readonly entrySequence: number | null;
  readonly matched: readonly MatchedField[];
  readonly raisedAt: EpochMs;
  readonly decision: Decision | null;
}

export interface WatchlistStore {
  insert(entry: Omit<StoredEntry, 'sequence' | 'endedAt' | 'mistakes'>): void;
  byId(id: WatchlistEntryId): StoredEntry | undefined;
  bySequence(sequence: number): StoredEntry | undefined;
  /** Newest first, with those that have ended and are not purged yet. */
  all(): StoredEntry[];
  change(
    sequence: number,
    to: Pick<StoredEntry, 'name' | 'email' | 'phone' | 'company' | 'reason' | 'renewedAt' | 'reviewAt'>,
  ): void;
  end(sequence: number, at: EpochMs): void;
  delete(sequence: number): void;
  countMistake(sequence: number): void;
  /** No review date lies further ahead of the day it was chosen. */
  shorten(longestMs: number): void;
  /** What a purge takes, after a sequence: ended, or its review date was over by `before`. */
  due(before: EpochMs, after: number, limit: number): StoredEntry[];
  /** Those still stored, after a sequence. */
  after(sequence: number, limit: number): StoredEntry[];
  raise(alert: Omit<StoredAlert, 'decision' | 'entrySequence'> & { readonly entrySequence: number }): void;
  alertOf(visitSequence: number): StoredAlert | undefined;
  /** Not decided, longest waiting first. */
  openAlerts(limit: number): StoredAlert[];
  decide(visitSequence: number, at: EpochMs, decision: Decision): void;
}
