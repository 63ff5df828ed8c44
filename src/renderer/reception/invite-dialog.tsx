/** Expects a visitor on a day. */
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { InvitationDetails } from '../../shared/contract/invitations.ts';
import { inLanguage } from '../../shared/contract/visitor-types.ts';
import { LocalDate } from '../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../console/forms.ts';
import { useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { useSite, useTimes } from '../console/site.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskField, DeskSelect } from '../ui/desk-field.tsx';
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
  const { t, i18n } = useTranslation('console');
  const site = useSite();
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const times = useTimes();
  const { run, busy, refused } = useCommand('invitations.make');
  const form = useForm({
    resolver: zodResolver(InvitationDetails),
    defaultValues: { ...emptyVisitor, visitorTypeId: undefined, validOn: today },
  });
  const chosen = LocalDate.safeParse(form.watch('validOn'));
  // Which of 03/02 is the month depends on the machine, so the day is told in words as well.
  const hint = chosen.success ? `${times.day(chosen.data)}. ${t('invite.dayHint')}` : t('invite.dayHint');
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
          <div className="form-grid">
            <DeskField
              label={t('invite.day')}
              type="date"
              min={today}
              hint={hint}
              fault={faultWords(faultAt(form.formState.errors, 'validOn'))}
              {...form.register('validOn')}
            />
            {site.visitorTypes.length > 0 ? (
              <DeskSelect
                label={t('kind.label')}
                fault={faultWords(faultAt(form.formState.errors, 'visitorTypeId'))}
                options={[
                  { value: '', label: t('kind.askedLater') },
                  ...site.visitorTypes.map(({ visitorTypeId, names }) => ({
                    value: visitorTypeId,
                    label: inLanguage(names, i18n.language, [site.defaultLanguage])?.words ?? '',
                  })),
                ]}
                {...form.register('visitorTypeId', { setValueAs: (value) => value || undefined })}
              />
            ) : null}
          </div>
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
