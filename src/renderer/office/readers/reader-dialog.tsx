/** Adds or changes a reader of the site. Every fault stands beside its field, and what was typed stays. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type FoundDevice, ReaderPlace, ReaderSettings } from '../../../shared/contract/readers.ts';
import type { FieldFaults, Reply } from '../../../shared/reply.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import {
  ReaderDeviceFields,
  type ReaderDraft,
  type ReaderValues,
  readerProfiles,
  withProfile,
} from '../../console/reader-fields.tsx';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskChoice, DeskField, DeskSelect } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';

const schema = z.strictObject({ reader: ReaderSettings });
type Parsed = z.output<typeof schema>;
const check = zodResolver(schema) as Resolver<ReaderValues, unknown, Parsed>;

/** The core names a fault by the reader's place in the list; here there is one reader. */
function faultsHere(fields: FieldFaults): FieldFaults {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [
      path.replace(/^readers\.\d+\./, 'reader.').replace(/^readers$/, 'reader.profile'),
      message,
    ]),
  );
}

export function ReaderDialog({
  title,
  draft,
  devices,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly draft: ReaderDraft;
  readonly devices: readonly FoundDevice[];
  /** Closes the dialog when it worked. */
  readonly onSave: (reader: ReaderSettings) => Promise<Reply<unknown>>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const form = useForm<ReaderValues, unknown, Parsed>({ resolver: check, defaultValues: { reader: draft } });
  const fault = (path: string): string | undefined =>
    faultWords(faultAt(form.formState.errors, `reader.${path}`));
  const profile = form.watch('reader.profile');
  const save = form.handleSubmit(async ({ reader }) => {
    setBusy(true);
    setTrouble('');
    const reply = await onSave(reader);
    if (reply.ok) return;
    setBusy(false);
    if (!placeFaults(form, { ...reply, fields: faultsHere(reply.fields ?? {}) })) setTrouble(words(reply));
  });
  return (
    <DeskDialog title={title} onClose={onClose}>
      <FormProvider {...form}>
        <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
          <DeskField
            label={t('readers.nameField')}
            hint={t('readers.nameHint')}
            optional={t('form.optional')}
            autoFocus
            fault={fault('name')}
            {...form.register('reader.name')}
          />
          <fieldset className="desk-field">
            <legend className="desk-field__head">{t('readers.placeField')}</legend>
            <div className="form-choices form-choices--wide">
              {ReaderPlace.options.map((place) => (
                <DeskChoice
                  key={place}
                  type="radio"
                  value={place}
                  label={t(`readers.place.${place}`)}
                  hint={t(`readers.placeHint.${place}`)}
                  {...form.register('reader.place')}
                />
              ))}
            </div>
          </fieldset>
          <DeskSelect
            label={t('readers.profileField')}
            hint={t(`reader.profileHint.${profile}`)}
            options={readerProfiles.map((each) => ({ value: each, label: t(`reader.profile.${each}`) }))}
            fault={fault('profile')}
            value={profile}
            onChange={(event) => {
              const chosen = readerProfiles.find((each) => each === event.target.value);
              if (!chosen) return;
              form.clearErrors();
              form.setValue('reader', withProfile(form.getValues('reader'), chosen), { shouldDirty: true });
            }}
          />
          <ReaderDeviceFields devices={devices} />
          {trouble === '' ? null : <DeskMessage tone="bad">{trouble}</DeskMessage>}
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
