/** Which questions a visitor is asked, in which order, and which of them asks for a field. */
import type { Memory, Question, Screen } from './flow-memory.ts';

/** One question a screen, in this order, of every visitor; a site's types of visitor add to them. */
export const questions: readonly Question[] = ['name', 'contact', 'visit', 'notice', 'review'];

/** What comes instead of name, contact and visit for somebody who was here before. */
const returningQuestions: Readonly<Record<'name' | 'badge', readonly Question[]>> = {
  name: ['known', 'visit'],
  badge: ['visit'],
};

/** The questions of this visitor, in order, for showing how far it is. */
export function questionsOf({ context }: { readonly context: Memory }): readonly Question[] {
  const { asksType, demands, returning } = context;
  const before = returning === null ? questions.slice(0, 3) : returningQuestions[returning];
  return [
    ...(asksType ? (['type'] as const) : []),
    ...before,
    ...(demands.details > 0 ? (['detail'] as const) : []),
    ...(demands.rules ? (['rules'] as const) : []),
    'notice',
    ...(returning === null ? (['review'] as const) : []),
  ];
}

/** Which question asks for a field of the contract's visitor details. */
export const questionOf = {
  name: 'name',
  email: 'contact',
  phone: 'contact',
  company: 'visit',
  host: 'visit',
} as const satisfies Readonly<Record<string, Question>>;
export type FieldName = keyof typeof questionOf;

/** Screens with fields, which need the keyboard. */
export function hasFields(screen: Screen): boolean {
  return ['name', 'contact', 'known', 'visit', 'detail', 'sign-out', 'code'].includes(screen);
}
