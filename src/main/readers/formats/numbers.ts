/**
 * Plain numbers, as decimal or hexadecimal digits. Leading zeros only say how wide a reader prints: `0006613779`
 * and `6613779` are one card, so the credential has none of them.
 */
import type { Credential } from '../../../shared/contract/cards.ts';

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
