/** One thing that was answered, with a way to change it. */
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import type { FlowEvent } from '../flow.ts';
import { useSession } from '../session-context.ts';

export function AnswerRow({
  label,
  lang,
  answer,
  change,
}: {
  readonly label: string;
  /** Of the label, where it may be another than the screen's. */
  readonly lang?: string | undefined;
  readonly answer: string;
  /** Leads to the question. */
  readonly change: FlowEvent;
}) {
  const { follow, sending } = useSession();
  const { t } = useTranslation('kiosk');
  return (
    <div className="answer">
      <dt lang={lang}>{label}</dt>
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
          onClick={() => follow(change)}
        >
          {t('review.change')}
        </TouchButton>
      </dd>
    </div>
  );
}
