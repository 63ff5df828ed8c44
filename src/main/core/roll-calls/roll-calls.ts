/**
 * Roll calls: started from the list of those on site, marked by several marshals at once, closed into a report.
 * Nothing here signs anyone out. What is known of one person stands in `account.ts`; why marks merge as they do in
 * docs/decisions/022-roll-call-marks.md.
 */
import type { RollCall, RollCallPerson } from '../../../shared/contract/roll-calls.ts';
import { rollCallIdleSeconds } from '../../../shared/contract/roll-calls.ts';
import type { EpochMs, RollCallId, StaffId } from '../../../shared/vocabulary.ts';
import type { Context, Handlers, Sessions } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Stores } from '../stores.ts';
import { hour, minute } from '../time.ts';
import { accountOf, countPeople, toRow } from './account.ts';
import type { StoredRollCall } from './roll-call-store.ts';

/** Who signed out so shortly before the alarm may still stand in the lobby. */
const leftBefore = 15 * minute;
/** At night the evening has closed the visits of those who still work. */
const closedBefore = 8 * hour;

/** Letters with marks stand beside those without. */
const byName = new Intl.Collator('en');

type RollCallCalls =
  `rollCalls.${'start' | 'state' | 'current' | 'mark' | 'addPerson' | 'close' | 'list' | 'report'}`;

export function createRollCalls({
  stores,
  sessions,
}: {
  readonly stores: Stores;
  readonly sessions: Pick<Sessions, 'lengthen' | 'shorten'>;
}): Handlers<RollCallCalls> {
  const store = stores.rollCalls;

  function peopleOf({ sequence, closedAt }: StoredRollCall): RollCallPerson[] {
    const marks = store.marks(sequence);
    return store
      .people(sequence)
      .map((person) => toRow(person, marks.get(person.sequence) ?? [], closedAt !== null))
      .sort((one, other) => byName.compare(one.name, other.name));
  }

  function toRollCall(stored: StoredRollCall, people?: readonly RollCallPerson[]): RollCall {
    const { id, kind, startedAt, startedBy, closedAt, closedBy } = stored;
    const counts = stored.counts ?? countPeople(people ?? peopleOf(stored));
    return { rollCallId: id, kind, startedAt, startedBy, closedAt, closedBy, counts };
  }

  function byId(id: RollCallId): StoredRollCall {
    const found = store.byId(id);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  /** The instant of a touch; never before the roll call, and never later than now. */
  function touchedAt(at: EpochMs, ageMs: number, { startedAt }: StoredRollCall): EpochMs {
    return Math.min(at, Math.max(startedAt, at - ageMs));
  }

  const isTooLate = (at: EpochMs, { closedAt }: StoredRollCall): boolean =>
    closedAt !== null && at > closedAt;

  function mayMark(staffId: StaffId): boolean {
    const roles = stores.staff.byId(staffId)?.roles ?? [];
    return roles.includes('security') || roles.includes('reception');
  }

  /** Writes down what became of everyone, for the report: departures go on after it. */
  function conclude(stored: StoredRollCall): RollCall['counts'] {
    const marks = store.marks(stored.sequence);
    const people = store.people(stored.sequence).map((person) => {
      const own = marks.get(person.sequence) ?? [];
      // A mark that came late counts; a departure after the closing does not.
      const late = person.outcome !== null && own.at(-1)?.state !== 'safe';
      const account = late && person.outcome !== 'marked-safe' ? person.outcome : accountOf(person, own);
      if (account !== person.outcome) store.setOutcome(person.sequence, account);
      return { account, joined: person.joined };
    });
    return countPeople(people);
  }

  return {
    'rollCalls.start'({ rollCallId, kind }, context) {
      const again = store.byId(rollCallId);
      if (again !== undefined) {
        context.note(rollCallId, 'repeated');
        return { rollCallId, startedAt: again.startedAt };
      }
      if (store.open() !== undefined) throw new Refusal('roll-call-open');
      store.start({
        id: rollCallId,
        kind,
        at: context.at,
        staffId: staffOf(context),
        leftSince: context.at - leftBefore,
        closedSince: context.at - closedBefore,
      });
      context.note(rollCallId, kind);
      context.changed('roll-calls');
      return { rollCallId, startedAt: context.at };
    },

    'rollCalls.state'() {
      const open = store.open();
      return { rollCall: open === undefined ? null : toRollCall(open) };
    },

    'rollCalls.current'(_input, context) {
      const open = store.open();
      if (open === undefined) return { rollCall: null, now: context.at, people: [] };
      sessions.lengthen(context.connectionId, rollCallIdleSeconds);
      const people = peopleOf(open);
      return { rollCall: toRollCall(open, people), now: context.at, people };
    },

    'rollCalls.mark'({ rollCallId, marks }, context) {
      const stored = byId(rollCallId);
      const counts = { kept: 0, repeated: 0, closed: 0, unknown: 0 };
      const outcomes = marks.map(({ markId, personId, state, ageMs, markedBy }) => {
        const markedAt = touchedAt(context.at, ageMs, stored);
        const person = store.personSequence(stored.sequence, personId);
        const outcome = store.markKnown(markId)
          ? 'repeated'
          : person === undefined || !mayMark(markedBy)
            ? 'unknown'
            : isTooLate(markedAt, stored)
              ? 'closed'
              : 'kept';
        if (outcome === 'kept' && person !== undefined)
          store.insertMark({ id: markId, person, state, markedAt, markedBy, sentBy: staffOf(context) });
        counts[outcome] += 1;
        return { markId, outcome } as const;
      });
      if (counts.kept > 0 && stored.closedAt !== null) store.setCounts(stored.sequence, conclude(stored));
      const said = Object.entries(counts).filter(([, count]) => count > 0);
      context.note(rollCallId, said.map(([name, count]) => `${name} ${count}`).join(' '));
      if (counts.kept > 0) context.changed('roll-calls');
      return { marks: outcomes };
    },

    'rollCalls.addPerson'({ rollCallId, personId, name, ageMs }, context) {
      const stored = byId(rollCallId);
      context.note(rollCallId);
      if (store.personSequence(stored.sequence, personId) !== undefined) return { personId };
      const at = touchedAt(context.at, ageMs, stored);
      if (isTooLate(at, stored)) throw new Refusal('roll-call-closed');
      store.insertUnlisted(stored.sequence, personId, name, at);
      if (stored.closedAt !== null) store.setCounts(stored.sequence, conclude(stored));
      context.changed('roll-calls');
      return { personId };
    },

    'rollCalls.close'({ rollCallId }, context) {
      const stored = byId(rollCallId);
      context.note(rollCallId, stored.closedAt === null ? stored.kind : 'repeated');
      if (stored.closedAt === null) {
        store.close(stored.sequence, context.at, staffOf(context), conclude(stored));
        context.changed('roll-calls');
        context.afterCommit(() => sessions.shorten());
      }
      return { rollCall: toRollCall(byId(rollCallId)) };
    },

    'rollCalls.list': () => ({ rollCalls: store.closed(100).map((stored) => toRollCall(stored)) }),

    'rollCalls.report'({ rollCallId }, context) {
      const stored = byId(rollCallId);
      if (stored.closedAt === null) throw new Refusal('not-found');
      context.note(rollCallId);
      return { rollCall: toRollCall(stored), people: peopleOf(stored) };
    },
  };
}

function staffOf({ staff }: Context): StaffId {
  if (staff === null) throw new Error('a call of staff without one');
  return staff.staffId;
}
