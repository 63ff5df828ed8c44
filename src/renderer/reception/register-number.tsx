/** Registers a card by the number printed on it, where no reader is at hand. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CardFormat, CardType, Credential } from '../../shared/contract/cards.ts';
import { contract } from '../../shared/contract/contract.ts';
import { faultAt } from '../console/forms.ts';
import { useCommand } from '../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../console/refusals.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskDialog } from '../ui/desk-dialog.tsx';
import { DeskField, DeskSelect } from '../ui/desk-field.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';

const registration = contract['cards.register'].input
  .pick({ label: true, type: true })
  .extend({ credential: Credential });

/** Formats whose number has a facility code before it. */
const withFacility: readonly CardFormat[] = ['H10301', 'H10306', 'H10304', 'C1K35', 'C1K48'];

/** Letters of hexadecimal numbers as the contract writes them; leading zeros of a decimal number say nothing. */
function asWritten(typed: string): string {
  const bare = typed.replace(/[\s:-]/g, '').toUpperCase();
  return bare;
}

export function RegisterNumber({
  nextFreeLabel,
  onClose,
}: {
  readonly nextFreeLabel: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const { run, busy, refused } = useCommand('cards.register');
  const form = useForm<z.input<typeof registration>, unknown, z.output<typeof registration>>({
    resolver: zodResolver(registration),
    defaultValues: {
      label: nextFreeLabel,
      type: 'visitor',
      credential: { format: 'H10301', facility: null, number: '' },
    },
  });
  const fault = (path: string): string | undefined => faultWords(faultAt(form.formState.errors, path));
  const format = form.watch('credential.format');
  const register = form.handleSubmit(async ({ label, type, credential }) => {
    const facility = withFacility.includes(credential.format) ? credential.facility : null;
    const source = { by: 'number', credential: { ...credential, facility } } as const;
    const reply = await run({ label, type, source });
    if (reply.ok) {
      toast(t('inventory.registered', { label }));
      onClose();
      return;
    }
    if (reply.code === 'label-taken')
      form.setError('label', { type: 'core', message: 'label-taken' }, { shouldFocus: true });
    if (reply.code === 'card-known')
      form.setError('credential.number', { type: 'core', message: 'card-known' }, { shouldFocus: true });
  });
  const placed = refused?.code === 'label-taken' || refused?.code === 'card-known';
  return (
    <DeskDialog title={t('inventory.register')} onClose={onClose}>
      <form className="form-stack" noValidate onSubmit={(event) => void register(event)}>
        <div className="form-grid">
          <DeskField label={t('card.label')} fault={fault('label')} {...form.register('label')} />
          <DeskSelect
            label={t('card.typeField')}
            options={CardType.options.map((type) => ({ value: type, label: t(`card.type.${type}`) }))}
            {...form.register('type')}
          />
          <DeskSelect
            label={t('card.formatField')}
            options={CardFormat.options.map((each) => ({ value: each, label: t(`card.format.${each}`) }))}
            {...form.register('credential.format')}
          />
          {withFacility.includes(format) ? (
            <DeskField
              label={t('card.facility')}
              hint={t('card.facilityHint')}
              inputMode="numeric"
              fault={fault('credential.facility')}
              {...form.register('credential.facility', {
                setValueAs: (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
              })}
            />
          ) : null}
          <DeskField
            label={t('card.number')}
            hint={t('card.numberHint')}
            fault={fault('credential.number')}
            {...form.register('credential.number', {
              setValueAs: (typed) => (typeof typed === 'string' ? asWritten(typed) : typed),
            })}
          />
        </div>
        {refused && !placed ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        <div className="desk-actions">
          <DeskButton type="submit" kind="primary" busy={busy}>
            {t('pad.register')}
          </DeskButton>
          <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
        </div>
      </form>
    </DeskDialog>
  );
}
