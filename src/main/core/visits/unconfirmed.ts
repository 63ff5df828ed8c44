/** Departures that the evening closed and nobody confirmed: when they were, or that there was none. */
import type { EpochMs, VisitId } from '../../../shared/vocabulary.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../site/site.ts';
import type { StoredVisit, Stores } from '../stores.ts';
import { toVisitRow } from '../visit-row.ts';
import { visitById } from './visits.ts';

export function createUnconfirmed(
  stores: Stores,
  site: Site,
): Handlers<'visits.confirmDeparture' | 'visits.reopen'> {
  function unconfirmedById(id: VisitId): StoredVisit {
    const visit = visitById(stores, id);
    if (visit.departure !== 'unconfirmed') throw new Refusal('visit-closed');
    return visit;
  }
  const rowOf = (id: VisitId, at: EpochMs) => ({
    visit: toVisitRow(visitById(stores, id), at, site.require().settings.defaultLanguage),
  });

  return {
    'visits.confirmDeparture'({ visitId, departedAt }, context) {
      const visit = unconfirmedById(visitId);
      if (departedAt < visit.arrivedAt || departedAt > context.at)
        throw new Refusal('bad-input', { fields: { departedAt: 'time-range' } });
      stores.visits.depart(visit.sequence, departedAt, 'by-staff');
      context.note(visit.id);
      context.changed('visits');
      return rowOf(visitId, context.at);
    },

    'visits.reopen'({ visitId }, context) {
      const visit = unconfirmedById(visitId);
      // Nobody without a name is looked for in an evacuation.
      if (visit.contact === null) throw new Refusal('visit-closed');
      stores.visits.reopen(visit.sequence, context.at);
      context.note(visit.id);
      context.changed('visits');
      return rowOf(visitId, context.at);
    },
  };
}
