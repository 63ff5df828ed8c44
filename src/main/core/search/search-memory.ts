/**
 * The search memory: every visit whose contact details are still kept, folded and held in memory, so that any part
 * of a name, e-mail, telephone number, company or host finds it. It dies with the process, is filled again after a
 * start, and forgets what the purge deletes; nothing of it is ever written. Not here: reading visits from the store,
 * deciding what counts as today, cards, auditing.
 */
import type { SearchField } from '../../../shared/contract/visits.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';

export interface SearchEntry {
  /** The visit's sequence: an integer from 0 to 4,294,967,295, higher for later visits. */
  readonly key: number;
  /** Kept to the second. */
  readonly arrivedAt: EpochMs;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

/** A field of an entry; cards are looked up by whoever asks. */
export type MatchedField = Exclude<SearchField, 'card'>;

export interface SearchHit {
  readonly key: number;
  /** In the order name, email, phone, company, host; never empty. */
  readonly matched: readonly MatchedField[];
  /** True when at least one word was found only by forgiving a slip. */
  readonly slip: boolean;
}

export interface SearchOptions {
  /** Most hits to return, at least 1. */
  readonly limit: number;
  /** Only visits that arrived at or after this instant, compared to the second. */
  readonly from?: EpochMs;
  /** Only visits that arrived before this instant, compared to the second. */
  readonly before?: EpochMs;
  /** Only these visits. Their number bounds the work, so this is the way to search within a short list. */
  readonly among?: readonly number[];
  /** Asked for each visit whose text matches, newest first; meant for conditions that most visits meet. */
  readonly accept?: (key: number) => boolean;
  /** A reading of the monotonic clock at which to stop, whatever has been found. */
  readonly deadline?: number;
}

export interface SearchResult {
  /** Newest first, all exact hits before those that needed a slip forgiven. */
  readonly hits: readonly SearchHit[];
  /** Whether there are further hits beyond the limit. */
  readonly more: boolean;
  /** False when the deadline cut the search: hits are right, but there may be others. */
  readonly complete: boolean;
}

export interface SearchMemory {
  /** Takes a visit in, in any order of keys; one that is already there is replaced. */
  add(entry: SearchEntry): void;
  /** Gives a visit new text; false, and nothing is kept, when it is not there (purged, or not yet read). */
  replace(entry: SearchEntry): boolean;
  /** Forgets visits and overwrites their bytes; unknown keys are ignored. Neighbouring keys are cheapest. */
  remove(keys: readonly number[]): void;
  /** Forgets everything, overwriting all bytes. */
  clear(): void;
  search(text: string, options: SearchOptions): SearchResult;
  /** Visits held. */
  size(): number;
  /** Bytes held outside the JavaScript heap. */
  bytes(): number;
}
