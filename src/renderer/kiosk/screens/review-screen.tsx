/** Everything typed, once more. */
import { useTranslation } from 'react-i18next';
import { useSession } from '../session-context.ts';
import { Answers } from './answers.tsx';
import { ConfirmButton, Trouble } from './confirm-acts.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

export function ReviewScreen() {
  const { returning } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <ScreenFrame name="review" top={<StepBar step="review" />}>
      <div className="screen__scroll">
        <Heading
          title={t('review.question')}
          lede={t(returning === null ? 'review.lede' : `review.${returning}`)}
        />
        <Answers />
      </div>
      <div className="acts">
        <Trouble />
        <ConfirmButton label={t('frame.confirm')} />
      </div>
    </ScreenFrame>
  );
}
