/**
 * Security's screen: one box that finds anyone who is or was in the house, and who is on site now, on screen and on
 * paper. One visit in full stands on the right.
 */
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../shared/vocabulary.ts';
import { EvacuationListAlarm } from '../console/evacuation-list-alarm.tsx';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { RollCallStart } from '../console/roll-call-start.tsx';
import { useVisitSearch } from '../console/visit-search.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { printSheet } from '../ui/desk-print.tsx';
import { DeskSearchBox } from '../ui/desk-search-box.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { OnSiteCounts } from './on-site-counts.tsx';
import { OnSiteSheet } from './on-site-sheet.tsx';
import { type Found, ResultTable } from './result-table.tsx';
import { SecurityViews, viewNamed } from './security-views.tsx';
import { VisitFile } from './visit-file.tsx';
import { WatchlistPage } from './watchlist/watchlist-page.tsx';

const scopes = ['today', 'all', 'on-site', 'unconfirmed'] as const;
type Scope = (typeof scopes)[number];

export function SecurityPage({ view }: { readonly view: string }) {
  return viewNamed(view) === 'watchlist' ? <WatchlistPage /> : <Visitors />;
}

function Visitors() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const [chosen, setChosen] = useState<VisitId | null>(null);
  const onSite = useCall('visits.onSite', {});
  // Without a text the list of those on site is the answer, except where the scope itself narrows the search.
  const search = useVisitSearch(text, scope, scope === 'today' || scope === 'unconfirmed');
  const list = useRef<HTMLDivElement>(null);
  // Until the first answer the list stays as it is, so that nothing flickers while somebody types.
  const data = search.answer;
  const results: readonly Found[] = data?.results ?? [];
  // The same rows as long as nothing changed: a key draws no list anew.
  const present = useMemo<readonly Found[]>(
    () => (onSite.data?.visits ?? []).map((visit) => ({ ...visit, matched: [], today: true })),
    [onSite.data],
  );
  const fault = search.searching ? search.fault : onSite.error;
  const shown = data ? results : present;

  return (
    <main className="page page--security">
      <div className="page__list">
        <header className="page__head">
          <h1>{t('security.title')}</h1>
          <RollCallStart />
          <SecurityViews shown="" />
        </header>
        <DeskSearchBox
          label={t('security.search')}
          placeholder={t('security.searchHint')}
          clearLabel={t('search.clear')}
          value={text}
          onChange={setText}
          onDown={() => list.current?.querySelector<HTMLElement>('.desk-row-button')?.focus()}
        />
        <div className="page__tools">
          <DeskTabs
            as="chips"
            label={t('security.scope')}
            chosen={scope}
            onChoose={setScope}
            tabs={scopes.map((name) => ({ name, label: t(`security.scopes.${name}`) }))}
          />
          <DeskButton
            icon={<DeskIcon name="printer" />}
            disabled={onSite.data === undefined}
            onClick={printSheet}
          >
            {t('security.print')}
          </DeskButton>
        </div>
        <div className="page__scroll" ref={list} aria-busy={search.waiting}>
          <EvacuationListAlarm />
          {fault ? <DeskMessage tone="bad">{words(fault)}</DeskMessage> : null}
          {data?.complete === false ? (
            <DeskMessage tone="waiting">{t('search.incomplete')}</DeskMessage>
          ) : null}
          {data ? (
            <p className="search-line" role="status">
              {t(data.more ? 'search.more' : 'search.count', { count: results.length })}
            </p>
          ) : (
            <OnSiteCounts counts={onSite.data?.counts} />
          )}
          {shown.length > 0 ? (
            <ResultTable
              key={data ? 'search' : 'on-site'}
              question={search.question ?? ''}
              results={shown}
              split={data !== undefined}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : (data ?? onSite.data) === undefined ? null : (
            <DeskNothing title={t(data ? 'search.nothing' : 'security.nobody')}>
              {t(data ? 'search.nothingHint' : 'security.nobodyHint')}
            </DeskNothing>
          )}
        </div>
      </div>
      <aside className="pad" aria-label={t('security.detail')}>
        {chosen === null ? (
          <DeskNothing title={t('security.chooseOne')}>{t('security.chooseOneHint')}</DeskNothing>
        ) : (
          <VisitFile key={chosen} visitId={chosen} onClose={() => setChosen(null)} />
        )}
      </aside>
      {onSite.data ? <OnSiteSheet onSite={onSite.data} /> : null}
    </main>
  );
}
