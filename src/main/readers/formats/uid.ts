/**
 * Serial numbers of contactless chips (ISO/IEC 14443-3): 4, 7 or 10 bytes. Their length belongs to the number, so
 * leading zeros stay.
 */
import type { Credential } from '../../../shared/contract/cards.ts';

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
