/** What the core asks of the store about events. */
import type { EpochMs, EventId, LocalDate } from '../../../shared/vocabulary.ts';

export interface StoredEvent {
  readonly sequence: number;
  readonly id: EventId;
  readonly madeAt: EpochMs;
  readonly title: string;
  readonly validOn: LocalDate;
  /** Local times `HH:MM`, or empty. */
  readonly starts: string;
  readonly ends: string;
  readonly host: string;
  readonly hostSequence: number | null;
  readonly cancelledAt: EpochMs | null;
  /** Counted as they happen, so that a purge of guests who arrived changes neither. */
  readonly guests: number;
  readonly arrived: number;
}

export interface EventStore {
  insert(
    event: Omit<StoredEvent, 'sequence' | 'cancelledAt' | 'guests' | 'arrived'> & {
      readonly validUntil: EpochMs;
      /** Keyed hash of the calendar entry's UID; null where it was planned by hand. */
      readonly calendarHash: string | null;
    },
  ): number;
  byId(id: EventId): StoredEvent | undefined;
  hasCalendarHash(hash: string): boolean;
  /** Not cancelled and for this date or a later one. */
  expectedFrom(date: LocalDate, limit: number): StoredEvent[];
  cancel(sequence: number, at: EpochMs): void;
  /** Sequences of its guests who are still expected. */
  openGuests(sequence: number): number[];
  hasGuest(sequence: number, email: string): boolean;
  /** What a purge takes, after a sequence: cancelled, or its day was over before `before`. */
  due(before: EpochMs, after: number, limit: number): StoredEvent[];
  delete(sequence: number): void;
  /** Those still stored, after a sequence. */
  after(sequence: number, limit: number): StoredEvent[];
}
