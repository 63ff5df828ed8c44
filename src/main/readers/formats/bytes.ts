/** A number that stands as bytes in a report. */
import type { CardReading, ReaderConfiguration } from '../card-read.ts';
import { type Decoded, readingOf } from './format-reader.ts';
import { formatReaders } from './formats.ts';

/** Null where all bytes are zero: readers report that when the card is taken away. `format` null reads as `HEX`. */
export function decodeBytes(
  bytes: Uint8Array,
  byteOrder: 'big' | 'little',
  format: ReaderConfiguration['format'],
): Decoded | null {
  if (bytes.every((byte) => byte === 0)) return null;
  const ordered = byteOrder === 'big' ? bytes : Uint8Array.from(bytes).reverse();
  return formatReaders[format ?? 'HEX'].bytes(ordered);
}

/** As `decodeBytes`, told as a reading. */
export function readBytes(
  bytes: Uint8Array,
  byteOrder: 'big' | 'little',
  format: ReaderConfiguration['format'],
): CardReading | null {
  const decoded = decodeBytes(bytes, byteOrder, format);
  return decoded && readingOf(decoded);
}
