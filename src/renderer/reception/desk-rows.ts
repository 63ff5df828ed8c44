/** Which visits stand under which tab. Pure. */
import type { CardRow } from '../../shared/contract/cards.ts';
import type { VisitRow } from '../../shared/contract/visits.ts';

export type DeskTab = 'on-site' | 'waiting' | 'cards-out' | 'overdue' | 'unconfirmed';

/** A visit on site, or a card that is out although its visitor has left or has been purged. */
export type VisitLine =
  | { readonly visit: VisitRow; readonly card?: undefined }
  | { readonly visit?: undefined; readonly card: CardRow };

export function rowsOf(
  tab: DeskTab,
  visits: readonly VisitRow[],
  cards: readonly CardRow[],
): readonly VisitLine[] {
  // Found by a search of their own: nobody of them is on site.
  if (tab === 'unconfirmed') return [];
  if (tab === 'on-site') return visits.map((visit) => ({ visit }));
  if (tab === 'waiting')
    return visits.filter((visit) => visit.card.state === 'waiting').map((visit) => ({ visit }));
  const present = new Map(visits.map((visit) => [visit.visitId, visit]));
  return cards
    .filter((card) => card.state === 'overdue' || (tab === 'cards-out' && card.state === 'issued'))
    .toSorted((one, other) => (other.issuedAt ?? 0) - (one.issuedAt ?? 0))
    .map((card) => {
      const visit = card.holder ? present.get(card.holder.visitId) : undefined;
      return visit ? { visit } : { card };
    });
}
