/** What reception typed about a visitor who is expected: their review, so that only the notice follows. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { firstNameOf } from '../first-name.ts';
import { useSession } from '../session-context.ts';
import { Answers } from './answers.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function InvitedScreen() {
  const { form, follow } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="review" top={<StepBar />}>
      <div className="screen__scroll">
        <Heading
          title={t('invited.title', { name: firstNameOf(form.getValues('name')) })}
          lede={t('invited.lede')}
        />
        <Answers />
      </div>
      <div className="acts">
        <TouchButton kind="primary" onClick={() => follow({ type: 'continue' })}>
          {t('frame.continue')}
        </TouchButton>
      </div>
    </ScreenFrame>
  );
}
