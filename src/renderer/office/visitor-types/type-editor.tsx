/** Writes one type of visitor, a language at a time; saving makes a version and publishes what the notice says of it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { mostFields, mostRulesWords, wordCount } from '../../../shared/contract/visitor-types.ts';
import { useCommand } from '../../console/queries.ts';
import { useFaultWords, useRefusalWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect, DeskTextArea } from '../../ui/desk-field.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { ownName } from '../../words/own-name.ts';
import { FieldEditor } from './field-editor.tsx';
import {
  changesNotice,
  draftFaults,
  draftOf,
  emptyDraft,
  freeId,
  languageOfFault,
  paragraphsOf,
  type TypeDraft,
  typeOf,
} from './type-draft.ts';

export type ListedType = CallOutput<'types.list'>['types'][number];

const cards = ['site', 'due', 'not-due'] as const;

export function TypeEditor({
  listed,
  languages,
  defaultLanguage,
  onClose,
}: {
  /** Null: a new one. */
  readonly listed: ListedType | null;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const faultWords = useFaultWords();
  const toast = useToast();
  const { run, busy, refused } = useCommand('types.save');
  const [draft, setDraft] = useState<TypeDraft>(() => (listed === null ? emptyDraft : draftOf(listed.type)));
  const [language, setLanguage] = useState(defaultLanguage);
  // Faults appear when somebody wants to save, and go as soon as they are mended.
  const [tried, setTried] = useState(false);
  const faults = tried ? draftFaults(draft, defaultLanguage) : {};
  const change = (part: Partial<TypeDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const rules = paragraphsOf(draft.rules[language]);
  const most = language === defaultLanguage ? mostRulesWords.own : mostRulesWords.translated;
  const rulesFault = Object.entries(faults).find(([path]) => path.startsWith(`rules.${language}`))?.[1];

  async function save(): Promise<void> {
    setTried(true);
    const found = Object.keys(draftFaults(draft, defaultLanguage));
    const [first] = found;
    if (first !== undefined) {
      const here = found.some((path) => [language, undefined].includes(languageOfFault(path, languages)));
      if (!here) setLanguage(languageOfFault(first, languages) ?? language);
      return;
    }
    const reply = await run({
      visitorTypeId: listed?.visitorTypeId ?? null,
      version: listed?.version ?? 0,
      type: typeOf(draft),
    });
    if (!reply.ok) return;
    toast(t('types.saved', { version: reply.value.noticeVersion }));
    onClose();
  }

  return (
    <form
      className="form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <section className="desk-card form-stack">
        <DeskTabs
          as="chips"
          label={t('types.language')}
          chosen={language}
          onChoose={setLanguage}
          tabs={languages.map((name) => ({ name, label: ownName(name) }))}
        />
        {language === defaultLanguage ? null : <p className="desk-muted">{t('types.translation')}</p>}
        <DeskField
          label={t('types.name')}
          hint={t('types.nameHint')}
          value={draft.names[language] ?? ''}
          fault={faultWords(faults[`names.${language}`])}
          onChange={(event) => change({ names: { ...draft.names, [language]: event.target.value } })}
        />
        <div className="form-grid">
          <DeskSelect
            label={t('types.card')}
            value={draft.card}
            options={cards.map((value) => ({ value, label: t(`types.cards.${value}`) }))}
            onChange={(event) =>
              change({ card: cards.find((each) => each === event.target.value) ?? 'site' })
            }
          />
          <div>
            {(['company', 'host'] as const).map((part) => (
              <DeskChoice
                key={part}
                type="checkbox"
                label={t(`types.${part}Required`)}
                checked={draft[part] === 'required'}
                onChange={(event) => change({ [part]: event.target.checked ? 'required' : 'optional' })}
              />
            ))}
          </div>
        </div>
      </section>
      {draft.fields.map((field, index) => (
        <FieldEditor
          key={field.fieldId}
          field={field}
          number={index + 1}
          language={language}
          faultOf={(path) => faults[`fields.${index}.${path}`]}
          onChange={(changed) =>
            change({ fields: draft.fields.map((each, at) => (at === index ? changed : each)) })
          }
          onRemove={() => change({ fields: draft.fields.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="desk-actions">
        {draft.fields.length < mostFields ? (
          <DeskButton
            onClick={() => {
              const fieldId = freeId('f', [
                ...draft.fields.map((field) => field.fieldId),
                ...(listed?.type.fields.map((field) => field.fieldId) ?? []),
              ]);
              const empty = { label: {}, help: {}, purpose: {}, options: [] };
              change({ fields: [...draft.fields, { fieldId, kind: 'text', required: false, ...empty }] });
            }}
          >
            {t('types.addField')}
          </DeskButton>
        ) : (
          <p className="desk-muted">{t('types.fieldsFull')}</p>
        )}
      </div>
      <section className="desk-card form-stack">
        <h2>{t('types.rules')}</h2>
        <DeskTextArea
          lines
          label={t('types.rulesText')}
          optional={t('form.optional')}
          hint={t('types.rulesHint', { number: wordCount(rules), most })}
          value={draft.rules[language] ?? ''}
          fault={faultWords(rulesFault ?? (wordCount(rules) > most ? 'rules-long' : undefined))}
          onChange={(event) => change({ rules: { ...draft.rules, [language]: event.target.value } })}
        />
      </section>
      {changesNotice(listed?.type ?? null, typeOf(draft)) ? (
        <DeskMessage>{t('types.changesNotice')}</DeskMessage>
      ) : null}
      {tried && Object.keys(faults).length > 0 ? (
        <DeskMessage tone="bad">{t('form.faults', { count: Object.keys(faults).length })}</DeskMessage>
      ) : null}
      {refused ? (
        <DeskMessage tone="bad">
          {refused.code === 'type-outdated'
            ? t('types.outdated')
            : (faultWords(refused.fields?.['']) ?? words(refused))}
        </DeskMessage>
      ) : null}
      <div className="desk-actions">
        <DeskButton type="submit" kind="primary" busy={busy}>
          {t('form.save')}
        </DeskButton>
        <DeskButton onClick={onClose}>{t('form.cancel')}</DeskButton>
      </div>
    </form>
  );
}
