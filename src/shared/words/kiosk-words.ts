/**
 * The words of the kiosk: which languages Foyer has them in, and which keys a language needs. Each language is a
 * folder beside this file with `kiosk.json` (the screens) and `common.json` (refusals and faults; complete only in
 * the languages of the console). English is what every other language is measured against. A site's own files are
 * read by `word-file.ts`.
 */
import enCommon from './en/common.json' with { type: 'json' };
import enKiosk from './en/kiosk.json' with { type: 'json' };

/** Languages the kiosk has words and a notice in, ISO 639-1. */
export const kioskLanguages = ['da', 'en', 'de', 'sv', 'nb', 'pl', 'fr', 'es'] as const;
export type KioskLanguage = (typeof kioskLanguages)[number];

export function isKioskLanguage(language: string): language is KioskLanguage {
  return (kioskLanguages as readonly string[]).includes(language);
}

/** Of `common.json`, what a visitor can meet; the rest is for the console. Beginnings of keys. */
const visitorCommon = [
  'refusal.bad-input',
  'refusal.throttled',
  'refusal.notice-outdated',
  'refusal.type-outdated',
  'wait.',
  'fault.required',
  'fault.characters',
  'fault.too-long',
  'fault.name',
  'fault.email',
  'fault.phone',
  'fault.registration',
  'fault.shape',
  'fault.unknown',
] as const;

interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** Every text by its path, `attract.greeting`. */
export function flatWords(words: WordTree, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flatWords(value, `${path}${key}.`),
  );
}

/** The English words of the kiosk by path, file first: `kiosk.attract.greeting`, `common.fault.name`. */
export const englishWords: ReadonlyMap<string, string> = new Map([
  ...flatWords(enKiosk, 'kiosk.'),
  ...flatWords(enCommon, 'common.').filter(([key]) =>
    visitorCommon.some(
      (known) => key === `common.${known}` || (known.endsWith('.') && key.startsWith(`common.${known}`)),
    ),
  ),
]);

/** `one` and `other` in English; `few` and `many` beside them in Polish (CLDR, by way of Intl). */
export function pluralForms(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/**
 * The keys a language needs, each with the English text it stands for: those of English, with the plural forms of
 * the language in place of the English ones.
 */
export function neededWords(language: string): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  for (const [key, text] of englishWords) {
    if (key.endsWith('_one')) continue;
    if (!key.endsWith('_other')) needed.set(key, text);
    else
      for (const form of pluralForms(language))
        needed.set(
          key.replace(/other$/, form),
          form === 'one' ? (englishWords.get(key.replace(/other$/, 'one')) ?? text) : text,
        );
  }
  return needed;
}

/** What a text leaves open for the screen to fill in, `{{name}}`; sorted. */
export function placeholders(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}
