/** The retention clocks as form fields: at set-up and in the office. They stand in a form whose values hold them under `retention`. */
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { longestWatchlistDays, type RetentionSettings } from '../../shared/contract/retention.ts';
import { DeskField } from '../ui/desk-field.tsx';
import { faultAt } from './forms.ts';
import { useFaultWords } from './refusals.tsx';

export interface RetentionValues {
  readonly retention: z.input<typeof RetentionSettings>;
}

/** Regulators' models for visitor registers sit at one to three months. */
export const usualRetention = {
  contactDays: 30,
  visitDays: 30,
  cardLinkDays: 30,
  watchlistDays: longestWatchlistDays,
} as const;

export const clocks = ['contactDays', 'visitDays', 'cardLinkDays', 'watchlistDays'] as const;

export function RetentionFields({ disabled = false }: { readonly disabled?: boolean }) {
  const { t } = useTranslation('console');
  const { register, formState } = useFormContext<RetentionValues>();
  const words = useFaultWords();
  return (
    <div className="form-grid form-grid--four">
      {clocks.map((clock) => (
        <DeskField
          key={clock}
          label={t(`retention.clock.${clock}`)}
          hint={t(`retention.clockHint.${clock}`)}
          type="number"
          min={1}
          max={clock === 'watchlistDays' ? longestWatchlistDays : 90}
          unit={t('retention.days')}
          readOnly={disabled}
          fault={words(faultAt(formState.errors, `retention.${clock}`))}
          {...register(`retention.${clock}`, { valueAsNumber: true })}
        />
      ))}
    </div>
  );
}
