/**
 * Types of visitor a site distinguishes: what each is asked beyond name, e-mail and phone, which rules of the site
 * it has to know, and whether host, company and card are due. Without any nobody is asked.
 */
import { z } from 'zod';
import { graphemeCount, Line, OptionalLine, Paragraph } from '../text.ts';
import { EpochMs, Language, VisitorTypeId } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** Characters of what stands on a button or above a field; message `greeting-long`. */
const longestLabel = 60;
const Label = Line.refine((text) => graphemeCount(text) <= longestLabel, 'greeting-long');

/** Words of a type by language; a language left out reads those of the site's default language. */
const byLanguage = <Words extends z.ZodType>(words: Words) => z.record(Language, words);

/** Made by the office; short, so that an option's id is never taken for what somebody wrote. */
const ShortId = z.string().regex(/^[a-z][a-z0-9]{0,3}$/, 'shape');

export const FieldKind = z.enum(['text', 'choice', 'yes-no', 'registration']);
export type FieldKind = z.infer<typeof FieldKind>;

export const FieldWords = z.strictObject({
  label: Label,
  help: OptionalLine,
  /** Why it is asked; the notice says it. */
  purpose: Line,
});
export type FieldWords = z.output<typeof FieldWords>;

/** Offered at once: as many buttons as the smallest kiosk shows without turning a page. */
export const mostTypes = 12;
export const mostFields = 4;
export const mostOptions = 6;

export const ExtraField = z
  .strictObject({
    fieldId: ShortId,
    /** `registration`: of a vehicle. */
    kind: FieldKind,
    required: z.boolean(),
    words: byLanguage(FieldWords),
    /** Of a choice; empty for every other kind. */
    options: z
      .array(z.strictObject({ optionId: ShortId, words: byLanguage(Label) }))
      .max(mostOptions, 'shape'),
  })
  .superRefine(({ kind, options }, context) => {
    const fault = (message: string, ...path: (string | number)[]): void =>
      context.addIssue({ code: 'custom', path: ['options', ...path], message });
    if (kind === 'choice' && options.length < 2) fault('required');
    if (kind !== 'choice' && options.length > 0) fault('shape');
    if (new Set(options.map(({ optionId }) => optionId)).size < options.length) fault('taken');
  });
export type ExtraField = z.output<typeof ExtraField>;

/** Words of the site's rules in its default language, and in a translation, which may need more. */
export const mostRulesWords = { own: 120, translated: 170 } as const;

/** Runs between spaces that hold a letter or a digit. */
export function wordCount(paragraphs: readonly string[]): number {
  return paragraphs
    .join(' ')
    .split(/\s+/u)
    .filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
}

/** Paragraphs of the site's rules. Message `rules-long`. */
const Rules = z
  .array(Paragraph)
  .min(1, 'required')
  .max(8, 'rules-long')
  .refine((paragraphs) => wordCount(paragraphs) <= mostRulesWords.translated, 'rules-long');

export const VisitorType = z
  .strictObject({
    names: byLanguage(Label),
    host: z.enum(['optional', 'required']),
    company: z.enum(['optional', 'required']),
    /** `site`: as the site's settings say. */
    card: z.enum(['site', 'due', 'not-due']),
    fields: z.array(ExtraField).max(mostFields, 'shape'),
    /** Empty where the type has none. */
    rules: byLanguage(Rules),
  })
  .superRefine(({ fields }, context) => {
    if (new Set(fields.map(({ fieldId }) => fieldId)).size < fields.length)
      context.addIssue({ code: 'custom', path: ['fields'], message: 'taken' });
  });
export type VisitorType = z.output<typeof VisitorType>;

/** What only the site can tell: everything needs words in its default language. Message codes by path. */
export function visitorTypeFaults(type: VisitorType, defaultLanguage: string): Record<string, string> {
  const faults: Record<string, string> = {};
  const need = (words: Readonly<Record<string, unknown>>, path: string, field = ''): void => {
    if (!Object.hasOwn(words, defaultLanguage)) faults[`${path}.${defaultLanguage}${field}`] = 'required';
  };
  need(type.names, 'names');
  type.fields.forEach((field, index) => {
    need(field.words, `fields.${index}.words`, '.label');
    field.options.forEach(({ words }, option) => {
      need(words, `fields.${index}.options.${option}.words`);
    });
  });
  if (Object.keys(type.rules).length > 0) need(type.rules, 'rules');
  if (wordCount(type.rules[defaultLanguage] ?? []) > mostRulesWords.own)
    faults[`rules.${defaultLanguage}`] = 'rules-long';
  return faults;
}

/** The words for readers of `language`: their own, or those of the first of `others` that there are, or any. */
export function inLanguage<Words>(
  words: Readonly<Record<string, Words>>,
  language: string,
  others: readonly string[],
): { readonly words: Words; readonly language: string } | undefined {
  for (const each of [language, ...others, 'en', ...Object.keys(words).sort()]) {
    const found = Object.hasOwn(words, each) ? words[each] : undefined;
    if (found !== undefined) return { words: found, language: each };
  }
  return undefined;
}

const Version = z.number().int().positive();

/** A type as the kiosk and the desk ask by it. Nothing personal. */
export const OfferedType = z.strictObject({
  visitorTypeId: VisitorTypeId,
  version: Version,
  names: byLanguage(z.string()),
  host: z.enum(['optional', 'required']),
  company: z.enum(['optional', 'required']),
  fields: z.array(
    z.strictObject({
      fieldId: z.string(),
      kind: FieldKind,
      required: z.boolean(),
      words: byLanguage(z.strictObject({ label: z.string(), help: z.string(), purpose: z.string() })),
      options: z.array(z.strictObject({ optionId: z.string(), words: byLanguage(z.string()) })),
    }),
  ),
  /** The hash is SHA-256, hexadecimal, of the paragraphs as canonical JSON: what a visit says it was shown. */
  rules: byLanguage(z.strictObject({ paragraphs: z.array(z.string()), hash: z.string() })),
});
export type OfferedType = z.output<typeof OfferedType>;

/** Bounds what is parsed before the type's own rules are known. */
const Answer = z.string('required').max(480, 'too-long');

/** What a visitor of a type chose, answered and read. */
export const ChosenType = z.strictObject({
  visitorTypeId: VisitorTypeId,
  /** The version that was asked; refused with `type-outdated` unless it is still offered. */
  version: Version,
  answers: z.record(ShortId, Answer),
  /** Of the rules that were acknowledged, null where there are none. */
  rulesHash: z.string().max(64, 'shape').nullable(),
});
export type ChosenType = z.output<typeof ChosenType>;

export const AnswersById = z.record(ShortId, Answer);

/** An answer as staff read it: words of the version that was asked, in the site's default language. */
export const GivenAnswer = z.strictObject({
  fieldId: z.string(),
  label: z.string(),
  kind: FieldKind,
  value: z.string(),
  /** The value, or the words of the option that was chosen. */
  text: z.string(),
  required: z.boolean(),
  /** Of a choice. */
  options: z.array(z.strictObject({ optionId: z.string(), words: z.string() })),
});
export type GivenAnswer = z.output<typeof GivenAnswer>;

const ListedType = z.strictObject({
  visitorTypeId: VisitorTypeId,
  version: Version,
  retired: z.boolean(),
  changedAt: EpochMs,
  type: VisitorType,
});
export type ListedType = z.output<typeof ListedType>;

const decides = ['privacy', 'administrator'] as const;

export const visitorTypes = {
  'types.list': query({
    summary: 'The types of visitor in the order of the kiosk, with those that were retired last.',
    access: [...decides],
    input: z.strictObject({}),
    output: z.strictObject({
      types: z.array(ListedType),
      languages: z.array(Language),
      defaultLanguage: Language,
    }),
  }),
  'types.save': command({
    summary:
      'Adds a type of visitor, or gives one a new version; the notice is published anew where it says what is asked. Earlier visits keep the version they were asked by.',
    access: [...decides],
    input: z.strictObject({
      /** Null adds one, after the others. */
      visitorTypeId: VisitorTypeId.nullable(),
      /** The version that was edited, 0 for a new type; refused with `type-outdated` where there is a newer one. */
      version: z.number().int().nonnegative(),
      type: VisitorType,
    }),
    output: z.strictObject({
      visitorTypeId: VisitorTypeId,
      version: Version,
      noticeVersion: z.number().int(),
    }),
  }),
  'types.arrange': command({
    summary: 'The order in which the types are offered: every one that is offered, once.',
    access: [...decides],
    input: z.strictObject({ visitorTypeIds: z.array(VisitorTypeId).max(100, 'shape') }),
    output: z.strictObject({}),
  }),
  'types.retire': command({
    summary: 'Offers a type no more, or offers it again; visits keep it.',
    access: [...decides],
    input: z.strictObject({ visitorTypeId: VisitorTypeId, retired: z.boolean() }),
    output: z.strictObject({ noticeVersion: z.number().int() }),
  }),
} as const;
