/** One thing that a visitor's type asks: typed, chosen by a touch, or yes and no. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type OfferedType } from '../../../shared/contract/visitor-types.ts';
import { TouchButton } from '../../ui/touch-button.tsx';
import { TouchField } from '../../ui/touch-field.tsx';
import { TouchIcon } from '../../ui/touch-icon.tsx';
import { fieldFaultWords } from '../../words/refusal-words.ts';
import { useSession } from '../session-context.ts';
import { Choices } from './choices.tsx';
import { FieldForm } from './field-form.tsx';
import { Heading, ScreenFrame, StepBar } from './screen-frame.tsx';

type Field = OfferedType['fields'][number];

export function DetailScreen() {
  const { visitType, detail } = useSession();
  const field = visitType.chosen?.fields[detail];
  // A type without this detail has no such place in the flow.
  if (field === undefined) return null;
  const typed = field.kind === 'text' || field.kind === 'registration';
  return typed ? <TypedDetail field={field} /> : <ChosenDetail field={field} />;
}

/** The question, and what helps to answer it. */
function useQuestion({ words, required }: Field) {
  const { site } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const found = inLanguage(words, i18n.language, [site.defaultLanguage]);
  const help = found?.words.help ?? '';
  const optional = required ? '' : t('detail.optional');
  return {
    title: found?.words.label ?? '',
    lede: [help, optional].filter((text) => text !== '').join(help.endsWith('.') ? ' ' : ' · '),
    lang: found?.language,
  };
}

function TypedDetail({ field }: { readonly field: Field }) {
  const { visitType, follow } = useSession();
  const { t } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const question = useQuestion(field);
  const input = useRef<HTMLInputElement>(null);
  const { fieldId, kind } = field;
  const fault = visitType.faults[fieldId];
  useEffect(() => {
    if (fault !== undefined) input.current?.focus();
  }, [fault]);
  return (
    <ScreenFrame name="form" top={<StepBar step="detail" />}>
      <FieldForm
        onSubmit={async () => {
          if (visitType.check(fieldId)) follow({ type: 'continue' });
          else input.current?.focus();
        }}
      >
        <Heading {...question} />
        <div className="fields fields--1">
          <TouchField
            ref={input}
            label={t('detail.answer')}
            keys="text"
            value={visitType.answers[fieldId] ?? ''}
            fault={fault === undefined ? undefined : fieldFaultWords(common, fault)}
            onChange={({ target: { value } }) =>
              visitType.answer(fieldId, kind === 'registration' ? value.toUpperCase() : value)
            }
          />
          <TouchButton kind="primary" type="submit">
            {t('frame.continue')}
          </TouchButton>
        </div>
      </FieldForm>
    </ScreenFrame>
  );
}

function ChosenDetail({ field }: { readonly field: Field }) {
  const { site, visitType, follow } = useSession();
  const { t, i18n } = useTranslation('kiosk');
  const { t: common } = useTranslation('common');
  const question = useQuestion(field);
  const { fieldId, kind, options, required } = field;
  const answer = visitType.answers[fieldId] ?? '';
  const fault = visitType.faults[fieldId];
  const choices =
    kind === 'yes-no'
      ? (['yes', 'no'] as const).map((key) => ({ key, words: t(`detail.${key}`), chosen: answer === key }))
      : options.map(({ optionId, words }) => {
          const found = inLanguage(words, i18n.language, [site.defaultLanguage]);
          return {
            key: optionId,
            words: found?.words ?? '',
            language: found?.language,
            chosen: answer === optionId,
          };
        });
  return (
    <ScreenFrame name="choice" top={<StepBar step="detail" />}>
      <div className="screen__scroll">
        <Heading {...question} />
        {fault === undefined ? null : (
          <p className="strip" role="alert">
            <TouchIcon name="warning" />
            {fieldFaultWords(common, fault)}
          </p>
        )}
        <Choices
          choices={choices}
          onChoose={(key) => {
            visitType.answer(fieldId, key);
            follow({ type: 'continue' });
          }}
        />
      </div>
      {required ? null : (
        <div className="acts">
          <TouchButton
            onClick={() => {
              visitType.answer(fieldId, '');
              follow({ type: 'continue' });
            }}
          >
            {t('detail.skip')}
          </TouchButton>
        </div>
      )}
    </ScreenFrame>
  );
}
