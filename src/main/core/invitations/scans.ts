/** Codes scanned just now, by opaque reference. The first kiosk that asks for one has it; no other gets it. */
import type { TapReference } from '../../../shared/vocabulary.ts';
import type { Clock, RandomBytes } from '../ports.ts';
import { createShortLived } from '../short-lived.ts';

export interface Scans {
  keep(code: string): TapReference;
  /** The code, or null where it is forgotten or another connection has it. */
  claim(reference: TapReference, connectionId: string): string | null;
}

export function createScans(clock: Clock, random: RandomBytes, lifetimeMs?: number): Scans {
  const kept = createShortLived<{ readonly code: string; claimedBy: string | null }>(
    clock,
    random,
    lifetimeMs,
  );
  return {
    keep: (code) => kept.keep({ code, claimedBy: null }),
    claim(reference, connectionId) {
      const scan = kept.find(reference);
      if (scan === undefined) return null;
      scan.claimedBy ??= connectionId;
      return scan.claimedBy === connectionId ? scan.code : null;
    },
  };
}
