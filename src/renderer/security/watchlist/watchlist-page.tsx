/** The watchlist: who is on it, found by typing, and one entry in full on the right. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchlistRow } from '../../../shared/contract/watchlist.ts';
import type { WatchlistEntryId } from '../../../shared/vocabulary.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useTimes } from '../../console/site.tsx';
import { CompanyLine, Name, OrDash } from '../../console/visit-words.tsx';
import { DeskButton } from '../../ui/desk-button.tsx';
import { DeskIcon } from '../../ui/desk-icon.tsx';
import { walkRows } from '../../ui/desk-keys.ts';
import { DeskMessage, DeskNothing, DeskTag } from '../../ui/desk-message.tsx';
import { DeskRow } from '../../ui/desk-row.tsx';
import { DeskSearchBox } from '../../ui/desk-search-box.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';
import { SecurityViews } from '../security-views.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryFile } from './entry-file.tsx';
import { isFound } from './find-entry.ts';

export function WatchlistPage() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const { data, error } = useCall('watchlist.list', {});
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<WatchlistEntryId | null>(null);
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const entries = (data?.entries ?? []).filter((entry) => isFound(text, entry));
  return (
    <main className="page page--security">
      <div className="page__list">
        <header className="page__head">
          <h1>{t('watchlist.title')}</h1>
          <SecurityViews shown="watchlist" />
        </header>
        <p className="desk-muted">{t('watchlist.lead')}</p>
        {data && !data.inNotice ? (
          <DeskMessage tone="waiting" title={t('watchlist.silentTitle')}>
            {t('watchlist.silent')}
          </DeskMessage>
        ) : null}
        <DeskSearchBox
          label={t('watchlist.search')}
          placeholder={t('watchlist.searchHint')}
          clearLabel={t('search.clear')}
          value={text}
          onChange={setText}
          onDown={() => list.current?.querySelector<HTMLElement>('.desk-row-button')?.focus()}
        />
        <div className="desk-actions">
          <DeskButton
            kind="primary"
            large
            icon={<DeskIcon name="plus" />}
            disabled={!data?.inNotice}
            onClick={() => setAdding(true)}
          >
            {t('watchlist.add')}
          </DeskButton>
        </div>
        <div className="page__scroll" ref={list}>
          {error ? <DeskMessage tone="bad">{words(error)}</DeskMessage> : null}
          {entries.length > 0 ? (
            <EntryTable entries={entries} chosen={chosen} onChoose={setChosen} />
          ) : data ? (
            <DeskNothing title={t(text.trim() === '' ? 'watchlist.none' : 'watchlist.notFound')}>
              {t('watchlist.noneHint')}
            </DeskNothing>
          ) : null}
        </div>
      </div>
      <aside className="pad" aria-label={t('watchlist.detail')}>
        {chosen === null ? (
          <DeskNothing title={t('watchlist.chooseOne')}>{t('watchlist.chooseOneHint')}</DeskNothing>
        ) : (
          <EntryFile key={chosen} entryId={chosen} onClose={() => setChosen(null)} />
        )}
      </aside>
      {adding ? (
        <EntryDialog
          entryId={null}
          values={{}}
          onDone={(entryId) => {
            setAdding(false);
            setChosen(entryId);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </main>
  );
}

function EntryTable({
  entries,
  chosen,
  onChoose,
}: {
  readonly entries: readonly WatchlistRow[];
  readonly chosen: WatchlistEntryId | null;
  readonly onChoose: (entryId: WatchlistEntryId) => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <DeskTable className="desk-table--rows visits">
      <thead>
        <tr>
          <th scope="col">{t('watchlist.person')}</th>
          <th scope="col">{t('watchlist.contact')}</th>
          <th scope="col">{t('watchlist.review')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={walkRows}>
        {entries.map((entry) => (
          <DeskRow
            key={entry.entryId}
            chosen={chosen === entry.entryId}
            says="pressed"
            onChoose={() => onChoose(entry.entryId)}
            head={
              <>
                {entry.name === '' ? (
                  <span className="desk-muted">{t('watchlist.nameless')}</span>
                ) : (
                  <Name>{entry.name}</Name>
                )}
                <CompanyLine company={entry.company} />
              </>
            }
          >
            <td>
              <OrDash>{entry.email}</OrDash>
              {entry.phone === '' ? null : (
                <small>
                  <bdi>{entry.phone}</bdi>
                </small>
              )}
            </td>
            <td>
              {entry.ended ? <DeskTag>{t('watchlist.ended')}</DeskTag> : times.plainDay(entry.reviewOn)}
              {entry.mistakes > 0 ? (
                <small>{t('watchlist.mistakes', { count: entry.mistakes })}</small>
              ) : null}
            </td>
          </DeskRow>
        ))}
      </tbody>
    </DeskTable>
  );
}
