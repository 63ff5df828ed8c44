/** What reception typed about a visitor who is expected; anything wrong is changed at the review. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { firstNameOf } from '../first-name.ts';
import { type FieldName, questionOf } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

const fields = Object.keys(questionOf) as readonly FieldName[];

export function InvitedScreen() {
  const { form, follow } = useSession();
  const { t } = useTranslation('kiosk');
  const known = form.getValues();
  return (
    <ScreenFrame name="review" top={<StepBar />}>
      <div className="screen__scroll">
        <Heading title={t('invited.title', { name: firstNameOf(known.name) })} lede={t('invited.lede')} />
        <dl className="answers">
          {fields
            .filter((field) => known[field] !== '')
            .map((field) => (
              <div key={field} className="answer">
                <dt>{t(`field.${field}`)}</dt>
                <dd>
                  <bdi className="answer__text">{known[field]}</bdi>
                </dd>
              </div>
            ))}
        </dl>
      </div>
      <div className="acts">
        <TouchButton kind="primary" onClick={() => follow({ type: 'continue' })}>
          {t('frame.continue')}
        </TouchButton>
      </div>
    </ScreenFrame>
  );
}
