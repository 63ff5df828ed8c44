/**
 * Plain numbers, as decimal or hexadecimal digits. Leading zeros only say how wide a reader prints: `0006613779`
 * and `6613779` are one card, so the credential has none of them.
 */
import type { Credential } from '../../../shared/contract/cards.ts';
import { numberIn } from './bits.ts';
import {
  type Decoded,
  decimalDigits,
  type FormatReader,
  found,
  hexadecimalDigits,
  shortestTyped,
  unreadable,
} from './format-reader.ts';

/** Twenty decimal digits hold 64 bits, more than any proximity card prints. */
const decimalText = /^\d{1,20}$/;
const hexadecimalText = /^[0-9A-Fa-f]{1,64}$/;

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}

/** Null where the text is not a decimal number of at most 20 digits. */
export function decimalCredential(text: string): Credential | null {
  if (!decimalText.test(text)) return null;
  return { format: 'DEC', facility: null, number: withoutLeadingZeros(text) };
}

/** Null where the text is not a hexadecimal number of at most 64 digits. */
export function hexadecimalCredential(text: string): Credential | null {
  if (!hexadecimalText.test(text)) return null;
  return { format: 'HEX', facility: null, number: withoutLeadingZeros(text.toUpperCase()) };
}

function numberReader(
  digits: RegExp,
  radix: 10 | 16,
  credential: (text: string) => Credential | null,
  printed: FormatReader['printed'],
): FormatReader {
  const fromValue = (value: bigint): Decoded => found(credential(value.toString(radix)));
  return {
    typed(text) {
      if (!digits.test(text)) return unreadable('characters');
      return text.length < shortestTyped ? unreadable('length') : found(credential(text));
    },
    bytes: (field) => fromValue(numberIn(field)),
    bits: ({ value }) => fromValue(value),
    written: (text) => (digits.test(text) ? found(credential(text)) : unreadable('characters')),
    printed,
  };
}

export const decimal = numberReader(decimalDigits, 10, decimalCredential, ({ number }) => [
  { form: 'decimal', text: number },
  { form: 'hexadecimal', text: BigInt(number).toString(16).toUpperCase() },
]);

export const hexadecimal = numberReader(hexadecimalDigits, 16, hexadecimalCredential, ({ number }) => [
  { form: 'hexadecimal', text: number },
  { form: 'decimal', text: BigInt(`0x${number}`).toString() },
]);
