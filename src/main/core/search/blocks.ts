/**
 * Where the records are: blocks of up to 64 visits whose ranges of keys do not overlap, oldest first. A block has its
 * own buffer of text; what has a fixed size stands in racks of 128 blocks, so that a million visits are not a million
 * objects. Bytes are overwritten whenever a record leaves or moves.
 */
import {
  arrivalOf,
  type Block,
  blockSlots,
  clearSummary,
  createRack,
  isLive,
  keyOf,
  lengthOf,
  liveSlots,
  type Rack,
  rackBytes,
  startOf,
} from './block.ts';
import { markPairs, markPlanes, planeStride, rackBlocks } from './grams.ts';

/** Room for the text of an ordinary block while it fills; cut to size when it is full. */
const usualText = 6144;
/** Blocks that together hold at most this many are made one. */
const mergedSlots = blockSlots / 2;

export interface Location {
  readonly block: Block;
  readonly slot: number;
}

export interface Blocks {
  /** Oldest first. */
  readonly order: readonly Block[];
  find(key: number): Location | undefined;
  /** Takes in a record that is not there yet: `length` bytes at the beginning of `record`. */
  insert(key: number, arrival: number, record: Uint8Array, length: number): void;
  /** Overwrites and frees a slot; `settle` must follow once the block is done with. */
  erase(location: Location): void;
  /** Tidies a block that records have left. */
  settle(block: Block): void;
  clear(): void;
  bytes(): number;
}

export function createBlocks(): Blocks {
  const order: Block[] = [];
  const racks: Rack[] = [];
  let textBytes = 0;
  /** Zeroed, of the usual size: each block fills here in turn, so that no gap is left beside the one it ends in. */
  let spare: Uint8Array | null = null;

  function createBlock(at: number, text: number): Block {
    let rack = racks.findLast(({ free }) => free.length > 0);
    if (rack === undefined) {
      rack = createRack();
      racks.push(rack);
    }
    const block: Block = {
      rack,
      place: rack.free.pop() ?? 0,
      text: takeText(text),
      used: 0,
      count: 0,
      lowest: Number.POSITIVE_INFINITY,
      highest: Number.NEGATIVE_INFINITY,
    };
    textBytes += text;
    order.splice(at, 0, block);
    return block;
  }

  function takeText(size: number): Uint8Array {
    const text = size === usualText ? spare : null;
    if (text === null) return new Uint8Array(size);
    spare = null;
    return text;
  }

  /** Overwrites what is not needed any longer. */
  function giveBack(text: Uint8Array): void {
    text.fill(0);
    if (text.length === usualText) spare = text;
  }

  function takeOut(block: Block): void {
    order.splice(floor(block.lowest), 1);
  }

  function discard(block: Block): void {
    const { rack, place } = block;
    giveBack(block.text);
    textBytes -= block.text.length;
    clearSummary(block);
    rack.free.push(place);
    if (rack.free.length === rackBlocks) racks.splice(racks.indexOf(rack), 1);
  }

  /** The index of the last block that begins at or below `key`, or -1. */
  function floor(key: number): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[middle]?.lowest ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Moves the text into a new buffer without gaps and with `spare` bytes of room. */
  function repack(block: Block, spare: number): void {
    const { rack, place, text: old } = block;
    const slots = liveSlots(block);
    const live = slots.reduce((sum, slot) => sum + lengthOf(block, slot), 0);
    const text = new Uint8Array(live + spare);
    let used = 0;
    for (const slot of slots) {
      const start = startOf(block, slot);
      const length = lengthOf(block, slot);
      text.set(old.subarray(start, start + length), used);
      rack.starts[place * blockSlots + slot] = used;
      used += length;
    }
    giveBack(old);
    textBytes += text.length - old.length;
    block.text = text;
    block.used = used;
  }

  function append(block: Block, key: number, arrival: number, record: Uint8Array, length: number): void {
    const { rack, place } = block;
    if (block.used + length > block.text.length) repack(block, Math.max(length, block.text.length >> 1));
    const low = rack.live[place * 2] ?? 0;
    const high = rack.live[place * 2 + 1] ?? 0;
    const free = ~low === 0 ? ~high : ~low;
    const slot = 31 - Math.clz32(free & -free) + (~low === 0 ? 32 : 0);
    const at = place * blockSlots + slot;
    const start = block.used;
    for (let index = 0; index < length; index += 1) block.text[start + index] = record[index] ?? 0;
    block.used += length;
    block.count += 1;
    rack.keys[at] = key;
    rack.arrivals[at] = arrival;
    rack.starts[at] = start;
    rack.lengths[at] = length;
    const half = slot >> 5;
    rack.live[place * 2 + half] = (half === 0 ? low : high) | (1 << (slot & 31));
    markPlanes(block.text, start, start + length, rack.planes, place * 2 + half, 1 << (slot & 31));
    markPairs(block.text, start, start + length, rack.pairs, place);
    widen(block, key, arrival);
    if (block.count === blockSlots) repack(block, 0);
  }

  function widen(block: Block, key: number, arrival: number): void {
    const { rack, place } = block;
    block.lowest = Math.min(block.lowest, key);
    block.highest = Math.max(block.highest, key);
    rack.earliest[place] = Math.min(rack.earliest[place] ?? 0, arrival);
    rack.latest[place] = Math.max(rack.latest[place] ?? 0, arrival);
  }

  function erase({ block, slot }: Location): void {
    const { rack, place } = block;
    const at = place * blockSlots + slot;
    const start = startOf(block, slot);
    block.text.fill(0, start, start + lengthOf(block, slot));
    block.count -= 1;
    rack.keys[at] = 0;
    rack.arrivals[at] = 0;
    rack.starts[at] = 0;
    rack.lengths[at] = 0;
    const half = slot >> 5;
    const keep = ~(1 << (slot & 31));
    rack.live[place * 2 + half] = (rack.live[place * 2 + half] ?? 0) & keep;
    for (let word = place * 2 + half; word < rack.planes.length; word += planeStride) {
      rack.planes[word] = (rack.planes[word] ?? 0) & keep;
    }
  }

  function move(from: Block, slots: readonly number[], to: Block): void {
    for (const slot of slots) {
      const start = startOf(from, slot);
      const length = lengthOf(from, slot);
      append(to, keyOf(from, slot), arrivalOf(from, slot), from.text.subarray(start, start + length), length);
      erase({ block: from, slot });
    }
  }

  /** Pairs and bounds cannot be taken back bit by bit; makes them anew from what is there. */
  function refresh(block: Block): void {
    const { rack, place } = block;
    clearSummary(block);
    block.lowest = Number.POSITIVE_INFINITY;
    block.highest = Number.NEGATIVE_INFINITY;
    let live = 0;
    for (const slot of liveSlots(block)) {
      const start = startOf(block, slot);
      const length = lengthOf(block, slot);
      live += length;
      markPairs(block.text, start, start + length, rack.pairs, place);
      widen(block, keyOf(block, slot), arrivalOf(block, slot));
    }
    if (live * 2 < block.text.length) repack(block, live >> 1);
  }

  function split(block: Block): void {
    const slots = liveSlots(block).sort((one, two) => keyOf(block, one) - keyOf(block, two));
    const upper = createBlock(floor(block.lowest) + 1, block.text.length);
    move(block, slots.slice(slots.length >> 1), upper);
    refresh(block);
  }

  function settle(block: Block): void {
    if (block.count === 0) {
      takeOut(block);
      discard(block);
      return;
    }
    const at = floor(block.lowest);
    const neighbour = [order[at - 1], order[at + 1]].find(
      (other) => other !== undefined && other.count + block.count <= mergedSlots,
    );
    if (neighbour === undefined) {
      refresh(block);
      return;
    }
    takeOut(block);
    move(block, liveSlots(block), neighbour);
    discard(block);
  }

  return {
    order,
    find(key) {
      const block = order[floor(key)];
      if (block === undefined || key > block.highest) return undefined;
      const base = block.place * blockSlots;
      for (let slot = 0; slot < blockSlots; slot += 1) {
        if (block.rack.keys[base + slot] === key && isLive(block, slot)) return { block, slot };
      }
      return undefined;
    },
    insert(key, arrival, record, length) {
      let at = floor(key);
      let below = order[at];
      if (below !== undefined && key <= below.highest && below.count === blockSlots) {
        split(below);
        at = floor(key);
        below = order[at];
      }
      const above = order[at + 1];
      const hasRoom = (block: Block | undefined): block is Block =>
        block !== undefined && block.count < blockSlots;
      // Between two blocks the upper one comes first: a memory filled from the newest down grows there.
      const inside = below !== undefined && key <= below.highest;
      const target =
        inside || (above === undefined && hasRoom(below)) ? below : hasRoom(above) ? above : undefined;
      append(target ?? createBlock(at + 1, usualText), key, arrival, record, length);
    },
    erase,
    settle,
    clear() {
      for (const block of order) block.text.fill(0);
      for (const { planes, pairs, keys, arrivals, starts, lengths } of racks) {
        for (const part of [planes, pairs, keys, arrivals, starts, lengths]) part.fill(0);
      }
      order.length = 0;
      racks.length = 0;
      textBytes = 0;
    },
    bytes: () => racks.length * rackBytes + textBytes + (spare?.length ?? 0),
  };
}
