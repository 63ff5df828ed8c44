/** This version has no invitations: the screen says so instead of taking a code it cannot use. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function CodeScreen() {
  const { signIn } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="message" top={<StepBar />}>
      <div className="message">
        <Heading title={t('code.title')} lede={t('code.text')} />
      </div>
      <div className="acts">
        <TouchButton kind="primary" onClick={signIn}>
          {t('attract.signIn')}
        </TouchButton>
      </div>
    </ScreenFrame>
  );
}
