/** The table of visits. A chosen row opens in place; arrow keys walk from row to row. */
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useTimes } from '../console/site.tsx';
import {
  CardStateTag,
  CardTag,
  cardName,
  hostOf,
  OrDash,
  PresenceTag,
  VisitorName,
} from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { walkRows } from '../ui/desk-keys.ts';
import { DeskRow } from '../ui/desk-row.tsx';
import { DeskTable } from '../ui/desk-table.tsx';
import type { VisitLine } from './desk-rows.ts';
import type { CardPadMemory } from './use-card-pad.ts';
import { useKeptRow } from './use-kept-row.ts';
import { VisitActions } from './visit-actions.tsx';

/** Rows shown before somebody asks for the rest: more than a screen holds, few enough to appear at once. */
const firstRows = 60;

export function VisitTable({
  lines,
  pad,
}: {
  readonly lines: readonly VisitLine[];
  readonly pad: CardPadMemory;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { list, onFocus, onBlur } = useKeptRow();
  const shown = all ? lines : lines.slice(0, firstRows);
  const toggle = useCallback((id: string) => setChosen((now) => (now === id ? null : id)), []);
  return (
    <>
      <DeskTable className="desk-table--rows visits">
        <thead>
          <tr>
            <th scope="col">{t('visit.visitor')}</th>
            <th scope="col">{t('visit.host')}</th>
            <th scope="col">{t('visit.arrived')}</th>
            <th scope="col">{t('visit.card')}</th>
          </tr>
        </thead>
        <tbody ref={list} onKeyDown={walkRows} onFocus={onFocus} onBlur={onBlur}>
          {shown.map((line) =>
            line.visit ? (
              <VisitRows
                key={line.visit.visitId}
                visit={line.visit}
                arrived={times.short(line.visit.arrivedAt)}
                onToggle={toggle}
                pad={chosen === line.visit.visitId ? pad : null}
              />
            ) : (
              <LooseCard
                key={line.card.cardId}
                card={line.card}
                since={line.card.issuedAt === null ? null : times.short(line.card.issuedAt)}
                onShow={pad.show}
              />
            ),
          )}
        </tbody>
      </DeskTable>
      {shown.length < lines.length ? (
        <DeskButton onClick={() => setAll(true)}>
          {t('reception.showAll', { count: lines.length })}
        </DeskButton>
      ) : null}
    </>
  );
}

const VisitRows = memo(function VisitRows({
  visit,
  arrived,
  onToggle,
  pad,
}: {
  readonly visit: VisitRow;
  /** In words, which are others tomorrow. */
  readonly arrived: string;
  readonly onToggle: (id: string) => void;
  /** Of the row that is open; null of the others, which the pad does not concern. */
  readonly pad: CardPadMemory | null;
}) {
  const open = pad !== null;
  return (
    <>
      <DeskRow
        chosen={open}
        says="expanded"
        onChoose={() => onToggle(visit.visitId)}
        head={
          <>
            <VisitorName visit={visit} />
            {visit.company === '' && visit.visitorType === '' ? null : (
              <small>
                <bdi>{visit.company}</bdi>
                {visit.company === '' || visit.visitorType === '' ? '' : ' · '}
                <bdi>{visit.visitorType}</bdi>
              </small>
            )}
          </>
        }
      >
        <td>
          <OrDash>{hostOf(visit)}</OrDash>
        </td>
        <td className="desk-number">{arrived}</td>
        <td>{visit.departedAt === null ? <CardTag visit={visit} /> : <PresenceTag visit={visit} />}</td>
      </DeskRow>
      {pad ? (
        <tr className="visits__detail" data-chosen="true">
          <td colSpan={4}>
            <VisitActions visit={visit} pad={pad} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

/** A card that is out while nobody on site holds it. */
const LooseCard = memo(function LooseCard({
  card,
  since,
  onShow,
}: {
  readonly card: CardRow;
  /** When it was issued, in words; null when that is not known any more. */
  readonly since: string | null;
  readonly onShow: CardPadMemory['show'];
}) {
  const { t } = useTranslation('console');
  return (
    <tr>
      <td>
        <button type="button" className="desk-row-button" onClick={() => onShow(card)}>
          {card.holder ? <VisitorName visit={card.holder} /> : t('visit.purged')}
          <small>
            {t('reception.leftWithCard')}
            {since === null ? '' : ` · ${t('pad.since', { at: since })}`}
          </small>
        </button>
      </td>
      <td>–</td>
      <td>–</td>
      <td>
        <span className="visits__card">
          {cardName(t, card.label)} <CardStateTag state={card.state} />
        </span>
      </td>
    </tr>
  );
});
