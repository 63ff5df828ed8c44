/** Adds a webhook. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../shared/contract/contract.ts';
import { WebhookEvent } from '../../../shared/contract/outbox.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskChoice, DeskField, FieldFault } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { eventKey } from './delivery-words.ts';

export function WebhookDialog({
  onAdded,
  onClose,
}: {
  readonly onAdded: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('webhooks.add');
  const form = useForm({
    resolver: zodResolver(contract['webhooks.add'].input),
    defaultValues: { name: '', address: '', events: [...WebhookEvent.options], enabled: true },
  });
  const fault = (path: string): string | undefined => faultWords(faultAt(form.formState.errors, path));
  const eventsFault = fault('events');
  const add = form.handleSubmit(async (values) => {
    const reply = await run(values);
    if (reply.ok) onAdded(reply.value.secret);
    else placeFaults(form, reply);
  });
  return (
    <DeskDialog title={t('connections.webhooks.add')} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void add(event)}>
        <DeskField label={t('connections.webhooks.name')} fault={fault('name')} {...form.register('name')} />
        <DeskField
          label={t('connections.webhooks.address')}
          inputMode="url"
          autoCapitalize="none"
          placeholder="https://"
          fault={fault('address')}
          {...form.register('address')}
        />
        <fieldset className="desk-field">
          <legend className="desk-field__head">{t('connections.webhooks.events')}</legend>
          <div className="form-choices">
            {WebhookEvent.options.map((event) => (
              <DeskChoice
                key={event}
                type="checkbox"
                value={event}
                label={t(eventKey(event))}
                {...form.register('events')}
              />
            ))}
          </div>
          {eventsFault ? <FieldFault words={eventsFault} /> : null}
        </fieldset>
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('connections.webhooks.add')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
