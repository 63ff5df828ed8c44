/** Adds a host, or corrects one. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Host, HostDetails, HostField } from '../../../shared/contract/hosts.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';

const keyboards = { name: 'text', email: 'email', department: 'text', phone: 'tel' } as const;

export function HostDialog({
  host,
  onClose,
}: {
  /** Null: a new one. */
  readonly host: Host | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const add = useCommand('hosts.add');
  const correct = useCommand('hosts.correct');
  const { busy, refused } = host === null ? add : correct;
  const form = useForm<z.input<typeof HostDetails>, unknown, HostDetails>({
    resolver: zodResolver(HostDetails),
    defaultValues: {
      name: host?.name ?? '',
      email: host?.email ?? '',
      department: host?.department ?? '',
      phone: host?.phone ?? '',
    },
  });
  const save = form.handleSubmit(async (details) => {
    const reply =
      host === null ? await add.run(details) : await correct.run({ ...details, hostId: host.hostId });
    if (!reply.ok) {
      placeFaults(form, reply);
      return;
    }
    toast(t(host === null ? 'hosts.added' : 'hosts.corrected'));
    onClose();
  });
  return (
    <DeskDialog
      title={host === null ? t('hosts.add') : t('hosts.correctNamed', { name: host.name })}
      onClose={onClose}
    >
      <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
        <div className="form-grid">
          {HostField.options.map((field) => (
            <DeskField
              key={field}
              label={t(`hosts.${field}`)}
              inputMode={keyboards[field]}
              optional={field === 'phone' ? t('form.optional') : undefined}
              fault={faultWords(faultAt(form.formState.errors, field))}
              {...form.register(field)}
            />
          ))}
        </div>
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('form.save')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
