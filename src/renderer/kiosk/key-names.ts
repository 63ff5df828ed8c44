/** The names of the on-screen keys in the language of the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyNames } from '../ui/touch-key-names.ts';

export function useKeyNames(): KeyNames {
  const { t } = useTranslation('kiosk');
  return useMemo(
    () => ({
      label: t('keyboard.label'),
      shift: t('keyboard.shift'),
      delete: t('keyboard.delete'),
      space: t('keyboard.space'),
      enter: t('keyboard.enter'),
      accents: t('keyboard.accents'),
      symbols: t('keyboard.symbols'),
      letters: t('keyboard.letters'),
      at: t('keyboard.at'),
      dot: t('keyboard.dot'),
      dash: t('keyboard.dash'),
      underscore: t('keyboard.underscore'),
      plus: t('keyboard.plus'),
      candidate: (candidate, letter) => t('keyboard.candidate', { candidate, letter }),
    }),
    [t],
  );
}
