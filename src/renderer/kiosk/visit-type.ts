/** What brings the visitor here, and what they answer to it: state of the session, gone with it. */
import { useState } from 'react';
import { type ChosenType, inLanguage, type OfferedType } from '../../shared/contract/visitor-types.ts';
import { answerFaults, type VisitorAnswers } from '../../shared/visitor-answers.ts';
import type { VisitorTypeId } from '../../shared/vocabulary.ts';
import type { Demands } from './flow.ts';

export interface VisitType {
  /** As it was when it was chosen; null before. */
  readonly chosen: OfferedType | null;
  readonly answers: VisitorAnswers;
  /** Message codes by field id, of what was tried to go on with. */
  readonly faults: Readonly<Record<string, string>>;
  /** What was chosen is offered so no more: another choice is due. */
  readonly outdated: boolean;
  /** Keeps what was answered where the same type is chosen again; answers what it demands. */
  choose(type: OfferedType): Demands;
  /** Whether a detail is typed rather than touched. */
  isTyped(detail: number): boolean;
  answer(fieldId: string, value: string): void;
  /** Whether one answer will do; where not, its fault is kept to be shown. */
  check(fieldId: string, value?: string): boolean;
  /** Faults the core found, by field id. */
  setFaults(faults: Readonly<Record<string, string>>): void;
  expire(): void;
  forget(): void;
}

export function demandsOf({ fields, rules }: OfferedType): Demands {
  return { details: fields.length, rules: Object.keys(rules).length > 0 };
}

/** The rules for readers of `language`; undefined where there are none. */
export function rulesIn(type: OfferedType | null, language: string, defaultLanguage: string) {
  return type === null ? undefined : inLanguage(type.rules, language, [defaultLanguage]);
}

/** What `visits.arrive` is told; `language` is that of the screen the rules were read on. */
export function chosenTypeOf(
  { chosen, answers }: Pick<VisitType, 'chosen' | 'answers'>,
  language: string,
  defaultLanguage: string,
): { readonly visitorType?: ChosenType } {
  if (chosen === null) return {};
  const { visitorTypeId, version } = chosen;
  const rulesHash = rulesIn(chosen, language, defaultLanguage)?.words.hash ?? null;
  return { visitorType: { visitorTypeId, version, answers: { ...answers }, rulesHash } };
}

/** A type and what it was answered with. */
interface Kept {
  readonly of: VisitorTypeId | null;
  readonly answers: VisitorAnswers;
}

export function useVisitType(): VisitType {
  const [chosen, setChosen] = useState<OfferedType | null>(null);
  const [kept, setKept] = useState<Kept>({ of: null, answers: {} });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [outdated, setOutdated] = useState(false);

  /** Answers to what a type asks; those to what it asked in another version are left out. */
  function answersFor(type: OfferedType): VisitorAnswers {
    if (kept.of !== type.visitorTypeId) return {};
    const asked = new Set(type.fields.map(({ fieldId }) => fieldId));
    return Object.fromEntries(Object.entries(kept.answers).filter(([fieldId]) => asked.has(fieldId)));
  }

  return {
    chosen,
    answers: kept.answers,
    faults,
    outdated,
    choose(type) {
      setChosen(type);
      setKept({ of: type.visitorTypeId, answers: answersFor(type) });
      setFaults({});
      setOutdated(false);
      return demandsOf(type);
    },
    isTyped: (detail) => ['text', 'registration'].includes(chosen?.fields[detail]?.kind ?? ''),
    answer(fieldId, value) {
      setKept((now) => ({ ...now, answers: { ...now.answers, [fieldId]: value } }));
      setFaults(({ [fieldId]: _mended, ...rest }) => rest);
    },
    check(fieldId, value = kept.answers[fieldId] ?? '') {
      const field = chosen?.fields.find((each) => each.fieldId === fieldId);
      const fault = field && answerFaults([field], { [fieldId]: value })[fieldId];
      if (fault !== undefined) setFaults((now) => ({ ...now, [fieldId]: fault }));
      return fault === undefined;
    },
    setFaults,
    expire() {
      setChosen(null);
      setOutdated(true);
    },
    forget() {
      setChosen(null);
      setKept({ of: null, answers: {} });
      setFaults({});
      setOutdated(false);
    },
  };
}
