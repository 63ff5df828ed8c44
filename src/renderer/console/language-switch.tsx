/** The console's own language: every language by its own name. It changes the words on screen, nothing that is stored. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { ownName } from '../words/own-name.ts';
import { consoleLanguages, isConsoleLanguage, setLanguage } from '../words/words.ts';

let chosenHere = false;

/** Until somebody chooses, the console speaks the site's default language where it can. */
export function useFirstLanguage(welcome: CallOutput<'site.welcome'> | undefined): void {
  const { i18n } = useTranslation();
  const preferred = welcome?.state === 'ready' ? welcome.defaultLanguage : undefined;
  useEffect(() => {
    // Whoever sets Foyer up goes on in the language they have read so far.
    if (welcome?.state === 'set-up') chosenHere = true;
  }, [welcome]);
  useEffect(() => {
    if (preferred === undefined || chosenHere || preferred === i18n.language) return;
    if (isConsoleLanguage(preferred)) void setLanguage(preferred);
  }, [preferred, i18n.language]);
}

export function LanguageSwitch({ compact = false }: { readonly compact?: boolean }) {
  const { t, i18n } = useTranslation('console');
  return (
    <fieldset
      className={compact ? 'language language--compact' : 'language'}
      aria-label={t('shell.language')}
    >
      {consoleLanguages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            chosenHere = true;
            void setLanguage(language);
          }}
        >
          {ownName(language)}
        </button>
      ))}
    </fieldset>
  );
}
