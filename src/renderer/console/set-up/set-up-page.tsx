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
import { emptySettings, LanguageFields, SiteAndControllerFields } from '../site-fields.tsx';
import { FirstReaderFields, type FirstReaderValues, noReaderYet, readersFrom } from './first-reader.tsx';
import { RecoveryKeyPage } from './recovery-key-page.tsx';

const { input: SetUpInput } = contract['site.setUp'];

type SetUpValues = z.input<typeof SetUpInput> &
  FirstReaderValues & {
    /** The passphrase once more; it is compared here and not sent. */
    again: string;
  };
type SetUpParsed = z.output<typeof SetUpInput>;

const checkInput = zodResolver(SetUpInput);

/** Where the settings hold the reader that this page describes in fields of its own. */
const firstReaderPath = /^settings\.readers\.0\./;

/** The contract's own schema, and what only this page can see: a second passphrase that differs. */
const check: Resolver<SetUpValues, unknown, SetUpParsed> = async (values, context, options) => {
  const { again, firstReader, reader, ...rest } = values;
  const input = { ...rest, settings: { ...rest.settings, readers: readersFrom({ firstReader, reader }) } };
  // biome-ignore lint/suspicious/noExplicitAny: the resolver's options are typed by the values without this page's own
  const result = await checkInput(input, context, options as any);
  // biome-ignore lint/suspicious/noExplicitAny: errors nest as the values do
  const errors: any = { ...result.errors };
  if (errors.settings?.readers) {
    const { readers, ...settings } = errors.settings;
    errors.reader = readers[0];
    errors.settings = settings;
    if (Object.keys(settings).length === 0) delete errors.settings;
  }
  if (values.code.trim() === '') errors.code = { type: 'custom', message: 'required' };
  if (again !== values.administrator.passphrase) errors.again = { type: 'custom', message: 'not-the-same' };
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
      ...noReaderYet,
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
    else {
      const fields = Object.entries(reply.fields ?? {}).map(
        ([path, message]) => [path.replace(firstReaderPath, 'reader.'), message] as const,
      );
      placeFaults(form, { ...reply, fields: Object.fromEntries(fields) });
    }
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
            <FirstReaderFields />
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
