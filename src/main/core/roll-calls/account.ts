/** What the data and the marks say about one person on a roll call. Pure. */
import type {
  Account,
  Evidence,
  RollCallCounts,
  RollCallMark,
  RollCallPerson,
} from '../../../shared/contract/roll-calls.ts';
import type { StoredPerson } from './roll-call-store.ts';

export function evidenceOf(person: StoredPerson): Evidence {
  const { joined, departedAt, departure, loan } = person;
  if (joined === 'unlisted') return { kind: 'unlisted' };
  if (departedAt !== null && departure !== null)
    return departure === 'unconfirmed'
      ? { kind: 'closed', at: departedAt }
      : { kind: 'left', departure, at: departedAt };
  if (loan === null) return { kind: 'no-card' };
  if (loan.endedAt === null) return { kind: 'card-out', label: loan.label };
  return { kind: loan.outcome === 'lost' ? 'card-lost' : 'card-back', at: loan.endedAt };
}

/** The latest mark counts; without one, or once it is withdrawn, how the visit ended. */
export function accountOf(person: StoredPerson, marks: readonly RollCallMark[]): Account {
  if (marks.at(-1)?.state === 'safe') return 'marked-safe';
  const { departure } = person;
  if (departure !== null && departure !== 'unconfirmed') return departure;
  return person.joined === 'closed-before' ? 'uncertain' : 'unaccounted';
}

/** `isReport`: a report does not say who was restricted and has left; while people are looked for, all are named. */
export function toRow(
  person: StoredPerson,
  marks: readonly RollCallMark[],
  isReport: boolean,
): RollCallPerson {
  const { id, name, company, host, department, joined, joinedAt, restricted } = person;
  const hidden = isReport && restricted && person.departedAt !== null;
  return {
    personId: id,
    ...(hidden ? { name: '', company: '', host: '', department: '' } : { name, company, host, department }),
    ...{ restricted, joined, joinedAt },
    account: person.outcome ?? accountOf(person, marks),
    evidence: evidenceOf(person),
    marks: [...marks],
  };
}

export function countPeople(people: readonly Pick<RollCallPerson, 'account' | 'joined'>[]): RollCallCounts {
  const of = (account: Account): number => people.filter((person) => person.account === account).length;
  return {
    listed: people.length,
    unaccounted: of('unaccounted'),
    uncertain: of('uncertain'),
    markedSafe: of('marked-safe'),
    signedOut: of('signed-out'),
    byStaff: of('by-staff'),
    cardReturned: of('card-returned'),
    arrivedAfter: people.filter(({ joined }) => joined === 'arrived-after').length,
    unlisted: people.filter(({ joined }) => joined === 'unlisted').length,
  };
}
