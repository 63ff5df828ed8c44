/** The table of visits. A chosen row opens in place; arrow keys walk from row to row. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';
import { useTimes } from '../console/site.tsx';
import {
  CardStateTag,
  CardTag,
  cardName,
  hostOf,
  Name,
  OrDash,
  PresenceTag,
} from '../console/visit-words.tsx';
import { DeskButton } from '../ui/desk-button.tsx';
import { walkRows } from '../ui/desk-keys.ts';
import { DeskTable } from '../ui/desk-table.tsx';
import type { VisitLine } from './desk-rows.ts';
import type { CardPadMemory } from './use-card-pad.ts';
import { VisitActions } from './visit-actions.tsx';

/** Rows shown before somebody asks for the rest: more than a screen holds, few enough to appear at once. */
const firstRows = 120;

export function VisitTable({
  lines,
  pad,
}: {
  readonly lines: readonly VisitLine[];
  readonly pad: CardPadMemory;
}) {
  const { t } = useTranslation('console');
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, firstRows);
  const toggle = (id: string): void => setChosen(chosen === id ? null : id);
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
        <tbody onKeyDown={walkRows}>
          {shown.map((line) =>
            line.visit ? (
              <VisitRows
                key={line.visit.visitId}
                visit={line.visit}
                open={chosen === line.visit.visitId}
                onToggle={toggle}
                pad={pad}
              />
            ) : (
              <LooseCard key={line.card.cardId} card={line.card} pad={pad} />
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

function VisitRows({
  visit,
  open,
  onToggle,
  pad,
}: {
  readonly visit: VisitRow;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
  readonly pad: CardPadMemory;
}) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <>
      <tr data-choosable data-chosen={open} onClick={() => onToggle(visit.visitId)}>
        <td>
          <button
            type="button"
            className="desk-row-button"
            aria-expanded={open}
            onClick={(event) => {
              event.stopPropagation();
              onToggle(visit.visitId);
            }}
          >
            {visit.name === '' ? (
              <span className="desk-muted">{t('visit.purged')}</span>
            ) : (
              <Name>{visit.name}</Name>
            )}
            {visit.company === '' && visit.visitorType === '' ? null : (
              <small>
                <bdi>{visit.company}</bdi>
                {visit.company === '' || visit.visitorType === '' ? '' : ' · '}
                <bdi>{visit.visitorType}</bdi>
              </small>
            )}
          </button>
        </td>
        <td>
          <OrDash>{hostOf(visit)}</OrDash>
        </td>
        <td className="desk-number">{times.short(visit.arrivedAt)}</td>
        <td>{visit.departedAt === null ? <CardTag visit={visit} /> : <PresenceTag visit={visit} />}</td>
      </tr>
      {open ? (
        <tr className="visits__detail" data-chosen="true">
          <td colSpan={4}>
            <VisitActions visit={visit} pad={pad} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A card that is out while nobody on site holds it. */
function LooseCard({ card, pad }: { readonly card: CardRow; readonly pad: CardPadMemory }) {
  const { t } = useTranslation('console');
  const times = useTimes();
  return (
    <tr>
      <td>
        <button type="button" className="desk-row-button" onClick={() => pad.show(card)}>
          {card.holder ? <Name>{card.holder.name}</Name> : t('visit.purged')}
          <small>
            {t('reception.leftWithCard')}
            {card.issuedAt === null ? '' : ` · ${t('pad.since', { at: times.short(card.issuedAt) })}`}
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
}
