/**
 * One purge as a sequence of short steps: delete in slices, compact in a quiet minute, search every byte for what
 * was deleted, leave a certificate. `step` does at most a few milliseconds of it, so that sign-ins go first.
 */
import type { Certificate, PurgeCounts, RetentionSettings } from '../../../shared/contract/retention.ts';
import type { CertificateId } from '../../../shared/vocabulary.ts';
import type { Audit } from '../audit.ts';
import type { Clock, DataFolder, Digest } from '../ports.ts';
import type { CutOffs, ScanPosition, Stores } from '../stores.ts';
import { minute } from '../time.ts';
import { type ByteSearch, createByteSearch } from './byte-search.ts';
import { batch, createDeletedValues, dropLiveValues } from './deleted-values.ts';
import { rollCallsBefore } from './schedule.ts';

/** 3 ms slices keep a sign-in under 50 ms even on a disk with 8 ms per fsync (docs/performance.md). */
const sliceMs = 3;
/** Up to this size compacting takes less than a call may block, so it need not wait for a quiet minute. */
const compactAtOnceBytes = 8 * 1024 * 1024;
/** Up to this size the decrypted pages are searched too; above, copying them would block. */
const searchDecryptedBytes = 16 * 1024 * 1024;
const quietMs = minute;
const chunkBytes = 256 * 1024;

export type PurgeReason = Certificate['reason'];
export type PurgePhase = 'deleting' | 'waiting-for-quiet' | 'compacting' | 'searching';

export interface PurgeParts {
  readonly stores: Stores;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly dataFolder: DataFolder;
  readonly newId: () => string;
  /** Takes deleted visits out of the search memory. */
  readonly forget: (sequences: readonly number[]) => void;
  /** Hosts are deleted; these visits were for them. */
  readonly hostsGone: (visitSequences: readonly number[]) => void;
  /** Entries of the watchlist are deleted. */
  readonly watchlistGone: () => void;
  /** Monotonic milliseconds of the last call anyone made. */
  readonly lastCallAt: () => number;
}

export interface Purge {
  readonly reason: PurgeReason;
  phase(): PurgePhase;
  /** Rows deleted so far. */
  done(): number;
  /** Does one slice; the certificate once all is done. */
  step(): Certificate | null;
  /** True while the next step only waits for time to pass. */
  isWaiting(): boolean;
}

/** Rows of every kind. */
export function sumOf(counts: PurgeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function createPurge(
  parts: PurgeParts,
  reason: PurgeReason,
  retention: RetentionSettings,
  cutOffs: CutOffs,
): Purge {
  const { stores, clock } = parts;
  const startedAt = clock.now();
  const counts = {
    ...{ contacts: 0, visits: 0, cardLinks: 0, hosts: 0, invitations: 0 },
    ...{ watchlist: 0, unlisted: 0, rollCalls: 0 },
  };
  const values = createDeletedValues();
  const certificateId = parts.newId() as CertificateId;
  const affected: number[] = [];
  let phase: PurgePhase = 'deleting';
  const work = run();

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
        if (visit.contact !== null) counts.contacts += 1;
        values.add(visit.contact, visit.host, visit.answers);
        stores.retention.deleteVisit(visit.sequence);
        counts.visits += 1;
        position = visit;
      },
      (visits) => parts.forget(visits.map(({ sequence }) => sequence)),
    );
  }

  function* deleteContacts(): Generator<void> {
    let position: ScanPosition = { arrivedAt: 0, sequence: 0 };
    yield* deleting(
      () => stores.retention.contactsEnded(cutOffs.contactsBefore, position, batch),
      (visit) => {
        values.add(visit.contact, '', visit.answers);
        stores.retention.deleteContact(visit.sequence);
        counts.contacts += 1;
        position = visit;
      },
      (visits) => parts.forget(visits.map(({ sequence }) => sequence)),
    );
  }

  function* unlinkCards(): Generator<void> {
    let position = 0;
    yield* deleting(
      () => stores.retention.linkedLoans(cutOffs.cardLinksBefore, position, batch),
      (loan) => {
        stores.retention.unlinkLoan(loan);
        counts.cardLinks += 1;
        position = loan;
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
      () => parts.watchlistGone(),
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
      () => parts.hostsGone(affected.splice(0)),
    );
  }

  function* compact(): Generator<void> {
    const wasOpen = stores.retention.installation().purgeOpen;
    if (!wasOpen) return;
    phase = 'waiting-for-quiet';
    while (stores.maintenance.size() > compactAtOnceBytes && clock.monotonic() < parts.lastCallAt() + quietMs)
      yield;
    phase = 'compacting';
    yield;
    stores.maintenance.vacuum();
    yield;
    while (!stores.maintenance.truncateLog()) yield;
  }

  function* searchBytes(search: ByteSearch): Generator<void, { files: number; bytes: number }> {
    const buffer = new Uint8Array(chunkBytes);
    let bytes = 0;
    const files = parts.dataFolder.files();
    for (const { name } of files) {
      search.next();
      for (let position = 0; ; ) {
        const length = parts.dataFolder.read(name, position, buffer);
        if (length === 0) break;
        search.feed(buffer.subarray(0, length));
        position += length;
        bytes += length;
        yield;
      }
    }
    return { files: files.length, bytes };
  }

  function* searchImage(search: ByteSearch): Generator<void> {
    const image = stores.maintenance.image();
    search.next();
    for (let position = 0; position < image.length; position += chunkBytes) {
      search.feed(image.subarray(position, position + chunkBytes));
      yield;
    }
  }

  function* run(): Generator<void, Certificate> {
    yield* deleteVisits();
    yield* deleteContacts();
    yield* unlinkCards();
    yield* deleteHosts();
    yield* deleteInvitations();
    yield* deleteRollCalls();
    yield* deleteWatchlist();
    const purgeOpen = stores.retention.installation().purgeOpen;
    yield* compact();
    phase = 'searching';
    yield* dropLiveValues(stores, values);
    const search = createByteSearch(values.all());
    const searched = yield* searchBytes(search);
    const decrypted = stores.maintenance.size() <= searchDecryptedBytes;
    if (decrypted) yield* searchImage(search);
    const certificate: Certificate = {
      certificateId,
      reason,
      startedAt,
      finishedAt: clock.now(),
      cutOffs,
      counts,
      policyHash: parts.digest.sha256(JSON.stringify(retention)),
      compacted: purgeOpen,
      byteSearch: { ...searched, values: search.size, found: search.found(), decrypted },
    };
    stores.transact(() => conclude(certificate));
    return certificate;
  }

  function conclude(certificate: Certificate): void {
    stores.retention.insertCertificate(certificate);
    stores.retention.setPurgeOpen(false);
    stores.retention.setLastPurge(startedAt);
    parts.audit.record({
      at: certificate.finishedAt,
      act: 'retention.purged',
      staffId: null,
      subject: certificate.certificateId,
      detail: `contacts ${counts.contacts} visits ${counts.visits} card-links ${counts.cardLinks} hosts ${counts.hosts} invitations ${counts.invitations} watchlist ${counts.watchlist} unlisted ${counts.unlisted} roll-calls ${counts.rollCalls} found ${certificate.byteSearch.found}`,
    });
  }

  return {
    reason,
    phase: () => phase,
    done: () => sumOf(counts),
    isWaiting: () => phase === 'waiting-for-quiet',
    step() {
      const result = work.next();
      return result.done === true ? result.value : null;
    },
  };
}
