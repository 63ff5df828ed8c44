/** An entry as the editor's form holds it, and back. */
import type { EntryWords, LegalBasis, RegisterEntry } from '../../../shared/contract/register.ts';
import type { FieldFaults } from '../../../shared/reply.ts';
import { catalogueWordsIn, type Draft, isOfCatalogue, wordsIn } from './register-words.ts';

export const wordFields = [
  'title',
  'purpose',
  'data',
  'people',
  'source',
  'interest',
  'recipients',
  'transfers',
  'retention',
] as const satisfies readonly (keyof EntryWords)[];

const noWords: EntryWords = {
  title: '',
  purpose: '',
  data: '',
  people: '',
  source: '',
  interest: '',
  recipients: '',
  transfers: '',
  retention: '',
};

export interface EntryValues {
  readonly on: boolean;
  readonly atKiosk: boolean;
  readonly legalBases: LegalBasis[];
  readonly transfer: RegisterEntry['transfer'];
  /** Every language of the site; one that is empty throughout is left out of the register. */
  readonly words: Record<string, EntryWords>;
}

/** Eight hexadecimal digits tell the site's own entries from each other. */
export function newEntry(): RegisterEntry {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return {
    entryId: `own-${number.toString(16).padStart(8, '0')}`,
    on: true,
    atKiosk: false,
    legalBases: ['legitimate-interests'],
    transfer: 'none',
    words: {},
  };
}

export function valuesOf(draft: Draft, entry: RegisterEntry, languages: readonly string[]): EntryValues {
  const { on, atKiosk, legalBases, transfer } = entry;
  return {
    on,
    atKiosk,
    legalBases: [...legalBases],
    transfer,
    words: Object.fromEntries(
      languages.map((language) => [language, { ...noWords, ...wordsIn(draft, entry, language) }]),
    ),
  };
}

/** Words that are the catalogue's stay the catalogue's, so that they follow it. */
export function entryOf(draft: Draft, entry: RegisterEntry, values: EntryValues): RegisterEntry {
  const words: Record<string, EntryWords> = { ...entry.words };
  for (const [language, typed] of Object.entries(values.words)) {
    const catalogue = catalogueWordsIn(draft, entry.entryId, language);
    const isCatalogue = catalogue && wordFields.every((field) => typed[field].trim() === catalogue[field]);
    if (isCatalogue || wordFields.every((field) => typed[field].trim() === '')) delete words[language];
    else words[language] = typed;
  }
  const { on, atKiosk, legalBases, transfer } = values;
  return { entryId: entry.entryId, on, atKiosk, legalBases, transfer, words };
}

/** The core names a fault by the entry's place in the register; here there is one entry. */
export function faultsHere(fields: FieldFaults, index: number, language: string): FieldFaults {
  const here = `register.entries.${index}.`;
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      if (!path.startsWith(here)) return ['', message];
      const field = path.slice(here.length);
      return [field === 'words' ? `words.${language}.title` : field, message];
    }),
  );
}

export function isOwnEntry(draft: Draft, { entryId }: RegisterEntry): boolean {
  return !isOfCatalogue(draft, entryId);
}
