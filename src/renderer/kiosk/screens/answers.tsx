/** Every answer as it stands, each with a way to change it. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { type FieldName, questionOf } from '../flow.ts';
import { useSession } from '../session-context.ts';

const fields = Object.keys(questionOf) as readonly FieldName[];

export function Answers() {
  const { form, follow, sending } = useSession();
  const { t } = useTranslation('kiosk');
  const given = form.getValues();
  return (
    <dl className="answers">
      {fields.map((field) => {
        const label = t(`field.${field}`);
        const answer = given[field].trim();
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
  );
}
