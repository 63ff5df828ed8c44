/**
 * The search memory: every visit whose contact details are still kept, folded and held in memory, so that any part
 * of a name, e-mail, telephone number, company or host finds it. It dies with the process, is filled again after a
 * start, and forgets what the purge deletes; nothing of it is ever written. Not here: reading visits from the store,
 * deciding what counts as today, cards, auditing.
 */
import type { SearchField } from '../../../shared/contract/visits.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import type { Clock } from '../ports.ts';
import { second } from '../time.ts';
import { type Block, lengthOf, startOf } from './block.ts';
import { createBlocks, type Location } from './blocks.ts';
import { forgiving, parse, type Term } from './query.ts';
import { longestRecord, someField, someWord, wordFields, writeRecord } from './record.ts';
import { type Found, type Scan, scanBlocks, scanKeys } from './scan.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

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

const mostKeys = 2 ** 32;

function secondsOf(instant: EpochMs): number {
  return Math.min(Math.max(Math.floor(instant / second), 0), mostKeys - 1);
}

/** `clock` is read only to compare it with the deadline of a search. */
export function createSearchMemory(clock: Pick<Clock, 'monotonic'>): SearchMemory {
  const blocks = createBlocks();
  const vocabulary = createVocabulary();
  const record = new Uint8Array(longestRecord);
  let count = 0;

  function eachWord(text: Uint8Array, start: number, end: number, visit: Vocabulary['add']): void {
    someField(text, start, end, (field, from, to) => {
      if (((wordFields >> field) & 1) === 0) return false;
      return someWord(text, from, to, (wordStart, wordEnd) => {
        visit(text, wordStart, wordEnd);
        return false;
      });
    });
  }

  function take(entry: SearchEntry): void {
    const length = writeRecord(entry, record);
    blocks.insert(entry.key, secondsOf(entry.arrivedAt), record, length);
    eachWord(record, 0, length, vocabulary.add);
    record.fill(0, 0, length);
    count += 1;
  }

  function forget(location: Location): void {
    const { block, slot } = location;
    const start = startOf(block, slot);
    eachWord(block.text, start, start + lengthOf(block, slot), vocabulary.remove);
    blocks.erase(location);
    count -= 1;
  }

  function remove(keys: readonly number[]): void {
    const touched = new Set<Block>();
    for (const key of keys) {
      const location = blocks.find(key);
      if (location === undefined) continue;
      forget(location);
      touched.add(location.block);
    }
    for (const block of touched) blocks.settle(block);
  }

  /** The terms with slips forgiven; undefined when none can be, or when time ran out. */
  function forgive(terms: readonly Term[], expired: () => boolean): readonly Term[] | 'none' | 'expired' {
    const forgiven: Term[] = [];
    let any = false;
    for (const term of terms) {
      const beginnings = term.word === null ? [] : vocabulary.nearby(term.word, expired);
      if (beginnings === undefined) return 'expired';
      any ||= beginnings.length > 0;
      forgiven.push(beginnings.length === 0 ? term : forgiving(term, beginnings));
    }
    return any ? forgiven : 'none';
  }

  function search(text: string, options: SearchOptions): SearchResult {
    const { limit, from, before, among, accept = () => true, deadline } = options;
    const terms = parse(text);
    if (terms.length === 0) return { hits: [], more: false, complete: true };
    const period = {
      from: from === undefined ? 0 : secondsOf(from),
      before: before === undefined ? Number.POSITIVE_INFINITY : secondsOf(before),
    };
    const expired = (): boolean => deadline !== undefined && clock.monotonic() >= deadline;
    const keys = among && [...new Set(among)].sort((one, two) => two - one);
    const run = (scan: Scan): { found: Found[]; complete: boolean } => {
      const found: Found[] = [];
      const complete =
        keys === undefined ? scanBlocks(blocks.order, scan, found) : scanKeys(keys, blocks.find, scan, found);
      return { found, complete };
    };

    const exact = run({ terms, period, accept, expired, most: limit + 1 });
    const hits: SearchHit[] = exact.found.map((hit) => ({ ...hit, slip: false }));
    if (!exact.complete || hits.length >= limit)
      return { hits: hits.slice(0, limit), more: hits.length > limit, complete: exact.complete };

    const forgiven = forgive(terms, expired);
    if (typeof forgiven === 'string') return { hits, more: false, complete: forgiven === 'none' };
    const known = new Set(hits.map(({ key }) => key));
    const similar = run({
      terms: forgiven,
      period,
      accept: (key) => !known.has(key) && accept(key),
      expired,
      most: limit + 1 - hits.length,
    });
    hits.push(...similar.found.map((hit) => ({ ...hit, slip: true })));
    return { hits: hits.slice(0, limit), more: hits.length > limit, complete: similar.complete };
  }

  return {
    add(entry) {
      if (!Number.isInteger(entry.key) || entry.key < 0 || entry.key >= mostKeys)
        throw new RangeError('a key is a whole number of 32 bits');
      if (blocks.find(entry.key) !== undefined) remove([entry.key]);
      take(entry);
    },
    replace(entry) {
      if (blocks.find(entry.key) === undefined) return false;
      remove([entry.key]);
      take(entry);
      return true;
    },
    remove,
    clear() {
      blocks.clear();
      vocabulary.clear();
      count = 0;
    },
    search,
    size: () => count,
    bytes: () => blocks.bytes() + vocabulary.bytes(),
  };
}
