/** What the core asks of the store about restricted visits and the erasure of one. */
import type { HoldReason } from '../../../shared/contract/holds.ts';
import type { EpochMs, LocalDate, StaffId } from '../../../shared/vocabulary.ts';

export interface StoredHold {
  readonly reason: HoldReason;
  readonly restrictedAt: EpochMs;
  readonly restrictedBy: StaffId;
  readonly reviewBy: LocalDate;
}

export interface HoldStore {
  /** Restricts the visit, or changes its reason and day; since when and by whom stay. */
  set(visitSequence: number, hold: StoredHold): void;
  lift(visitSequence: number): void;
  /** Sequences of restricted visits, the earliest review first. */
  list(limit: number): number[];
  count(): number;
  /** Restricted visits whose visitor is not in the house: no list names them, no text finds them. */
  hidden(): number[];
  /**
   * Takes what a purge would take of the visit, its host's words and its invitation included, and leaves times, language,
   * type and the notice that was shown. Counted, so that the next purge compacts. Inside a transaction.
   */
  erase(visitSequence: number): void;
}
