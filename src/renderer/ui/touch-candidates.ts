/**
 * The keys of the last row that offer accents of the letter before the caret. They keep their places, so that no
 * key moves under a finger; a place without a candidate is no key at that moment. Written into the library's
 * buttons, because it makes all keys anew when one of its labels changes.
 */
import { type RefObject, useEffect, useMemo } from 'react';
import { candidatesFor } from './touch-accents.ts';
import type { KeyNames } from './touch-key-names.ts';
import type { KeyboardLanguage } from './touch-keyboard-layouts.ts';

/** The candidates in the letter's own case. */
export function candidatesInCase(
  language: KeyboardLanguage,
  letter: string,
  most: number,
): readonly string[] {
  const small = letter.toLocaleLowerCase(language);
  const found = candidatesFor(language, small, most);
  if (small === letter) return found;
  // Letters whose capital is two letters or the plain one are no candidates for a capital.
  return found
    .map((candidate) => candidate.toLocaleUpperCase(language))
    .filter((candidate) => candidate.length === 1 && candidate !== letter);
}

export function useCandidates(parts: {
  readonly box: RefObject<HTMLElement | null>;
  readonly language: KeyboardLanguage;
  /** The character before the caret, or nothing. */
  readonly letter: string;
  /** The keys, by the names the layout gives them. */
  readonly places: readonly string[];
  readonly names: KeyNames;
  /** Another object whenever the keys are made anew. */
  readonly rows: object;
}): readonly string[] {
  const { box, language, letter, places, names, rows } = parts;
  const most = places.length;
  const candidates = useMemo(() => candidatesInCase(language, letter, most), [language, letter, most]);
  useEffect(() => {
    if (!rows) return;
    for (const [index, place] of places.entries()) {
      const key = box.current?.querySelector<HTMLButtonElement>(`[data-skbtn="${place}"]`);
      if (!key) continue;
      const candidate = candidates[index];
      key.disabled = candidate === undefined;
      key.textContent = candidate ?? '';
      if (candidate === undefined) key.setAttribute('aria-label', names.accents);
      else key.setAttribute('aria-label', names.candidate(candidate, letter));
    }
  }, [box, candidates, letter, names, places, rows]);
  return candidates;
}
