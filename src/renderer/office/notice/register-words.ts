/** How entries of the register are named on the office's screens. */
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { EntryWords, Register, RegisterEntry } from '../../../shared/contract/register.ts';

export type Draft = CallOutput<'notice.draft'>;

/** The entry's words in a language, the site's own or the catalogue's. */
export function wordsIn(draft: Draft, entry: RegisterEntry, language: string): EntryWords | undefined {
  return entry.words[language] ?? catalogueWordsIn(draft, entry.entryId, language);
}

export function catalogueWordsIn(draft: Draft, entryId: string, language: string): EntryWords | undefined {
  return draft.catalogue.find((each) => each.entryId === entryId)?.words[language];
}

/** True for an entry that comes with Foyer. */
export function isOfCatalogue(draft: Draft, entryId: string): boolean {
  return draft.catalogue.some((each) => each.entryId === entryId);
}

/** The entry's title in the language of the screen, or in whichever it has. */
export function entryTitle(draft: Draft, entry: RegisterEntry, language: string): string {
  for (const each of [language, 'en', ...Object.keys(entry.words)]) {
    const words = wordsIn(draft, entry, each);
    if (words) return words.title;
  }
  return entry.entryId;
}

/** The title of an entry by its id, also of one that the draft has taken out. */
export function titleOf(draft: Draft, entryId: string, language: string): string {
  const entry = [...draft.register.entries, ...draft.published.register.entries].find(
    (each) => each.entryId === entryId,
  );
  return entry ? entryTitle(draft, entry, language) : entryId;
}

/** The register with `entry` in the place of its namesake, or at the end. */
export function withEntry({ entries }: Register, entry: RegisterEntry): Register {
  return entries.some(({ entryId }) => entryId === entry.entryId)
    ? { entries: entries.map((each) => (each.entryId === entry.entryId ? entry : each)) }
    : { entries: [...entries, entry] };
}

export function withoutEntry({ entries }: Register, entryId: string): Register {
  return { entries: entries.filter((each) => each.entryId !== entryId) };
}
