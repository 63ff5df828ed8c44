/**
 * One slip of the finger or the ear: a letter too much, too few, wrong, or two swapped (Damerau–Levenshtein distance
 * of at most 1 in its optimal string alignment form). Words are UTF-8; a letter is a whole character.
 */

function characterBytes(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function startsAt(text: Uint8Array, at: number, to: number, word: Uint8Array, from: number): boolean {
  if (at + word.length - from > to) return false;
  for (let index = from; index < word.length; index += 1) {
    if (text[at + index - from] !== word[index]) return false;
  }
  return true;
}

/** Where the last character of a word begins. */
function lastCharacter(word: Uint8Array): number {
  let at = word.length - 1;
  while (at > 0 && ((word[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/**
 * Whether some beginning of the text from `start` to `to` is at most one slip away from `word`; the end of such a
 * beginning, or -1. The first difference decides: an edit further left would have to repeat a letter, and can be
 * moved right over the repetition.
 */
export function slipEnd(text: Uint8Array, start: number, to: number, word: Uint8Array): number {
  const last = lastCharacter(word);
  let at = 0;
  while (at < word.length && start + at < to && text[start + at] === word[at]) at += 1;
  if (at >= last) return start + last;
  while (at > 0 && ((word[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  const here = start + at;
  const wordNext = at + characterBytes(word[at] ?? 0);
  if (startsAt(text, here, to, word, wordNext)) return here + word.length - wordNext;
  if (here >= to) return -1;
  const textNext = here + characterBytes(text[here] ?? 0);
  if (startsAt(text, textNext, to, word, wordNext)) return textNext + word.length - wordNext;
  if (startsAt(text, textNext, to, word, at)) return textNext + word.length - at;
  if (textNext >= to || wordNext >= word.length) return -1;
  const textThird = textNext + characterBytes(text[textNext] ?? 0);
  const wordThird = wordNext + characterBytes(word[wordNext] ?? 0);
  const swapped =
    textThird - textNext === wordNext - at &&
    textNext - here === wordThird - wordNext &&
    startsAt(text, here, to, word.subarray(0, wordThird), wordNext) &&
    startsAt(text, textNext, to, word.subarray(0, wordNext), at) &&
    startsAt(text, textThird, to, word, wordThird);
  return swapped ? textThird + word.length - wordThird : -1;
}
