/** Corrects what a visitor typed. The audit names the fields that changed, never what they say. */

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { VisitorDetails, type VisitRow } from '../../shared/contract/visits.ts';
import { OptionalPhoneNumber } from '../../shared/text.ts';
import { faultsOfAnswers } from '../../shared/visitor-answers.ts';
import { placeFaults } from '../console/forms.ts';
import { useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { VisitorFields } from './visitor-fields.tsx';

export function CorrectDetails({
  visit,
  onClose,
}: {
  readonly visit: VisitRow;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const { run, busy, refused } = useCommand('visits.correct');
  const { visitId, name, email, phone, company, host, hostId } = visit;
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(visit.answers.map(({ fieldId, value }) => [fieldId, value])),
  );
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const form = useForm({
    resolver: zodResolver(VisitorDetails.extend({ phone: OptionalPhoneNumber })),
    defaultValues: { name, email, phone, company, host, hostId: hostId ?? undefined },
  });
  const correct = form.handleSubmit(async (values) => {
    const reply = await run({
      ...values,
      visitId,
      answers: visit.answers.length > 0 ? { ...answers } : undefined,
    });
    if (!reply.ok) {
      setFaults(faultsOfAnswers(reply, 'answers.'));
      placeFaults(form, reply);
      return;
    }
    toast(t('visit.corrected'));
    onClose();
  });
  return (
    <DeskDialog title={t('visit.correct')} onClose={onClose}>
      <FormProvider {...form}>
        <form className="form-stack" noValidate onSubmit={(event) => void correct(event)}>
          <VisitorFields phoneOptional />
          {visit.answers.length > 0 ? (
            <div className="form-grid">
              <AnswerFields
                asked={visit.answers.map(({ fieldId, kind, label, required, options }) => ({
                  ...{ fieldId, kind, label, required },
                  help: '',
                  options: options.map(({ optionId, words }) => ({ value: optionId, label: words })),
                }))}
                answers={answers}
                faults={faults}
                onAnswer={(fieldId, value) => setAnswers((now) => ({ ...now, [fieldId]: value }))}
              />
            </div>
          ) : null}
          {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy}>
              {t('form.save')}
            </DeskButton>
            <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
          </div>
        </form>
      </FormProvider>
    </DeskDialog>
  );
}
