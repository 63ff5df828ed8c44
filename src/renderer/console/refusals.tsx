/** What was refused, and what is wrong with a field, in the console's language. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode, Refused } from '../../shared/reply.ts';
import { fieldFaultWords, refusalWords } from '../words/refusal-words.ts';

export function useRefusalWords(): (refused: Refused) => string {
  const { t } = useTranslation('common');
  return useCallback((refused) => refusalWords(t, refused), [t]);
}

/** Refusals that are about one field and stand beside it. */
const ofOneField: readonly RefusalCode[] = ['label-taken', 'card-known', 'user-name-taken'];

/** Words for a field's fault code; none for none. */
export function useFaultWords(): (code: string | undefined) => string | undefined {
  const { t } = useTranslation('common');
  const { t: tConsole } = useTranslation('console');
  return useCallback(
    (code) => {
      if (code === undefined) return undefined;
      // Only the console asks for a passphrase twice.
      if (code === 'not-the-same') return tConsole('form.notTheSame');
      const refusal = ofOneField.find((known) => known === code);
      return refusal ? refusalWords(t, { code: refusal }) : fieldFaultWords(t, code);
    },
    [t, tConsole],
  );
}
