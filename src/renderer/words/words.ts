/**
 * The words on the screens, in every language they are spoken in: `LANGUAGE/common.json` for both pages,
 * `kiosk.json` and `console.json` for one each. A page starts with `startWords` and then uses react-i18next's
 * `useTranslation('kiosk')`; keys are checked by the compiler against the English files. What a call answers with
 * is put into words by `refusal-words.ts`.
 */
import { type BackendModule, createInstance, type InitOptions, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type daCommon from './da/common.json';
import type daConsole from './da/console.json';
import type daKiosk from './da/kiosk.json';
import type enCommon from './en/common.json';
import type enConsole from './en/console.json';
import type enKiosk from './en/kiosk.json';

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

/** Languages the screens have words in. */
export const spokenLanguages = ['da', 'en'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

export function isSpoken(language: string): language is SpokenLanguage {
  return spokenLanguages.some((spoken) => spoken === language);
}

// One small chunk for each file, so that the kiosk never loads the console's words.
const files = import.meta.glob<{ readonly default: object }>('./*/*.json');

const bundledFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, callback) {
    const load = files[`./${language}/${namespace}.json`];
    if (load === undefined) callback(new Error(`no words for ${language}/${namespace}`), null);
    else
      load().then(
        (file) => callback(null, file.default as Readonly<Record<string, string>>),
        (error: Error) => callback(error, null),
      );
  },
};

const words: i18n = createInstance();

function optionsOf(page: 'kiosk' | 'console', language: string): InitOptions {
  return {
    lng: language,
    fallbackLng: 'en',
    supportedLngs: spokenLanguages,
    preload: spokenLanguages,
    ns: ['common', page],
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  };
}

/** Words of a page for a part of another one, in a language of its own: for `I18nextProvider`. */
export async function createWords(page: 'kiosk' | 'console', language: string): Promise<i18n> {
  const own = createInstance();
  await own
    .use(bundledFiles)
    .init({ ...optionsOf(page, isSpoken(language) ? language : 'en'), react: { useSuspense: false } });
  return own;
}

/**
 * Loads the words of one page in every language and takes `language` as the first one. All languages are loaded
 * at once, because changing the language must work while the host cannot be reached.
 */
export async function startWords(page: 'kiosk' | 'console', language: SpokenLanguage): Promise<void> {
  words.on('languageChanged', (spoken) => {
    document.documentElement.lang = spoken;
  });
  await words.use(bundledFiles).use(initReactI18next).init(optionsOf(page, language));
}

/** Changes the language of the screen and of the page's `lang`; a language without words reads in English. */
export async function setLanguage(language: string): Promise<void> {
  await words.changeLanguage(isSpoken(language) ? language : 'en');
}
