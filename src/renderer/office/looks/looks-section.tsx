/** The looks of the kiosk: part of the form of the site's settings, with the pictures and what all of it looks like. */
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Background, type PictureRole } from '../../../shared/contract/looks.ts';
import { useCall } from '../../console/queries.ts';
import { type SettingsValues, useSettingsFault } from '../../console/site-fields.tsx';
import { DeskChoice, DeskField } from '../../ui/desk-field.tsx';
import { ownName } from '../../words/own-name.ts';
import { BrandField } from './brand-field.tsx';
import { LooksPreview } from './looks-preview.tsx';
import { PictureField } from './picture-field.tsx';

function usePictureAddress(role: PictureRole): string | null {
  const picture = useCall('site.picture', { role }).data?.picture ?? null;
  return picture === null ? null : `data:${picture.type};base64,${picture.base64}`;
}

/** A number as typed, null for nothing. */
function inches(typed: unknown): number | null {
  return typed === '' || typed === null || typed === undefined
    ? null
    : Number(String(typed).replace(',', '.'));
}

export function LooksSection() {
  const { t } = useTranslation('console');
  const { register, watch } = useFormContext<SettingsValues>();
  const fault = useSettingsFault();
  const languages = watch('settings.languages');
  const logo = usePictureAddress('logo');
  const background = usePictureAddress('background');
  return (
    <section className="desk-card">
      <h2>{t('looks.title')}</h2>
      <p className="desk-muted">{t('looks.lead')}</p>
      <div className="looks">
        <div className="form-stack">
          <PictureField of="logo" address={logo} />
          <DeskChoice
            type="checkbox"
            label={t('looks.nameBesideLogo')}
            hint={t('looks.nameBesideLogoHint')}
            {...register('settings.looks.nameBesideLogo')}
          />
          <BrandField />
          {(Array.isArray(languages) ? languages : []).map((language) => (
            <DeskField
              key={language}
              label={t('looks.greeting', { language: ownName(language) })}
              hint={t('looks.greetingHint')}
              lang={language}
              fault={fault(`settings.looks.greetings.${language}`)}
              {...register(`settings.looks.greetings.${language}`)}
            />
          ))}
          <fieldset className="desk-field">
            <legend className="desk-field__head">{t('looks.background')}</legend>
            <div className="form-choices form-choices--wide">
              {Background.options.map((each) => (
                <DeskChoice
                  key={each}
                  type="radio"
                  value={each}
                  label={t(`looks.backgroundOf.${each}`)}
                  {...register('settings.looks.background')}
                />
              ))}
            </div>
          </fieldset>
          <PictureField of="background" address={background} />
          <DeskField
            label={t('looks.displayInches')}
            hint={t('looks.displayInchesHint')}
            unit={t('looks.inches')}
            inputMode="decimal"
            fault={fault('settings.looks.displayInches')}
            {...register('settings.looks.displayInches', { setValueAs: inches })}
          />
        </div>
        <LooksPreview pictures={{ logo, background }} />
      </div>
    </section>
  );
}
