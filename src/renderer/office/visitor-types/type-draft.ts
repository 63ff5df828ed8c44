/** A type of visitor while it is written: every language has its fields, and what stays empty is left out at the end. */
import { type FieldKind, VisitorType, visitorTypeFaults } from '../../../shared/contract/visitor-types.ts';

type ByLanguage<Words> = Readonly<Record<string, Words>>;

export interface FieldDraft {
  readonly fieldId: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly label: ByLanguage<string>;
  readonly help: ByLanguage<string>;
  readonly purpose: ByLanguage<string>;
  readonly options: readonly { readonly optionId: string; readonly words: ByLanguage<string> }[];
}

export interface TypeDraft extends Pick<VisitorType, 'host' | 'company' | 'card'> {
  readonly names: ByLanguage<string>;
  readonly fields: readonly FieldDraft[];
  /** Paragraphs, one a line. */
  readonly rules: ByLanguage<string>;
}

export const emptyDraft: TypeDraft = {
  names: {},
  host: 'optional',
  company: 'optional',
  card: 'site',
  fields: [],
  rules: {},
};

function each<Words, Out>(words: ByLanguage<Words>, of: (words: Words) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(words).map(([language, said]) => [language, of(said)]));
}

export function draftOf(type: VisitorType): TypeDraft {
  return {
    names: type.names,
    host: type.host,
    company: type.company,
    card: type.card,
    fields: type.fields.map(({ words, ...field }) => ({
      ...field,
      label: each(words, ({ label }) => label),
      help: each(words, ({ help }) => help),
      purpose: each(words, ({ purpose }) => purpose),
    })),
    rules: each(type.rules, (paragraphs) => paragraphs.join('\n')),
  };
}

function filled(words: ByLanguage<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));
}

export function paragraphsOf(text = ''): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** What is sent; not yet checked. */
export function typeOf(draft: TypeDraft): VisitorType {
  return {
    names: filled(draft.names),
    host: draft.host,
    company: draft.company,
    card: draft.card,
    fields: draft.fields.map(({ fieldId, kind, required, label, help, purpose, options }) => {
      const said = new Set([label, help, purpose].flatMap((words) => Object.keys(filled(words))));
      return {
        ...{ fieldId, kind, required },
        words: Object.fromEntries(
          [...said].map((language) => [
            language,
            {
              label: label[language] ?? '',
              help: help[language] ?? '',
              purpose: purpose[language] ?? '',
            },
          ]),
        ),
        options:
          kind === 'choice' ? options.map(({ optionId, words }) => ({ optionId, words: filled(words) })) : [],
      };
    }),
    rules: each(filled(draft.rules), paragraphsOf),
  };
}

/** Message codes by path into the type; empty when it can be saved. */
export function draftFaults(draft: TypeDraft, defaultLanguage: string): Record<string, string> {
  const type = typeOf(draft);
  const parsed = VisitorType.safeParse(type);
  const shape = parsed.success
    ? {}
    : Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [path.join('.'), message] as const).reverse(),
      );
  return { ...shape, ...visitorTypeFaults(type, defaultLanguage) };
}

/** The language a fault's words are in; undefined where it is about no words. */
export function languageOfFault(path: string, languages: readonly string[]): string | undefined {
  return path.split('.').find((step) => languages.includes(step));
}

/** An id nobody among them has: `f1`, `f2` …; an id that was used and deleted in this version may come again. */
export function freeId(prefix: 'f' | 'o', taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}

/** Whether the notice says something else after saving: what is asked and why, and that there are rules. */
export function changesNotice(before: VisitorType | null, after: VisitorType): boolean {
  const said = (type: VisitorType | null): string =>
    JSON.stringify([
      type !== null,
      type?.fields.map(({ words }) => Object.entries(words).sort()) ?? [],
      Object.keys(type?.rules ?? {}).length > 0,
    ]);
  return said(before) !== said(after);
}
