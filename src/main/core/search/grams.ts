/**
 * Signatures: what makes looking through a million visits cheap. A block holds up to 64 visits and two signatures.
 *
 * - Planes: every two and three neighbouring bytes of a record name a plane by a hash, and so do the first three and
 *   four bytes of every word that may be misspelt; a plane holds one bit for each of the 64 visits. And-ing the planes
 *   of a word leaves the visits that may hold it.
 * - Pairs: which single bytes and pairs occur in the block at all, exact for letters, digits, `.`, `@` and `-`;
 *   for words of one to three letters, which planes hardly narrow.
 */
import { isLetter, separator, wordFields } from './record.ts';

/** Planes for any place in a record, about a third of their bits set, and after them those for the start of words. */
const anywherePlanes = 192;
const startPlanes = 64;
export const planeCount = anywherePlanes + startPlanes;
/** 32-bit words of the pairs of one block. */
export const pairWords = 64;
/**
 * Blocks stand in racks of this many. A plane of all blocks of a rack lies in one piece, so that going through the
 * blocks reads memory in order.
 */
export const rackBlocks = 128;
/** From one plane to the next, in 32-bit words. */
export const planeStride = rackBlocks * 2;
const pairBits = pairWords * 32;

const space = 0x20;
/** Letters with an exact place among the pairs. */
const exactBytes = 'abcdefghijklmnopqrstuvwxyz0123456789.@-';
const exactPairs = exactBytes.length * exactBytes.length;
const exactBits = exactPairs + exactBytes.length;
const places = new Int16Array(256).fill(-1);
for (let index = 0; index < exactBytes.length; index += 1) places[exactBytes.charCodeAt(index)] = index;

/** Where the plane of two neighbouring bytes begins. */
function planeOfTwo(first: number, second: number): number {
  return (((Math.imul((first << 8) | second, 0x9e3779b1) >>> 16) * anywherePlanes) >>> 16) * planeStride;
}

/** Where the plane of three neighbouring bytes begins. */
function planeOfThree(first: number, second: number, third: number): number {
  const bytes = (first << 16) | (second << 8) | third;
  return (((Math.imul(bytes, 0x85ebca6b) >>> 16) * anywherePlanes) >>> 16) * planeStride;
}

/** Where the plane of the first bytes of a word begins: three of them when `fourth` is 0, else four. */
function planeOfStart(first: number, second: number, third: number, fourth: number): number {
  const bytes = (first << 24) | (second << 16) | (third << 8) | fourth;
  return (anywherePlanes + (((Math.imul(bytes, 0xc2b2ae35) >>> 16) * startPlanes) >>> 16)) * planeStride;
}

function pairOfOne(byte: number): number {
  const place = places[byte] ?? -1;
  return place >= 0 ? exactPairs + place : exactBits + (byte % (pairBits - exactBits));
}

function pairOfTwo(first: number, second: number): number {
  const one = places[first] ?? -1;
  const two = places[second] ?? -1;
  if (one >= 0 && two >= 0) return one * exactBytes.length + two;
  return exactBits + ((Math.imul((first << 8) | second, 0x9e3779b1) >>> 16) % (pairBits - exactBits));
}

/** Sets the bit `bit` (of the first or second word of each plane) in the planes of a record. */
export function markPlanes(
  text: Uint8Array,
  start: number,
  end: number,
  planes: Uint32Array,
  offset: number,
  bit: number,
): void {
  let first = separator;
  let second = separator;
  let field = 1;
  let inWord = false;
  for (let at = start; at < end; at += 1) {
    const third = text[at] ?? 0;
    // A word looked for holds neither space nor separator, so grams with one would only blur the planes.
    if (third > space && second > space) {
      const two = offset + planeOfTwo(second, third);
      planes[two] = (planes[two] ?? 0) | bit;
      if (first > space) {
        const three = offset + planeOfThree(first, second, third);
        planes[three] = (planes[three] ?? 0) | bit;
      }
    }
    if (third === separator) field <<= 1;
    const letter = isLetter(third);
    if (letter && !inWord && (field & wordFields) !== 0) markStart(text, at, end, planes, offset, bit);
    inWord = letter;
    first = second;
    second = third;
  }
}

function markStart(
  text: Uint8Array,
  at: number,
  end: number,
  planes: Uint32Array,
  offset: number,
  bit: number,
): void {
  if (at + 3 > end) return;
  const first = text[at] ?? 0;
  const second = text[at + 1] ?? 0;
  const third = text[at + 2] ?? 0;
  if (second <= space || third <= space) return;
  const three = offset + planeOfStart(first, second, third, 0);
  planes[three] = (planes[three] ?? 0) | bit;
  const fourth = at + 3 < end ? (text[at + 3] ?? 0) : 0;
  if (fourth <= space) return;
  const four = offset + planeOfStart(first, second, third, fourth);
  planes[four] = (planes[four] ?? 0) | bit;
}

/** Adds the bytes and pairs of a record to those of its block. */
export function markPairs(
  text: Uint8Array,
  start: number,
  end: number,
  pairs: Uint32Array,
  offset: number,
): void {
  let previous = separator;
  for (let at = start; at < end; at += 1) {
    const byte = text[at] ?? 0;
    if (byte > space) {
      const one = pairOfOne(byte);
      const oneWord = offset + (one >> 5) * rackBlocks;
      pairs[oneWord] = (pairs[oneWord] ?? 0) | (1 << (one & 31));
      if (previous > space) {
        const two = pairOfTwo(previous, byte);
        const twoWord = offset + (two >> 5) * rackBlocks;
        pairs[twoWord] = (pairs[twoWord] ?? 0) | (1 << (two & 31));
      }
    }
    previous = byte;
  }
}

/** Where the planes of `needle` begin in those of a block: threes first, they are rarer. */
export function planesOf(needle: Uint8Array): Uint32Array {
  const planes = new Set<number>();
  for (let at = 2; at < needle.length; at += 1)
    planes.add(planeOfThree(needle[at - 2] ?? 0, needle[at - 1] ?? 0, needle[at] ?? 0));
  for (let at = 1; at < needle.length; at += 1) planes.add(planeOfTwo(needle[at - 1] ?? 0, needle[at] ?? 0));
  return Uint32Array.from(planes);
}

/** The same for the beginning of a word, of at least three bytes: the planes of starts first. */
export function planesOfStart(beginning: Uint8Array): Uint32Array {
  const [first = 0, second = 0, third = 0, fourth] = beginning;
  const starts = [planeOfStart(first, second, third, 0)];
  if (fourth !== undefined) starts.unshift(planeOfStart(first, second, third, fourth));
  return Uint32Array.from([...starts, ...planesOf(beginning)]);
}

/** The bits of `needle` among the pairs of a block. */
export function pairsOf(needle: Uint8Array): Uint32Array {
  if (needle.length === 1) return Uint32Array.of(pairOfOne(needle[0] ?? 0));
  const bits = new Set<number>();
  for (let at = 1; at < needle.length; at += 1) bits.add(pairOfTwo(needle[at - 1] ?? 0, needle[at] ?? 0));
  return Uint32Array.from(bits);
}
