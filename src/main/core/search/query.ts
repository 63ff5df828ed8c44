/** What is looked for: typed text taken apart into words, and what each word may look like in a record. */
import { fold } from './fold.ts';
import { pairsOf, planesOf } from './grams.ts';
import { anyField, phoneField, textFields, toBytes, wordFields } from './record.ts';

/** Bytes that a record must hold in one of some fields. */
export interface Needle {
  readonly bytes: Uint8Array;
  /** A set of fields, see `record.ts`. */
  readonly within: number;
  readonly planes: Uint32Array;
  readonly pairs: Uint32Array;
}

/** One way to read a term: every needle must be there. */
export type Reading = readonly Needle[];

/** A word, or neighbouring groups of digits; at least one reading must hold. */
export interface Term {
  readonly readings: readonly Reading[];
  /** The word when a slip in it may be forgiven, else null. */
  readonly word: Uint8Array | null;
  /** Only where slips are being forgiven: what a record with a similar word holds at least one of. */
  readonly beginnings: readonly Needle[];
}

/** Fewer letters than this have too many neighbours. */
const fewestLetters = 4;
const numberLike = /^[\d+()./#*-]*\d[\d+()./#*-]*$/;
const meaningful = /[\p{L}\p{N}]/u;

export function needle(bytes: Uint8Array, within: number): Needle {
  return { bytes, within, planes: planesOf(bytes), pairs: pairsOf(bytes) };
}

const needleOf = (text: string, within: number): Needle => needle(toBytes(text), within);

function wordTerm(word: string): Term {
  const letters = [...word].length;
  const bytes = toBytes(word);
  return {
    readings: [[needle(bytes, anyField)]],
    word: letters >= fewestLetters && /\p{L}/u.test(word) ? bytes : null,
    beginnings: [],
  };
}

/**
 * Groups of digits side by side are one telephone number, or else words of the other fields: `12 34` finds the
 * number 45123456 but not 34001200. A leading 00 may stand for the `+` of a country.
 */
function numberTerm(words: readonly string[]): Term {
  const digits = words.join('').replace(/\D/g, '');
  const readings: Reading[] = [
    words.length === 1 && words[0] === digits ? [needleOf(digits, anyField)] : [needleOf(digits, phoneField)],
  ];
  if (words.length > 1 || words[0] !== digits) readings.push(words.map((word) => needleOf(word, textFields)));
  if (digits.startsWith('00') && digits.length > 4) readings.push([needleOf(digits.slice(2), phoneField)]);
  return { readings, word: null, beginnings: [] };
}

/** The terms of a text, all of which a visit must meet; none when nothing was typed. */
export function parse(text: string): readonly Term[] {
  const all = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  // A dash or an ampersand between words says nothing; alone it is what is looked for.
  const some = all.filter((word) => meaningful.test(word));
  const words = some.length > 0 ? some : all;
  const terms: Term[] = [];
  const seen = new Set<string>();
  let group: string[] = [];
  const endGroup = (): void => {
    if (group.length > 0) terms.push(numberTerm(group));
    group = [];
  };
  for (const word of words) {
    if (numberLike.test(word)) {
      group.push(word);
      continue;
    }
    endGroup();
    if (!seen.has(word)) terms.push(wordTerm(word));
    seen.add(word);
  }
  endGroup();
  return terms.sort((one, two) => longest(two) - longest(one));
}

/** Longer terms are rarer, so they are tried first. */
function longest({ readings }: Term): number {
  return Math.min(...readings.map((reading) => Math.max(...reading.map(({ bytes }) => bytes.length))));
}

/** The term with the beginnings of similar words, each in `beginnings`. */
export function forgiving(term: Term, beginnings: readonly Uint8Array[]): Term {
  return { ...term, beginnings: beginnings.map((bytes) => needle(bytes, wordFields)) };
}
