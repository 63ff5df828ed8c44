/** Everything typed, once more, each with a way to change it. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { type FieldName, questionOf } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { AnswerRow } from './answer-row.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';
import { DetailAnswers, TypeAnswer } from './type-answers.tsx';

const fields = Object.keys(questionOf) as readonly FieldName[];

export function ReviewScreen() {
  const { form, confirm, sending, trouble } = useSession();
  const { t } = useTranslation('kiosk');
  const typed = form.getValues();
  return (
    <ScreenFrame name="review" top={<StepBar step="review" />}>
      <div className="screen__scroll">
        <Heading title={t('review.question')} lede={t('review.lede')} />
        <dl className="answers">
          <TypeAnswer />
          {fields.map((field) => (
            <AnswerRow
              key={field}
              label={t(`field.${field}`)}
              answer={typed[field].trim()}
              change={{ type: 'change', question: questionOf[field] }}
            />
          ))}
          <DetailAnswers />
        </dl>
      </div>
      <div className="acts">
        {trouble === '' ? null : (
          <p className="strip strip--bad" role="alert">
            <TouchIcon name="warning" />
            {trouble}
          </p>
        )}
        <TouchButton kind="primary" busy={sending} onClick={() => void confirm()}>
          {t('frame.confirm')}
        </TouchButton>
        <p className="acts__note" role="status">
          {sending ? t('review.sending') : ''}
        </p>
      </div>
    </ScreenFrame>
  );
}
