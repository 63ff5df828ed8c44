/** The welcome: what there is to do, the language, and what becomes of what is typed. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { ownName } from '../../words/own-name.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, SiteBar } from './screen-frame.tsx';
import { SlotHint } from './slot-words.tsx';

const fewLanguages = 4;

function LanguageChips() {
  const { languages, chooseLanguage } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  return (
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
  );
}

/** Characters above which a greeting is a sentence rather than a word. */
const longGreeting = 22;

export function AttractScreen() {
  const { site, languages, signIn, beenHere, follow, openAccessibility } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const greeting = site.looks.greetings[i18n.language] || t('attract.greeting');
  // Beside the greeting there is room for a few; more take the width of the screen.
  const many = languages.length > fewLanguages;
  return (
    <ScreenFrame name="attract" top={<SiteBar slotNotice={site.storageLow} />}>
      {site.storageLow ? (
        <Heading title={t('paper.title')} long lede={t('paper.text')} />
      ) : (
        <Heading
          title={greeting}
          long={greeting.length > longGreeting}
          lede={t(site.away ? 'away.lede' : 'attract.lede')}
        >
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
            <TouchButton kind="quiet" className="attract__again" onClick={beenHere}>
              {t('attract.beenHere')}
            </TouchButton>
          </>
        )}
        {many ? null : <LanguageChips />}
      </div>
      {many ? <LanguageChips /> : null}
      <footer className="foot">
        <TouchButton kind="quiet" icon={<TouchIcon name="access" />} onClick={openAccessibility}>
          {t('accessibility.open')}
        </TouchButton>
        <p>{t('attract.privacy', { count: site.contactDays })}</p>
      </footer>
    </ScreenFrame>
  );
}
