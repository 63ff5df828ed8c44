/**
 * Serial numbers of contactless chips (ISO/IEC 14443-3): 4, 7 or 10 bytes. Their length belongs to the number, so
 * leading zeros stay. Half of all readers send the bytes the other way round, which no number tells.
 */
import type { Credential } from '../../../shared/contract/cards.ts';
import { type Decoded, type FormatReader, hexadecimalDigits, unreadable } from './format-reader.ts';
import { decimalCredential, hexadecimalCredential } from './numbers.ts';

/** Null where the text is not 4, 7 or 10 bytes in hexadecimal. */
export function uidCredential(text: string): Credential | null {
  if (!/^(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{14}|[0-9A-Fa-f]{20})$/.test(text)) return null;
  return { format: 'UID', facility: null, number: text.toUpperCase() };
}

/**
 * True for four bytes that do not name a chip: `88` begins the first part of a longer number (a cascade), `08` a
 * number the chip invents anew at every tap.
 */
export function isAmbiguousUid(number: string): boolean {
  return number.length === 8 && (number.startsWith('88') || number.startsWith('08'));
}

/** The same number with its bytes the other way round, as half of all readers send it. */
export function reversedUid(number: string): string {
  return (number.match(/../g) ?? []).reverse().join('');
}

/** The number in decimal, as readers print it: its bytes taken as one number, first byte most or least significant. */
export function uidDecimal(number: string, byteOrder: 'big' | 'little'): string {
  return String(BigInt(`0x${byteOrder === 'big' ? number : reversedUid(number)}`));
}

/** `order` is how the reader sends the bytes; the credential always has them first byte first. */
export function uidReader(order: 'forward' | 'reversed'): FormatReader {
  function typed(text: string): Decoded {
    if (!hexadecimalDigits.test(text)) return unreadable('characters');
    const credential = uidCredential(order === 'forward' ? text : reversedUid(text));
    if (credential === null) return unreadable('length');
    if (isAmbiguousUid(credential.number)) return unreadable('ambiguous');
    return { ok: true, credential, parity: 'none' };
  }
  return {
    typed,
    bytes: (field) => typed(Buffer.from(field).toString('hex')),
    bits({ length, value }) {
      if (length % 8 !== 0) return unreadable('length');
      return typed(value.toString(16).padStart(length / 4, '0'));
    },
    written: typed,
    printed: ({ number }) => [
      { form: 'hexadecimal', text: number },
      { form: 'decimal', text: uidDecimal(number, 'big') },
      { form: 'decimal-reversed', text: uidDecimal(number, 'little') },
      { form: 'hexadecimal-reversed', text: reversedUid(number) },
    ],
  };
}

/** The serial number a credential may hold, as hexadecimal bytes; null for one that cannot. */
function bytesOf({ format, number }: Credential): string | null {
  if (format === 'UID') return number;
  if (format !== 'HEX' && format !== 'DEC') return null;
  const digits = format === 'HEX' ? number : BigInt(number).toString(16).toUpperCase();
  const width = [8, 14].find((most) => digits.length <= most);
  return width === undefined ? null : digits.padStart(width, '0');
}

/**
 * What other readers make of the same chip: its bytes the other way round, the decimal or hexadecimal number of
 * either order, and for seven bytes the four that a reader of short numbers sees of them (`88` and the first
 * three). None of these is the card for certain: whoever finds one among the known cards says so and lets a person
 * decide. Empty for formats that are no serial numbers.
 */
export function lookalikesOf(credential: Credential): readonly Credential[] {
  const number = bytesOf(credential);
  if (number === null) return [];
  const orders = [number, reversedUid(number)];
  const cascades = orders.flatMap((each) => {
    const short = `88${each.slice(0, 6)}`;
    return each.length === 14 ? [short, reversedUid(short)] : [];
  });
  const all = [...orders, ...cascades].flatMap((each) =>
    [uidCredential(each), decimalCredential(uidDecimal(each, 'big')), hexadecimalCredential(each)].filter(
      (other) => other !== null,
    ),
  );
  const key = (each: Credential): string => `${each.format} ${each.number}`;
  const unlike = new Map(all.map((each) => [key(each), each]));
  unlike.delete(key(credential));
  return [...unlike.values()];
}
