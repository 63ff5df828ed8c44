/** Everything typed, once more. */
import { useTranslation } from 'react-i18next';
import { Answers } from './answers.tsx';
import { ConfirmButton, Trouble } from './confirm-acts.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function ReviewScreen() {
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="review" top={<StepBar step="review" />}>
      <div className="screen__scroll">
        <Heading title={t('review.question')} lede={t('review.lede')} />
        <Answers />
      </div>
      <div className="acts">
        <Trouble />
        <ConfirmButton label={t('frame.confirm')} />
      </div>
    </ScreenFrame>
  );
}
