/**
 * A visit as bytes: its five folded fields in UTF-8, each followed by a separator but for the last. Matching works on
 * these bytes; UTF-8 makes that the same as matching letters.
 */
import { fold, foldPhone } from './fold.ts';
import type { MatchedField, SearchEntry } from './search-memory.ts';

/** Never part of folded text, which has no control characters. */
export const separator = 1;
const space = 0x20;

export const fields: readonly MatchedField[] = ['name', 'email', 'phone', 'company', 'host'];
/** Sets of fields as bits, in the order of {@link fields}. */
export const anyField = 0b11111;
export const phoneField = 0b00100;
export const textFields = 0b11011;
/** The fields made of words a person may misspell. */
export const wordFields = 0b11001;

/**
 * Bytes kept of a field; the rest cannot be found. A field the contract lets through folds to less than half of it,
 * and five of them fit the 16 bits of a record's length.
 */
const longestField = 12_000;
export const longestRecord = 5 * longestField + 4;

/** Writes `text` in UTF-8 at `at`, no further than `end`, whole characters only; returns where it stopped. */
function write(text: string, into: Uint8Array, at: number, end: number): number {
  let to = at;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (to >= end) break;
      into[to++] = unit;
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (to + size > end) break;
    if (size === 2) {
      into[to++] = 0xc0 | (point >> 6);
    } else if (size === 3) {
      into[to++] = 0xe0 | (point >> 12);
      into[to++] = 0x80 | ((point >> 6) & 0x3f);
    } else {
      into[to++] = 0xf0 | (point >> 18);
      into[to++] = 0x80 | ((point >> 12) & 0x3f);
      into[to++] = 0x80 | ((point >> 6) & 0x3f);
      index += 1;
    }
    into[to++] = 0x80 | (point & 0x3f);
  }
  return to;
}

/** `text`, already folded, in UTF-8. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, write(text, bytes, 0, bytes.length));
}

/** Folds an entry into the beginning of `into`, which holds at least {@link longestRecord}; returns the length. */
export function writeRecord(entry: SearchEntry, into: Uint8Array): number {
  let at = write(fold(entry.name), into, 0, longestField);
  into[at++] = separator;
  at = write(fold(entry.email), into, at, at + longestField);
  into[at++] = separator;
  at = write(foldPhone(entry.phone), into, at, at + longestField);
  into[at++] = separator;
  at = write(fold(entry.company), into, at, at + longestField);
  into[at++] = separator;
  return write(fold(entry.host), into, at, at + longestField);
}

/** Bytes to look for, and how far to go on after each last byte that does not fit (Horspool's search). */
export interface Pattern {
  readonly bytes: Uint8Array;
  readonly skips: Uint8Array;
}

export function createPattern(bytes: Uint8Array): Pattern {
  const last = bytes.length - 1;
  const skips = new Uint8Array(256).fill(Math.min(bytes.length, 255));
  for (let at = Math.max(0, last - 254); at < last; at += 1) skips[bytes[at] ?? 0] = last - at;
  return { bytes, skips };
}

/** Where `pattern` begins in `text` between `from` and `to`, or -1. */
export function find(text: Uint8Array, { bytes, skips }: Pattern, from: number, to: number): number {
  const last = bytes.length - 1;
  const lastByte = bytes[last];
  search: for (let end = from + last; end < to; ) {
    const byte = text[end] ?? 0;
    const at = end - last;
    end += skips[byte] ?? 1;
    if (byte !== lastByte) continue;
    for (let index = 0; index < last; index += 1) if (text[at + index] !== bytes[index]) continue search;
    return at;
  }
  return -1;
}

/** Whether `pattern` is in one of the fields `within` of the record between `start` and `end`. */
export function holds(
  text: Uint8Array,
  start: number,
  end: number,
  pattern: Pattern,
  within: number,
): boolean {
  let at = find(text, pattern, start, end);
  if (within === anyField || at < 0) return at >= 0;
  let field = 1;
  let walked = start;
  while (at >= 0) {
    for (; walked < at; walked += 1) if (text[walked] === separator) field <<= 1;
    if ((field & within) !== 0) return true;
    at = find(text, pattern, at + 1, end);
  }
  return false;
}

/** Calls `visit` for each field of the record between `start` and `end` until it answers true; whether it did. */
export function someField(
  text: Uint8Array,
  start: number,
  end: number,
  visit: (field: number, from: number, to: number) => boolean,
): boolean {
  let from = start;
  for (let field = 0; field < fields.length; field += 1) {
    let to = from;
    while (to < end && text[to] !== separator) to += 1;
    if (visit(field, from, to)) return true;
    from = to + 1;
  }
  return false;
}

/** Digits, letters a to z, and everything beyond ASCII. */
export function isLetter(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

/**
 * Calls `visit` for each word between `from` and `to` until it answers true; whether it did. A word begins where
 * letters begin and goes on to the next space, so `anne-marie` holds the words `anne-marie` and `marie`.
 */
export function someWord(
  text: Uint8Array,
  from: number,
  to: number,
  visit: (start: number, end: number) => boolean,
): boolean {
  let at = from;
  while (at < to) {
    let end = at;
    while (end < to && text[end] !== space) end += 1;
    let inLetters = false;
    for (; at < end; at += 1) {
      const letter = isLetter(text[at] ?? 0);
      if (letter && !inLetters && visit(at, end)) return true;
      inLetters = letter;
    }
    at = end + 1;
  }
  return false;
}
