/**
 * One block: up to 64 visits with their text, and the rack its parts of fixed size stand in. How blocks follow each
 * other, split and merge is in `blocks.ts`.
 */
import { pairWords, planeCount, planeStride, rackBlocks } from './grams.ts';

export const blockSlots = 64;
/** The parts of fixed size of 128 blocks. */
export interface Rack {
  readonly planes: Uint32Array;
  readonly pairs: Uint32Array;
  /** By block and slot. */
  readonly keys: Uint32Array;
  /** Seconds since 1970, by block and slot. */
  readonly arrivals: Uint32Array;
  /** Where records begin in their block's text, by block and slot. */
  readonly starts: Uint32Array;
  readonly lengths: Uint16Array;
  /** Two words of 32 slots for each block; set where there is a record. */
  readonly live: Uint32Array;
  /** Earliest and latest arrival in each block; they may be wider than what is left. */
  readonly earliest: Uint32Array;
  readonly latest: Uint32Array;
  /** Places without a block. */
  readonly free: number[];
}

export interface Block {
  readonly rack: Rack;
  readonly place: number;
  text: Uint8Array;
  /** Bytes of `text` in use, gaps included. */
  used: number;
  count: number;
  /** Bounds of the keys; they may be wider than what is left. */
  lowest: number;
  highest: number;
}

/** Where the record in a slot begins in the text of its block. */
export function startOf({ rack, place }: Block, slot: number): number {
  return rack.starts[place * blockSlots + slot] ?? 0;
}

export function lengthOf({ rack, place }: Block, slot: number): number {
  return rack.lengths[place * blockSlots + slot] ?? 0;
}

export function keyOf({ rack, place }: Block, slot: number): number {
  return rack.keys[place * blockSlots + slot] ?? 0;
}

export function arrivalOf({ rack, place }: Block, slot: number): number {
  return rack.arrivals[place * blockSlots + slot] ?? 0;
}

export function isLive({ rack, place }: Block, slot: number): boolean {
  return (((rack.live[place * 2 + (slot >> 5)] ?? 0) >>> (slot & 31)) & 1) === 1;
}

export function liveSlots(block: Block): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < blockSlots; slot += 1) if (isLive(block, slot)) slots.push(slot);
  return slots;
}

export function createRack(): Rack {
  const slots = rackBlocks * blockSlots;
  return {
    planes: new Uint32Array(planeCount * planeStride),
    pairs: new Uint32Array(rackBlocks * pairWords),
    keys: new Uint32Array(slots),
    arrivals: new Uint32Array(slots),
    starts: new Uint32Array(slots),
    lengths: new Uint16Array(slots),
    live: new Uint32Array(rackBlocks * 2),
    earliest: new Uint32Array(rackBlocks).fill(2 ** 32 - 1),
    latest: new Uint32Array(rackBlocks),
    free: Array.from({ length: rackBlocks }, (_, index) => rackBlocks - 1 - index),
  };
}

/** Forgets what is known of a block as a whole. */
export function clearSummary({ rack, place }: Block): void {
  rack.earliest[place] = 2 ** 32 - 1;
  rack.latest[place] = 0;
  for (let word = place; word < rack.pairs.length; word += rackBlocks) rack.pairs[word] = 0;
}

/** Bytes of one rack. */
export const rackBytes = rackBlocks * ((planeCount * 2 + pairWords + 4) * 4 + blockSlots * 14);
