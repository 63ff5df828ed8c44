/** What a restriction means for whoever looks: who is shown all the same, and a hold as the contract has it. */
import type { Hold } from '../../../shared/contract/holds.ts';
import type { LocalDate } from '../../../shared/vocabulary.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import type { StoredHold } from './hold-store.ts';

/** On site, or waiting in the lobby to be let in: somebody who has to be accounted for in an evacuation. */
export function isInHouse({ departedAt, admission }: Pick<StoredVisit, 'departedAt' | 'admission'>): boolean {
  return departedAt === null || admission === 'waiting';
}

/** Whether lists leave out who it was. Nobody in the house is ever hidden (article 18(2), 6(1)(d)). */
export function isHidden(visit: Pick<StoredVisit, 'hold' | 'departedAt' | 'admission'>): boolean {
  return visit.hold !== null && !isInHouse(visit);
}

export function toHold(hold: StoredHold, today: LocalDate, staff: Pick<Stores['staff'], 'byId'>): Hold {
  const { reason, restrictedAt, restrictedBy, reviewBy } = hold;
  return {
    ...{ reason, restrictedAt, reviewBy },
    restrictedBy: staff.byId(restrictedBy)?.displayName ?? '',
    overdue: reviewBy < today,
  };
}
