/** What a file that was read means for the directory, and storing it: all of it, or nothing. */
import type { HostDetails, ImportLine, ImportReport } from '../../../shared/contract/hosts.ts';
import type { HostId } from '../../../shared/vocabulary.ts';
import { changedFields, emailKey, toContent } from './host-content.ts';
import type { HostStore, StoredHost } from './host-store.ts';
import type { ReadFile } from './import-file.ts';

type Outcome = ImportLine['outcome'];

export interface ImportResult {
  readonly report: ImportReport;
  /** Sequences of the hosts whose name is another one now; empty unless applied. */
  readonly renamed: readonly number[];
}

/** Runs inside a transaction when `apply` is set. A file with a fault anywhere is reported and not stored. */
export function runImport(
  store: HostStore,
  file: ReadFile,
  apply: boolean,
  newId: () => HostId,
): ImportResult {
  const known = new Map(store.all().map((host) => [host.emailKey, host]));
  const counts: Record<Outcome, number> = { add: 0, correct: 0, return: 0, unchanged: 0, fault: 0 };
  const lines = file.lines.map(({ line, name, details, faults }): ImportLine => {
    const outcome = outcomeOf(known, details);
    counts[outcome] += 1;
    return { line, name, outcome, faults: [...faults] };
  });
  const applied = apply && file.fault === null && counts.fault === 0;
  const renamed: number[] = [];
  if (applied)
    for (const { details } of file.lines) {
      if (details === null) continue;
      const host = known.get(emailKey(details.email));
      if (host === undefined) store.insert({ id: newId(), ...toContent(details) });
      else {
        if (changedFields(host, details).length > 0) store.correct(host.sequence, toContent(details));
        if (host.name !== details.name) renamed.push(host.sequence);
        if (host.leftAt !== null) store.setLeft(host.sequence, null);
      }
    }
  return {
    report: {
      applied,
      fileFault: file.fault && { ...file.fault },
      counts,
      lines,
      ignored: [...file.ignored],
    },
    renamed,
  };
}

function outcomeOf(known: ReadonlyMap<string, StoredHost>, details: HostDetails | null): Outcome {
  if (details === null) return 'fault';
  const host = known.get(emailKey(details.email));
  if (host === undefined) return 'add';
  if (host.leftAt !== null) return 'return';
  return changedFields(host, details).length > 0 ? 'correct' : 'unchanged';
}
