/** The fields of an entry: what is the same in every language, then its words in one. */
import { useId } from 'react';
import { type FieldErrors, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { isCoreEntry, LegalBasis, TransferBasis } from '../../../shared/contract/register.ts';
import type { RetentionSettings } from '../../../shared/contract/retention.ts';
import { countFaults, faultAt } from '../../console/forms.ts';
import { useFaultWords } from '../../console/refusals.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskChoice, DeskField, DeskSelect, DeskTextArea, FieldFault } from '../../ui/desk-field.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ownName } from '../../words/own-name.ts';
import { type EntryValues, wordFields } from './entry-form.ts';

export function EntryFacts({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('console');
  const { register, formState } = useFormContext<EntryValues>();
  const words = useFaultWords();
  const core = isCoreEntry(entryId);
  const basesFault = words(faultAt(formState.errors, 'legalBases'));
  return (
    <section className="desk-card">
      <h3>{t('notice.entry.facts')}</h3>
      {core ? (
        <p className="desk-muted desk-small">{t('notice.entry.coreHint')}</p>
      ) : (
        <div className="form-choices form-choices--wide">
          <DeskChoice
            type="checkbox"
            label={t('notice.entry.on')}
            hint={t('notice.entry.onHint')}
            {...register('on')}
          />
          <DeskChoice
            type="checkbox"
            label={t('notice.entry.atKiosk')}
            hint={t('notice.entry.atKioskHint')}
            {...register('atKiosk')}
          />
        </div>
      )}
      <fieldset className="desk-field">
        <legend className="desk-field__head">{t('notice.entry.bases')}</legend>
        <div className="form-choices form-choices--wide">
          {LegalBasis.options.map((basis) => (
            <DeskChoice
              key={basis}
              type="checkbox"
              value={basis}
              label={t(`notice.entry.basis.${basis}`)}
              {...register('legalBases')}
            />
          ))}
        </div>
        {basesFault ? <FieldFault words={basesFault} /> : null}
      </fieldset>
      <DeskSelect
        label={t('notice.entry.transfer')}
        options={TransferBasis.options.map((basis) => ({
          value: basis,
          label: t(`notice.entry.transferBasis.${basis}`),
        }))}
        fault={words(faultAt(formState.errors, 'transfer'))}
        {...register('transfer')}
      />
    </section>
  );
}

export function EntryWordsFields({
  entryId,
  languages,
  language,
  onLanguage,
  retention,
  onRestore,
}: {
  readonly entryId: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly retention: RetentionSettings | undefined;
  /** Puts the catalogue's words back; absent where they stand there already or there are none. */
  readonly onRestore: (() => void) | undefined;
}) {
  const { t } = useTranslation('console');
  const { register, formState, watch, clearErrors } = useFormContext<EntryValues>();
  const words = useFaultWords();
  const panel = useId();
  const core = isCoreEntry(entryId);
  const [bases, transfer] = watch(['legalBases', 'transfer']);
  const shown = wordFields.filter(
    (field) =>
      !(field === 'retention' && core) &&
      !(field === 'interest' && !bases.includes('legitimate-interests')) &&
      !(field === 'transfers' && transfer === 'none'),
  );
  const faultsIn = (each: string): number | undefined => {
    const errors = (formState.errors.words as Record<string, FieldErrors> | undefined)?.[each];
    return errors ? countFaults(errors) : undefined;
  };
  return (
    <section className="desk-card">
      <h3>{t('notice.entry.words')}</h3>
      <DeskTabs
        label={t('notice.entry.wordsLanguage')}
        chosen={language}
        onChoose={onLanguage}
        panelId={panel}
        tabs={languages.map((each) => ({
          name: each,
          label: ownName(each),
          count: faultsIn(each),
          alarm: true,
        }))}
      />
      <div id={panel} role="tabpanel" className="form-stack" lang={language} key={language}>
        {shown.map((field) => {
          const path = `words.${language}.${field}` as const;
          const own = {
            label: t(`notice.entry.field.${field}`),
            fault: words(faultAt(formState.errors, path)),
            // A fault stands until its field changes; the core looks again when it is saved.
            ...register(path, { onChange: () => clearErrors(path) }),
          };
          return field === 'title' ? (
            <DeskField key={path} {...own} />
          ) : (
            <DeskTextArea
              key={path}
              rows={field === 'purpose' || field === 'data' ? 3 : 2}
              hint={field === 'recipients' ? t('notice.entry.recipientsHint') : undefined}
              {...own}
            />
          );
        })}
      </div>
      {core && retention ? (
        <p className="desk-muted desk-small">{t('notice.entry.retentionCore', { ...retention })}</p>
      ) : null}
      <p className="desk-muted desk-small">
        {t(onRestore || !isCatalogueOnly(entryId) ? 'notice.entry.emptyHint' : 'notice.entry.catalogueHint')}
      </p>
      {onRestore ? (
        <DeskButton kind="quiet" onClick={onRestore}>
          {t('notice.entry.restore')}
        </DeskButton>
      ) : null}
    </section>
  );
}

function isCatalogueOnly(entryId: string): boolean {
  return !entryId.startsWith('own-');
}
