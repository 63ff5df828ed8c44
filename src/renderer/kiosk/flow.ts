/** Which screen follows which. Pure: what was typed lives in the form, what was answered in the session. */

export type Question = 'name' | 'contact' | 'visit' | 'notice' | 'review';
export type Screen = 'attract' | Question | 'full-notice' | 'done' | 'sign-out' | 'signed-out' | 'code';

/** One question a screen, in this order. */
export const questions: readonly Question[] = ['name', 'contact', 'visit', 'notice', 'review'];

/** How many questions come before a screen's own; -1 for a screen that is none of them. */
function step(screen: Screen): number {
  return (questions as readonly Screen[]).indexOf(screen);
}

export interface Place {
  readonly screen: Screen;
  /** Came from the review to change one answer: Continue and Back both lead there again. */
  readonly changing: boolean;
}

export const start: Place = { screen: 'attract', changing: false };

export function at(screen: Screen): Place {
  return { screen, changing: false };
}

/** The place after the question on screen has been answered. */
export function forward({ screen, changing }: Place): Place {
  if (changing) return at('review');
  const next = questions[step(screen) + 1];
  return at(next ?? 'done');
}

export function backward({ screen, changing }: Place): Place {
  if (screen === 'full-notice') return at('notice');
  if (changing) return at('review');
  return at(questions[step(screen) - 1] ?? 'attract');
}

/** From the review to the question that asks for `field`. */
export function changing(question: Question): Place {
  return { screen: question, changing: true };
}

/** Screens with fields, which need the keyboard. */
export function hasFields(screen: Screen): boolean {
  return screen === 'name' || screen === 'contact' || screen === 'visit' || screen === 'sign-out';
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
