/**
 * A site's own file of words, `words/LANGUAGE.json` in the data folder: adds a language to the kiosk or changes
 * words of one it has. Whatever is wrong with a text leaves that text out and is said; nothing in a file can stop
 * a screen.
 */
import { z } from 'zod';
import { neededWords, placeholders } from './kiosk-words.ts';

/** Layouts of the on-screen keyboard. */
export const KeyboardLanguage = z.enum(['da', 'en', 'de', 'sv', 'nb', 'pl', 'fr', 'es']);
export type KeyboardLanguage = z.output<typeof KeyboardLanguage>;

/** Bytes of one file; the English words take about 7 kB. */
export const largestWordFile = 128 * 1024;
/** Files that are read; the rest is reported. */
export const mostWordFiles = 40;
/** UTF-16 units of one text; the longest English one has 134. */
const longestWords = 400;
/** Keys reported of each kind; a file with more faults than these needs another editor first. */
const mostReported = 200;
const longestReported = 80;

export const WordFault = z.enum([
  /** The file: its name is not two letters, it cannot be read, it is too large or not UTF-8, it is not JSON. */
  'file-name',
  'unreadable',
  'too-large',
  'too-many-files',
  'not-json',
  /** A text: not a text at all, empty, too long, with control characters, with markup. */
  'not-text',
  'empty',
  'too-long',
  'characters',
  'markup',
  /** A text that does not leave open what the English one leaves open. */
  'placeholders',
  /** `keyboard` names no layout. */
  'keyboard',
]);
export type WordFault = z.output<typeof WordFault>;

const WordText = z
  .string('not-text')
  .min(1, 'empty')
  .max(longestWords, 'too-long')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  .refine((text) => !/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/.test(text), 'characters')
  .refine((text) => text.trim() !== '', 'empty')
  .refine((text) => !/<|>|&#?\w+;/.test(text), 'markup')
  // Besides {{name}} the words know references to each other, and a file must not make a circle of them.
  .refine((text) => !/\$t\(|\{\{|\}\}/.test(text.replace(/\{\{\w+\}\}/g, '')), 'placeholders');

export interface WordFileReading {
  readonly keyboard: KeyboardLanguage | null;
  /** Texts that may be shown, by path as in `englishWords`. */
  readonly words: ReadonlyMap<string, string>;
  /** Keys of the file that Foyer does not know. */
  readonly unknown: readonly string[];
  /** Texts that are left out and why; key `''` is the whole file. */
  readonly faults: readonly { readonly key: string; readonly fault: WordFault }[];
}

/** A file of which nothing can be used. */
export function unusableWordFile(fault: WordFault): WordFileReading {
  return { keyboard: null, words: new Map(), unknown: [], faults: [{ key: '', fault }] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths and what stands there, down to the depth words have; deeper objects are no texts. */
function entriesOf(
  value: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
    isObject(inner) && depth > 0 ? entriesOf(inner, `${path}${key}.`, depth - 1) : [[path + key, inner]],
  );
}

/** A plural form may leave its number out; everything else must be filled in. */
function keepsPlaceholders(text: string, english: string): boolean {
  const counts = (found: readonly string[]): string[] => found.filter((name) => name !== '{{count}}');
  const given = placeholders(text);
  const wanted = placeholders(english);
  return (
    counts(given).join() === counts(wanted).join() &&
    (wanted.includes('{{count}}') || !given.includes('{{count}}'))
  );
}

/** Reads the text of `LANGUAGE.json`; never throws. */
export function readWordFile(language: string, text: string): WordFileReading {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return unusableWordFile('not-json');
  }
  if (!isObject(file)) return unusableWordFile('not-json');
  const needed = neededWords(language);
  const words = new Map<string, string>();
  const unknown: string[] = [];
  const faults: { key: string; fault: WordFault }[] = [];
  const keyboard = KeyboardLanguage.safeParse(file.keyboard);
  if (file.keyboard !== undefined && !keyboard.success) faults.push({ key: 'keyboard', fault: 'keyboard' });
  for (const [key, value] of entriesOf(file, '', 4)) {
    const english = needed.get(key);
    if (key === 'keyboard') continue;
    if (english === undefined) {
      unknown.push(key.slice(0, longestReported));
      continue;
    }
    const read = WordText.safeParse(value);
    const fault = read.success
      ? keepsPlaceholders(read.data, english)
        ? null
        : 'placeholders'
      : WordFault.catch('not-text').parse(read.error.issues[0]?.message);
    if (fault === null) words.set(key, (value as string).trim());
    else faults.push({ key, fault });
  }
  return {
    keyboard: keyboard.success ? keyboard.data : null,
    words,
    unknown: unknown.slice(0, mostReported),
    faults: faults.slice(0, mostReported),
  };
}
