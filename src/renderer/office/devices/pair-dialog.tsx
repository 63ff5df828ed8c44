/** Pairing one more device: its name and role first, then the code and what to type where. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { DeviceDetails, type NetworkState } from '../../../shared/contract/devices.ts';
import { Door } from '../../../shared/vocabulary.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskChoice, DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

const NewDevice = z.strictObject({ ...DeviceDetails.shape, role: Door });
type Made = CallOutput<'devices.makeCode'>;

export function PairDialog({
  network,
  onClose,
}: {
  readonly network: NetworkState;
  readonly onClose: () => void;
}) {
  const [made, setMade] = useState<Made | null>(null);
  return made === null ? (
    <DetailsDialog onMade={setMade} onClose={onClose} />
  ) : (
    <CodeDialog made={made} network={network} onClose={onClose} />
  );
}

function DetailsDialog({
  onMade,
  onClose,
}: {
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const { run, busy, refused } = useCommand('devices.makeCode');
  const form = useForm<z.input<typeof NewDevice>, unknown, z.output<typeof NewDevice>>({
    resolver: zodResolver(NewDevice),
    defaultValues: { name: '', desk: '', role: 'kiosk' },
  });
  const make = form.handleSubmit(async (details) => {
    const reply = await run(details);
    if (reply.ok) onMade(reply.value);
    else placeFaults(form, reply);
  });
  return (
    <DeskDialog title={t('devices.pair')} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void make(event)}>
        <div className="form-grid">
          <DeskField
            label={t('devices.name')}
            hint={t('devices.nameHint')}
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
        <fieldset className="desk-field">
          <legend className="desk-field__head">{t('devices.roleColumn')}</legend>
          <div className="form-choices form-choices--wide">
            {Door.options.map((role) => (
              <DeskChoice
                key={role}
                type="radio"
                value={role}
                label={t(`devices.role.${role}`)}
                hint={t(`devices.roleHint.${role}`)}
                {...form.register('role')}
              />
            ))}
          </div>
        </fieldset>
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('devices.makeCode')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}

function CodeDialog({
  made,
  network,
  onClose,
}: {
  readonly made: Made;
  readonly network: NetworkState;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [address = ''] = network.addresses;
  return (
    <DeskDialog title={t('devices.codeTitle')} onClose={onClose}>
      <p className="devices__code">{made.code}</p>
      <p>{t('devices.codeValid', { until: times.clock(made.validUntil) })}</p>
      <ol className="devices__steps">
        <li>
          {t('devices.stepBrowser')} <bdi>{address}</bdi>
        </li>
        <li>
          {t('devices.stepJoin')} <code>npm start -- --join {address}</code>
        </li>
      </ol>
      <p>{t('devices.compare')}</p>
      <p className="desk-hash devices__fingerprint">{network.fingerprint}</p>
      <div className="desk-actions">
        <DeskButton kind="primary" onClick={onClose}>
          {t('form.close')}
        </DeskButton>
      </div>
    </DeskDialog>
  );
}
