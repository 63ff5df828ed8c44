/** What a search found, today before history, with what matched set apart; or who is on site. */
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchField, VisitRow } from '../../shared/contract/visits.ts';
import type { VisitId } from '../../shared/vocabulary.ts';
import { useTimes } from '../console/site.tsx';
import { CardTag, cardName, hostOf, OrDash, PresenceTag, VisitorName } from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { walkRows } from '../ui/desk-keys.ts';
import { DeskRow } from '../ui/desk-row.tsx';
import { useRowsAtFirst } from '../ui/desk-rows-at-first.ts';
import { DeskTable } from '../ui/desk-table.tsx';

export type Found = VisitRow & { readonly matched: readonly SearchField[]; readonly today: boolean };

/** Rows before somebody asks for the rest: some screens, and few enough not to hold up a search that takes them away. */
const firstRows = 60;

/** A field's text, marked where the search found its words there. */
function Matched({ on, children }: { readonly on: boolean; readonly children: string }) {
  return on && children !== '' ? (
    <mark>
      <bdi>{children}</bdi>
    </mark>
  ) : (
    <OrDash>{children}</OrDash>
  );
}

/** Drawn anew when the list or what is chosen changes, not with every key in the search box. */
export const ResultTable = memo(function ResultTable({
  question,
  results,
  split,
  chosen,
  onChoose,
}: {
  /** What the list answers; another string for another list. */
  readonly question: string;
  readonly results: readonly Found[];
  /** Whether headings part today from history. */
  readonly split: boolean;
  readonly chosen: VisitId | null;
  readonly onChoose: (visitId: VisitId) => void;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [all, setAll] = useState(false);
  const rows = useRowsAtFirst(question, firstRows);
  const shown = all ? results : results.slice(0, rows);
  const today = split ? shown.filter((visit) => visit.today) : shown;
  const earlier = split ? shown.filter((visit) => !visit.today) : [];
  const groups = [
    { name: 'today', visits: today },
    { name: 'earlier', visits: earlier },
  ] as const;
  return (
    <>
      <DeskTable className="desk-table--rows visits">
        <thead>
          <tr>
            <th scope="col">{t('visit.visitor')}</th>
            <th scope="col">{t('visit.host')}</th>
            <th scope="col">{t('visit.arrived')}</th>
            <th scope="col">{t(split ? 'visit.presence' : 'visit.card')}</th>
          </tr>
        </thead>
        {groups.map(({ name, visits }) =>
          visits.length === 0 ? null : (
            <tbody key={name} onKeyDown={walkRows}>
              {split ? (
                <tr className="visits__group">
                  <th colSpan={4} scope="rowgroup">
                    {t(`security.group.${name}`)}
                  </th>
                </tr>
              ) : null}
              {visits.map((visit) => (
                <ResultRow
                  key={visit.visitId}
                  visit={visit}
                  arrived={times.short(visit.arrivedAt)}
                  withPresence={split}
                  chosen={chosen === visit.visitId}
                  onChoose={onChoose}
                />
              ))}
            </tbody>
          ),
        )}
      </DeskTable>
      {!all && results.length > firstRows ? (
        <DeskButton onClick={() => setAll(true)}>
          {t('reception.showAll', { count: results.length })}
        </DeskButton>
      ) : null}
    </>
  );
});

const ResultRow = memo(function ResultRow({
  visit,
  arrived,
  withPresence,
  chosen,
  onChoose,
}: {
  readonly visit: Found;
  /** In words, which are others tomorrow. */
  readonly arrived: string;
  /** Whether it says where the visitor is; where all are on site it need not. */
  readonly withPresence: boolean;
  readonly chosen: boolean;
  readonly onChoose: (visitId: VisitId) => void;
}) {
  const { t } = useTranslation('console');
  const hit = (field: SearchField): boolean => visit.matched.includes(field);
  // E-mail and phone are shown in the list only when the search found them there: the rest need not see them.
  const contacts = (['email', 'phone'] as const).filter((field) => hit(field) && visit[field] !== '');
  return (
    <DeskRow
      chosen={chosen}
      says="pressed"
      onChoose={() => onChoose(visit.visitId)}
      head={
        <>
          {visit.name === '' ? (
            <VisitorName visit={visit} />
          ) : (
            <Matched on={hit('name')}>{visit.name}</Matched>
          )}
          {visit.company === '' ? null : (
            <small>
              <Matched on={hit('company')}>{visit.company}</Matched>
            </small>
          )}
          {contacts.map((field) => (
            <small key={field} className="visits__contact">
              <Matched on>{visit[field]}</Matched>
            </small>
          ))}
        </>
      }
    >
      <td>
        <Matched on={hit('host')}>{hostOf(visit)}</Matched>
      </td>
      <td className="desk-number">{arrived}</td>
      <td>
        <span className="visits__tags">
          {withPresence ? <PresenceTag visit={visit} /> : null}
          {visit.card.state === 'issued' || !withPresence ? (
            hit('card') && visit.card.state === 'issued' ? (
              <mark>{cardName(t, visit.card.label)}</mark>
            ) : (
              <CardTag visit={visit} />
            )
          ) : null}
        </span>
      </td>
    </DeskRow>
  );
});
