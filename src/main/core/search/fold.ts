/**
 * Folding: the form in which text is kept and looked for in the search memory, so that what sounds or looks the
 * same to a person at a desk is the same. Both what was typed at the kiosk and what is searched go through it.
 */

/** Letters that Unicode does not take apart, and signs people type in several ways. */
const alike: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
const printableAscii = /^[ -~]*$/;
const marks = /[\p{M}\p{Cf}]+/gu;
const space = /[\s\p{Cc}]+/gu;
const otherDigits = /\p{Nd}/gu;
const beyondAscii = /[^\0-\x7f]/;
const doubled = /aa|[ou]e/;
const doubledRuns = /(a)a+|([ou])e+/g;
const runsOfSpace = / {2,}|^ | $/;

/** The value of a decimal digit of any script: Unicode keeps each script's ten digits together, zero first. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return digit;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
}

function foldLetters(text: string): string {
  const letters = text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(space, ' ');
  return beyondAscii.test(letters) ? letters.replace(otherDigits, digitValue) : letters;
}

/**
 * Lower case, without accents, spelling variants made one: `Søren` and `soren`, `Łukasz` and `lukasz`, `Straße` and
 * `strasse`, `Åse` and `Aase`, `Müller` and `Mueller` fold to the same text. Total and idempotent; the answer is
 * well-formed, trimmed, without control characters, with single spaces.
 */
export function fold(text: string): string {
  const letters = printableAscii.test(text) ? text.toLowerCase() : foldLetters(text);
  const one = doubled.test(letters) ? letters.replace(doubledRuns, '$1$2') : letters;
  return runsOfSpace.test(one) ? one.trim().replace(/ +/g, ' ') : one;
}

/** A telephone number as its digits, `0` to `9`, whatever stands between them. */
export function foldPhone(text: string): string {
  const digits = text.replace(/\P{Nd}+/gu, '');
  return beyondAscii.test(digits) ? digits.replace(otherDigits, digitValue) : digits;
}
