/** What the core asks of the store about counts of past days. */
import type { DayCount } from '../../../shared/contract/reports.ts';
import type { Departure } from '../../../shared/contract/visits.ts';
import type { EpochMs, LocalDate } from '../../../shared/vocabulary.ts';

/** When somebody came and went, and nothing about who. */
export interface Stay {
  readonly arrivedAt: EpochMs;
  readonly departedAt: EpochMs | null;
  readonly departure: Departure | null;
}

export interface DayCountStore {
  /** The end of the latest day counted; 0 before any. */
  countedUntil(): EpochMs;
  /** The first arrival at or after `at`; null when there is none. */
  firstArrivalAfter(at: EpochMs): EpochMs | null;
  /**
   * Stays that began from `from` to before `until`, read one by one: nothing may be written meanwhile. Together the
   * thousands of a day outlive the heap's young space, and the memory that takes is not given back.
   */
  stays(from: EpochMs, until: EpochMs): Iterable<Stay>;
  /** When cards were reported lost in that time, oldest first; the ledger of cards keeps it without holders. */
  cardsLost(from: EpochMs, until: EpochMs): EpochMs[];
  /** A day counted already stays as it is. */
  add(counts: DayCount, endedAt: EpochMs): void;
  /** Oldest first, both days included. */
  between(from: LocalDate, to: LocalDate): DayCount[];
}
