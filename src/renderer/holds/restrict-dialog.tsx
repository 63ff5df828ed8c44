/** Restricting a visit, or giving a restriction another reason or day: two choices, and no words of one's own. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hold, HoldReason } from '../../shared/contract/holds.ts';
import { CalendarDate, type VisitId } from '../../shared/vocabulary.ts';
import { daysAfter } from '../console/local-date.ts';
import { useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { useSite, useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskChoice, DeskField, FieldFault } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';

/** A visitor is answered within a month (article 12(3)). */
const usualDays = 30;

export function RestrictDialog({
  visitId,
  hold,
  onDone,
  onClose,
}: {
  readonly visitId: VisitId;
  /** The restriction there is. */
  readonly hold: Hold | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const times = useTimes();
  const { timeZone } = useSite();
  const { run, busy, refused } = useCommand('visits.restrict');
  const [today] = useState(() =>
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.now()),
  );
  const [reason, setReason] = useState<HoldReason | null>(hold?.reason ?? null);
  const [reviewBy, setReviewBy] = useState(
    hold === null || hold.overdue ? daysAfter(today, usualDays) : hold.reviewBy,
  );
  const [asked, setAsked] = useState(false);
  const day = CalendarDate.safeParse(reviewBy);
  const fault = asked && !day.success ? day.error.issues[0]?.message : refused?.fields?.reviewBy;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason === null || !day.success || busy) return;
    const reply = await run({ visitId, reason, reviewBy });
    if (reply.ok) onDone();
  }

  return (
    <DeskDialog title={t(hold === null ? 'holds.restrictTitle' : 'holds.changeTitle')} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void submit(event)}>
        <p className="desk-muted">{t('holds.restrictLead')}</p>
        <fieldset className="desk-field">
          <legend>{t('holds.reason')}</legend>
          {HoldReason.options.map((option) => (
            <DeskChoice
              key={option}
              type="radio"
              name="reason"
              label={t(`holds.reasons.${option}`)}
              hint={t(`holds.reasonHints.${option}`)}
              checked={reason === option}
              onChange={() => setReason(option)}
            />
          ))}
          {asked && reason === null ? <FieldFault words={t('holds.reasonMissing')} /> : null}
        </fieldset>
        <DeskField
          type="date"
          label={t('holds.reviewBy')}
          value={reviewBy}
          min={today}
          hint={`${day.success ? `${times.day(reviewBy)}. ` : ''}${t('holds.reviewHint')}`}
          fault={faultWords(fault)}
          onChange={(event) => setReviewBy(event.target.value)}
        />
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t(hold === null ? 'holds.restrictNow' : 'form.save')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
