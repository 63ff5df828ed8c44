/** What a type of visitor asks, as fields of the desk. */
import { useTranslation } from 'react-i18next';
import type { FieldKind } from '../../shared/contract/visitor-types.ts';
import { useFaultWords } from '../console/refusals.tsx';
import { DeskField, DeskSelect } from '../ui/desk-field.tsx';

export interface AskedAtDesk {
  readonly fieldId: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function AnswerFields({
  asked,
  answers,
  faults,
  onAnswer,
}: {
  readonly asked: readonly AskedAtDesk[];
  readonly answers: Readonly<Record<string, string>>;
  /** Message codes by field id. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onAnswer: (fieldId: string, value: string) => void;
}) {
  const { t } = useTranslation('console');
  const words = useFaultWords();
  return asked.map(({ fieldId, kind, label, help, required, options }) => {
    const shared = {
      label,
      hint: help === '' ? undefined : help,
      optional: required ? undefined : t('form.optional'),
      fault: words(faults[fieldId]),
      value: answers[fieldId] ?? '',
      onChange: (event: { readonly target: { readonly value: string } }) =>
        onAnswer(fieldId, event.target.value),
    };
    if (kind === 'text' || kind === 'registration') return <DeskField key={fieldId} {...shared} />;
    const choices =
      kind === 'yes-no'
        ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))
        : options;
    return (
      <DeskSelect
        key={fieldId}
        {...shared}
        options={[{ value: '', label: t(required ? 'kind.choose' : 'kind.none') }, ...choices]}
      />
    );
  });
}
