/**
 * EM4100 cards carry 40 bits: a version byte and 32 bits of number. What is printed on them and what readers send
 * is one of several decimal forms; some leave bytes out, so a site keeps to one form.
 */
import type { Credential } from '../../../shared/contract/cards.ts';

/** Null where the text is not ten hexadecimal digits. */
export function em4100Credential(text: string): Credential | null {
  if (!/^[0-9A-Fa-f]{10}$/.test(text)) return null;
  return { format: 'EM4100', facility: null, number: text.toUpperCase() };
}

export interface Em4100Forms {
  /** Fourteen digits: all 40 bits. The only decimal form that names the card for certain. */
  readonly DEZ14: string;
  /** Ten digits: the lower 32 bits; the version byte is lost. */
  readonly DEZ10: string;
  /** Eight digits: the lower 24 bits. */
  readonly DEZ8: string;
  /** Three and five digits: the third byte from the right, a comma, the lower 16 bits. */
  readonly '3D5D': string;
}

/** `number` as in an EM4100 credential. */
export function em4100Forms(number: string): Em4100Forms {
  const value = BigInt(`0x${number}`);
  const lower = (bits: bigint): bigint => value & ((1n << bits) - 1n);
  const padded = (part: bigint, digits: number): string => String(part).padStart(digits, '0');
  return {
    DEZ14: padded(value, 14),
    DEZ10: padded(lower(32n), 10),
    DEZ8: padded(lower(24n), 8),
    '3D5D': `${padded((value >> 16n) & 0xffn, 3)},${padded(lower(16n), 5)}`,
  };
}

/** The card behind fourteen digits; null for other lengths and for numbers beyond 40 bits. */
export function em4100FromDez14(text: string): Credential | null {
  if (!/^\d{14}$/.test(text)) return null;
  return em4100Credential(BigInt(text).toString(16).padStart(10, '0'));
}
