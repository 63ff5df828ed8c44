/**
 * The notice in the office: as visitors read it, the register it is made from, what the draft changes, and every
 * version there was. Every change goes into the draft; publishing asks nothing more.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Register, RegisterEntry } from '../../../shared/contract/register.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useSite, useTimes } from '../../console/site.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskMessage } from '../../ui/desk-message.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { ownName } from '../../words/own-name.ts';
import { ChangesView } from './changes-view.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { newEntry } from './entry-form.ts';
import { NoticeShown } from './notice-shown.tsx';
import { RegisterList } from './register-list.tsx';
import { type Draft, withEntry } from './register-words.ts';
import { UntranslatedList } from './untranslated-list.tsx';
import { VersionsView } from './versions-view.tsx';

const views = ['notice', 'register', 'changes', 'versions'] as const;
type View = (typeof views)[number];

export function NoticePage() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('notice.draft', {});
  return data ? (
    <NoticeOffice draft={data} />
  ) : (
    <>
      <h1>{t('office.view.notice')}</h1>
      {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
    </>
  );
}

interface Editing {
  readonly entry: RegisterEntry;
  readonly language: string;
}

function NoticeOffice({ draft }: { readonly draft: Draft }) {
  const { t, i18n } = useTranslation('console');
  const words = useRefusalWords();
  const toast = useToast();
  const site = useSite();
  const times = useTimes();
  const [view, setView] = useState<View>('notice');
  const [language, setLanguage] = useState(firstOf(draft.languages, site.defaultLanguage));
  const [editing, setEditing] = useState<Editing | null>(null);
  const saveDraft = useCommand('notice.saveDraft');
  const discardDraft = useCommand('notice.discardDraft');
  const publishDraft = useCommand('notice.publish');
  const refused = saveDraft.refused ?? discardDraft.refused ?? publishDraft.refused;

  const save = async (revision: number, register: Register) => {
    const reply = await saveDraft.run({ revision, register });
    if (reply.ok) {
      toast(t('notice.register.saved'));
      setEditing(null);
    }
    return reply;
  };
  const edit = (entry: RegisterEntry, inLanguage = firstOf(draft.languages, i18n.language)): void => {
    saveDraft.forgetRefusal();
    setView('register');
    setEditing({ entry, language: inLanguage });
  };
  const publish = async (): Promise<void> => {
    const reply = await publishDraft.run({ revision: draft.revision });
    if (reply.ok) toast(t('notice.published', { version: reply.value.version }));
  };
  const discard = async (): Promise<void> => {
    const reply = await discardDraft.run({ revision: draft.revision });
    if (reply.ok) toast(t('notice.discarded'));
  };
  const { version, publishedAt } = draft.published;

  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.notice')}</h1>
          <p className="desk-muted">{t('notice.lead')}</p>
        </div>
        <div className="desk-actions">
          {draft.savedAt === null ? null : (
            <DeskButton kind="quiet" busy={discardDraft.busy} onClick={() => void discard()}>
              {t('notice.discard')}
            </DeskButton>
          )}
          <DeskButton
            kind="primary"
            busy={publishDraft.busy}
            disabled={!draft.differs || editing !== null}
            onClick={() => void publish()}
          >
            {t('notice.publish')}
          </DeskButton>
        </div>
      </header>
      <p>
        {t('notice.inForce', { version, at: times.full(publishedAt) })}{' '}
        {draft.savedAt === null ? null : (
          <b>
            {t('notice.draftSaved', { at: times.short(draft.savedAt) })}{' '}
            {draft.differs ? null : t('notice.draftSame')}
          </b>
        )}
      </p>
      {refused && editing === null ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      <UntranslatedList draft={draft} onWrite={edit} />
      {editing ? (
        <EntryEditor
          key={editing.entry.entryId}
          draft={draft}
          entry={editing.entry}
          firstLanguage={editing.language}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      ) : (
        <>
          <div className="notice-office__choices">
            <DeskTabs
              label={t('notice.views')}
              chosen={view}
              onChoose={setView}
              tabs={views.map((name) => ({
                name,
                label: t(`notice.view.${name}`),
                count: name === 'changes' && draft.changes.length > 0 ? draft.changes.length : undefined,
              }))}
            />
            {view === 'notice' || view === 'changes' ? (
              <DeskTabs
                as="chips"
                label={t('notice.language')}
                chosen={language}
                onChoose={setLanguage}
                tabs={draft.languages.map((each) => ({ name: each, label: ownName(each) }))}
              />
            ) : null}
          </div>
          {view === 'notice' ? <NoticeShown draft={draft} language={language} /> : null}
          {view === 'register' ? (
            <RegisterList
              draft={draft}
              busy={saveDraft.busy}
              onSwitch={(entry) => void save(draft.revision, withEntry(draft.register, entry))}
              onEdit={edit}
              onAdd={() => edit(newEntry())}
            />
          ) : null}
          {view === 'changes' ? <ChangesView draft={draft} language={language} /> : null}
          {view === 'versions' ? <VersionsView /> : null}
        </>
      )}
    </>
  );
}

/** The language asked for where the notice is read in it, or else the first it is read in. */
function firstOf(languages: readonly string[], spoken: string): string {
  return languages.includes(spoken) ? spoken : (languages[0] ?? spoken);
}
