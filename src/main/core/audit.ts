/**
 * The audit chain: each entry carries an HMAC over its content and the HMAC before it, so that changing,
 * removing or reordering one breaks all that follow. A tail that was cut off verifies as clean by itself, which
 * is why the head and count can be compared with a copy kept elsewhere.
 */
import type { AuditEntry } from '../../shared/contract/audit.ts';
import type { Digest } from './ports.ts';
import type { AuditStore, Stores } from './stores.ts';

type Content = Omit<AuditEntry, 'sequence'>;

const start = 'foyer audit';

function macOf(digest: Digest, previous: string, entry: Content): string {
  const { at, act, staffId, subject, detail } = entry;
  return digest.hmac('audit', JSON.stringify([previous, at, act, staffId, subject, detail]));
}

export interface Audit {
  /** Writes one entry; call it inside the transaction it speaks of. */
  record(entry: Content): void;
  /**
   * Keeps an entry about a look at data for the next `flush`: looking must not wait for the disk, and a quarter
   * of a second later it is written all the same.
   */
  defer(entry: Content): void;
  /** Writes what was deferred, in one transaction. */
  flush(): void;
}

export function createAudit({ audit, transact }: Pick<Stores, 'audit' | 'transact'>, digest: Digest): Audit {
  let deferred: Content[] = [];
  function record(entry: Content): void {
    audit.append({ ...entry, mac: macOf(digest, audit.head()?.mac ?? start, entry) });
  }
  return {
    record,
    defer(entry) {
      deferred.push(entry);
    },
    flush() {
      if (deferred.length === 0) return;
      transact(() => deferred.forEach(record));
      deferred = [];
    },
  };
}

export type Verification =
  | { readonly intact: true; readonly entries: number; readonly head: string | null }
  /** The first entry that does not follow from the one before it. */
  | { readonly intact: false; readonly sequence: number };

/**
 * Checks the chain from its start, `slice` entries at a time; each step yields so that the caller can do other
 * work in between. Sequences must follow each other without a gap, since rows are never deleted.
 */
export function* verifyAudit(store: AuditStore, digest: Digest, slice = 500): Generator<void, Verification> {
  let previous = start;
  let sequence = 0;
  for (;;) {
    const entries = store.chain(sequence, slice);
    if (entries.length === 0)
      return { intact: true, entries: sequence, head: sequence === 0 ? null : previous };
    for (const { mac, ...entry } of entries) {
      if (entry.sequence !== sequence + 1 || mac !== macOf(digest, previous, entry))
        return { intact: false, sequence: entry.sequence };
      sequence = entry.sequence;
      previous = mac;
    }
    yield;
  }
}
