/**
 * The fields of the site's settings, in sections: at set-up and later in the office. They stand in a form whose
 * values hold the settings under `settings`.
 */
import { useId, useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { authorities } from '../../shared/authorities.ts';
import type { SiteSettings } from '../../shared/contract/site.ts';
import { DeskChoice, DeskField, DeskSelect, FieldFault } from '../ui/desk-field.tsx';
import { ownName } from '../words/own-name.ts';
import { faultAt } from './forms.ts';
import { useFaultWords } from './refusals.tsx';

export interface SettingsValues {
  readonly settings: z.input<typeof SiteSettings>;
}

/** Offered until somebody says otherwise; the rest of `spoken` is one choice away. */
const usualLanguages = ['da', 'en'];

/** What an empty form starts from; `spoken` is every language the kiosk has words in. */
export function emptySettings(timeZone: string, spoken: readonly string[]): SettingsValues['settings'] {
  return {
    siteName: '',
    timeZone,
    languages: spoken.filter((language) => usualLanguages.includes(language)),
    defaultLanguage: usualLanguages[0] ?? 'en',
    controller: {
      name: '',
      registrationNumber: '',
      address: '',
      contactEmail: '',
      contactPhone: '',
      authority: '',
    },
    readers: [],
    cardForEveryone: true,
    cameraReadsCodes: false,
  };
}

export function useSettingsFault(): (path: string) => string | undefined {
  const { formState } = useFormContext<SettingsValues>();
  const words = useFaultWords();
  return (path) => words(faultAt(formState.errors, path));
}

export function SiteAndControllerFields() {
  const { t } = useTranslation('console');
  const { register } = useFormContext<SettingsValues>();
  const fault = useSettingsFault();
  const optional = t('form.optional');
  return (
    <div className="form-grid">
      <DeskField
        label={t('site.siteName')}
        hint={t('site.siteNameHint')}
        fault={fault('settings.siteName')}
        {...register('settings.siteName')}
      />
      <DeskField
        label={t('site.controller')}
        hint={t('site.controllerHint')}
        fault={fault('settings.controller.name')}
        {...register('settings.controller.name')}
      />
      <DeskField
        label={t('site.address')}
        fault={fault('settings.controller.address')}
        {...register('settings.controller.address')}
      />
      <DeskField
        label={t('site.registrationNumber')}
        optional={optional}
        fault={fault('settings.controller.registrationNumber')}
        {...register('settings.controller.registrationNumber')}
      />
      <DeskField
        label={t('site.contactEmail')}
        hint={t('site.contactEmailHint')}
        inputMode="email"
        fault={fault('settings.controller.contactEmail')}
        {...register('settings.controller.contactEmail')}
      />
      <DeskField
        label={t('site.contactPhone')}
        optional={optional}
        inputMode="tel"
        fault={fault('settings.controller.contactPhone')}
        {...register('settings.controller.contactPhone')}
      />
      <AuthorityChoice />
      <DeskField
        label={t('site.authority')}
        hint={t('site.authorityHint')}
        fault={fault('settings.controller.authority')}
        {...register('settings.controller.authority')}
      />
    </div>
  );
}

/** Fills the authority in; it stays a text that can be changed. */
function AuthorityChoice() {
  const { t, i18n } = useTranslation('console');
  const { setValue, watch } = useFormContext<SettingsValues>();
  const typed = watch('settings.controller.authority');
  const options = useMemo(() => {
    const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
    return authorities
      .map(({ country, text }) => ({ value: text, label: `${countries.of(country) ?? country}: ${text}` }))
      .sort((left, right) => left.label.localeCompare(right.label, i18n.language));
  }, [i18n.language]);
  return (
    <DeskSelect
      label={t('site.authorityChoice')}
      options={[{ value: '', label: t('site.authorityOwn') }, ...options]}
      value={options.some(({ value }) => value === typed) ? typed : ''}
      onChange={(event) =>
        setValue('settings.controller.authority', event.target.value, {
          shouldDirty: true,
          shouldValidate: event.target.value !== '',
        })
      }
    />
  );
}

export function LanguageFields({ languages }: { readonly languages: readonly string[] }) {
  const { t } = useTranslation('console');
  const { register, watch } = useFormContext<SettingsValues>();
  const fault = useSettingsFault();
  const offered = watch('settings.languages');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const zoneList = useId();
  const languagesFault = fault('settings.languages');
  return (
    <div className="form-grid">
      <fieldset className="desk-field">
        <legend className="desk-field__head">{t('site.languages')}</legend>
        <div className="form-choices">
          {languages.map((language) => (
            <DeskChoice
              key={language}
              type="checkbox"
              value={language}
              lang={language}
              label={ownName(language)}
              {...register('settings.languages')}
            />
          ))}
        </div>
        {languagesFault ? <FieldFault words={languagesFault} /> : null}
      </fieldset>
      <DeskSelect
        label={t('site.defaultLanguage')}
        hint={t('site.defaultLanguageHint')}
        options={languages
          .filter((language) => Array.isArray(offered) && offered.includes(language))
          .map((language) => ({ value: language, label: ownName(language) }))}
        fault={fault('settings.defaultLanguage')}
        {...register('settings.defaultLanguage')}
      />
      <DeskField
        label={t('site.timeZone')}
        hint={t('site.timeZoneHint')}
        list={zoneList}
        fault={fault('settings.timeZone')}
        {...register('settings.timeZone')}
      />
      <datalist id={zoneList}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <DeskChoice
        type="checkbox"
        label={t('site.cardForEveryone')}
        hint={t('site.cardForEveryoneHint')}
        {...register('settings.cardForEveryone')}
      />
      <DeskChoice
        type="checkbox"
        label={t('site.cameraReadsCodes')}
        hint={t('site.cameraReadsCodesHint')}
        {...register('settings.cameraReadsCodes')}
      />
    </div>
  );
}
