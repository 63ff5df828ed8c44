/**
 * A language nobody speaks: the English words with accents on every letter and 40 % longer, for finding what is
 * cut off and what was never put into words. It comes to the kiosk as a language of the site's own.
 */
import { neededWords } from '../../src/shared/words/kiosk-words.ts';

/** Borrowed from Esperanto: a code that no language has is a fault of the page to axe. */
export const pseudoLanguage = 'eo';

const pairs =
  'AÅBƁCÇDÐEÊFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞRŔSŠTŢUÛVṼWŴYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþrŕsštţuûvṽwŵyýzž';
const accented = Object.fromEntries((pairs.match(/../gu) ?? []).map((pair) => [...pair] as [string, string]));

/** `Sign in` becomes `Šîĝñ îñ ōōō`: placeholders stay as they are. */
export function pseudo(text: string): string {
  const letters = text
    .split(/(\{\{\w+\}\})/)
    .map((part) => (part.startsWith('{{') ? part : [...part].map((each) => accented[each] ?? each).join('')))
    .join('');
  const plain = text.replace(/\{\{\w+\}\}/g, '');
  const more = Math.ceil(plain.length * 0.4);
  // In words as long as those of the text: one long word would break where no language does.
  const longest = Math.max(4, ...plain.split(' ').map((word) => Math.min(word.length, 9)));
  let padding = '';
  while (padding.length < more) {
    const word = Math.min(longest, more - padding.length);
    padding += padding === '' && word <= 3 ? 'ō'.repeat(word) : ` ${'ō'.repeat(Math.max(1, word - 1))}`;
  }
  return letters + padding;
}

/** Every text of the kiosk by path, as `words.site` answers. */
export function pseudoWords(): Readonly<Record<string, string>> {
  return Object.fromEntries([...neededWords('en')].map(([key, english]) => [key, pseudo(english)]));
}
