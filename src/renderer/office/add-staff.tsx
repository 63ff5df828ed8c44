/** Adds somebody who may sign in. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NewStaff, shortestPassphraseFor } from '../../shared/contract/staff.ts';
import { StaffRole } from '../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../console/forms.ts';
import { useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskChoice, DeskField, FieldFault } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';

export function AddStaff({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const { run, busy, refused } = useCommand('staff.add');
  const form = useForm<z.input<typeof NewStaff>, unknown, z.output<typeof NewStaff>>({
    resolver: zodResolver(NewStaff),
    defaultValues: { userName: '', displayName: '', roles: ['reception'], passphrase: '' },
  });
  const fault = (path: string): string | undefined => faultWords(faultAt(form.formState.errors, path));
  const roles = form.watch('roles');
  const rolesFault = fault('roles');
  const add = form.handleSubmit(async (values) => {
    const reply = await run(values);
    if (reply.ok) {
      toast(t('staff.added'));
      onClose();
      return;
    }
    if (reply.code === 'user-name-taken')
      form.setError('userName', { type: 'core', message: 'user-name-taken' }, { shouldFocus: true });
    else placeFaults(form, reply);
  });
  const placed = refused?.code === 'user-name-taken' || refused?.fields !== undefined;
  return (
    <DeskDialog title={t('staff.add')} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void add(event)}>
        <div className="form-grid">
          <DeskField
            label={t('staff.displayName')}
            fault={fault('displayName')}
            {...form.register('displayName')}
          />
          <DeskField
            label={t('staff.userName')}
            autoCapitalize="none"
            fault={fault('userName')}
            {...form.register('userName')}
          />
        </div>
        <fieldset className="desk-field">
          <legend className="desk-field__head">{t('staff.roles')}</legend>
          <div className="form-choices form-choices--wide">
            {StaffRole.options.map((role) => (
              <DeskChoice
                key={role}
                type="checkbox"
                value={role}
                label={t(`role.${role}`)}
                hint={t(`roleHint.${role}`)}
                {...form.register('roles')}
              />
            ))}
          </div>
          {rolesFault ? <FieldFault words={rolesFault} /> : null}
        </fieldset>
        <DeskField
          label={t('staff.passphrase')}
          type="password"
          autoComplete="new-password"
          hint={t('staff.passphraseHint', {
            shortest: shortestPassphraseFor(Array.isArray(roles) ? roles : []),
          })}
          fault={fault('passphrase')}
          {...form.register('passphrase')}
        />
        {refused && !placed ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('staff.addNow')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
