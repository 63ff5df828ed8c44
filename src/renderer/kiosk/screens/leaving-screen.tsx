/** The one confirmation before somebody is signed out: first letters alone, whether anybody of that name is here or not. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function LeavingScreen() {
  const { leaving } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="message" top={<StepBar />}>
      <div className="message">
        <Heading title={t('leaving.question', { name: leaving.maskedName })} lede={t('leaving.lede')} />
      </div>
      <div className="acts">
        <TouchButton kind="primary" busy={leaving.sending} onClick={() => void leaving.confirm()}>
          {t('frame.confirm')}
        </TouchButton>
        <p className="acts__note" role="status">
          {leaving.sending ? t('review.sending') : ''}
        </p>
      </div>
    </ScreenFrame>
  );
}
