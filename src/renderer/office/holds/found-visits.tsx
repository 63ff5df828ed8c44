/** The visits a search found, to open the one that is asked about; who is restricted and has left is in the list instead. */
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { VisitId } from '../../../shared/vocabulary.ts';
import { useTimes } from '../../console/site.tsx';
import { CompanyLine, hostOf, OrDash, PresenceTag, VisitorName } from '../../console/visit-words.tsx';
import { walkRows } from '../../ui/desk-keys.ts';
import { DeskMessage, DeskNothing } from '../../ui/desk-message.tsx';
import { DeskRow } from '../../ui/desk-row.tsx';
import { DeskTable } from '../../ui/desk-table.tsx';

export function FoundVisits({
  found,
  chosen,
  onChoose,
}: {
  readonly found: CallOutput<'visits.search'>;
  readonly chosen: VisitId | null;
  readonly onChoose: (visitId: VisitId) => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const { results } = found;
  return (
    <section className="office__section" aria-label={t('holds.found')}>
      {found.complete ? null : <DeskMessage tone="waiting">{t('search.incomplete')}</DeskMessage>}
      <p className="search-line" role="status">
        {t(found.more ? 'search.more' : 'search.count', { count: results.length })}
      </p>
      {results.length === 0 ? (
        <DeskNothing title={t('search.nothing')}>{t('holds.nothingHint')}</DeskNothing>
      ) : (
        <DeskTable className="desk-table--rows visits">
          <thead>
            <tr>
              <th scope="col">{t('visit.visitor')}</th>
              <th scope="col">{t('visit.host')}</th>
              <th scope="col">{t('visit.arrived')}</th>
              <th scope="col">{t('visit.presence')}</th>
            </tr>
          </thead>
          <tbody onKeyDown={walkRows}>
            {results.map((visit) => (
              <DeskRow
                key={visit.visitId}
                chosen={chosen === visit.visitId}
                onChoose={() => onChoose(visit.visitId)}
                head={
                  <>
                    <VisitorName visit={visit} />
                    <CompanyLine company={visit.company} />
                  </>
                }
              >
                <td>
                  <OrDash>{hostOf(visit)}</OrDash>
                </td>
                <td className="desk-number">{times.short(visit.arrivedAt)}</td>
                <td>
                  <PresenceTag visit={visit} />
                </td>
              </DeskRow>
            ))}
          </tbody>
        </DeskTable>
      )}
    </section>
  );
}
