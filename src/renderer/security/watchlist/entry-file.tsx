/** One entry with its reason. Looking at it is audited, and the screen says so. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchlistEntryId } from '../../../shared/vocabulary.ts';
import { useCall, useCommand } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { Name, OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskDialog } from '../../ui/desk-dialog.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { DeskMessage, DeskTag } from '../../ui/desk-message.tsx';
import { useToast } from '../../ui/desk-toast.tsx';
import { EntryDialog } from './entry-dialog.tsx';

export function EntryFile({
  entryId,
  onClose,
}: {
  readonly entryId: WatchlistEntryId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const words = useRefusalWords();
  const toast = useToast();
  const { data, error, refetch } = useCall('watchlist.get', { entryId }, { forget: true });
  const end = useCommand('watchlist.end');
  const erase = useCommand('watchlist.erase');
  const [changing, setChanging] = useState(false);
  const [erasing, setErasing] = useState(false);
  if (error) return <DeskMessage tone="bad">{words(error)}</DeskMessage>;
  if (!data) return null;
  const { entry } = data;
  const refused = end.refused ?? erase.refused;
  const finish = async (command: typeof end | typeof erase, done: string): Promise<void> => {
    const reply = await command.run({ entryId });
    if (!reply.ok) return;
    toast(done);
    onClose();
  };
  return (
    <article className="file">
      <header className="file__head">
        <h2>{entry.name === '' ? t('watchlist.nameless') : <Name>{entry.name}</Name>}</h2>
        <button type="button" className="pad__sound" aria-label={t('watchlist.close')} onClick={onClose}>
          <DeskIcon name="cross" />
        </button>
      </header>
      {entry.ended || entry.mistakes > 0 ? (
        <div className="visits__tags">
          {entry.ended ? <DeskTag>{t('watchlist.ended')}</DeskTag> : null}
          {entry.mistakes > 0 ? (
            <DeskTag tone="waiting">{t('watchlist.mistakes', { count: entry.mistakes })}</DeskTag>
          ) : null}
        </div>
      ) : null}
      <DeskMessage icon="shield" title={t('watchlist.reason')}>
        <bdi>{entry.reason}</bdi>
      </DeskMessage>
      <dl className="desk-facts">
        <dt>{t('watchlist.email')}</dt>
        <dd>
          <OrDash>{entry.email}</OrDash>
        </dd>
        <dt>{t('watchlist.phone')}</dt>
        <dd>
          <OrDash>{entry.phone}</OrDash>
        </dd>
        <dt>{t('watchlist.company')}</dt>
        <dd>
          <OrDash>{entry.company}</OrDash>
        </dd>
        <dt>{t('watchlist.reviewOn')}</dt>
        <dd>{times.day(entry.reviewOn)}</dd>
        <dt>{t('watchlist.added')}</dt>
        <dd>{t('watchlist.addedBy', { name: entry.addedBy, at: times.full(entry.addedAt) })}</dd>
      </dl>
      <div className="desk-actions">
        {entry.ended ? null : (
          <>
            <DeskButton onClick={() => setChanging(true)}>{t('watchlist.edit')}</DeskButton>
            <DeskButton busy={end.busy} onClick={() => void finish(end, t('watchlist.endDone'))}>
              {t('watchlist.end')}
            </DeskButton>
          </>
        )}
        <DeskButton kind="danger" onClick={() => setErasing(true)}>
          {t('watchlist.erase')}
        </DeskButton>
      </div>
      {refused ? <DeskMessage tone="bad">{words(refused)}</DeskMessage> : null}
      {erasing ? (
        <DeskDialog title={t('watchlist.eraseTitle')} onClose={() => setErasing(false)}>
          <p>{t('watchlist.eraseText')}</p>
          <div className="desk-actions">
            <DeskButton
              kind="danger"
              busy={erase.busy}
              onClick={() => void finish(erase, t('watchlist.eraseDone'))}
            >
              {t('watchlist.eraseNow')}
            </DeskButton>
            <DeskButton onClick={() => setErasing(false)}>{t('form.cancel')}</DeskButton>
          </div>
        </DeskDialog>
      ) : null}
      {changing ? (
        <EntryDialog
          entryId={entryId}
          values={{
            name: entry.name,
            email: entry.email,
            phone: entry.phone,
            company: entry.company,
            reason: entry.reason,
            reviewOn: entry.reviewOn,
          }}
          onDone={() => {
            setChanging(false);
            void refetch();
          }}
          onClose={() => setChanging(false)}
        />
      ) : null}
      <p className="desk-muted desk-small file__audited">{t('watchlist.audited')}</p>
    </article>
  );
}
