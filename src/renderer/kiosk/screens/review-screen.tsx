/** Everything typed, once more, each with a way to change it. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { type FieldName, questionOf } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

const fields = Object.keys(questionOf) as readonly FieldName[];

export function ReviewScreen() {
  const { form, follow, confirm, sending, trouble } = useSession();
  const { t } = useTranslation('kiosk');
  const typed = form.getValues();
  return (
    <ScreenFrame name="review" top={<StepBar step="review" />}>
      <div className="screen__scroll">
        <Heading title={t('review.question')} lede={t('review.lede')} />
        <dl className="answers">
          {fields.map((field) => {
            const label = t(`field.${field}`);
            const answer = typed[field].trim();
            return (
              <div key={field} className="answer">
                <dt>{label}</dt>
                <dd>
                  {answer === '' ? (
                    <span className="answer__text muted">{t('review.empty')}</span>
                  ) : (
                    <bdi className="answer__text">{answer}</bdi>
                  )}
                  <TouchButton
                    kind="quiet"
                    aria-label={`${t('review.change')}: ${label}`}
                    busy={sending}
                    onClick={() => follow({ type: 'change', question: questionOf[field] })}
                  >
                    {t('review.change')}
                  </TouchButton>
                </dd>
              </div>
            );
          })}
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
