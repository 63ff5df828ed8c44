/** The screen can do no more for this visitor; it never says why. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function ReceptionScreen() {
  const { end } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="message" top={<StepBar />}>
      <div className="message">
        <Heading title={t('reception.title')} lede={t('reception.text')} />
      </div>
      <div className="acts">
        <TouchButton kind="primary" onClick={end}>
          {t('frame.done')}
        </TouchButton>
      </div>
    </ScreenFrame>
  );
}
