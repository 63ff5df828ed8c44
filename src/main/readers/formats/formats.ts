/**
 * Card numbers, pure: from bits, digits and stripes to the canonical credential and back. Equal cards give equal
 * credentials. Nothing is guessed: what fails its parity or fits two formats is said to be unreadable. Devices,
 * and how a card gets from one to here, are the profiles' affair.
 */
import { CardFormat } from '../../../shared/contract/cards.ts';
import type { CardReading } from '../card-read.ts';
import { em4100Credential } from './em4100.ts';
import { decimalCredential, hexadecimalCredential } from './numbers.ts';
import { isTypedPaymentCard } from './payment.ts';
import { decodeTrack2 } from './track2.ts';
import { isAmbiguousUid, uidCredential } from './uid.ts';
import { decodeWiegand, lengthOf, type WiegandFormat } from './wiegand.ts';

export type ParsedCard =
  | { readonly ok: true; readonly reading: CardReading }
  | { readonly ok: false; readonly fault: 'format' | 'parity' };

const badFormat: ParsedCard = { ok: false, fault: 'format' };

/**
 * A tap written FORMAT:VALUE, as on a command line. VALUE is for the bit formats their bits in hexadecimal,
 * parity included, without a marker bit, leading zeros optional (`H10301:2F623AE`, `H10301:C9D627`); for `DEC`
 * decimal digits; for `HEX` hexadecimal digits; for `EM4100` and `UID` the bytes in hexadecimal; for `TRACK2` the
 * stripe with its sentinels. Payment cards and serial numbers that do not name a chip read as unreadable, as they
 * would on a reader.
 */
export function parseCardText(text: string): ParsedCard {
  const colon = text.indexOf(':');
  const format = CardFormat.safeParse(text.slice(0, Math.max(colon, 0)).toUpperCase());
  if (!format.success) return badFormat;
  const value = text.slice(colon + 1).trim();
  switch (format.data) {
    case 'DEC':
      if (isTypedPaymentCard(value)) return unreadable('payment-card');
      return read(decimalCredential(value));
    case 'HEX':
      return read(hexadecimalCredential(value));
    case 'EM4100':
      return read(em4100Credential(value));
    case 'UID': {
      const credential = uidCredential(value);
      return credential && isAmbiguousUid(credential.number) ? unreadable('ambiguous') : read(credential);
    }
    case 'TRACK2': {
      const track = decodeTrack2(value);
      if (track.ok) return read(track.credential);
      if (track.fault === 'payment-card') return unreadable('payment-card');
      return track.fault === 'parity' ? { ok: false, fault: 'parity' } : badFormat;
    }
    default:
      return parseBits(format.data, value);
  }
}

function parseBits(format: WiegandFormat, value: string): ParsedCard {
  if (!/^[0-9A-Fa-f]{1,16}$/.test(value)) return badFormat;
  const decoded = decodeWiegand(format, { length: lengthOf(format), value: BigInt(`0x${value}`) });
  if (decoded.ok) return read(decoded.credential);
  return decoded.fault === 'parity' ? { ok: false, fault: 'parity' } : badFormat;
}

function read(credential: (CardReading & { kind: 'credential' })['credential'] | null): ParsedCard {
  return credential === null ? badFormat : { ok: true, reading: { kind: 'credential', credential } };
}

function unreadable(reason: (CardReading & { kind: 'unreadable' })['reason']): ParsedCard {
  return { ok: true, reading: { kind: 'unreadable', reason } };
}
