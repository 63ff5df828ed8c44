/** A stored visit as lists show it. */
import type { VisitRow } from '../../shared/contract/visits.ts';
import type { EpochMs } from '../../shared/vocabulary.ts';
import { isHidden } from './holds/restricted.ts';
import type { StoredVisit } from './stores.ts';
import { givenAnswers, typeName } from './visitor-types/given-answers.ts';

/** A restricted visitor who has left, as lists show them: who it was and whom they came to see left out. */
const hidden = { name: '', email: '', phone: '', company: '', host: '', hostId: null, hostName: '' };

/** `language`: of the site, for the words of the visitor's type. */
export function toVisitRow(visit: StoredVisit, now: EpochMs, language: string): VisitRow {
  const row = toWholeVisitRow(visit, now, language);
  return isHidden(visit) ? { ...row, ...hidden, answers: [] } : row;
}

/** The same with everything, for a look at this one visit. */
export function toWholeVisitRow(visit: StoredVisit, now: EpochMs, language: string): VisitRow {
  const { visitorType, contact, answers } = visit;
  return {
    visitId: visit.id,
    name: visit.contact?.name ?? '',
    email: visit.contact?.email ?? '',
    phone: visit.contact?.phone ?? '',
    company: visit.contact?.company ?? '',
    host: visit.host,
    hostId: visit.chosenHost?.id ?? null,
    hostName: visit.chosenHost?.name ?? '',
    visitorType: visitorType === null ? '' : typeName(visitorType, language),
    answers: visitorType === null || contact === null ? [] : givenAnswers(visitorType, answers, language),
    arrivedAt: visit.arrivedAt,
    departedAt: visit.departedAt,
    departure: visit.departure,
    admission: visit.admission,
    restricted: visit.hold !== null,
    card:
      visit.openLoan !== null
        ? { state: 'issued', label: visit.openLoan.cardLabel, overdue: visit.openLoan.dueAt < now }
        : { state: visit.departedAt === null && visit.cardDue ? 'waiting' : 'none' },
  };
}
