/** What brings the visitor here, where the site distinguishes: one touch, and on. */
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../shared/contract/visitor-types.ts';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { useSession } from '../session-context.ts';
import { Choices } from './choices.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function TypeScreen() {
  const { site, visitType, follow } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const named = site.visitorTypes.map((type) => ({
    type,
    name: inLanguage(type.names, i18n.language, [site.defaultLanguage]),
  }));
  return (
    <ScreenFrame name="choice" top={<StepBar step="type" />}>
      <div className="screen__scroll">
        <Heading title={t('type.question')} lede={named.length > 0 ? t('type.lede') : undefined} />
        {visitType.outdated ? (
          <p className="strip" role="status">
            <TouchIcon name="again" />
            {common('refusal.type-outdated')}
          </p>
        ) : null}
        <Choices
          choices={named.map(({ type, name }) => ({
            key: type.visitorTypeId,
            words: name?.words ?? '',
            language: name?.language,
            chosen: visitType.chosen?.visitorTypeId === type.visitorTypeId,
          }))}
          onChoose={(key) => {
            const type = site.visitorTypes.find(({ visitorTypeId }) => visitorTypeId === key);
            if (type !== undefined) follow({ type: 'type-chosen', ...visitType.choose(type) });
          }}
        />
      </div>
      {named.length > 0 ? null : (
        <div className="acts">
          {/* The last type was retired meanwhile: nothing is asked any more. */}
          <TouchButton
            kind="primary"
            onClick={() => {
              visitType.forget();
              follow({ type: 'type-chosen', details: 0, rules: false });
            }}
          >
            {t('frame.continue')}
          </TouchButton>
        </div>
      )}
    </ScreenFrame>
  );
}
