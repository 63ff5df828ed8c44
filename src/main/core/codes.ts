/** Codes that people read from a screen and type: Crockford's base 32, which has no look-alikes. */
import type { RandomBytes } from './ports.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` random characters in groups of four, for example `K7QF-2M9X` (40 bits). */
export function createCode(random: RandomBytes, length: number): string {
  const characters = Array.from(random(length), (byte) => alphabet[byte & 31]).join('');
  return groupsOfFour(characters);
}

export function groupsOfFour(characters: string): string {
  return characters.match(/.{1,4}/g)?.join('-') ?? '';
}

/** What was typed as the characters meant: case, spaces, dashes and O, I, L do not matter. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Bytes as base 32, five bits a character, the last padded with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31];
}

/** The bytes behind base 32, or null where a character does not belong or padding bits are set. */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return value === 0 ? Uint8Array.from(bytes) : null;
}
