/**
 * The answers to what a type of visitor is asked beyond name, e-mail and phone: the same rules at the kiosk, at the
 * desk and in the core, made from the fields of the type.
 */
import { z } from 'zod';
import type { ExtraField } from './contract/visitor-types.ts';
import type { Refused } from './reply.ts';
import { OptionalLine } from './text.ts';

/** By field id: words, a registration, an option's id, `yes` or `no`; empty where nothing was answered. */
export type VisitorAnswers = Readonly<Record<string, string>>;

/**
 * A vehicle's registration in capitals, single spaces kept: 2–15 letters, digits, spaces and dashes with at least
 * one letter or digit, because formats differ too much between countries for more. Message `registration`.
 */
const Registration = OptionalLine.transform((text) => text.toUpperCase().replace(/\s+/g, ' ')).refine(
  (text) => text === '' || (/^[\p{L}\p{M}\p{Nd} -]{2,15}$/u.test(text) && /[\p{L}\p{Nd}]/u.test(text)),
  'registration',
);

/** What one field takes. Messages `required`, `shape`, `characters`, `too-long`, `registration`. */
function answerTo(field: ExtraField): z.ZodType<string, string> {
  const required = (text: string): boolean => !field.required || text !== '';
  switch (field.kind) {
    case 'text':
      return OptionalLine.refine(required, 'required');
    case 'registration':
      return Registration.refine(required, 'required');
    case 'choice':
      return z
        .string('required')
        .refine(required, 'required')
        .refine((text) => text === '' || field.options.some(({ optionId }) => optionId === text), 'shape');
    case 'yes-no':
      return z
        .string('required')
        .refine(required, 'required')
        .refine((text) => ['', 'yes', 'no'].includes(text), 'shape');
  }
}

/** Parses the answers to `fields` as one object; a field nobody answered is empty, one that is not asked refused. */
export function answersTo(fields: readonly ExtraField[]): z.ZodType<Record<string, string>> {
  return z.strictObject(
    Object.fromEntries(fields.map((field) => [field.fieldId, answerTo(field).prefault('')])),
  ) as z.ZodType<Record<string, string>>;
}

/** Message codes by field id; empty when every answer will do. */
export function answerFaults(fields: readonly ExtraField[], answers: VisitorAnswers): Record<string, string> {
  const parsed = answersTo(fields).safeParse(answers);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues
      .map(
        ({ path, message }) =>
          [String(path[0] ?? ''), /^[a-z-]+$/.test(message) ? message : 'shape'] as const,
      )
      .reverse(),
  );
}

/** Of a refused visit: faults of what its type asked, by field id. `under` ends in a dot. */
export function faultsOfAnswers(
  { fields = {} }: Pick<Refused, 'fields'>,
  under = 'visitorType.answers.',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([path]) => path.startsWith(under))
      .map(([path, fault]) => [path.slice(under.length), fault]),
  );
}
