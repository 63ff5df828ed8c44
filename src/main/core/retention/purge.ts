/**
 * One purge as a sequence of short steps: delete in slices, compact in a quiet minute, search every byte for what
 * was deleted, leave a certificate. `step` does at most a few milliseconds of it, so that sign-ins go first.
 */
import type { Certificate, PurgeCounts, RetentionSettings } from '../../../shared/contract/retention.ts';
import type { CertificateId } from '../../../shared/vocabulary.ts';
import type { Audit } from '../audit.ts';
import type { Clock, DataFolder, Digest } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { minute } from '../time.ts';
import { type ByteSearch, createByteSearch } from './byte-search.ts';
import { createDeletedValues, dropLiveValues } from './deleted-values.ts';
import { deleteWhatIsDue } from './purge-deletions.ts';
import type { CutOffs } from './retention-store.ts';

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
    ...{ contacts: 0, visits: 0, cardLinks: 0, hosts: 0, invitations: 0, events: 0 },
    ...{ watchlist: 0, unlisted: 0, rollCalls: 0 },
  };
  const values = createDeletedValues();
  const certificateId = parts.newId() as CertificateId;
  let phase: PurgePhase = 'deleting';
  const work = run();

  /** Counted before compacting: what is erased afterwards is for the next purge. */
  let erased = 0;

  /** After deletions of this purge, or erasures since the one before; false where there were none. */
  function* compact(): Generator<void, boolean> {
    const { purgeOpen, erased: before } = stores.retention.installation();
    if (!purgeOpen && before === 0) return false;
    phase = 'waiting-for-quiet';
    while (stores.maintenance.size() > compactAtOnceBytes && clock.monotonic() < parts.lastCallAt() + quietMs)
      yield;
    phase = 'compacting';
    yield;
    erased = stores.retention.installation().erased;
    stores.maintenance.vacuum();
    yield;
    while (!stores.maintenance.truncateLog()) yield;
    return true;
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
    yield* deleteWhatIsDue({ ...parts, cutOffs, startedAt, counts, values });
    const compacted = yield* compact();
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
      compacted,
      heldBack: stores.retention.heldBack(cutOffs.contactsBefore),
      erased,
      byteSearch: { ...searched, values: search.size, found: search.found(), decrypted },
    };
    stores.transact(() => conclude(certificate));
    return certificate;
  }

  function conclude(certificate: Certificate): void {
    stores.retention.insertCertificate(certificate);
    stores.retention.setPurgeOpen(false);
    stores.retention.compactedAway(certificate.erased);
    stores.retention.setLastPurge(startedAt);
    parts.audit.record({
      at: certificate.finishedAt,
      act: 'retention.purged',
      staffId: null,
      subject: certificate.certificateId,
      detail: `contacts ${counts.contacts} visits ${counts.visits} card-links ${counts.cardLinks} hosts ${counts.hosts} invitations ${counts.invitations} events ${counts.events} watchlist ${counts.watchlist} unlisted ${counts.unlisted} roll-calls ${counts.rollCalls} held-back ${certificate.heldBack} erased ${certificate.erased} found ${certificate.byteSearch.found}`,
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
