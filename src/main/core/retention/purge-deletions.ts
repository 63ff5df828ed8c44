/** The deletions of a purge: one kind of row after the other, in slices that are a transaction each. */
import type { PurgeCounts } from '../../../shared/contract/retention.ts';
import { sliceMs } from '../sliced.ts';
import { batch, type DeletedValues } from './deleted-values.ts';
import type { PurgeParts } from './purge.ts';
import type { CutOffs, ScanPosition } from './retention-store.ts';
import { rollCallsBefore } from './schedule.ts';

export interface DeletionParts
  extends Pick<PurgeParts, 'stores' | 'clock' | 'forget' | 'hostsGone' | 'watchlistGone'> {
  readonly cutOffs: CutOffs;
  readonly startedAt: number;
  /** Counted up as rows go. */
  readonly counts: { -readonly [Kind in keyof PurgeCounts]: PurgeCounts[Kind] };
  /** Gets what stood in the rows, for the search of the bytes. */
  readonly values: DeletedValues;
}

/** Yields after each slice. */
export function* deleteWhatIsDue(parts: DeletionParts): Generator<void> {
  const { stores, clock, cutOffs, startedAt, counts, values, forget, hostsGone, watchlistGone } = parts;
  const affected: number[] = [];
  /** Visits of the last slice, for the search memory. */
  const gone: number[] = [];

  /** Deletes rows of one kind until none is left, yielding after each slice. */
  function* deleting<Row>(
    next: () => readonly Row[],
    remove: (row: Row) => void,
    after: (rows: readonly Row[]) => void,
  ): Generator<void> {
    let rows = next();
    while (rows.length > 0) {
      const removed: Row[] = [];
      stores.transact(() => {
        stores.retention.setPurgeOpen(true);
        const end = clock.monotonic() + sliceMs;
        for (const row of rows) {
          remove(row);
          removed.push(row);
          if (clock.monotonic() >= end) break;
        }
      });
      after(removed);
      rows = rows.slice(removed.length);
      yield;
      if (rows.length === 0) rows = next();
    }
  }

  function* deleteVisits(): Generator<void> {
    let position: ScanPosition = { arrivedAt: 0, sequence: 0 };
    yield* deleting(
      () => stores.retention.visitsEnded(cutOffs.visitsBefore, position, batch),
      (visit) => {
        position = visit;
        // Restricted since the batch was read: it stays.
        if (!stores.retention.deleteVisit(visit.sequence)) return;
        if (visit.contact !== null) counts.contacts += 1;
        values.add(visit.contact, visit.host, visit.answers);
        counts.visits += 1;
        gone.push(visit.sequence);
      },
      () => forget(gone.splice(0)),
    );
  }

  function* deleteContacts(): Generator<void> {
    let position: ScanPosition = { arrivedAt: 0, sequence: 0 };
    yield* deleting(
      () => stores.retention.contactsEnded(cutOffs.contactsBefore, position, batch),
      (visit) => {
        position = visit;
        if (!stores.retention.deleteContact(visit.sequence)) return;
        values.add(visit.contact, '', visit.answers);
        counts.contacts += 1;
        gone.push(visit.sequence);
      },
      () => forget(gone.splice(0)),
    );
  }

  function* unlinkCards(): Generator<void> {
    let position = 0;
    yield* deleting(
      () => stores.retention.linkedLoans(cutOffs.cardLinksBefore, position, batch),
      (loan) => {
        position = loan;
        if (stores.retention.unlinkLoan(loan)) counts.cardLinks += 1;
      },
      () => undefined,
    );
  }

  function* deleteInvitations(): Generator<void> {
    let position = 0;
    yield* deleting(
      () => stores.invitations.due(cutOffs.contactsBefore, position, batch),
      (invitation) => {
        values.add(invitation.contact, invitation.host);
        stores.invitations.delete(invitation.sequence);
        counts.invitations += 1;
        position = invitation.sequence;
      },
      () => undefined,
    );
  }

  function* deleteEvents(): Generator<void> {
    let position = 0;
    yield* deleting(
      () => stores.events.due(cutOffs.contactsBefore, position, batch),
      (event) => {
        values.add(null, event.title);
        values.add(null, event.host);
        stores.events.delete(event.sequence);
        counts.events += 1;
        position = event.sequence;
      },
      () => undefined,
    );
  }

  /** Names that marshals added go by the clock of contact details; what is left of a roll call by its own. */
  function* deleteRollCalls(): Generator<void> {
    let position = 0;
    const next = () => stores.rollCalls.unlistedBefore(cutOffs.contactsBefore, position, batch);
    const removePerson = (person: ReturnType<typeof next>[number]): void => {
      values.addName(person.name);
      stores.rollCalls.deletePerson(person.sequence);
      counts.unlisted += 1;
      position = person.sequence;
    };
    yield* deleting(next, removePerson, () => undefined);
    const over = () => stores.rollCalls.closedBefore(rollCallsBefore(startedAt), batch);
    const removeRollCall = (rollCall: number): void => {
      stores.rollCalls.delete(rollCall);
      counts.rollCalls += 1;
    };
    yield* deleting(over, removeRollCall, () => undefined);
  }

  function* deleteWatchlist(): Generator<void> {
    let position = 0;
    yield* deleting(
      () => stores.watchlist.due(cutOffs.watchlistBefore, position, batch),
      (entry) => {
        values.add(entry, entry.reason);
        stores.watchlist.delete(entry.sequence);
        counts.watchlist += 1;
        position = entry.sequence;
      },
      () => watchlistGone(),
    );
  }

  /** A host who has left is kept as long as the record of a visit on their last day. */
  function* deleteHosts(): Generator<void> {
    yield* deleting(
      () => stores.retention.hostsLeft(cutOffs.visitsBefore, batch),
      (host) => {
        values.add({ ...host, company: '' }, '');
        affected.push(...stores.hosts.visitsOf(host.sequence));
        stores.retention.deleteHost(host.sequence);
        counts.hosts += 1;
      },
      () => hostsGone(affected.splice(0)),
    );
  }

  yield* deleteVisits();
  yield* deleteContacts();
  yield* unlinkCards();
  yield* deleteHosts();
  yield* deleteInvitations();
  yield* deleteEvents();
  yield* deleteRollCalls();
  yield* deleteWatchlist();
}
