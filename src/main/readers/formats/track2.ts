/**
 * Track 2 of a magnetic stripe (ISO/IEC 7811, 7813): start sentinel `;`, digits, `=`, more digits, end sentinel
 * `?` and a check character. The card is the digits before `=`, kept with their zeros because their count belongs
 * to the number; the rest (dates, verification values) is dropped.
 */
import { type Decoded, found, unreadable } from './format-reader.ts';
import { isPaymentCard } from './payment.ts';

/** The sixteen characters in the order of their four bits. */
const characters = '0123456789:;<=>?';

/** `;…?` with or without the check character; a wrong one is `parity`. */
export function decodeTrack2(text: string): Decoded {
  const [, digits, rest, check] = /^;(\d{1,40})((?:=[\d=]*)?\?)([0-?]?)$/.exec(text) ?? [];
  if (digits === undefined || rest === undefined) return unreadable('characters');
  if (isPaymentCard(digits)) return unreadable('payment-card');
  if (check && check !== track2Check(`;${digits}${rest}`)) return unreadable('parity');
  return found({ format: 'TRACK2', facility: null, number: digits }, check ? 'holds' : 'none');
}

/** The longitudinal check character: even parity in each of the four columns, sentinels included. */
export function track2Check(text: string): string {
  let columns = 0;
  for (const character of text) columns ^= characters.indexOf(character);
  return characters.charAt(columns);
}

/** Bits of the stripe after the leading zeros, least significant bit of a character first. */
export function encodeTrack2Bits(text: string): readonly (0 | 1)[] {
  return Array.from(text + track2Check(text)).flatMap((character) => {
    const value = characters.indexOf(character);
    const bits = [0, 1, 2, 3].map((place) => ((value >> place) & 1) as 0 | 1);
    const ones = bits.reduce<number>((sum, bit) => sum + bit, 0);
    return [...bits, ones % 2 === 0 ? 1 : 0] as (0 | 1)[];
  });
}

/** The characters of a stripe, check character included; null where the odd parity of one fails. */
export function decodeTrack2Bits(bits: readonly (0 | 1)[]): string | null {
  let text = '';
  for (let start = 0; start + 5 <= bits.length; start += 5) {
    const five = bits.slice(start, start + 5);
    if (five.reduce<number>((sum, bit) => sum + bit, 0) % 2 !== 1) return null;
    text += characters.charAt(five.slice(0, 4).reduce<number>((sum, bit, place) => sum + (bit << place), 0));
  }
  return text;
}
