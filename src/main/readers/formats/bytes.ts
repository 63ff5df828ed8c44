/** A number that stands as bytes in a report. */
import type { CardReading, ReaderConfiguration } from '../card-read.ts';
import { decimalCredential, hexadecimalCredential } from './numbers.ts';
import { fromFacilityAndNumber } from './typed.ts';
import { decodeWiegand } from './wiegand.ts';

/**
 * Null where all bytes are zero: readers report that when the card is taken away. `H10301` in three bytes comes
 * without parity, in more bytes with it, right-aligned. `format` null reads as `HEX`.
 */
export function readBytes(
  bytes: Uint8Array,
  byteOrder: 'big' | 'little',
  format: ReaderConfiguration['format'],
): CardReading | null {
  if (bytes.every((byte) => byte === 0)) return null;
  const ordered = byteOrder === 'big' ? bytes : Uint8Array.from(bytes).reverse();
  const value = BigInt(`0x${Buffer.from(ordered).toString('hex')}`);
  if (format === 'H10301') {
    if (bytes.length === 3) return fromFacilityAndNumber(value);
    const decoded = decodeWiegand('H10301', { length: 26, value });
    if (!decoded.ok) return { kind: 'unreadable', reason: decoded.fault };
    return { kind: 'credential', credential: decoded.credential };
  }
  const credential =
    format === 'DEC' ? decimalCredential(value.toString()) : hexadecimalCredential(value.toString(16));
  if (credential === null) return { kind: 'unreadable', reason: 'length' };
  return { kind: 'credential', credential };
}
