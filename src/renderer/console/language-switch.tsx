/** The console's own language: every language by its own name. It changes the words on screen, nothing that is stored. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { isSpoken, setLanguage, spokenLanguages } from '../words/words.ts';

/** The name a language has for itself, `Dansk`. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

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
    if (isSpoken(preferred)) void setLanguage(preferred);
  }, [preferred, i18n.language]);
}

export function LanguageSwitch({ compact = false }: { readonly compact?: boolean }) {
  const { t, i18n } = useTranslation('console');
  return (
    <fieldset
      className={compact ? 'language language--compact' : 'language'}
      aria-label={t('shell.language')}
    >
      {spokenLanguages.map((language) => (
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
