/** What brings a visitor here, asked at the desk as at the kiosk: the type, what it asks, and the rules it shows. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenType, inLanguage, type OfferedType } from '../../shared/contract/visitor-types.ts';
import { answerFaults } from '../../shared/visitor-answers.ts';
import { useSite } from '../console/site.tsx';
import { DeskChoice, DeskSelect, FieldFault } from '../ui/desk-field.tsx';
import { AnswerFields, type AskedAtDesk } from './answer-fields.tsx';

export interface DeskType {
  readonly chosen: OfferedType | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly rulesShown: boolean;
  /** Somebody wanted to go on without what is needed. */
  readonly missed: boolean;
  choose(visitorTypeId: string): void;
  answer(fieldId: string, value: string): void;
  setRulesShown(shown: boolean): void;
  /** Faults the core found, by field id. */
  setFaults(faults: Readonly<Record<string, string>>): void;
  /**
   * What the core is told: undefined where the site has no types, null where something is missing, which then
   * shows. `language`: of the visitor, in which the rules are shown.
   */
  check(language: string): ChosenType | undefined | null;
}

export function useDeskType(): DeskType {
  const site = useSite();
  const [typeId, setTypeId] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [rulesShown, setRulesShown] = useState(false);
  const [missed, setMissed] = useState(false);
  // One that was retired meanwhile is chosen no more.
  const chosen = site.visitorTypes.find(({ visitorTypeId }) => visitorTypeId === typeId) ?? null;
  return {
    chosen,
    answers,
    faults,
    rulesShown,
    missed,
    choose(visitorTypeId) {
      setTypeId(visitorTypeId);
      setAnswers({});
      setFaults({});
      setRulesShown(false);
      setMissed(false);
    },
    answer(fieldId, value) {
      setAnswers((now) => ({ ...now, [fieldId]: value }));
      setFaults(({ [fieldId]: _mended, ...rest }) => rest);
    },
    setRulesShown,
    setFaults,
    check(language) {
      if (site.visitorTypes.length === 0) return undefined;
      setMissed(true);
      if (chosen === null) return null;
      const found = answerFaults(chosen.fields, answers);
      setFaults(found);
      const rules = inLanguage(chosen.rules, language, [site.defaultLanguage]);
      if (Object.keys(found).length > 0 || (rules !== undefined && !rulesShown)) return null;
      const { visitorTypeId, version } = chosen;
      return { visitorTypeId, version, answers: { ...answers }, rulesHash: rules?.words.hash ?? null };
    },
  };
}

export function DeskTypeFields({ type, language }: { readonly type: DeskType; readonly language: string }) {
  const { t, i18n } = useTranslation('console');
  const site = useSite();
  const { chosen } = type;
  const read = <Words,>(words: Readonly<Record<string, Words>>): Words | undefined =>
    inLanguage(words, i18n.language, [site.defaultLanguage])?.words;
  const asked = (chosen?.fields ?? []).map(
    ({ fieldId, kind, required, words, options }): AskedAtDesk => ({
      ...{ fieldId, kind, required },
      label: read(words)?.label ?? '',
      help: read(words)?.help ?? '',
      options: options.map((option) => ({ value: option.optionId, label: read(option.words) ?? '' })),
    }),
  );
  const rules = chosen === null ? undefined : inLanguage(chosen.rules, language, [site.defaultLanguage]);
  return (
    <>
      <div className="form-grid">
        <DeskSelect
          label={t('kind.label')}
          value={chosen?.visitorTypeId ?? ''}
          fault={type.missed && chosen === null ? t('kind.missing') : undefined}
          options={[
            { value: '', label: t('kind.choose') },
            ...site.visitorTypes.map(({ visitorTypeId, names }) => ({
              value: visitorTypeId,
              label: read(names) ?? '',
            })),
          ]}
          onChange={(event) => type.choose(event.target.value)}
        />
        <AnswerFields asked={asked} answers={type.answers} faults={type.faults} onAnswer={type.answer} />
      </div>
      {rules === undefined ? null : (
        <section className="form-stack" aria-label={t('kind.rules')}>
          <h3>{t('kind.rules')}</h3>
          <div className="form-stack" lang={rules.language}>
            {rules.words.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <div className="desk-field">
            <DeskChoice
              type="checkbox"
              label={t('kind.rulesShown')}
              checked={type.rulesShown}
              onChange={(event) => type.setRulesShown(event.target.checked)}
            />
            {type.missed && !type.rulesShown ? <FieldFault words={t('kind.rulesMissing')} /> : null}
          </div>
        </section>
      )}
    </>
  );
}
