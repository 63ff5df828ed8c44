/** The questions that are typed: how they are asked, and the name and the ways to reach the visitor. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
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
  readonly onTyped?: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Goes on when the fields are in order, else to the first that is not. */
export function useAnswered(names: readonly FieldName[]): () => Promise<void> {
  const { form, follow } = useSession();
  return async () => {
    if (await form.trigger(names)) return follow({ type: 'continue' });
    const first = names.find((name) => form.getFieldState(name).error);
    if (first !== undefined) form.setFocus(first);
  };
}

export function QuestionScreen({
  question,
  lede,
  fields,
  trouble = '',
  onSubmit,
  children,
}: {
  readonly question: 'name' | 'contact' | 'known' | 'visit';
  /** Where it is not the question's own. */
  readonly lede?: string;
  readonly fields: readonly AskedField[];
  readonly onSubmit: () => Promise<void>;
  /** Why going on did not work, in words; empty when it did. */
  readonly trouble?: string;
  /** Between the fields and the way on. */
  readonly children?: ReactNode;
}) {
  const { form } = useSession();
  const { t } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const { errors } = useFormState({ control: form.control });

  return (
    <ScreenFrame name="form" top={<StepBar step={question} />}>
      <FieldForm onSubmit={onSubmit}>
        <Heading title={t(`${question}.question`)} lede={lede ?? t(`${question}.lede`)} />
        {trouble === '' ? null : (
          <p className="strip strip--bad" role="alert">
            <TouchIcon name="warning" />
            {trouble}
          </p>
        )}
        <div className={`fields fields--${fields.length}`}>
          {fields.map(({ name, keys, hint, onTyped, onKeyDown }) => {
            const fault = errors[name]?.message;
            return (
              <TouchField
                key={name}
                label={t(`field.${name}`)}
                keys={keys}
                hint={hint}
                fault={fault === undefined ? undefined : fieldFaultWords(common, fault)}
                onKeyDown={onKeyDown}
                {...form.register(name, {
                  // A fault goes as soon as it is mended, and appears only when somebody wants to go on.
                  onChange: (event: { readonly target: { readonly value: string } }) => {
                    if (form.getFieldState(name).error) void form.trigger(name);
                    onTyped?.(event.target.value);
                  },
                })}
              />
            );
          })}
          {children}
          <TouchButton kind="primary" type="submit">
            {t('frame.continue')}
          </TouchButton>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}

export function NameScreen() {
  const answered = useAnswered(['name']);
  return <QuestionScreen question="name" fields={[{ name: 'name', keys: 'name' }]} onSubmit={answered} />;
}

/** Of somebody who was here before: the core looks for the rest, and the screen goes on either way. */
export function KnownScreen() {
  const { site } = useSession();
  const { t } = useTranslation('kiosk');
  const goOn = useAnswered(['name', 'email']);
  const [tried, setTried] = useState(false);
  // Without its host the kiosk cannot look for anything.
  const answered = site.away ? async () => setTried(true) : goOn;
  return (
    <QuestionScreen
      question="known"
      trouble={site.away && tried ? t('away.wait') : ''}
      fields={[
        { name: 'name', keys: 'name' },
        { name: 'email', keys: 'email' },
      ]}
      onSubmit={answered}
    />
  );
}

export function ContactScreen() {
  const answered = useAnswered(['email', 'phone']);
  return (
    <QuestionScreen
      question="contact"
      fields={[
        { name: 'email', keys: 'email' },
        { name: 'phone', keys: 'phone' },
      ]}
      onSubmit={answered}
    />
  );
}
