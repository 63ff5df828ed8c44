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

/** The byte before the first three of a longer number, where a reader knows four bytes alone (a cascade). */
const cascadeTag = '88';
/** The first of four bytes that the chip invents at every tap. */
const randomTag = '08';

/** Why four bytes do not name a chip; null where they do. */
export function faultOfUid(number: string): 'partial-uid' | 'random-uid' | null {
  if (number.length !== 8) return null;
  if (number.startsWith(cascadeTag)) return 'partial-uid';
  return number.startsWith(randomTag) ? 'random-uid' : null;
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
    const fault = faultOfUid(credential.number);
    if (fault !== null) return unreadable(fault);
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
    const short = `${cascadeTag}${each.slice(0, 6)}`;
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

/**
 * For a plain number that may be the cascade of a seven-byte serial number: whether a known card can be that one.
 * Null for all others. As with `lookalikesOf` it is not the card for certain, because other chips share the bytes.
 */
export function partOfLongerUid(credential: Credential): ((known: Credential) => boolean) | null {
  const number = bytesOf(credential);
  if (number?.length !== 8) return null;
  const beginnings = [number, reversedUid(number)].flatMap((each) =>
    each.startsWith(cascadeTag) ? [each.slice(2)] : [],
  );
  if (beginnings.length === 0) return null;
  return (known) => {
    const whole = bytesOf(known);
    if (whole?.length !== 14) return false;
    return [whole, reversedUid(whole)].some((each) => beginnings.some((bytes) => each.startsWith(bytes)));
  };
}
