/**
 * The words on the screens, in every language they are spoken in: `shared/words/LANGUAGE/common.json` for both
 * pages and `kiosk.json` for the kiosk, `LANGUAGE/console.json` beside this file for the console. A page starts with
 * `startWords` and then uses react-i18next's `useTranslation('kiosk')`; keys are checked by the compiler against the
 * English files. What a call answers with is put into words by `refusal-words.ts`.
 */
import { type BackendModule, createInstance, type InitOptions, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type daCommon from '../../shared/words/da/common.json';
import type daKiosk from '../../shared/words/da/kiosk.json';
import type enCommon from '../../shared/words/en/common.json';
import type enKiosk from '../../shared/words/en/kiosk.json';
import type daConsole from './da/console.json';
import type enConsole from './en/console.json';

interface Resources {
  readonly common: typeof enCommon;
  readonly kiosk: typeof enKiosk;
  readonly console: typeof enConsole;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
  }
}

/** Every text of the English file must be in the other file too; a missing one does not compile. */
type Translated<English, Other extends English> = Other;
export type Danish = [
  Translated<typeof enCommon, typeof daCommon>,
  Translated<typeof enKiosk, typeof daKiosk>,
  Translated<typeof enConsole, typeof daConsole>,
];

/** Languages the console has words in. */
export const consoleLanguages = ['da', 'en'] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

export function isConsoleLanguage(language: string): language is ConsoleLanguage {
  return (consoleLanguages as readonly string[]).includes(language);
}

type WordTree = { [key: string]: string | WordTree };
type Page = 'kiosk' | 'console';

// One small chunk for each file, so that a page loads no words it does not say.
const files = {
  ...import.meta.glob<{ readonly default: WordTree }>('../../shared/words/*/*.json'),
  ...import.meta.glob<{ readonly default: WordTree }>('./*/console.json'),
};

function fileOf(language: string, namespace: string) {
  return files[
    namespace === 'console'
      ? `./${language}/console.json`
      : `../../shared/words/${language}/${namespace}.json`
  ];
}

/** Texts by path, `kiosk.attract.greeting`, from elsewhere than the page's own files. */
export type AddedWords = (language: string) => Promise<Readonly<Record<string, string>>>;
let addedWords: AddedWords = async () => ({});
let addedFor: readonly string[] = [];
/** What the screen speaks or is about to speak; undefined until somebody has set it. */
let chosen: string | undefined;

function place(tree: WordTree, path: readonly string[], text: string): WordTree {
  const [first = '', ...rest] = path;
  const inner = tree[first];
  return {
    ...tree,
    [first]: rest.length === 0 ? text : place(typeof inner === 'object' ? inner : {}, rest, text),
  };
}

async function readWords(language: string, namespace: string): Promise<WordTree> {
  const [file, added] = await Promise.all([fileOf(language, namespace)?.(), addedWords(language)]);
  return Object.entries(added)
    .filter(([key]) => key.startsWith(`${namespace}.`))
    .reduce((tree, [key, text]) => place(tree, key.split('.').slice(1), text), file?.default ?? {});
}

const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, callback) {
    readWords(language, namespace).then(
      (tree) => callback(null, tree as Readonly<Record<string, string>>),
      (error: Error) => callback(error, null),
    );
  },
};

const words: i18n = createInstance();

function optionsOf(page: Page, languages: readonly [string, ...string[]]): InitOptions {
  return {
    lng: languages[0],
    fallbackLng: 'en',
    load: 'currentOnly',
    preload: languages,
    ns: ['common', page],
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  };
}

/** Words of a page for a part of another one, in a language of its own: for `I18nextProvider`. */
export async function createWords(page: Page, language: string): Promise<i18n> {
  const own = createInstance();
  await own.use(backend).init({ ...optionsOf(page, [language]), react: { useSuspense: false } });
  return own;
}

/** Loads the words of one page in `languages` and takes the first of them; what a language lacks reads in English. */
export async function startWords(page: Page, languages: readonly [string, ...string[]]): Promise<void> {
  words.on('languageChanged', (spoken) => {
    document.documentElement.lang = spoken;
  });
  await words.use(backend).use(initReactI18next).init(optionsOf(page, languages));
}

/** Loads further languages; from then on each is there at once, also while the host cannot be reached. */
export async function loadLanguages(languages: readonly string[]): Promise<void> {
  await words.loadLanguages(languages);
}

/**
 * Words from elsewhere come on top of the page's own files from now on. What had been loaded of these `languages`,
 * and of those that had words from elsewhere before, is loaded again.
 */
export async function addWords(source: AddedWords, languages: readonly string[]): Promise<void> {
  const loaded = [...new Set([...addedFor, ...languages])].filter((language) =>
    words.hasResourceBundle(language, 'common'),
  );
  addedWords = source;
  addedFor = languages;
  if (loaded.length === 0) return;
  await words.reloadResources(loaded);
  // Not the language of this moment: another may have been chosen while they were loaded.
  await words.changeLanguage(chosen ?? words.language);
}

/** Changes the language of the screen and of the page's `lang`, at once where it has been loaded. */
export async function setLanguage(language: string): Promise<void> {
  chosen = language;
  await words.changeLanguage(language);
}
