/** The welcome: three things to do, the language, and what becomes of what is typed. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { at } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, SiteBar } from './screen-frame.tsx';
import { SlotHint } from './slot-words.tsx';

/** The name a language has for itself, `Dansk`. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

/** Characters above which a greeting is a sentence rather than a word. */
const longGreeting = 22;

export function AttractScreen() {
  const { site, languages, signIn, go, openAccessibility, chooseLanguage } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const greeting = site.looks.greetings[i18n.language] || t('attract.greeting');
  return (
    <ScreenFrame name="attract" top={<SiteBar slotNotice={site.storageLow} />}>
      {site.storageLow ? (
        <Heading title={t('paper.title')} lede={t('paper.text')} />
      ) : (
        <Heading title={greeting} long={greeting.length > longGreeting} lede={t('attract.lede')}>
          <SlotHint />
        </Heading>
      )}
      <div className="attract__acts">
        {site.storageLow ? null : (
          <>
            <TouchButton kind="primary" large onClick={signIn}>
              {t('attract.signIn')}
            </TouchButton>
            <div className="pair">
              <TouchButton onClick={() => go(at('code'))}>{t('attract.haveCode')}</TouchButton>
              <TouchButton onClick={() => go(at('sign-out'))}>{t('attract.signOut')}</TouchButton>
            </div>
          </>
        )}
        <fieldset className="chips" aria-label={t('attract.languages')}>
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              className="chip"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => chooseLanguage(language)}
            >
              {ownName(language)}
            </button>
          ))}
        </fieldset>
      </div>
      <footer className="foot">
        <TouchButton kind="quiet" icon={<TouchIcon name="access" />} onClick={openAccessibility}>
          {t('accessibility.open')}
        </TouchButton>
        <p>{t('attract.privacy', { count: site.contactDays })}</p>
      </footer>
    </ScreenFrame>
  );
}
