/** What is looked for: typed text taken apart into words, and what each word may look like in a record. */
import { fold } from './fold.ts';
import { pairsOf, planesOf, planesOfStart } from './grams.ts';
import { anyField, createPattern, type Pattern, phoneField, textFields, toBytes } from './record.ts';

/** Bytes that a record must hold in one of some fields. */
export interface Needle {
  readonly pattern: Pattern;
  /** A set of fields, see `record.ts`. */
  readonly within: number;
}

/** One way to read a term: every needle must be there. */
export interface Reading {
  readonly needles: readonly Needle[];
  /** Where the planes begin that have the bit of every record holding the needles. */
  readonly planes: Uint32Array;
  /** Bits among the pairs of every block that holds them; only where the planes hardly narrow. */
  readonly pairs: Uint32Array;
}

/** A word, or neighbouring groups of digits; at least one reading must hold. */
export interface Term {
  readonly readings: readonly Reading[];
  /** The word when a slip in it may be forgiven, else null. */
  readonly word: Uint8Array | null;
  /** Only where slips are being forgiven: the planes of each beginning of a similar word. */
  readonly similar: readonly Uint32Array[];
}

/** Fewer letters than this have too many neighbours. */
const fewestLetters = 4;
const numberLike = /^[\d+()./#*-]*\d[\d+()./#*-]*$/;
const meaningful = /[\p{L}\p{N}]/u;

/** Needles of fewer bytes look at the pairs too. */
const fewestBytes = 4;

function reading(texts: readonly string[], within: number): Reading {
  const all = texts.map(toBytes);
  return {
    needles: all.map((bytes) => ({ pattern: createPattern(bytes), within })),
    planes: Uint32Array.from(new Set(all.flatMap((bytes) => [...planesOf(bytes)]))),
    pairs: Uint32Array.from(
      new Set(all.flatMap((bytes) => (bytes.length < fewestBytes ? [...pairsOf(bytes)] : []))),
    ),
  };
}

function wordTerm(word: string): Term {
  const letters = [...word].length;
  return {
    readings: [reading([word], anyField)],
    word: letters >= fewestLetters && /\p{L}/u.test(word) ? toBytes(word) : null,
    similar: [],
  };
}

/**
 * Groups of digits side by side are one telephone number, or else words of the other fields: `12 34` finds the
 * number 45123456 but not 34001200. A leading 00 may stand for the `+` of a country.
 */
function numberTerm(words: readonly string[]): Term {
  const digits = words.join('').replace(/\D/g, '');
  const isPlain = words.length === 1 && words[0] === digits;
  const readings = isPlain
    ? [reading(words, anyField)]
    : [reading([digits], phoneField), reading(words, textFields)];
  if (digits.startsWith('00') && digits.length > 4) readings.push(reading([digits.slice(2)], phoneField));
  return { readings, word: null, similar: [] };
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
  return Math.min(
    ...readings.map(({ needles }) => Math.max(...needles.map(({ pattern }) => pattern.bytes.length))),
  );
}

/** The term with words forgiven that begin with one of `beginnings`. */
export function forgiving(term: Term, beginnings: readonly Uint8Array[]): Term {
  return { ...term, similar: beginnings.map(planesOfStart) };
}
