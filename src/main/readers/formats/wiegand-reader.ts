/**
 * A bit format as readers send it: all its bits, parity included, or facility and number alone where the reader has
 * checked the parity and stripped it. Which of the two it is follows from the length alone.
 */
import type { Credential } from '../../../shared/contract/cards.ts';
import { type CardBits, largestOf, numberIn } from './bits.ts';
import { decimalForms } from './em4100.ts';
import {
  type Decoded,
  decimalDigits,
  type FormatReader,
  found,
  hexadecimalDigits,
  type PrintedForm,
  pairOf,
  shortestTyped,
  unreadable,
} from './format-reader.ts';
import {
  credentialOf,
  decodeWiegand,
  encodeWiegand,
  lengthOf,
  numberWidths,
  type WiegandFormat,
} from './wiegand.ts';

const hexadecimalLength = (bits: number): number => Math.ceil(bits / 4);
const decimalLength = (bits: number): number => String(largestOf(bits)).length;

export function wiegandReader(format: WiegandFormat): FormatReader {
  const length = lengthOf(format);
  const widths = numberWidths(format);
  const stripped = widths.facility + widths.number;
  const hasFacility = widths.facility > 0;

  function whole(value: bigint): Decoded {
    const decoded = decodeWiegand(format, { length, value });
    if (decoded.ok) return found(decoded.credential, 'holds');
    return decoded.fault === 'parity'
      ? { ok: false, reason: 'parity', seen: decoded.seen }
      : unreadable('length');
  }
  /** Facility and number as one number, without parity. */
  function bare(value: bigint): Decoded {
    if (!hasFacility) return found(credentialOf(format, null, value));
    const width = BigInt(widths.number);
    return found(credentialOf(format, value >> width, value & largestOf(widths.number)));
  }
  function pair([facility, number]: readonly [bigint, bigint]): Decoded {
    return found(credentialOf(format, facility, number));
  }

  return {
    /**
     * Facility and number apart; all bits in exactly as many hexadecimal digits as they need; the same without
     * parity; for 26 bits also ten decimal digits without parity; without a facility the number in decimal. Lengths
     * that mean two of these are not decided, nor facility and number run together.
     */
    typed(text) {
      const apart = pairOf(text);
      if (apart !== null) return pair(apart);
      if (!hexadecimalDigits.test(text)) return unreadable('characters');
      const isDecimal = decimalDigits.test(text);
      const ways: Decoded[] = [];
      if (text.length === hexadecimalLength(length)) ways.push(whole(BigInt(`0x${text}`)));
      else if (text.length === hexadecimalLength(stripped)) ways.push(bare(BigInt(`0x${text}`)));
      if (isDecimal && format === 'H10301' && text.length === 10) ways.push(bare(BigInt(text)));
      if (isDecimal && !hasFacility && text.length <= decimalLength(stripped))
        ways.push(text.length < shortestTyped ? unreadable('length') : bare(BigInt(text)));
      const runTogether = decimalLength(widths.facility) + decimalLength(widths.number);
      if (isDecimal && hasFacility && text.length === runTogether) ways.push(unreadable('ambiguous'));
      const [way, other] = ways;
      return other === undefined ? (way ?? unreadable('length')) : unreadable('ambiguous');
    },
    /** Right-aligned. A field that has room for all bits holds them all; a narrower one comes without parity. */
    bytes(field) {
      const value = numberIn(field);
      if (field.length * 8 >= length) return whole(value);
      return field.length * 8 >= stripped ? bare(value) : unreadable('length');
    },
    bits({ length: given, value }: CardBits) {
      if (given === length) return whole(value);
      return given === stripped ? bare(value) : unreadable('length');
    },
    /** All bits in hexadecimal, leading zeros optional, or facility and number apart. */
    written(value) {
      const apart = pairOf(value);
      if (apart !== null) return pair(apart);
      return /^[0-9A-Fa-f]{1,16}$/.test(value) ? whole(BigInt(`0x${value}`)) : unreadable('characters');
    },
    printed: (credential) => printedForms(format, credential),
  };
}

function printedForms(format: WiegandFormat, { facility, number }: Credential): readonly PrintedForm[] {
  const own: PrintedForm =
    facility === null
      ? { form: 'number', text: number }
      : { form: 'facility-number', text: `${facility}-${number}` };
  const bits = encodeWiegand(format, facility === null ? null : BigInt(facility), BigInt(number));
  if (bits === null) return [own];
  const digits = bits.value.toString(16).toUpperCase().padStart(hexadecimalLength(bits.length), '0');
  const hexadecimal: PrintedForm = { form: 'hexadecimal', text: digits };
  if (facility === null) return [own, hexadecimal];
  const value = (BigInt(facility) << BigInt(numberWidths(format).number)) | BigInt(number);
  // 24 bits are the lower part of an EM4100 card, and such cards are printed alike.
  if (format === 'H10301') return [own, hexadecimal, ...decimalForms(value)];
  return [own, hexadecimal, { form: 'decimal', text: String(value) }];
}
