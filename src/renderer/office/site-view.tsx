/** The settings of the site. Privacy officers read them, administrators change them. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useLayoutEffect } from 'react';
import { FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { SiteSettings } from '../../shared/contract/site.ts';
import { kioskLanguages } from '../../shared/words/kiosk-words.ts';
import { countFaults } from '../console/forms.ts';
import { placeAddress } from '../console/place.ts';
import { useCall, useCommand } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useHasRole } from '../console/session.tsx';
import { LanguageFields, type SettingsValues, SiteAndControllerFields } from '../console/site-fields.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskMessage } from '../ui/desk-message.tsx';
import { useToast } from '../ui/desk-toast.tsx';
import { LanguagesReport } from './languages-report.tsx';
import { LooksSection } from './looks/looks-section.tsx';
import { Voices } from './looks/voices.tsx';

const schema = z.strictObject({ settings: SiteSettings });
type Parsed = z.output<typeof schema>;

const check = zodResolver(schema) as Resolver<SettingsValues, unknown, Parsed>;

export function SiteView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('site.settings', {});
  return (
    <>
      <h1>{t('office.view.site')}</h1>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
      {data ? <SettingsForm settings={data.settings} /> : null}
      <LanguagesReport />
    </>
  );
}

function SettingsForm({ settings }: { readonly settings: SettingsValues['settings'] }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const mayChange = useHasRole('administrator');
  const { run, busy, refused } = useCommand('site.change');
  const form = useForm<SettingsValues, unknown, Parsed>({ resolver: check, defaultValues: { settings } });
  const { isDirty, errors, isSubmitted } = form.formState;
  const { reset } = form;
  useLayoutEffect(() => {
    // What somebody is changing right now is not overwritten by a change made elsewhere, nor what is typed at once.
    if (!isDirty) reset({ settings });
  }, [settings, isDirty, reset]);
  const faults = countFaults(errors);
  const save = form.handleSubmit(async (values) => {
    // Readers and badges are set elsewhere: what was changed there meanwhile stays.
    const reply = await run({
      ...values.settings,
      readers: settings.readers,
      badges: settings.badges,
    });
    if (reply.ok) {
      reset({ settings: reply.value.settings });
      toast(t('site.saved'));
      return;
    }
    for (const [path, message] of Object.entries(reply.fields ?? {}))
      if (path !== '') form.setError(`settings.${path}` as 'settings.siteName', { type: 'core', message });
  });
  const spoken = useCall('words.report', {}).data?.languages ?? [];
  const usable = spoken
    .filter(({ source, own }) => source !== 'site' || own > 0)
    .map(({ language }) => language);
  const languages = [...new Set([...kioskLanguages, ...usable, ...settings.languages])];
  return (
    <FormProvider {...form}>
      <form className="form-stack" noValidate onSubmit={(event) => void save(event)}>
        {mayChange ? null : <DeskMessage>{t('site.readOnly')}</DeskMessage>}
        <fieldset className="form-stack" disabled={!mayChange}>
          <section className="desk-card">
            <h2>{t('setUp.site')}</h2>
            <SiteAndControllerFields />
          </section>
          <section className="desk-card">
            <h2>{t('setUp.languages')}</h2>
            <LanguageFields languages={languages} />
          </section>
          <LooksSection />
        </fieldset>
        <Voices />
        {mayChange ? (
          <p>
            <a className="desk-link" href={placeAddress('office', 'readers')}>
              {t('site.readersMoved')}
            </a>
          </p>
        ) : null}
        {isSubmitted && faults > 0 ? (
          <DeskMessage tone="bad">{t('form.faults', { count: faults })}</DeskMessage>
        ) : null}
        {refused && !refused.fields ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
        {mayChange ? (
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy} disabled={!isDirty}>
              {t('form.save')}
            </DeskButton>
            {isDirty ? (
              <DeskButton kind="quiet" onClick={() => reset({ settings })}>
                {t('form.discard')}
              </DeskButton>
            ) : null}
          </div>
        ) : null}
      </form>
    </FormProvider>
  );
}
