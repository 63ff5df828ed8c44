/** Plans an event; its guests are added afterwards. */
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { EventDetails } from '../../../shared/contract/planned-events.ts';
import { type EventId, LocalDate } from '../../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { HostField } from '../host-field.tsx';

export function PlanEventDialog({
  today,
  onPlanned,
  onClose,
}: {
  readonly today: LocalDate;
  readonly onPlanned: (eventId: EventId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const times = useTimes();
  const { run, busy, refused } = useCommand('events.plan');
  const form = useForm({
    resolver: zodResolver(EventDetails),
    defaultValues: { title: '', validOn: today, starts: '', ends: '', host: '', hostId: undefined },
  });
  const chosen = LocalDate.safeParse(form.watch('validOn'));
  const plan = form.handleSubmit(async (values) => {
    const reply = await run(values);
    if (reply.ok) onPlanned(reply.value.event.eventId);
    else placeFaults(form, reply);
  });
  const field = (name: 'title' | 'validOn' | 'starts' | 'ends') => ({
    fault: faultWords(faultAt(form.formState.errors, name)),
    ...form.register(name),
  });
  return (
    <DeskDialog title={t('events.plan')} onClose={onClose}>
      <FormProvider {...form}>
        <form className="form-stack" noValidate onSubmit={(event) => void plan(event)}>
          <div className="form-grid">
            <DeskField label={t('events.title')} {...field('title')} />
            <HostField />
            <DeskField
              label={t('events.day')}
              type="date"
              min={today}
              hint={chosen.success ? times.day(chosen.data) : undefined}
              {...field('validOn')}
            />
            <div className="events__times">
              <DeskField
                label={t('events.starts')}
                type="time"
                optional={t('form.optional')}
                {...field('starts')}
              />
              <DeskField
                label={t('events.ends')}
                type="time"
                optional={t('form.optional')}
                {...field('ends')}
              />
            </div>
          </div>
          {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy}>
              {t('events.planAct')}
            </DeskButton>
            <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
          </div>
        </form>
      </FormProvider>
    </DeskDialog>
  );
}
