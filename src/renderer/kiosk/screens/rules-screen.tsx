/** The site's rules for this kind of visit, and one button that says they were read. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { useSession } from '../session-context.ts';
import { rulesIn } from '../visit-type.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function RulesScreen() {
  const { site, visitType, follow } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const rules = rulesIn(visitType.chosen, i18n.language, site.defaultLanguage);
  return (
    <ScreenFrame name="choice" top={<StepBar step="rules" />}>
      <div className="screen__scroll">
        <Heading title={t('rules.title')} />
        <ul className="house-rules" lang={rules?.language}>
          {rules?.words.paragraphs.map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ul>
      </div>
      <div className="acts">
        <TouchButton kind="primary" onClick={() => follow({ type: 'continue' })}>
          {t('rules.read')}
        </TouchButton>
      </div>
    </ScreenFrame>
  );
}
