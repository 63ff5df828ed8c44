/** One thing that a type asks: how it is answered, and its words in one language. */
import { useTranslation } from 'react-i18next';
import { FieldKind, mostOptions } from '../../../shared/contract/visitor-types.ts';
import { useFaultWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect, FieldFault } from '../../ui/desk-field.tsx';
import { type FieldDraft, freeId } from './type-draft.ts';

export function FieldEditor({
  field,
  number,
  language,
  faultOf,
  onChange,
  onRemove,
}: {
  readonly field: FieldDraft;
  /** From 1. */
  readonly number: number;
  readonly language: string;
  /** The message code at a path below the field. */
  readonly faultOf: (path: string) => string | undefined;
  readonly onChange: (field: FieldDraft) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useFaultWords();
  const say = (part: 'label' | 'help' | 'purpose') => ({
    value: field[part][language] ?? '',
    fault: words(faultOf(`words.${language}.${part}`)),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ ...field, [part]: { ...field[part], [language]: event.target.value } }),
  });
  const optionsFault = words(faultOf('options'));
  return (
    <fieldset className="desk-card type-field">
      <legend>{t('types.fieldNumber', { number })}</legend>
      <div className="form-grid">
        <DeskField label={t('types.label')} {...say('label')} />
        <DeskSelect
          label={t('types.kind')}
          value={field.kind}
          options={FieldKind.options.map((kind) => ({ value: kind, label: t(`types.kinds.${kind}`) }))}
          onChange={(event) => onChange({ ...field, kind: FieldKind.parse(event.target.value) })}
        />
        <DeskField label={t('types.purpose')} hint={t('types.purposeHint')} {...say('purpose')} />
        <DeskField label={t('types.help')} optional={t('form.optional')} {...say('help')} />
      </div>
      {field.kind === 'choice' ? (
        <div className="form-stack">
          {field.options.map(({ optionId, words: named }, index) => (
            <div key={optionId} className="type-field__option">
              <DeskField
                label={t('types.option', { number: index + 1 })}
                value={named[language] ?? ''}
                fault={words(
                  faultOf(`options.${index}.words.${language}`) ?? faultOf(`options.${index}.words`),
                )}
                onChange={(event) =>
                  onChange({
                    ...field,
                    options: field.options.map((option) =>
                      option.optionId === optionId
                        ? { ...option, words: { ...named, [language]: event.target.value } }
                        : option,
                    ),
                  })
                }
              />
              <DeskButton
                kind="quiet"
                onClick={() =>
                  onChange({
                    ...field,
                    options: field.options.filter((option) => option.optionId !== optionId),
                  })
                }
                aria-label={t('types.removeOption', { number: index + 1 })}
              >
                {t('types.remove')}
              </DeskButton>
            </div>
          ))}
          {optionsFault === undefined ? null : <FieldFault words={t('types.optionsMissing')} />}
          {field.options.length < mostOptions ? (
            <div className="desk-actions">
              <DeskButton
                onClick={() =>
                  onChange({
                    ...field,
                    options: [
                      ...field.options,
                      {
                        optionId: freeId(
                          'o',
                          field.options.map(({ optionId }) => optionId),
                        ),
                        words: {},
                      },
                    ],
                  })
                }
              >
                {t('types.addOption')}
              </DeskButton>
            </div>
          ) : null}
        </div>
      ) : null}
      <div className="desk-actions">
        <DeskChoice
          type="checkbox"
          label={t('types.required')}
          checked={field.required}
          onChange={(event) => onChange({ ...field, required: event.target.checked })}
        />
        <DeskButton kind="quiet" onClick={onRemove} aria-label={t('types.removeField', { number })}>
          {t('types.remove')}
        </DeskButton>
      </div>
    </fieldset>
  );
}
