/** Visits found while somebody types, in every screen that has a box for it. */
import { useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Refused } from '../../shared/reply.ts';
import { type CallOptions, useCall } from './queries.ts';
import { useSettled } from './settled.ts';

const options: CallOptions = { keepPrevious: true, forget: true };

export interface VisitSearch {
  /** Whether there is anything to look for. */
  readonly searching: boolean;
  /** What was found for {@link question}; undefined until the first answer of a search. */
  readonly answer: CallOutput<'visits.search'> | undefined;
  /** What `answer` belongs to; another string for another text or scope, null without an answer. */
  readonly question: string | null;
  /** An answer to what is written now has not come yet. */
  readonly waiting: boolean;
  readonly fault: Refused | null;
}

/**
 * From one letter to the next the answer before stays, so that nothing flickers; a search that begins anew never
 * shows what the one before it found. Without a text everything in `scope` is found if `wholeScope`, else nothing.
 */
export function useVisitSearch(
  text: string,
  scope: CallInput<'visits.search'>['scope'],
  wholeScope: boolean,
): VisitSearch {
  const typed = text.trim();
  const settled = useSettled(typed);
  const asked = typed === '' ? '' : settled;
  const searching = typed !== '' || wholeScope;
  const enabled = searching && (typed === '' || asked !== '');
  const search = useCall('visits.search', { text: asked, scope }, { ...options, enabled });
  const [answered, setAnswered] = useState<string | null>(null);
  const isFresh = enabled && search.data !== undefined && !search.isPlaceholderData;
  const question = !searching ? null : isFresh ? `${scope} ${asked}` : answered;
  if (question !== answered) setAnswered(question);
  return {
    searching,
    answer: question === null ? undefined : search.data,
    question,
    waiting: searching && search.isPlaceholderData,
    fault: searching ? search.error : null,
  };
}
