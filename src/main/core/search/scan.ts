/**
 * Going through the blocks from the newest to the oldest: signatures leave a few candidates of each block, their
 * text decides. Also which fields of a hit matched.
 */
import { arrivalOf, type Block, blockSlots, isLive, keyOf, lengthOf, startOf } from './blocks.ts';
import { rackBlocks } from './grams.ts';
import type { Needle, Reading, Term } from './query.ts';
import { fields, find, holds, someField, someWord, wordFields } from './record.ts';
import type { MatchedField } from './search-memory.ts';
import { slipEnd } from './slip.ts';

/** Bounds of the arrival in seconds: from (inclusive) and before (exclusive). */
export interface Period {
  readonly from: number;
  readonly before: number;
}

export interface Found {
  readonly key: number;
  readonly matched: readonly MatchedField[];
}

export interface Scan {
  readonly terms: readonly Term[];
  readonly period: Period;
  readonly accept: (key: number) => boolean;
  readonly expired: () => boolean;
  /** Stop once this many are found. */
  readonly most: number;
}

/** Blocks between two looks at the clock: at most some 0.1 ms of work. */
const blocksAtOnce = 8;
const neverSeen: Uint32Array = new Uint32Array(2);

/** Candidates of one term in the block at hand; two words of 32 slots. */
const some = new Uint32Array(2);

function mayHold({ rack, place }: Block, { pairs }: Needle): boolean {
  for (let index = 0; index < pairs.length; index += 1) {
    const bit = pairs[index] ?? 0;
    if ((((rack.pairs[place + (bit >> 5) * rackBlocks] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
  }
  return true;
}

/** Adds to `some` those of the slots `low` and `high` that may hold all needles. */
function narrow(block: Block, reading: Reading, low: number, high: number): void {
  const { planes } = block.rack;
  const offset = block.place * 2;
  let left = low;
  let right = high;
  for (const one of reading) {
    if (one.bytes.length < 4 && !mayHold(block, one)) return;
    for (let index = 0; index < one.planes.length; index += 1) {
      const at = offset + (one.planes[index] ?? 0);
      left &= planes[at] ?? 0;
      right &= planes[at + 1] ?? 0;
      if ((left | right) === 0) return;
    }
  }
  some[0] = (some[0] ?? 0) | left;
  some[1] = (some[1] ?? 0) | right;
}

/** The slots of the block that may meet all terms, in `into`; false when there are none. */
function candidates(block: Block, terms: readonly Term[], into: Uint32Array): boolean {
  let low = block.rack.live[block.place * 2] ?? 0;
  let high = block.rack.live[block.place * 2 + 1] ?? 0;
  for (const { readings, beginnings } of terms) {
    some.set(neverSeen);
    for (const reading of readings) narrow(block, reading, low, high);
    for (const beginning of beginnings) narrow(block, [beginning], low, high);
    low &= some[0] ?? 0;
    high &= some[1] ?? 0;
    if ((low | high) === 0) return false;
  }
  into[0] = low;
  into[1] = high;
  return true;
}

function holdsAll(text: Uint8Array, start: number, end: number, reading: Reading): boolean {
  for (const { bytes, within } of reading) if (!holds(text, start, end, bytes, within)) return false;
  return true;
}

function holdsSimilar(text: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  return someWord(text, from, to, (start, end) => slipEnd(text, start, end, word) >= 0);
}

/** Whether the record in the slot meets the term. */
function meets(block: Block, slot: number, { readings, word, beginnings }: Term): boolean {
  const start = startOf(block, slot);
  const end = start + lengthOf(block, slot);
  for (const reading of readings) if (holdsAll(block.text, start, end, reading)) return true;
  if (word === null || beginnings.length === 0) return false;
  return someField(
    block.text,
    start,
    end,
    (field, from, to) => ((wordFields >> field) & 1) === 1 && holdsSimilar(block.text, from, to, word),
  );
}

/** The fields in which the terms met are. */
function matchedFields(block: Block, slot: number, terms: readonly Term[]): MatchedField[] {
  const { text } = block;
  const start = startOf(block, slot);
  const end = start + lengthOf(block, slot);
  let matched = 0;
  for (const { readings, word, beginnings } of terms) {
    for (const reading of readings) {
      if (!holdsAll(text, start, end, reading)) continue;
      for (const { bytes, within } of reading) {
        someField(text, start, end, (field, from, to) => {
          if (((within >> field) & 1) === 1 && find(text, bytes, from, to) >= 0) matched |= 1 << field;
          return false;
        });
      }
    }
    if (word === null || beginnings.length === 0) continue;
    someField(text, start, end, (field, from, to) => {
      if (((wordFields >> field) & 1) === 1 && holdsSimilar(text, from, to, word)) matched |= 1 << field;
      return false;
    });
  }
  return fields.filter((_, field) => ((matched >> field) & 1) === 1);
}

function isWithin(block: Block, slot: number, { from, before }: Period): boolean {
  const arrival = arrivalOf(block, slot);
  return arrival >= from && arrival < before;
}

function isHit(block: Block, slot: number, { terms, period }: Scan): boolean {
  if (!isWithin(block, slot, period)) return false;
  for (const term of terms) if (!meets(block, slot, term)) return false;
  return true;
}

/**
 * Adds hits to `found`, newest first, until there are `most`. False when time ran out before.
 */
export function scanBlocks(order: readonly Block[], scan: Scan, found: Found[]): boolean {
  const { terms, period, accept, expired, most } = scan;
  const into = new Uint32Array(2);
  let looked = 0;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const block = order[index];
    if (block === undefined || block.latest < period.from || block.earliest >= period.before) continue;
    looked += 1;
    if (looked % blocksAtOnce === 0 && expired()) return false;
    if (!candidates(block, terms, into)) continue;
    const slots: number[] = [];
    for (let slot = 0; slot < blockSlots; slot += 1) {
      const candidate = ((into[slot >> 5] ?? 0) >>> (slot & 31)) & 1;
      if (candidate === 1 && isHit(block, slot, scan)) slots.push(slot);
    }
    if (slots.length > 1) slots.sort((one, two) => keyOf(block, two) - keyOf(block, one));
    for (const slot of slots) {
      const key = keyOf(block, slot);
      if (!accept(key)) continue;
      found.push({ key, matched: matchedFields(block, slot, terms) });
      if (found.length >= most) return true;
    }
  }
  return true;
}

/** As {@link scanBlocks}, looking only at the visits with the keys given, each once. */
export function scanKeys(
  keys: Iterable<number>,
  locate: (key: number) => { readonly block: Block; readonly slot: number } | undefined,
  scan: Scan,
  found: Found[],
): boolean {
  const { terms, accept, expired, most } = scan;
  let looked = 0;
  for (const key of keys) {
    looked += 1;
    if (looked % blockSlots === 0 && expired()) return false;
    const location = locate(key);
    if (location === undefined) continue;
    const { block, slot } = location;
    if (!isLive(block, slot) || !isHit(block, slot, scan) || !accept(key)) continue;
    found.push({ key, matched: matchedFields(block, slot, terms) });
    if (found.length >= most) return true;
  }
  return true;
}
