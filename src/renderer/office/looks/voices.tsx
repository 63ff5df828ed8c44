/** Which languages of the kiosk this machine can read aloud. The kiosk runs on the same machine as the console. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../console/site.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { followVoices, localVoice } from '../../ui/local-voices.ts';
import { ownName } from '../../words/own-name.ts';

export function Voices() {
  const { t } = useTranslation('console');
  const { languages } = useSite();
  const [, look] = useState(0);
  useEffect(() => followVoices(() => look((times) => times + 1)), []);
  return (
    <section className="desk-card">
      <h2>{t('looks.voices')}</h2>
      <p className="desk-muted">{t('looks.voicesLead')}</p>
      <ul className="looks-voices">
        {languages.map((language) => {
          const voice = localVoice(language);
          return (
            <li key={language}>
              <DeskIcon name={voice === null ? 'warning' : 'tick'} size={16} />
              {voice === null
                ? t('looks.noVoice', { language: ownName(language) })
                : t('looks.voice', { language: ownName(language), voice: voice.name })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
