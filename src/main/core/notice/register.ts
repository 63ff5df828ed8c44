/** Rules of the register beyond its shape, and what one register says differently from another. */
import type { RegisterChange, Untranslated } from '../../../shared/contract/notice.ts';
import {
  isCoreEntry,
  type Register,
  type RegisterEntry,
  wordsFaults,
} from '../../../shared/contract/register.ts';
import type { FieldFaults } from '../../../shared/reply.ts';
import { canonicalJson } from './canonical.ts';
import { completed, entryWords, isFurtherEntry } from './catalogue.ts';
import { noticeLanguages } from './words.ts';

/** Message codes by path into the register; empty when nothing is wrong. */
export function registerFaults(register: Register): FieldFaults {
  const faults: Record<string, string> = {};
  const seen = new Set<string>();
  register.entries.forEach((entry, index) => {
    const path = `entries.${index}`;
    if (seen.has(entry.entryId)) faults[`${path}.entryId`] = 'taken';
    seen.add(entry.entryId);
    if (new Set(entry.legalBases).size < entry.legalBases.length) faults[`${path}.legalBases`] = 'shape';
    Object.assign(
      faults,
      isCoreEntry(entry.entryId) ? coreFaults(entry, path) : {},
      faultsOfWords(entry, path),
    );
  });
  if (completed(register).entries.length > register.entries.length) faults.entries = 'entry-missing';
  return faults;
}

/** Foyer does it, so the notice says it; and nobody is asked for consent at the kiosk. */
function coreFaults(entry: RegisterEntry, path: string): FieldFaults {
  const faults: Record<string, string> = {};
  if (!entry.on) faults[`${path}.on`] = 'core-entry';
  if (!entry.atKiosk) faults[`${path}.atKiosk`] = 'core-entry';
  if (entry.legalBases.includes('consent')) faults[`${path}.legalBases`] = 'no-consent';
  return faults;
}

/** The catalogue's words too must bear what a site makes of the entry's facts. */
function faultsOfWords(entry: RegisterEntry, path: string): FieldFaults {
  const faults: Record<string, string> = {};
  const languages = [...new Set([...noticeLanguages, ...Object.keys(entry.words)])].filter(
    (language) => entryWords(entry, language) !== undefined,
  );
  if (languages.length === 0) faults[`${path}.words`] = 'required';
  for (const language of languages) {
    const words = entryWords(entry, language);
    for (const [field, message] of Object.entries(words ? wordsFaults(entry, words) : {}))
      faults[`${path}.words.${language}.${field}`] = message;
  }
  return faults;
}

/** What `after` says that `before` does not, in the order of `after`. */
export function registerChanges(before: Register, after: Register): RegisterChange[] {
  const changes: RegisterChange[] = [];
  const add = (entryId: string, change: RegisterChange['change'], languages: string[] = []): void => {
    changes.push({ entryId, change, languages });
  };
  const old = new Map(before.entries.map((entry) => [entry.entryId, entry]));
  const kept = after.entries.filter(({ entryId }) => old.has(entryId)).map(({ entryId }) => entryId);
  const keptBefore = before.entries.map(({ entryId }) => entryId).filter((entryId) => kept.includes(entryId));
  for (const entry of after.entries) {
    const { entryId } = entry;
    const was = old.get(entryId);
    if (was === undefined) {
      add(entryId, 'added');
      continue;
    }
    if (was.on !== entry.on) add(entryId, entry.on ? 'on' : 'off');
    if (factsOf(was) !== factsOf(entry)) add(entryId, 'facts');
    const languages = changedLanguages(was, entry);
    if (languages.length > 0) add(entryId, 'words', languages);
    if (keptBefore.indexOf(entryId) !== kept.indexOf(entryId)) add(entryId, 'moved');
  }
  for (const { entryId } of before.entries) if (!kept.includes(entryId)) add(entryId, 'removed');
  return changes;
}

function factsOf({ atKiosk, legalBases, transfer }: RegisterEntry): string {
  return canonicalJson({ atKiosk, legalBases, transfer });
}

function changedLanguages(before: RegisterEntry, after: RegisterEntry): string[] {
  const languages = new Set([...noticeLanguages, ...Object.keys(before.words), ...Object.keys(after.words)]);
  return [...languages]
    .filter(
      (language) =>
        canonicalJson(entryWords(before, language) ?? null) !==
        canonicalJson(entryWords(after, language) ?? null),
    )
    .sort();
}

/** Entries that are on and do not say the same in every language of the site. */
export function untranslated(register: Register, languages: readonly string[]): Untranslated[] {
  return register.entries
    .filter(({ on }) => on)
    .flatMap((entry) =>
      languages.flatMap((language): Untranslated[] => {
        const { entryId } = entry;
        if (entryWords(entry, language) === undefined) return [{ entryId, language, reason: 'missing' }];
        const ownElsewhere = languages.some((other) => Object.hasOwn(entry.words, other));
        const comesWithFoyer = isCoreEntry(entryId) || isFurtherEntry(entryId);
        return comesWithFoyer && ownElsewhere && !Object.hasOwn(entry.words, language)
          ? [{ entryId, language, reason: 'catalogue' }]
          : [];
      }),
    );
}
