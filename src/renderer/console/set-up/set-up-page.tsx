/**
 * The first run: one calm page that makes a new installation usable, then the recovery key, shown this once.
 * Every fault stands beside its field and nothing typed is lost.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { shortestPassphrase } from '../../../shared/contract/staff.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskField } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { countFaults, faultAt, placeFaults } from '../forms.ts';
import { PlainPage } from '../plain-page.tsx';
import { useCommand } from '../queries.ts';
import { useFaultWords, useRefusalWords } from '../refusals.tsx';
import { RetentionFields, usualRetention } from '../retention-fields.tsx';
import {
  emptySettings,
  LanguageFields,
  ReaderFields,
  readerFault,
  SiteAndControllerFields,
} from '../site-fields.tsx';
import { RecoveryKeyPage } from './recovery-key-page.tsx';

const { input: SetUpInput } = contract['site.setUp'];

type SetUpValues = z.input<typeof SetUpInput> & {
  /** The passphrase once more; it is compared here and not sent. */
  again: string;
};
type SetUpParsed = z.output<typeof SetUpInput>;

const checkInput = zodResolver(SetUpInput);

/** The contract's own schema, and what only this page can see: a second passphrase that differs, a reader without a name. */
const check: Resolver<SetUpValues, unknown, SetUpParsed> = async (values, context, options) => {
  const { again, ...input } = values;
  // biome-ignore lint/suspicious/noExplicitAny: the resolver's options are typed by the values without `again`
  const result = await checkInput(input, context, options as any);
  // biome-ignore lint/suspicious/noExplicitAny: errors nest as the values do
  const errors: any = { ...result.errors };
  if (values.code.trim() === '') errors.code = { type: 'custom', message: 'required' };
  if (again !== values.administrator.passphrase) errors.again = { type: 'custom', message: 'not-the-same' };
  const device = readerFault(values.settings);
  if (device)
    errors.settings = {
      ...errors.settings,
      reader: { ...errors.settings?.reader, device: { type: 'custom', message: device } },
    };
  return Object.keys(errors).length > 0
    ? { values: {}, errors }
    : { values: result.values as SetUpParsed, errors: {} };
};

function Section({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="set-up__section">
      <div>
        <h2>{title}</h2>
        {lead ? <p className="desk-muted desk-small">{lead}</p> : null}
      </div>
      <div className="desk-card">{children}</div>
    </section>
  );
}

export function SetUpPage({
  timeZone,
  languages,
  onFinished,
}: {
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly onFinished: () => void;
}) {
  const { t } = useTranslation('console');
  const { run, busy, refused } = useCommand('site.setUp');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const [offered] = useState(languages);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const form = useForm<SetUpValues, unknown, SetUpParsed>({
    resolver: check,
    defaultValues: {
      code: '',
      settings: emptySettings(timeZone, languages),
      retention: usualRetention,
      administrator: { userName: '', displayName: '', passphrase: '' },
      again: '',
    },
  });
  const { errors, isSubmitted } = form.formState;
  const faults = countFaults(errors);
  const fault = (path: string): string | undefined => faultWords(faultAt(errors, path));

  const setUp = form.handleSubmit(async (values) => {
    const reply = await run(values);
    if (reply.ok) setRecoveryKey(reply.value.recoveryKey);
    else if (reply.code === 'wrong-code' && !reply.fields)
      form.setError('code', { type: 'core', message: 'wrong-code' }, { shouldFocus: true });
    else placeFaults(form, reply);
  });

  if (recoveryKey !== null) return <RecoveryKeyPage recoveryKey={recoveryKey} onContinue={onFinished} />;
  const elsewhere = refused?.code === 'already-set-up';
  const unplaced = refused && refused.code !== 'wrong-code' && !refused.fields;
  return (
    <PlainPage wide title={t('setUp.title')} lead={t('setUp.lead')}>
      <FormProvider {...form}>
        <form className="set-up" noValidate onSubmit={(event) => void setUp(event)}>
          <Section title={t('setUp.code')} lead={t('setUp.codeLead')}>
            <DeskField
              className="set-up__code"
              label={t('setUp.codeField')}
              autoFocus
              autoCapitalize="characters"
              fault={fault('code')}
              {...form.register('code')}
            />
          </Section>
          <Section title={t('setUp.site')} lead={t('setUp.siteLead')}>
            <SiteAndControllerFields />
          </Section>
          <Section title={t('setUp.languages')} lead={t('setUp.languagesLead')}>
            <LanguageFields languages={offered} />
          </Section>
          <Section title={t('setUp.administrator')} lead={t('setUp.administratorLead')}>
            <div className="form-grid">
              <DeskField
                label={t('staff.userName')}
                autoCapitalize="none"
                fault={fault('administrator.userName')}
                {...form.register('administrator.userName')}
              />
              <DeskField
                label={t('staff.displayName')}
                fault={fault('administrator.displayName')}
                {...form.register('administrator.displayName')}
              />
              <DeskField
                label={t('staff.passphrase')}
                type="password"
                autoComplete="new-password"
                hint={t('staff.passphraseHint', { shortest: shortestPassphrase.administrator })}
                fault={fault('administrator.passphrase')}
                {...form.register('administrator.passphrase')}
              />
              <DeskField
                label={t('staff.passphraseAgain')}
                type="password"
                autoComplete="new-password"
                fault={fault('again')}
                {...form.register('again')}
              />
            </div>
          </Section>
          <Section title={t('setUp.retention')} lead={t('setUp.retentionLead')}>
            <RetentionFields />
          </Section>
          <Section title={t('setUp.reader')} lead={t('setUp.readerLead')}>
            <ReaderFields />
          </Section>
          <div className="set-up__end">
            {isSubmitted && faults > 0 ? (
              <DeskMessage tone="bad">{t('form.faults', { count: faults })}</DeskMessage>
            ) : null}
            {unplaced ? (
              <DeskMessage
                tone="bad"
                action={
                  elsewhere ? <DeskButton onClick={onFinished}>{t('setUp.toSignIn')}</DeskButton> : undefined
                }
              >
                {words(refused)}
              </DeskMessage>
            ) : null}
            <DeskButton type="submit" kind="primary" large busy={busy}>
              {t('setUp.finish')}
            </DeskButton>
          </div>
        </form>
      </FormProvider>
    </PlainPage>
  );
}
