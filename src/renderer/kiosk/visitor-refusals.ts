/** Refusals as a visitor should hear them: what to do, or whom to ask, and nothing about machines. */
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../shared/reply.ts';
import { refusalWords } from '../words/refusal-words.ts';

export function useVisitorRefusalWords(): (refused: Refused) => string {
  const { t } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  return (refused) => {
    switch (refused.code) {
      case 'throttled':
      case 'notice-outdated':
      case 'bad-input':
        return refusalWords(common, refused);
      case 'storage-full':
        return t('paper.text');
      case 'away':
        return t('away.wait');
      case 'unavailable':
        return t('contactBack');
      default:
        return t('trouble');
    }
  };
}
