/**
 * Going through the blocks from the newest to the oldest: signatures leave a few candidates of each block, their
 * text decides. Also which fields of a hit matched.
 */
import { arrivalOf, type Block, blockSlots, isLive, keyOf, lengthOf, startOf } from './block.ts';
import { rackBlocks } from './grams.ts';
import type { Reading, Term } from './query.ts';
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

/** Candidates of one term in the block at hand; two words of 32 slots. */
const some = new Uint32Array(2);

function mayHold({ rack, place }: Block, pairs: Uint32Array): boolean {
  for (let index = 0; index < pairs.length; index += 1) {
    const bit = pairs[index] ?? 0;
    if ((((rack.pairs[place + (bit >> 5) * rackBlocks] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
  }
  return true;
}

/** Adds to `some` those of the slots `low` and `high` that have their bit in all the planes. */
function narrow(block: Block, planeStarts: Uint32Array, low: number, high: number): void {
  const { planes } = block.rack;
  const offset = block.place * 2;
  let left = low;
  let right = high;
  for (let index = 0; index < planeStarts.length; index += 1) {
    const at = offset + (planeStarts[index] ?? 0);
    left &= planes[at] ?? 0;
    right &= planes[at + 1] ?? 0;
    if ((left | right) === 0) return;
  }
  some[0] = (some[0] ?? 0) | left;
  some[1] = (some[1] ?? 0) | right;
}

/** The slots of the block that may meet all terms, in `into`; false when there are none. */
function candidates(block: Block, terms: readonly Term[], into: Uint32Array): boolean {
  let low = block.rack.live[block.place * 2] ?? 0;
  let high = block.rack.live[block.place * 2 + 1] ?? 0;
  for (const { readings, similar } of terms) {
    some[0] = 0;
    some[1] = 0;
    for (const { planes, pairs } of readings) if (mayHold(block, pairs)) narrow(block, planes, low, high);
    for (let index = 0; index < similar.length; index += 1) {
      const planes = similar[index];
      if (planes !== undefined) narrow(block, planes, low, high);
    }
    low &= some[0] ?? 0;
    high &= some[1] ?? 0;
    if ((low | high) === 0) return false;
  }
  into[0] = low;
  into[1] = high;
  return true;
}

function holdsAll(text: Uint8Array, start: number, end: number, { needles }: Reading): boolean {
  for (const { pattern, within } of needles) if (!holds(text, start, end, pattern, within)) return false;
  return true;
}

function holdsSimilar(text: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  return someWord(text, from, to, (start, end) => slipEnd(text, start, end, word) >= 0);
}

/** Whether the record in the slot meets the term. */
function meets(block: Block, slot: number, { readings, word, similar }: Term): boolean {
  const start = startOf(block, slot);
  const end = start + lengthOf(block, slot);
  for (const reading of readings) if (holdsAll(block.text, start, end, reading)) return true;
  if (word === null || similar.length === 0) return false;
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
  for (const { readings, word, similar } of terms) {
    for (const reading of readings) {
      if (!holdsAll(text, start, end, reading)) continue;
      for (const { pattern, within } of reading.needles) {
        someField(text, start, end, (field, from, to) => {
          if (((within >> field) & 1) === 1 && find(text, pattern, from, to) >= 0) matched |= 1 << field;
          return false;
        });
      }
    }
    if (word === null || similar.length === 0) continue;
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

function overlaps({ rack, place }: Block, { from, before }: Period): boolean {
  return (rack.latest[place] ?? 0) >= from && (rack.earliest[place] ?? 0) < before;
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
  const bounded = period.from > 0 || period.before < Number.POSITIVE_INFINITY;
  let looked = 0;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const block = order[index];
    if (block === undefined || (bounded && !overlaps(block, period))) continue;
    looked += 1;
    if (looked % blocksAtOnce === 0 && expired()) return false;
    if (!candidates(block, terms, into)) continue;
    const slots: number[] = [];
    for (let half = 0; half < 2; half += 1) {
      for (let left = into[half] ?? 0; left !== 0; left &= left - 1) {
        const slot = half * 32 + 31 - Math.clz32(left & -left);
        if (isHit(block, slot, scan)) slots.push(slot);
      }
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
