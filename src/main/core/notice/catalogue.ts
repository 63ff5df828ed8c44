/**
 * The catalogue: the activities a register starts from. The facts come from a manufacturer's published policy;
 * what Foyer does itself is on, everything else waits until a site turns it on and makes its words true.
 */
import {
  coreEntries,
  type EntryWords,
  type LegalBasis,
  type Register,
  type RegisterEntry,
} from '../../../shared/contract/register.ts';
import { type FurtherEntry, furtherEntries, noticeLanguages, wordsOf } from './words.ts';

const furtherBases: Readonly<Record<FurtherEntry, readonly LegalBasis[]>> = {
  watchlist: ['legitimate-interests'],
  'guest-network': ['legitimate-interests'],
  'video-surveillance': ['legitimate-interests'],
  events: ['consent', 'legitimate-interests'],
  surveys: ['legitimate-interests'],
  'business-relationships': ['legitimate-interests'],
  'end-customers': ['legitimate-interests'],
  'direct-contact': ['consent', 'legitimate-interests'],
  'e-mail-marketing': ['consent', 'legitimate-interests'],
  'printed-material': ['legitimate-interests'],
  'virtual-postcards': ['legitimate-interests'],
  'social-media': ['consent'],
  website: ['consent', 'legitimate-interests'],
};

const catalogue: readonly RegisterEntry[] = [
  ...coreEntries.map(
    (entryId): RegisterEntry => ({
      entryId,
      on: true,
      atKiosk: true,
      legalBases: ['legitimate-interests'],
      transfer: 'none',
      words: {},
    }),
  ),
  ...furtherEntries.map(
    (entryId): RegisterEntry => ({
      entryId,
      on: false,
      // The kiosk compares what is typed with it.
      atKiosk: entryId === 'watchlist',
      legalBases: [...furtherBases[entryId]],
      transfer: 'none',
      words: {},
    }),
  ),
];

/** The register with every entry of the catalogue; those it lacks, from a newer program, come last and off. */
export function completed(register: Register | null): Register {
  const entries = register?.entries ?? [];
  const known = new Set(entries.map(({ entryId }) => entryId));
  return { entries: [...entries, ...catalogue.filter(({ entryId }) => !known.has(entryId))] };
}

export function isFurtherEntry(entryId: string): entryId is FurtherEntry {
  return furtherEntries.some((further) => further === entryId);
}

/** The words that come with Foyer; undefined where it has none. */
export function catalogueWords(entryId: string, language: string): EntryWords | undefined {
  const words = wordsOf(language);
  const [core] = coreEntries.filter((each) => each === entryId);
  if (core !== undefined) return words && { ...words.core[core], retention: '' };
  return isFurtherEntry(entryId) ? words?.further[entryId] : undefined;
}

/** Every entry of the catalogue with its words, by language. */
export function catalogueByLanguage(): { entryId: string; words: Record<string, EntryWords> }[] {
  return catalogue.map(({ entryId }) => ({
    entryId,
    words: Object.fromEntries(
      noticeLanguages.flatMap((language) => {
        const words = catalogueWords(entryId, language);
        return words === undefined ? [] : [[language, words]];
      }),
    ),
  }));
}

/** What an entry says in a language: the site's words, or else the catalogue's. */
export function entryWords(entry: RegisterEntry, language: string): EntryWords | undefined {
  return Object.hasOwn(entry.words, language)
    ? entry.words[language]
    : catalogueWords(entry.entryId, language);
}

/** What an entry says to readers of a language, in another where there is nothing in their own. */
export function readableWords(
  entry: RegisterEntry,
  language: string,
  others: readonly string[],
): { readonly words: EntryWords; readonly language: string } | undefined {
  for (const each of [language, ...others, ...noticeLanguages, ...Object.keys(entry.words).sort()]) {
    const words = entryWords(entry, each);
    if (words !== undefined) return { words, language: each };
  }
  return undefined;
}
