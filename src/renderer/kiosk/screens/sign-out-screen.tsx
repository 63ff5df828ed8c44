/** Signing out by exact name and e-mail. There is no list of who is in the house to choose from. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { NameAndEmail } from '../../../shared/contract/visits.ts';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { fieldFaultWords } from '../../words/refusal-words.ts';
import { useSession } from '../session-context.ts';
import { FieldForm } from './field-form.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';
import { SlotStrip } from './slot-words.tsx';

export function SignOutScreen() {
  const { site, leaving } = useSession();
  const { trouble } = leaving;
  const { t } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const form = useForm<z.input<typeof NameAndEmail>, unknown, z.output<typeof NameAndEmail>>({
    resolver: zodResolver(NameAndEmail),
    defaultValues: leaving.typed,
  });
  const { errors } = form.formState;
  const fault = (name: 'name' | 'email'): string | undefined => {
    const code = errors[name]?.message;
    return code === undefined ? undefined : fieldFaultWords(common, code);
  };

  const signOut = form.handleSubmit((typed) => leaving.ask(typed));

  return (
    <ScreenFrame name="form" top={<StepBar slotNotice={false} />}>
      <FieldForm onSubmit={() => signOut()}>
        <Heading
          title={t('signOut.question')}
          lede={t(site.returnSlot ? 'slot.signOutLede' : 'signOut.lede')}
        />
        {trouble === '' ? (
          <SlotStrip />
        ) : (
          <p className="strip strip--bad" role="alert">
            <TouchIcon name="warning" />
            {trouble}
          </p>
        )}
        <div className="fields fields--2">
          <TouchField label={t('field.name')} keys="name" fault={fault('name')} {...form.register('name')} />
          <TouchField
            label={t('field.email')}
            keys="email"
            fault={fault('email')}
            {...form.register('email')}
          />
          <TouchButton kind="primary" type="submit">
            {t('attract.signOut')}
          </TouchButton>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}
