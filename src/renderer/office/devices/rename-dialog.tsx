/** Gives a device another name or desk. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DeviceDetails } from '../../../shared/contract/devices.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import type { Device } from './device-row.tsx';

export function RenameDialog({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('devices.rename');
  const form = useForm<z.input<typeof DeviceDetails>, unknown, DeviceDetails>({
    resolver: zodResolver(DeviceDetails),
    defaultValues: { name: device.name, desk: device.desk },
  });
  const save = form.handleSubmit(async (details) => {
    const reply = await run({ ...details, deviceId: device.deviceId });
    if (reply.ok) onClose();
    else placeFaults(form, reply);
  });
  return (
    <DeskDialog title={t('devices.renameNamed', { name: device.name })} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
        <div className="form-grid">
          <DeskField
            label={t('devices.name')}
            fault={faultWords(faultAt(form.formState.errors, 'name'))}
            {...form.register('name')}
          />
          <DeskField
            label={t('devices.desk')}
            optional={t('form.optional')}
            fault={faultWords(faultAt(form.formState.errors, 'desk'))}
            {...form.register('desk')}
          />
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
