/**
 * What a file that was read means for the directory, and storing it. A file with a fault anywhere is not stored. One
 * without is stored line by line in slices: each line wholly or not at all, and where it was cut short the same file
 * again stores the rest, since a line is known by its e-mail.
 */
import type { HostDetails, ImportLine, ImportReport } from '../../../shared/contract/hosts.ts';
import type { HostId } from '../../../shared/vocabulary.ts';
import { changedFields, emailKey, toContent } from './host-content.ts';
import type { HostStore, StoredHost } from './host-store.ts';
import type { ReadFile } from './import-file.ts';

type Outcome = ImportLine['outcome'];

/** Yields after every 50 lines. */
export function* planImport(store: HostStore, file: ReadFile): Generator<void, ImportReport> {
  const counts: Record<Outcome, number> = { add: 0, correct: 0, return: 0, unchanged: 0, fault: 0 };
  const lines: ImportLine[] = [];
  for (const { line, name, details, faults } of file.lines) {
    const outcome = outcomeOf(details === null ? undefined : hostOf(store, details), details);
    counts[outcome] += 1;
    lines.push({ line, name, outcome, faults: [...faults] });
    if (lines.length % 50 === 0) yield;
  }
  const fileFault = file.fault && { ...file.fault };
  return { applied: false, fileFault, counts, lines, ignored: [...file.ignored] };
}

/** Stores one line as the directory is now; the sequence of a host whose name is another one now, or null. */
export function storeLine(store: HostStore, details: HostDetails, newId: () => HostId): number | null {
  const host = hostOf(store, details);
  if (host === undefined) {
    store.insert({ id: newId(), ...toContent(details) });
    return null;
  }
  if (changedFields(host, details).length > 0) store.correct(host.sequence, toContent(details));
  if (host.leftAt !== null) store.setLeft(host.sequence, null);
  return host.name === details.name ? null : host.sequence;
}

function hostOf(store: HostStore, { email }: HostDetails): StoredHost | undefined {
  return store.byEmailKey(emailKey(email));
}

function outcomeOf(host: StoredHost | undefined, details: HostDetails | null): Outcome {
  if (details === null) return 'fault';
  if (host === undefined) return 'add';
  if (host.leftAt !== null) return 'return';
  return changedFields(host, details).length > 0 ? 'correct' : 'unchanged';
}
