/**
 * The fixed words of the notice. A language is one file, `text-XX.ts`, and one line in the list below; words for
 * the entries of the catalogue that Foyer does not process itself are in `catalogue-XX.ts`.
 */
import type { CoreEntry, EntryWords, LegalBasis, TransferBasis } from '../../../shared/contract/register.ts';
import { danish } from './text-da.ts';
import { german } from './text-de.ts';
import { english } from './text-en.ts';
import { spanish } from './text-es.ts';
import { french } from './text-fr.ts';
import { norwegian } from './text-nb.ts';
import { polish } from './text-pl.ts';
import { swedish } from './text-sv.ts';

/** Entries that are off until a site turns them on, in the order of the catalogue. */
export const furtherEntries = [
  'guest-network',
  'video-surveillance',
  'events',
  'surveys',
  'business-relationships',
  'end-customers',
  'direct-contact',
  'e-mail-marketing',
  'printed-material',
  'virtual-postcards',
  'social-media',
  'website',
  'watchlist',
] as const;
export type FurtherEntry = (typeof furtherEntries)[number];

/** Words of the core entries; how long they are kept is made from the retention settings. */
export type CoreWords = Omit<EntryWords, 'retention'>;

export type FactLabel = Exclude<keyof EntryWords, 'title'> | 'basis';

/** Days as whole numbers; texts of the site come in as they were typed. */
export interface NoticeWords {
  readonly title: string;
  readonly lead: (controller: string) => string;
  /** What a visitor reads standing: at most 60 words in English, 75 in any language, with the catalogue's words. */
  readonly short: {
    readonly data: {
      readonly title: string;
      readonly text: string;
      /** Instead of `text` where the site asks some visitors for more. */
      readonly textWithDetails: string;
    };
    readonly purpose: { readonly title: string; readonly text: (purpose: string, basis: string) => string };
    readonly retention: {
      readonly title: (contactDays: number) => string;
      /** `rest`: days of what is kept longer than the contact details, null where nothing is. */
      readonly text: (rest: number | null) => string;
    };
    readonly rights: { readonly title: string; readonly text: (contact: string) => string };
    readonly also: (titles: string) => string;
  };
  readonly responsible: {
    readonly heading: string;
    readonly who: (controller: string, registrationNumber: string, address: string) => string;
    readonly contact: (email: string, phone: string) => string;
  };
  /** Said with the data of the visits where the site has types of visitor. `labels`: of the fields, as on screen. */
  readonly kindOfVisit: {
    readonly kind: string;
    readonly rules: string;
    readonly details: (labels: string) => string;
  };
  /** Said with the visits: what happens without the details, and that nothing is signed. */
  readonly visitsNote: readonly string[];
  readonly labels: Readonly<Record<FactLabel, string>>;
  /** The short layer has the name alone. */
  readonly bases: Readonly<Record<LegalBasis, { readonly name: string; readonly article: string }>>;
  /** What stands after the countries of a transfer. */
  readonly transfers: Readonly<Record<TransferBasis, string>>;
  readonly nobody: string;
  readonly retention: {
    readonly visits: (contactDays: number, visitDays: number) => string;
    readonly cards: (cardLinkDays: number) => string;
  };
  readonly access: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly rights: {
    readonly heading: string;
    readonly what: string;
    /** Only where an activity rests on consent. */
    readonly withdrawal: string;
    readonly how: (contact: string) => string;
    readonly complaint: (authority: string) => string;
  };
  /** Stands over an entry that has no words in this language. */
  readonly untranslated: string;
  readonly core: Readonly<Record<CoreEntry, CoreWords>>;
  readonly further: Readonly<Record<FurtherEntry, EntryWords>>;
}

/** The languages of the notice. */
const languages: Readonly<Record<string, NoticeWords>> = {
  da: danish,
  en: english,
  de: german,
  sv: swedish,
  nb: norwegian,
  pl: polish,
  fr: french,
  es: spanish,
};

export const noticeLanguages: readonly string[] = Object.keys(languages);

export function wordsOf(language: string): NoticeWords | undefined {
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}

/** The language the notice is read in where the screen speaks `language`: its own, or English where it has no text. */
export function noticeLanguageOf(language: string): string {
  return wordsOf(language) === undefined ? 'en' : language;
}

/** The languages a site needs the notice in, each once, in its order. */
export function noticeLanguagesOf(languages: readonly string[]): string[] {
  return [...new Set(languages.map(noticeLanguageOf))];
}
