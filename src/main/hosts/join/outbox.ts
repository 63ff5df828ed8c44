/**
 * Sign-ins that a joined kiosk took while its host was away, until the host has them. What is acknowledged is on
 * disk; what the host has is crossed off, and when nothing is left the file is overwritten.
 */
import type { Outbox as OutboxCounts } from '../../../shared/contract/devices.ts';
import { openSealedFile } from './sealed-file.ts';

export interface WaitingVisit {
  readonly visitId: string;
  /** By this machine's clock. */
  readonly at: number;
  /** As it was sent to `visits.arrive`. */
  readonly input: unknown;
}

export interface Outbox {
  /** The instant of the first message with this id. Throws where it cannot be written. */
  add(visitId: string, input: unknown): number;
  /** Oldest first. */
  waiting(): readonly WaitingVisit[];
  /** The host has it. */
  done(visitId: string): void;
  /** The host would not have it: it stays, and is tried again. */
  refused(visitId: string): void;
  /** Forgets what has waited longer than `longestMs`. */
  expire(longestMs: number): void;
  counts(): OutboxCounts;
  close(): void;
}

type Line = { readonly add: WaitingVisit } | { readonly gone: string };

/** `now`: the wall clock, in milliseconds. */
export function openOutbox(file: string, key: Uint8Array, now: () => number): Outbox {
  const sealed = openSealedFile(file, key);
  const waiting = new Map<string, WaitingVisit>();
  const refused = new Set<string>();
  let expired = 0;
  for (const record of sealed.records) {
    const line = JSON.parse(record) as Line;
    if ('add' in line) waiting.set(line.add.visitId, line.add);
    else waiting.delete(line.gone);
  }
  if (waiting.size === 0 && sealed.records.length > 0) sealed.clear();

  function forget(visitId: string): void {
    if (!waiting.has(visitId)) return;
    sealed.add(JSON.stringify({ gone: visitId } satisfies Line));
    waiting.delete(visitId);
    refused.delete(visitId);
    if (waiting.size === 0) sealed.clear();
  }

  return {
    add(visitId, input) {
      const before = waiting.get(visitId);
      if (before !== undefined) return before.at;
      const visit = { visitId, at: now(), input };
      sealed.add(JSON.stringify({ add: visit } satisfies Line));
      waiting.set(visitId, visit);
      return visit.at;
    },
    waiting: () => [...waiting.values()],
    done: forget,
    refused: (visitId) => void refused.add(visitId),
    expire(longestMs) {
      for (const { visitId, at } of waiting.values()) {
        if (now() - at <= longestMs) continue;
        forget(visitId);
        expired += 1;
      }
    },
    counts: () => ({ waiting: waiting.size - refused.size, refused: refused.size, expired }),
    close: () => sealed.close(),
  };
}
