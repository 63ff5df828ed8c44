/** The bits of a card as a polled reader holds them, with or without their parity. */
import type { CardReading, ReaderConfiguration } from '../card-read.ts';
import type { CardBits } from './bits.ts';
import { type Decoded, readingOf } from './format-reader.ts';
import { formatReaders } from './formats.ts';

/** `format` null: 26 bits, and the 24 that are left of them without parity, are `H10301`, others `HEX`. */
export function decodeBits(bits: CardBits, format: ReaderConfiguration['format']): Decoded {
  const plain = bits.length === 24 || bits.length === 26 ? 'H10301' : 'HEX';
  return formatReaders[format ?? plain].bits(bits);
}

/** As `decodeBits`, told as a reading. */
export function readBits(bits: CardBits, format: ReaderConfiguration['format']): CardReading {
  return readingOf(decodeBits(bits, format));
}
