/** The welcome: three things to do, the language, and what becomes of what is typed. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, SiteBar } from './screen-frame.tsx';
import { SlotHint } from './slot-words.tsx';

/** The name a language has for itself, `Dansk`. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

export function AttractScreen() {
  const { site, languages, signIn, follow, openAccessibility, chooseLanguage } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  return (
    <ScreenFrame name="attract" top={<SiteBar slotNotice={site.storageLow} />}>
      {site.storageLow ? (
        <Heading title={t('paper.title')} lede={t('paper.text')} />
      ) : (
        <Heading title={t('attract.greeting')} lede={t('attract.lede')}>
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
              <TouchButton onClick={() => follow({ type: 'have-code' })}>{t('attract.haveCode')}</TouchButton>
              <TouchButton onClick={() => follow({ type: 'leave' })}>{t('attract.signOut')}</TouchButton>
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
