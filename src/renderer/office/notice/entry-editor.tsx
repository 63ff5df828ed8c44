/**
 * Edits one entry of the draft, with the notice it makes beside it. What is typed stays whatever happens to the
 * draft meanwhile: a conflict is told, and whoever typed decides.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Register, RegisterEntry } from '../../../shared/contract/register.ts';
import type { Reply } from '../../../shared/reply.ts';
import { countFaults, placeFaults } from '../../console/forms.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useSettled } from '../../console/settled.ts';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { EntryFacts, EntryWordsFields } from './entry-fields.tsx';
import { type EntryValues, entryOf, faultsHere, isOwnEntry, valuesOf, wordFields } from './entry-form.ts';
import { PictureChoice } from './picture-choice.tsx';
import { catalogueWordsIn, type Draft, entryTitle, withEntry, withoutEntry } from './register-words.ts';
import { usePreview } from './use-preview.ts';

export function EntryEditor({
  draft,
  entry,
  firstLanguage,
  onSave,
  onClose,
}: {
  /** As it stands now; it may move on while somebody types. */
  readonly draft: Draft;
  readonly entry: RegisterEntry;
  readonly firstLanguage: string;
  readonly onSave: (revision: number, register: Register) => Promise<Reply<unknown>>;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('console');
  const refusalWords = useRefusalWords();
  const retention = useCall('retention.overview', {});
  const [language, setLanguage] = useState(firstLanguage);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const [conflict, setConflict] = useState(false);
  // What this entry was, and in which draft, when the typing began.
  const [base, setBase] = useState({ revision: draft.revision, entry });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const form = useForm<EntryValues>({ defaultValues: valuesOf(draft, entry, draft.languages) });
  const values = form.watch();
  const typed = entryOf(draft, base.entry, values);
  const isNew = !draft.register.entries.some(({ entryId }) => entryId === entry.entryId);
  const theirs = draft.register.entries.find(({ entryId }) => entryId === entry.entryId);
  const sameChanged = JSON.stringify(theirs) !== JSON.stringify(base.entry);

  const send = async (revision: number, register: Register): Promise<void> => {
    setBusy(true);
    setTrouble('');
    setConflict(false);
    const reply = await onSave(revision, register);
    if (reply.ok) return;
    setBusy(false);
    if (reply.code === 'draft-outdated') return setConflict(true);
    const index = register.entries.findIndex(({ entryId }) => entryId === entry.entryId);
    const fields = faultsHere(reply.fields ?? {}, index, language);
    const elsewhere = Object.keys(fields)
      .find((path) => path.startsWith('words.'))
      ?.split('.')[1];
    const inSight = Object.keys(fields).some((path) => path.startsWith(`words.${language}.`));
    if (!inSight && elsewhere && draft.languages.includes(elsewhere)) setLanguage(elsewhere);
    if (!placeFaults(form, { ...reply, fields })) setTrouble(refusalWords(reply));
  };
  const save = (revision: number) => {
    form.clearErrors();
    return send(revision, withEntry(draft.register, typed));
  };
  const takeTheirs = (): void => {
    if (theirs === undefined) {
      onClose();
      return;
    }
    setBase({ revision: draft.revision, entry: theirs });
    form.reset(valuesOf(draft, theirs, draft.languages));
    setConflict(false);
  };
  const catalogue = catalogueWordsIn(draft, entry.entryId, language);
  const isCatalogue =
    catalogue && wordFields.every((name) => values.words[language]?.[name] === catalogue[name]);
  const faults = countFaults(form.formState.errors);
  const title = isNew
    ? t('notice.entry.addTitle')
    : t('notice.entry.editTitle', { entry: entryTitle(draft, entry, i18n.language) });

  return (
    <FormProvider {...form}>
      <form
        className="entry-editor"
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save(base.revision);
        }}
      >
        <div className="entry-editor__fields">
          <div className="entry-editor__head">
            <DeskButton kind="quiet" icon={<DeskIcon name="back" />} onClick={onClose}>
              {t('form.cancel')}
            </DeskButton>
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
          </div>
          <EntryWordsFields
            entryId={entry.entryId}
            languages={draft.languages}
            language={language}
            onLanguage={setLanguage}
            retention={retention.data?.settings}
            onRestore={
              catalogue && !isCatalogue
                ? () => form.setValue(`words.${language}`, { ...catalogue }, { shouldDirty: true })
                : undefined
            }
          />
          <EntryFacts entryId={entry.entryId} />
          {conflict ? (
            <DeskMessage
              tone="bad"
              action={
                <div className="desk-actions">
                  <DeskButton onClick={() => void save(draft.revision)}>
                    {t('notice.entry.saveMine')}
                  </DeskButton>
                  <DeskButton kind="quiet" onClick={takeTheirs}>
                    {t('notice.entry.takeTheirs')}
                  </DeskButton>
                </div>
              }
            >
              {t(sameChanged ? 'notice.entry.conflictSame' : 'notice.entry.conflict')}
            </DeskMessage>
          ) : null}
          {faults > 0 ? <DeskMessage tone="bad">{t('form.faults', { count: faults })}</DeskMessage> : null}
          {trouble === '' ? null : <DeskMessage tone="bad">{trouble}</DeskMessage>}
          <div className="desk-actions">
            <DeskButton type="submit" kind="primary" busy={busy}>
              {t('notice.entry.save')}
            </DeskButton>
            {!isNew && isOwnEntry(draft, entry) ? (
              <DeskButton
                kind="danger"
                busy={busy}
                onClick={() => void send(base.revision, withoutEntry(draft.register, entry.entryId))}
              >
                {t('notice.entry.remove')}
              </DeskButton>
            ) : null}
          </div>
        </div>
        <LivePreview
          draft={draft.register}
          register={withEntry(draft.register, typed)}
          language={language}
          section={values.words[language]?.title}
        />
      </form>
    </FormProvider>
  );
}

/** The notice of what is typed; of the draft until that makes one. */
function LivePreview({
  draft,
  register,
  language,
  section,
}: {
  readonly draft: Register;
  readonly register: Register;
  readonly language: string;
  readonly section: string | undefined;
}) {
  const { t } = useTranslation('console');
  const settled = useSettled(JSON.stringify(register));
  const typed = usePreview(
    useMemo(() => JSON.parse(settled) as Register, [settled]),
    language,
  );
  const before = usePreview(draft, language);
  const shown = typed.shown ?? before.shown;
  return (
    <aside className="entry-editor__preview" aria-label={t('notice.entry.preview')}>
      <h3>{t('notice.entry.preview')}</h3>
      {typed.error ? <p className="desk-muted desk-small">{t('notice.entry.previewWaits')}</p> : null}
      {shown ? (
        <PictureChoice
          content={shown.content}
          language={shown.language}
          firstLayer="full"
          section={section}
        />
      ) : null}
    </aside>
  );
}
