/** What keyboard readers type, up to Enter, as a card. */
import type { CardReading, ReaderConfiguration, UnreadableReason } from '../card-read.ts';
import { decimalCredential, hexadecimalCredential } from './numbers.ts';
import { isTypedPaymentCard } from './payment.ts';
import { readStripe } from './stripe.ts';
import { credentialOf, decodeWiegand } from './wiegand.ts';

/** Shorter texts are a person at the keyboard, not a card. */
const shortest = 4;

function unreadable(reason: UnreadableReason): CardReading {
  return { kind: 'unreadable', reason };
}

function found(credential: ReturnType<typeof decimalCredential>): CardReading {
  return credential === null ? unreadable('length') : { kind: 'credential', credential };
}

/** Null for an empty text. `format` null: digits are `DEC`, other hexadecimal digits `HEX`. */
export function readTyped(text: string, format: ReaderConfiguration['format']): CardReading | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (/[;%]/.test(typed)) return readTypedStripe(typed);
  if (isTypedPaymentCard(typed)) return unreadable('payment-card');
  if (format === 'H10301') return readTypedH10301(typed);
  if (!/^[0-9A-Fa-f]+$/.test(typed)) return unreadable('characters');
  if (typed.length < shortest) return unreadable('length');
  if (/^\d+$/.test(typed)) return found(decimalCredential(typed));
  return format === 'DEC' ? unreadable('characters') : found(hexadecimalCredential(typed));
}

/** A stripe reader types its tracks one after the other. */
function readTypedStripe(typed: string): CardReading | null {
  const [first = ''] = /%[^?]*\?/.exec(typed) ?? [];
  const [second = ''] = /;[\d=]*\?[0-?]?/.exec(typed) ?? [];
  return readStripe(first, second) ?? unreadable('characters');
}

/**
 * Readers set to 26 bits type one of: facility and number apart (`100,60179`), both as one decimal number of ten
 * digits, both as six hexadecimal digits, or all 26 bits as seven. Eight digits can be two of these and are not
 * decided.
 */
function readTypedH10301(typed: string): CardReading {
  const [, facility, number] = /^(\d{1,3})[,.:/ -](\d{1,5})$/.exec(typed) ?? [];
  if (facility !== undefined && number !== undefined)
    return found(credentialOf('H10301', BigInt(facility), BigInt(number)));
  if (/^\d{10}$/.test(typed)) return fromFacilityAndNumber(BigInt(typed));
  if (!/^[0-9A-Fa-f]+$/.test(typed)) return unreadable('characters');
  if (typed.length === 6) return fromFacilityAndNumber(BigInt(`0x${typed}`));
  if (typed.length === 8) return unreadable('ambiguous');
  if (typed.length !== 7) return unreadable('length');
  const decoded = decodeWiegand('H10301', { length: 26, value: BigInt(`0x${typed}`) });
  return decoded.ok ? { kind: 'credential', credential: decoded.credential } : unreadable(decoded.fault);
}

/** 24 bits: the facility above the 16 bits of the number, parity already stripped. */
export function fromFacilityAndNumber(value: bigint): CardReading {
  return found(credentialOf('H10301', value >> 16n, value & 0xffffn));
}
