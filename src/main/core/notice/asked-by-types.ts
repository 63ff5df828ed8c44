/** What the types of visitor ask, as the notice and the register say it: labels, purposes, and that rules are shown. */
import { type FieldWords, inLanguage } from '../../../shared/contract/visitor-types.ts';
import type { Stores } from '../stores.ts';
import type { NoticeWords } from './words.ts';

export interface AskedByTypes {
  /** The site has types, so a visit says which it was. */
  readonly kinds: boolean;
  readonly rules: boolean;
  /** The words of every field of the types that are offered, by language. */
  readonly fields: readonly Readonly<Record<string, FieldWords>>[];
}

export const nothingAsked: AskedByTypes = { kinds: false, rules: false, fields: [] };

export function askedBy(stores: Pick<Stores, 'visitorTypes'>): AskedByTypes {
  const offered = stores.visitorTypes.all().filter(({ retiredAt }) => retiredAt === null);
  return {
    kinds: offered.length > 0,
    rules: offered.some(({ type }) => Object.keys(type.rules).length > 0),
    fields: offered.flatMap(({ type }) => type.fields.map(({ words }) => words)),
  };
}

function fieldsIn({ fields }: AskedByTypes, language: string, defaultLanguage: string): FieldWords[] {
  return fields.flatMap((words) => inLanguage(words, language, [defaultLanguage])?.words ?? []);
}

/** Sentences beside the data of the visits; two types that ask the same ask it once. */
export function dataOfTypes(
  asked: AskedByTypes,
  { kindOfVisit }: Pick<NoticeWords, 'kindOfVisit'>,
  language: string,
  defaultLanguage: string,
): string[] {
  const labels = new Set(fieldsIn(asked, language, defaultLanguage).map(({ label }) => label));
  return [
    ...(asked.kinds ? [kindOfVisit.kind] : []),
    ...(asked.rules ? [kindOfVisit.rules] : []),
    ...(labels.size > 0 ? [kindOfVisit.details([...labels].join(', '))] : []),
  ];
}

/** `Registration: to open the gate.` for each field. */
export function askedPurposes(asked: AskedByTypes, language: string, defaultLanguage: string): string[] {
  const said = fieldsIn(asked, language, defaultLanguage).map(({ label, purpose }) => {
    const text = `${label}: ${purpose}`;
    return /[.!?]$/u.test(text) ? text : `${text}.`;
  });
  return [...new Set(said)];
}
