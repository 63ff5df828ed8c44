/** Restricted visits, overdue reviews first, and one box that finds the visit somebody asks about. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitId } from '../../../shared/vocabulary.ts';
import { useCall } from '../../console/queries.ts';
import { useRefusalWords } from '../../console/refusals.tsx';
import { useVisitSearch } from '../../console/visit-search.ts';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { DeskSearchBox } from '../../ui/desk-search-box.tsx';
import { FoundVisits } from './found-visits.tsx';
import { HoldTable } from './hold-table.tsx';
import { VisitDialog } from './visit-dialog.tsx';

export function HoldsView() {
  const { t } = useTranslation('console');
  const words = useRefusalWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<VisitId | null>(null);
  const holds = useCall('holds.list', {}, { forget: true });
  const search = useVisitSearch(text, 'all', false);
  const { data } = holds;
  const fault = search.searching ? search.fault : holds.error;
  return (
    <>
      <header className="page__head">
        <div>
          <h1>{t('office.view.holds')}</h1>
          <p className="desk-muted">{t('holds.lead')}</p>
        </div>
      </header>
      <DeskSearchBox
        label={t('security.search')}
        placeholder={t('holds.searchHint')}
        clearLabel={t('search.clear')}
        value={text}
        onChange={setText}
      />
      {fault ? <DeskMessage tone="bad">{words(fault)}</DeskMessage> : null}
      {search.searching ? (
        search.answer ? (
          <FoundVisits found={search.answer} chosen={chosen} onChoose={setChosen} />
        ) : null
      ) : data === undefined ? null : data.holds.length === 0 ? (
        <DeskNothing title={t('holds.none')}>{t('holds.noneHint')}</DeskNothing>
      ) : (
        <HoldTable holds={data.holds} restricted={data.restricted} chosen={chosen} onChoose={setChosen} />
      )}
      {chosen === null ? null : <VisitDialog key={chosen} visitId={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
