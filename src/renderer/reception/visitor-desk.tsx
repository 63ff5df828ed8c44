/** The visitors: found by searching, or by what reception has to do about them. */
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintBadgesDialog } from '../badges/print-badges-dialog.tsx';
import { useCall } from '../console/queries.ts';
import { useRefusalWords } from '../console/refusals.tsx';
import { useVisitSearch } from '../console/visit-search.ts';
import { DeskButton } from '../ui/desk-button.tsx';
import { DeskIcon } from '../ui/desk-icon.tsx';
import { DeskMessage, DeskNothing } from '../ui/desk-message.tsx';
import { DeskSearchBox } from '../ui/desk-search-box.tsx';
import { DeskTabs } from '../ui/desk-tabs.tsx';
import { type DeskTab, rowsOf, type VisitLine } from './desk-rows.ts';
import type { CardPadMemory } from './use-card-pad.ts';
import { VisitTable } from './visit-table.tsx';

export function VisitorDesk({ pad }: { readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const [text, setText] = useState('');
  const [tab, setTab] = useState<DeskTab>('on-site');
  const onSite = useCall('visits.onSite', {});
  const cards = useCall('cards.list', {});
  const searching = text.trim() !== '';
  const unconfirmed = !searching && tab === 'unconfirmed';
  const search = useVisitSearch(text, unconfirmed ? 'unconfirmed' : 'all', unconfirmed);
  const [printing, setPrinting] = useState(false);
  const panel = useId();
  const list = useRef<HTMLDivElement>(null);
  const counts = onSite.data?.counts;
  // Until the first answer the list stays as it is, so that nothing flickers while somebody types.
  const found = search.answer;
  // The same lines as long as nothing changed: a tap on the reader draws no list anew.
  const shown = useMemo<readonly VisitLine[]>(
    () =>
      found
        ? found.results.map((visit) => ({ visit }))
        : rowsOf(tab, onSite.data?.visits ?? [], cards.data?.cards ?? []),
    [found, tab, onSite.data, cards.data],
  );
  const deferred = useDeferredValue(shown);
  const printable = deferred.flatMap(({ visit }) =>
    visit && visit.departedAt === null && visit.name !== '' ? [visit] : [],
  );
  const fault = search.searching ? search.fault : onSite.error;
  const loading = !found && (search.searching || onSite.data === undefined);

  return (
    <>
      <DeskSearchBox
        label={t('reception.search')}
        placeholder={t('reception.searchHint')}
        clearLabel={t('search.clear')}
        value={text}
        onChange={setText}
        onDown={() => list.current?.querySelector<HTMLElement>('.desk-row-button')?.focus()}
      />
      <DeskTabs
        label={t('reception.tabs')}
        panelId={panel}
        chosen={searching ? null : tab}
        onChoose={(name) => {
          setText('');
          setTab(name);
        }}
        tabs={[
          { name: 'on-site', label: t('reception.tab.onSite'), count: counts?.onSite },
          { name: 'waiting', label: t('reception.tab.waiting'), count: counts?.waitingForCard },
          { name: 'cards-out', label: t('reception.tab.cardsOut'), count: counts?.cardsOut },
          {
            name: 'overdue',
            label: t('reception.tab.overdue'),
            count: counts?.overdue,
            alarm: (counts?.overdue ?? 0) > 0,
          },
          {
            name: 'unconfirmed',
            label: t('reception.tab.unconfirmed'),
            count: counts?.unconfirmedDepartures,
          },
        ]}
      />
      <div
        className="page__scroll"
        id={panel}
        role="tabpanel"
        aria-label={t('reception.list')}
        aria-busy={search.waiting}
        ref={list}
      >
        {fault ? <DeskMessage tone="bad">{words(fault)}</DeskMessage> : null}
        {found && (searching || found.more) ? (
          <SearchLine count={shown.length} more={found.more} complete={found.complete} />
        ) : null}
        {printable.length > 1 ? (
          <div className="desk-actions">
            <DeskButton icon={<DeskIcon name="printer" />} onClick={() => setPrinting(true)}>
              {t('badges.printSeveral', { count: printable.length })}
            </DeskButton>
          </div>
        ) : null}
        {printing ? <PrintBadgesDialog visits={printable} onClose={() => setPrinting(false)} /> : null}
        {deferred.length > 0 ? (
          <VisitTable key={found ? 'search' : tab} lines={deferred} pad={pad} />
        ) : loading ? null : found && searching ? (
          <DeskNothing title={t('search.nothing')}>{t('search.nothingHint')}</DeskNothing>
        ) : (
          <DeskNothing title={t(`reception.nothing.${tab}`)}>{t(`reception.nothingHint.${tab}`)}</DeskNothing>
        )}
      </div>
    </>
  );
}

function SearchLine({
  count,
  more,
  complete,
}: {
  readonly count: number;
  readonly more: boolean;
  readonly complete: boolean;
}) {
  const { t } = useTranslation('console');
  return (
    <p className="search-line" role="status">
      {more ? t('search.more', { count }) : t('search.count', { count })}
      {complete ? null : <b>{t('search.incomplete')}</b>}
    </p>
  );
}
