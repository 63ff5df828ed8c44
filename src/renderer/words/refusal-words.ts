/**
 * Puts what a call answers with into words. The keys are template types over the contract's own codes, so a
 * refusal code without English words does not compile; a Danish one is missed in `words.ts`.
 */
import type { TFunction } from 'i18next';
import type { RefusalCode, Refused } from '../../shared/reply.ts';
import type enCommon from '../../shared/words/en/common.json';

type CommonWords = TFunction<'common'>;

/** A wait as people say it: seconds up to two minutes, then minutes rounded up; `undefined` is a moment. */
export function waitWords(t: CommonWords, seconds: number | undefined): string {
  if (seconds === undefined || seconds <= 0) return t('wait.moment');
  if (seconds < 120) return t('wait.seconds', { count: seconds });
  return t('wait.minutes', { count: Math.ceil(seconds / 60) });
}

/** One sentence or two for a refusal; `t` is from `useTranslation('common')`. */
export function refusalWords(
  t: CommonWords,
  refused: Pick<Refused, 'retryAfterSeconds' | 'reference'> & { readonly code: RefusalCode },
): string {
  return t(`refusal.${refused.code}`, {
    wait: waitWords(t, refused.retryAfterSeconds),
    reference: refused.reference ?? '–',
  });
}

/** Codes of single fields, as `text.ts`, the contract and the core give them. */
export type FieldFaultCode = keyof (typeof enCommon)['fault'];

/** What is wrong with one field and what to do; a code nobody has words for reads as the plainest sentence. */
export function fieldFaultWords(t: CommonWords, code: string): string {
  return t(`fault.${code as FieldFaultCode}`, { defaultValue: t('fault.unknown') });
}
