/**
 * Card numbers, pure: from bits, digits and stripes to the canonical credential and back. Equal cards give equal
 * credentials. Nothing is guessed: what fails its parity or fits two formats is said to be unreadable. This file
 * lists the formats; each says for itself how it is read from what is typed, from bytes and from bits
 * (`format-reader.ts`). Devices, and how a card gets from one to here, are the profiles' affair.
 */
import { ReaderFormat } from '../../../shared/contract/readers.ts';
import type { CardReading } from '../card-read.ts';
import { em4100, shortFormReader } from './em4100.ts';
import { type Decoded, type FormatReader, readingOf } from './format-reader.ts';
import { decimal, hexadecimal } from './numbers.ts';
import { isTypedPaymentCard } from './payment.ts';
import { track2 } from './stripe.ts';
import { uidReader } from './uid.ts';
import { wiegandReader } from './wiegand-reader.ts';

export const formatReaders: Readonly<Record<ReaderFormat, FormatReader>> = {
  H10301: wiegandReader('H10301'),
  H10306: wiegandReader('H10306'),
  H10302: wiegandReader('H10302'),
  H10304: wiegandReader('H10304'),
  C1K35: wiegandReader('C1K35'),
  C1K48: wiegandReader('C1K48'),
  EM4100: em4100,
  DEZ10: shortFormReader('DEZ10'),
  DEZ8: shortFormReader('DEZ8'),
  '3D5D': shortFormReader('3D5D'),
  UID: uidReader('forward'),
  'UID-REVERSED': uidReader('reversed'),
  DEC: decimal,
  HEX: hexadecimal,
  TRACK2: track2,
};

export type ParsedCard =
  | { readonly ok: true; readonly reading: CardReading }
  | { readonly ok: false; readonly fault: 'format' | 'parity' };

/**
 * A tap written FORMAT:VALUE, as on a command line. VALUE is for the bit formats their bits in hexadecimal, parity
 * included, without a marker bit, leading zeros optional (`H10301:2F623AE`, `H10301:C9D627`), or facility and
 * number (`H10301:118-1603`); for `DEC`, `DEZ10` and `DEZ8` decimal digits; for `3D5D` two numbers (`104,22155`);
 * for `HEX` hexadecimal digits; for `EM4100` and the serial numbers the bytes in hexadecimal; for `TRACK2` the
 * stripe with its sentinels. Payment cards and serial numbers that do not name a chip read as unreadable, as they
 * would on a reader.
 */
export function parseCardText(text: string): ParsedCard {
  const colon = text.indexOf(':');
  const format = ReaderFormat.safeParse(text.slice(0, Math.max(colon, 0)).toUpperCase());
  if (!format.success) return { ok: false, fault: 'format' };
  const value = text.slice(colon + 1).trim();
  if (isTypedPaymentCard(value)) return { ok: true, reading: { kind: 'unreadable', reason: 'payment-card' } };
  return parsed(formatReaders[format.data].written(value));
}

function parsed(decoded: Decoded): ParsedCard {
  if (!decoded.ok) {
    if (decoded.reason === 'parity') return { ok: false, fault: 'parity' };
    if (decoded.reason === 'length' || decoded.reason === 'characters') return { ok: false, fault: 'format' };
  }
  return { ok: true, reading: readingOf(decoded) };
}
