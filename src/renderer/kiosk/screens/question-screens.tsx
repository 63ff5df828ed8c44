/** The questions that are typed: name; e-mail and phone; company and host. */
import { useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import type { KeyKind } from '../../ui/touch-keyboard-layouts.ts';
import { fieldFaultWords } from '../../words/refusal-words.ts';
import type { FieldName } from '../flow.ts';
import { useSession } from '../session-context.ts';
import { FieldForm } from './field-form.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

interface AskedField {
  readonly name: FieldName;
  readonly keys: KeyKind;
  readonly hint?: string;
}

function QuestionScreen({
  question,
  fields,
}: {
  readonly question: 'name' | 'contact' | 'visit';
  readonly fields: readonly AskedField[];
}) {
  const { form, follow } = useSession();
  const { t } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const { errors } = useFormState({ control: form.control });
  const names = fields.map(({ name }) => name);

  async function answered(): Promise<void> {
    if (await form.trigger(names)) return follow({ type: 'continue' });
    const first = names.find((name) => form.getFieldState(name).error);
    if (first !== undefined) form.setFocus(first);
  }

  return (
    <ScreenFrame name="form" top={<StepBar step={question} />}>
      <FieldForm onSubmit={answered}>
        <Heading title={t(`${question}.question`)} lede={t(`${question}.lede`)} />
        <div className={`fields fields--${fields.length}`}>
          {fields.map(({ name, keys, hint }) => {
            const fault = errors[name]?.message;
            return (
              <TouchField
                key={name}
                label={t(`field.${name}`)}
                keys={keys}
                hint={hint}
                fault={fault === undefined ? undefined : fieldFaultWords(common, fault)}
                {...form.register(name, {
                  // A fault goes as soon as it is mended, and appears only when somebody wants to go on.
                  onChange: () => {
                    if (form.getFieldState(name).error) void form.trigger(name);
                  },
                })}
              />
            );
          })}
          <TouchButton kind="primary" type="submit">
            {t('frame.continue')}
          </TouchButton>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}

export function NameScreen() {
  return <QuestionScreen question="name" fields={[{ name: 'name', keys: 'name' }]} />;
}

export function ContactScreen() {
  return (
    <QuestionScreen
      question="contact"
      fields={[
        { name: 'email', keys: 'email' },
        { name: 'phone', keys: 'phone' },
      ]}
    />
  );
}

export function VisitScreen() {
  const { t } = useTranslation('kiosk');
  return (
    <QuestionScreen
      question="visit"
      fields={[
        { name: 'company', keys: 'text', hint: t('visit.companyHint') },
        { name: 'host', keys: 'name', hint: t('visit.hostHint') },
      ]}
    />
  );
}
