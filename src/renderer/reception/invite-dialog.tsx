/** Expects a visitor on a day. */
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { InvitationDetails } from '../../shared/contract/invitations.ts';
import type { LocalDate } from '../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../console/forms.ts';
import { useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { emptyVisitor, VisitorFields } from './visitor-fields.tsx';

export function InviteDialog({
  today,
  onMade,
  onClose,
}: {
  readonly today: LocalDate;
  readonly onMade: (made: CallOutput<'invitations.make'>) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('invitations.make');
  const form = useForm({
    resolver: zodResolver(InvitationDetails),
    defaultValues: { ...emptyVisitor, validOn: today },
  });
  const make = form.handleSubmit(async (values) => {
    const reply = await run(values);
    if (reply.ok) onMade(reply.value);
    else placeFaults(form, reply);
  });
  return (
    <DeskDialog title={t('invite.title')} onClose={onClose}>
      <FormProvider {...form}>
        <form className="form-stack" noValidate onSubmit={(event) => void make(event)}>
          <VisitorFields phoneOptional />
          <DeskField
            label={t('invite.day')}
            type="date"
            min={today}
            hint={t('invite.dayHint')}
            fault={faultWords(faultAt(form.formState.errors, 'validOn'))}
            {...form.register('validOn')}
          />
          {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy}>
              {t('invite.make')}
            </DeskButton>
            <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
          </div>
        </form>
      </FormProvider>
    </DeskDialog>
  );
}
