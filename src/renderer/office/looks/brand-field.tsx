/** The brand colour: typed or picked; one that is too pale brings the nearest that is not. */
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { readBrand } from '../../../shared/brand.ts';
import { colourPattern } from '../../../shared/colour.ts';
import { type SettingsValues, useSettingsFault } from '../../console/site-fields.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskField } from '../../ui/desk-field.tsx';

/** Foyer's own, where the colour field has none to show. */
const ownColour = '#0a4f94';

export function BrandField() {
  const { t } = useTranslation('console');
  const { register, setValue, watch } = useFormContext<SettingsValues>();
  const fault = useSettingsFault();
  const typed = (watch('settings.looks.brandColour') ?? '').trim().toLowerCase();
  const colour = colourPattern.test(typed) ? typed : null;
  const brand = colour === null ? null : readBrand(colour);
  const choose = (chosen: string): void =>
    setValue('settings.looks.brandColour', chosen, { shouldDirty: true, shouldValidate: true });
  return (
    <div className="looks-brand">
      <DeskField
        label={t('looks.brandColour')}
        hint={t('looks.brandColourHint')}
        fault={fault('settings.looks.brandColour')}
        placeholder={ownColour}
        maxLength={16}
        {...register('settings.looks.brandColour')}
      />
      <input
        type="color"
        className="looks-brand__picker"
        aria-label={t('looks.pickColour')}
        value={colour ?? ownColour}
        onChange={({ target }) => choose(target.value)}
      />
      {brand?.readable === false ? (
        <div className="looks-brand__nearest" role="status">
          <span>{t('looks.nearest', { colour: brand.nearest })}</span>
          <DeskButton onClick={() => choose(brand.nearest)}>
            {t('looks.takeNearest', { colour: brand.nearest })}
          </DeskButton>
        </div>
      ) : null}
    </div>
  );
}
