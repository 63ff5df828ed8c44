/**
 * Letters with accents for the on-screen keyboard: the ones a language itself uses, and the ones that may be meant
 * by a letter that was just typed.
 */
import type { KeyboardLanguage } from './touch-keyboard-layouts.ts';

/**
 * What the letters of a language become, most frequent first; letters with keys of their own are left out. The
 * alphabets are those of CLDR's main exemplar characters.
 */
const ofLanguage: Readonly<Record<KeyboardLanguage, Readonly<Record<string, string>>>> = {
  en: { e: 'éèê', a: 'àâä', o: 'öôó', u: 'üúû', i: 'íîï', n: 'ñ', c: 'ç' },
  da: { e: 'éèë', a: 'áäà', o: 'öóô', u: 'üúû', i: 'íîï', n: 'ñ', c: 'ç' },
  nb: { e: 'éèê', a: 'àáä', o: 'óòô', u: 'üúû', i: 'íîï', n: 'ñ', c: 'ç', d: 'đ', s: 'š', t: 'ŧ' },
  sv: { e: 'éèë', a: 'áàæ', o: 'øóô', u: 'üúû', i: 'íîï', n: 'ñ', c: 'ç' },
  de: { e: 'éèë', a: 'áàâ', o: 'óòô', u: 'úùû', i: 'íîï', n: 'ñ', c: 'çć', s: 'š', g: 'ğ' },
  pl: { a: 'ąäá', c: 'ćčç', e: 'ęéè', l: 'ł', n: 'ńñň', o: 'óöô', s: 'śšß', z: 'żźž', u: 'üúů' },
  fr: { e: 'éèêë', a: 'àâæ', u: 'ùûü', i: 'îïí', o: 'ôœö', c: 'ç', y: 'ÿ', n: 'ñ' },
  es: { a: 'áàä', e: 'éèê', i: 'íïî', o: 'óòö', u: 'úüù', c: 'ç' },
};

/** In any language, behind its own. */
const ofEurope: Readonly<Record<string, string>> = {
  a: 'áàâäãåāąăæ',
  c: 'çćč',
  d: 'đďð',
  e: 'éèêëęěėē',
  g: 'ğģ',
  i: 'íîïìīı',
  k: 'ķ',
  l: 'łľļ',
  n: 'ñńňņ',
  o: 'óôöøõòőœ',
  r: 'řŕ',
  s: 'šśşșß',
  t: 'ťțþ',
  u: 'úûüùůűū',
  y: 'ýÿ',
  z: 'žźż',
};

const baseOf: ReadonlyMap<string, string> = new Map(
  [ofEurope, ...Object.values(ofLanguage)].flatMap((variants) =>
    Object.entries(variants).flatMap(([base, letters]) =>
      [...letters].map((letter) => [letter, base] as const),
    ),
  ),
);

/**
 * At most `most` letters that may be meant instead of `letter` (lower case), likeliest first: first the accents of
 * a plain letter, then the other ones and the plain letter itself. Empty for what has no accents.
 */
export function candidatesFor(language: KeyboardLanguage, letter: string, most: number): readonly string[] {
  const base = baseOf.get(letter) ?? letter;
  const own = ofLanguage[language][base] ?? '';
  const all = [...new Set([...own, ...(ofEurope[base] ?? '')])];
  if (letter === base) return all.slice(0, most);
  // The way back is never crowded out.
  return [...all.filter((each) => each !== letter).slice(0, most - 1), base];
}

/** The accented letters of a language by frequency, its own before the rest of Europe's; at most `most`. */
export function accentsOf(
  language: KeyboardLanguage,
  ownKeys: ReadonlySet<string>,
  most: number,
): readonly string[] {
  const variants = Object.values(ofLanguage[language]);
  const longest = Math.max(...variants.map((letters) => letters.length));
  // The first choice of every letter, then the second of every letter, and so on.
  const own = Array.from({ length: longest }, (_, place) =>
    variants.map((letters) => letters[place] ?? ''),
  ).flat();
  const frequent = 'éèêëáàâäãåąíîóôöøõúûüýæœçñßłńśšžźżćčęěř';
  return [...new Set([...own, ...frequent])]
    .filter((letter) => letter !== '' && !ownKeys.has(letter))
    .slice(0, most);
}
