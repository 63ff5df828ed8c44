/** What a visitor tells, as fields: the same schema as at the kiosk. They stand in a form with exactly these values. */
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { VisitorDetails } from '../../shared/contract/visits.ts';
import { faultAt } from '../console/forms.ts';
import { useFaultWords } from '../console/refusals.tsx';
import { DeskField } from '../ui/desk-field.tsx';
import { HostField } from './host-field.tsx';

export type VisitorValues = z.input<typeof VisitorDetails>;

export const emptyVisitor: VisitorValues = {
  name: '',
  email: '',
  phone: '',
  company: '',
  host: '',
  hostId: undefined,
};

const fields = ['name', 'email', 'phone', 'company'] as const;
const keyboards = { name: 'text', email: 'email', phone: 'tel', company: 'text' } as const;

export function VisitorFields() {
  const { t } = useTranslation('console');
  const { register, formState } = useFormContext<VisitorValues>();
  const words = useFaultWords();
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <DeskField
          key={field}
          label={t(`visitor.${field}`)}
          inputMode={keyboards[field]}
          optional={field === 'company' ? t('form.optional') : undefined}
          fault={words(faultAt(formState.errors, field))}
          {...register(field)}
        />
      ))}
      <HostField />
    </div>
  );
}
