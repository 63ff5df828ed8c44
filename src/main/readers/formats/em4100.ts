/**
 * EM4100 cards carry 40 bits: a version byte and 32 bits of number. What is printed on them and what readers send
 * is one of several decimal forms; some leave bytes out, so a site keeps to one form, and everything longer is
 * reduced to it.
 */
import type { Credential } from '../../../shared/contract/cards.ts';
import { largestOf, numberIn } from './bits.ts';
import {
  type Decoded,
  decimalDigits,
  type FormatReader,
  found,
  hexadecimalDigits,
  type PrintedForm,
  pairOf,
  unreadable,
} from './format-reader.ts';

const allBits = 40;
/** The bits that each shortened form keeps, the lowest ones. */
const keptBits = { DEZ10: 32, DEZ8: 24, '3D5D': 24 } as const;
type ShortForm = keyof typeof keptBits;

const lower = (value: bigint, bits: number): bigint => value & largestOf(bits);
const padded = (value: bigint, digits: number): string => String(value).padStart(digits, '0');

/** Null where the text is not ten hexadecimal digits. */
export function em4100Credential(text: string): Credential | null {
  if (!/^[0-9A-Fa-f]{10}$/.test(text)) return null;
  return { format: 'EM4100', facility: null, number: text.toUpperCase() };
}

function whole(value: bigint): Decoded {
  return found(em4100Credential(value.toString(16).padStart(10, '0')));
}

/** Fourteen decimal digits, all 40 bits; null for others. */
function dez14(text: string): bigint | null {
  return /^\d{14}$/.test(text) ? BigInt(text) : null;
}

/**
 * The shortened forms of a card, `value` being its 40 bits or what is known of them. `DEZ10`: ten digits, the lower
 * 32 bits. `DEZ8`: eight digits, the lower 24. `3D5D`: the third byte from the right in three digits, a comma, the
 * lower 16 bits in five.
 */
export function decimalForms(value: bigint): readonly PrintedForm[] {
  return [
    { form: 'DEZ10', text: padded(lower(value, 32), 10) },
    { form: 'DEZ8', text: padded(lower(value, 24), 8) },
    { form: '3D5D', text: `${padded(lower(value >> 16n, 8), 3)},${padded(lower(value, 16), 5)}` },
  ];
}

export const em4100: FormatReader = {
  typed(text) {
    const value = dez14(text);
    if (value !== null) return whole(value);
    return hexadecimalDigits.test(text) ? found(em4100Credential(text)) : unreadable('characters');
  },
  bytes(field) {
    return field.length * 8 >= allBits ? whole(numberIn(field)) : unreadable('length');
  },
  bits: ({ length, value }) => (length === allBits ? whole(value) : unreadable('length')),
  written(value) {
    return em4100.typed(value);
  },
  printed({ number }) {
    const value = BigInt(`0x${number}`);
    return [
      { form: 'hexadecimal', text: number },
      { form: 'DEZ14', text: padded(value, 14) },
      ...decimalForms(value),
    ];
  },
};

/** A short form out of a number that has at least its bits; null for a number beyond 40 bits. */
function shortened(form: ShortForm, value: bigint): Credential | null {
  if (value > largestOf(allBits)) return null;
  if (form !== '3D5D') return { format: form, facility: null, number: String(lower(value, keptBits[form])) };
  return { format: form, facility: String(lower(value >> 16n, 8)), number: String(lower(value, 16)) };
}

/** A number printed in this very form; null where it does not fit it. */
function asPrinted(form: 'DEZ10' | 'DEZ8', digits: string): Credential | null {
  const value = BigInt(digits);
  return value > largestOf(keptBits[form]) ? null : shortened(form, value);
}

function apart([facility, number]: readonly [bigint, bigint]): Credential | null {
  if (facility > largestOf(8) || number > largestOf(16)) return null;
  return shortened('3D5D', (facility << 16n) | number);
}

/**
 * Typed, besides the form itself, fourteen decimal digits and, where ten digits are not the form itself, ten
 * hexadecimal ones: both are all 40 bits. Ten digits without a letter can be either kind and are not decided, nor
 * are the eight of 3D5D without its comma, which can be DEZ8.
 */
function typedShort(form: ShortForm, text: string): Decoded {
  const value = dez14(text);
  if (value !== null) return found(shortened(form, value));
  const pair = form === '3D5D' ? pairOf(text) : null;
  if (pair !== null) return found(apart(pair));
  if (!hexadecimalDigits.test(text)) return unreadable('characters');
  const isDecimal = decimalDigits.test(text);
  if (form === 'DEZ10') {
    if (!isDecimal) return unreadable('characters');
    return text.length === 10 ? found(asPrinted(form, text)) : unreadable('length');
  }
  if (text.length === 10)
    return isDecimal ? unreadable('ambiguous') : found(shortened(form, BigInt(`0x${text}`)));
  if (!isDecimal || text.length !== 8) return unreadable('length');
  return form === 'DEZ8' ? found(asPrinted(form, text)) : unreadable('ambiguous');
}

export function shortFormReader(form: ShortForm): FormatReader {
  const kept = keptBits[form];
  return {
    typed: (text) => typedShort(form, text),
    bytes(field) {
      return field.length * 8 >= kept ? found(shortened(form, numberIn(field))) : unreadable('length');
    },
    bits({ length, value }) {
      const known = length === allBits || length === 32 || length === 24;
      return known && length >= kept ? found(shortened(form, value)) : unreadable('length');
    },
    /** As printed; leading zeros are optional. */
    written(value) {
      if (form === '3D5D') {
        const pair = pairOf(value);
        return pair === null ? unreadable('characters') : found(apart(pair));
      }
      return /^\d{1,20}$/.test(value) ? found(asPrinted(form, value)) : unreadable('characters');
    },
    printed({ facility, number }) {
      const value = facility === null ? BigInt(number) : (BigInt(facility) << 16n) | BigInt(number);
      const hexadecimal: PrintedForm = {
        form: 'hexadecimal',
        text: value
          .toString(16)
          .toUpperCase()
          .padStart(kept / 4, '0'),
      };
      const forms = decimalForms(value).filter((each) => form === 'DEZ10' || each.form !== 'DEZ10');
      const own = forms.filter((each) => each.form === form);
      return [...own, ...forms.filter((each) => each.form !== form), hexadecimal];
    },
  };
}
