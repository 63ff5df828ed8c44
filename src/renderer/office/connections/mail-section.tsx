/** The mail server, which mails are sent, and a test. Privacy officers read it, administrators change it. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useLayoutEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../shared/contract/contract.ts';
import { MailSecurity, type MailSettings } from '../../../shared/contract/mail.ts';
import { faultAt, placeFaults } from '../../console/forms.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { useHasRole } from '../../console/session.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { MailTest } from './mail-test.tsx';

const nothing: MailSettings = {
  enabled: false,
  host: '',
  port: 587,
  security: 'starttls',
  userName: '',
  senderName: '',
  senderAddress: '',
  invitationMail: true,
  arrivalMail: false,
};

export function MailSection({
  settings,
  hasPassword,
}: {
  readonly settings: MailSettings | null;
  readonly hasPassword: boolean;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const mayChange = useHasRole('administrator');
  const { run, busy, refused } = useCommand('mail.change');
  const form = useForm({
    resolver: zodResolver(contract['mail.change'].input),
    defaultValues: { ...(settings ?? nothing), password: '' as string | null },
  });
  const { isDirty } = form.formState;
  const { reset } = form;
  useLayoutEffect(() => {
    // What somebody is changing right now is not overwritten by a change made elsewhere, nor what is typed at once.
    if (!isDirty && settings !== null) reset({ ...settings, password: '' });
  }, [settings, isDirty, reset]);
  const fault = (path: string): string | undefined => faultWords(faultAt(form.formState.errors, path));
  const save = form.handleSubmit(async (values) => {
    // An empty field keeps what is stored.
    const reply = await run({ ...values, password: values.password === '' ? null : values.password });
    if (!reply.ok) {
      placeFaults(form, reply);
      return;
    }
    reset({ ...reply.value.settings, password: '' });
    toast(t('connections.mail.saved'));
  });
  return (
    <section className="desk-card form-stack" aria-labelledby="connections-mail">
      <div>
        <h2 id="connections-mail">{t('connections.mail.title')}</h2>
        <p className="desk-muted">{t('connections.mail.lead')}</p>
      </div>
      <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
        <fieldset className="form-stack" disabled={!mayChange}>
          <DeskChoice type="checkbox" label={t('connections.mail.enabled')} {...form.register('enabled')} />
          <div className="form-grid">
            <DeskField
              label={t('connections.mail.host')}
              autoCapitalize="none"
              fault={fault('host')}
              {...form.register('host')}
            />
            <DeskField
              label={t('connections.mail.port')}
              inputMode="numeric"
              fault={fault('port')}
              {...form.register('port', {
                setValueAs: (typed) => (typed === '' ? Number.NaN : Number(typed)),
              })}
            />
            <DeskSelect
              label={t('connections.mail.security')}
              options={MailSecurity.options.map((value) => ({
                value,
                label: t(`connections.mail.securities.${value}`),
              }))}
              fault={fault('security')}
              {...form.register('security')}
            />
            <DeskField
              label={t('connections.mail.userName')}
              optional={t('form.optional')}
              autoCapitalize="none"
              fault={fault('userName')}
              {...form.register('userName')}
            />
            <DeskField
              label={t('connections.mail.password')}
              optional={t('form.optional')}
              type="password"
              autoComplete="new-password"
              hint={hasPassword ? t('connections.mail.passwordKept') : undefined}
              fault={fault('password')}
              {...form.register('password')}
            />
            <DeskField
              label={t('connections.mail.senderName')}
              optional={t('form.optional')}
              fault={fault('senderName')}
              {...form.register('senderName')}
            />
            <DeskField
              label={t('connections.mail.senderAddress')}
              inputMode="email"
              fault={fault('senderAddress')}
              {...form.register('senderAddress')}
            />
          </div>
          <DeskChoice
            type="checkbox"
            label={t('connections.mail.invitationMail')}
            {...form.register('invitationMail')}
          />
          <DeskChoice
            type="checkbox"
            label={t('connections.mail.arrivalMail')}
            {...form.register('arrivalMail')}
          />
        </fieldset>
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        {mayChange ? (
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy} disabled={!isDirty}>
              {t('form.save')}
            </DeskButton>
            {isDirty ? (
              <DeskButton kind="quiet" onClick={() => reset()}>
                {t('form.discard')}
              </DeskButton>
            ) : null}
          </div>
        ) : null}
      </form>
      {mayChange && settings !== null ? <MailTest /> : null}
    </section>
  );
}
