/**
 * The words of names, companies and hosts, each once with how many records hold it, so that a misspelt word can be
 * compared with every word there is. Only the beginning of a long word is kept. A word nobody holds any more is
 * overwritten and its place used again.
 */
import { slipEnd } from './slip.ts';

/** A cell is one length byte and up to 15 bytes of a word. */
const cellBytes = 16;
const longestWord = cellBytes - 1;
/** A word one slip away is at most one character (4 bytes) longer, and must still fit a cell. */
const longestCompared = longestWord - 4;
const shelfCells = 4096;
const shelfBits = 12;
/** The hash table is cut in parts, so that growing one never takes long. */
const partCount = 64;
const partBits = 6;
const smallestPart = 16;
/** How many words are compared between two looks at the clock. */
const comparedAtOnce = 8192;

/** Cells and how often each word is held. */
interface Shelf {
  readonly words: Uint8Array;
  readonly counts: Uint32Array;
}

/** An open-addressing table of cell numbers plus one; 0 is free. */
interface Part {
  cells: Uint32Array;
  used: number;
}

export interface Vocabulary {
  /** Counts one more record with the word in `text` between `from` and `to`. */
  add(text: Uint8Array, from: number, to: number): void;
  /** Counts one fewer. */
  remove(text: Uint8Array, from: number, to: number): void;
  /**
   * Every beginning of a word that is at most one slip away from `word`; a record with such a word holds one of
   * them. Undefined when `expired` said so before all words were compared.
   */
  nearby(word: Uint8Array, expired: () => boolean): Uint8Array[] | undefined;
  clear(): void;
  /** Distinct words held. */
  size(): number;
  bytes(): number;
}

/** The longest beginning of at most `limit` bytes that ends with a whole character; returns its end. */
function cut(text: Uint8Array, from: number, to: number, limit: number): number {
  if (to - from <= limit) return to;
  let end = from + limit;
  while (end > from && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}

function hashOf(text: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (text[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Of several beginnings, those that no other is a beginning of. */
function shortest(beginnings: Iterable<Uint8Array>): Uint8Array[] {
  const sorted = [...beginnings].sort((one, two) => one.length - two.length);
  const kept = new Map<string, Uint8Array>();
  next: for (const bytes of sorted) {
    let text = '';
    for (const byte of bytes) {
      text += String.fromCharCode(byte);
      if (kept.has(text)) continue next;
    }
    kept.set(text, bytes);
  }
  return [...kept.values()];
}

export function createVocabulary(): Vocabulary {
  let shelves: Shelf[] = [];
  let parts: Part[] = [];
  let free: number[] = [];
  let top = 0;
  let size = 0;
  reset();

  function reset(): void {
    shelves = [];
    parts = Array.from({ length: partCount }, () => ({ cells: new Uint32Array(smallestPart), used: 0 }));
    free = [];
    top = 0;
    size = 0;
  }

  function shelfOf(cell: number): Shelf {
    const shelf = shelves[cell >>> shelfBits];
    if (shelf === undefined) throw new RangeError('no such cell');
    return shelf;
  }

  function partOf(hash: number): Part {
    const part = parts[hash >>> (32 - partBits)];
    if (part === undefined) throw new RangeError('no such part');
    return part;
  }

  function holds(cell: number, text: Uint8Array, from: number, to: number): boolean {
    const { words } = shelfOf(cell);
    const at = (cell % shelfCells) * cellBytes;
    if (words[at] !== to - from) return false;
    for (let index = from; index < to; index += 1) {
      if (words[at + 1 + index - from] !== text[index]) return false;
    }
    return true;
  }

  /** The place of the word in its part, or of the free place where it would be. */
  function placeOf(cells: Uint32Array, hash: number, text: Uint8Array, from: number, to: number): number {
    const mask = cells.length - 1;
    let place = hash & mask;
    for (;;) {
      const entry = cells[place] ?? 0;
      if (entry === 0 || holds(entry - 1, text, from, to)) return place;
      place = (place + 1) & mask;
    }
  }

  function hashOfCell(cell: number): number {
    const at = (cell % shelfCells) * cellBytes;
    const { words } = shelfOf(cell);
    return hashOf(words, at + 1, at + 1 + (words[at] ?? 0));
  }

  function grow(part: Part): void {
    const cells = new Uint32Array(part.cells.length * 2);
    const mask = cells.length - 1;
    for (const entry of part.cells) {
      if (entry === 0) continue;
      let place = hashOfCell(entry - 1) & mask;
      while (cells[place] !== 0) place = (place + 1) & mask;
      cells[place] = entry;
    }
    part.cells = cells;
  }

  /** Frees a place and moves up entries that had to go round it. */
  function vacate(part: Part, place: number): void {
    const { cells } = part;
    const mask = cells.length - 1;
    let hole = place;
    let next = (hole + 1) & mask;
    for (;;) {
      const entry = cells[next] ?? 0;
      if (entry === 0) break;
      const home = hashOfCell(entry - 1) & mask;
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        cells[hole] = entry;
        hole = next;
      }
      next = (next + 1) & mask;
    }
    cells[hole] = 0;
    part.used -= 1;
  }

  function newCell(text: Uint8Array, from: number, to: number): number {
    const reused = free.pop();
    const cell = reused ?? top;
    if (reused === undefined) {
      if (top % shelfCells === 0) {
        shelves.push({
          words: new Uint8Array(shelfCells * cellBytes),
          counts: new Uint32Array(shelfCells),
        });
      }
      top += 1;
    }
    const { words } = shelfOf(cell);
    const at = (cell % shelfCells) * cellBytes;
    words[at] = to - from;
    for (let index = from; index < to; index += 1) words[at + 1 + index - from] = text[index] ?? 0;
    size += 1;
    return cell;
  }

  return {
    add(text, from, to) {
      const end = cut(text, from, to, longestWord);
      const hash = hashOf(text, from, end);
      const part = partOf(hash);
      const place = placeOf(part.cells, hash, text, from, end);
      let cell = (part.cells[place] ?? 0) - 1;
      if (cell < 0) {
        cell = newCell(text, from, end);
        part.cells[place] = cell + 1;
        part.used += 1;
        if (part.used * 8 > part.cells.length * 5) grow(part);
      }
      const { counts } = shelfOf(cell);
      counts[cell % shelfCells] = (counts[cell % shelfCells] ?? 0) + 1;
    },
    remove(text, from, to) {
      const end = cut(text, from, to, longestWord);
      const hash = hashOf(text, from, end);
      const part = partOf(hash);
      const place = placeOf(part.cells, hash, text, from, end);
      const cell = (part.cells[place] ?? 0) - 1;
      if (cell < 0) return;
      const { words, counts } = shelfOf(cell);
      const at = cell % shelfCells;
      const count = (counts[at] ?? 0) - 1;
      counts[at] = count;
      if (count > 0) return;
      vacate(part, place);
      words.fill(0, at * cellBytes, (at + 1) * cellBytes);
      free.push(cell);
      size -= 1;
    },
    nearby(word, expired) {
      const compared = word.subarray(0, cut(word, 0, word.length, longestCompared));
      const beginnings = new Map<string, Uint8Array>();
      for (let cell = 0; cell < top; cell += 1) {
        if (cell % comparedAtOnce === 0 && expired()) return undefined;
        const { words } = shelfOf(cell);
        const start = (cell % shelfCells) * cellBytes + 1;
        const end = slipEnd(words, start, start + (words[start - 1] ?? 0), compared);
        if (end < 0) continue;
        const beginning = words.slice(start, end);
        beginnings.set(String.fromCharCode(...beginning), beginning);
      }
      return shortest(beginnings.values());
    },
    clear() {
      for (const { words } of shelves) words.fill(0);
      reset();
    },
    size: () => size,
    bytes: () =>
      shelves.length * shelfCells * (cellBytes + 4) +
      parts.reduce((bytes, { cells }) => bytes + cells.byteLength, 0),
  };
}
