/** Counts tries by key in a sliding window, in memory. */

export interface Throttle {
  /** Counts one try; the whole seconds to wait when it is one too many, else 0. */
  attempt(key: string): number;
  forget(key: string): void;
}

/** At most `limit` tries in `windowMs`, by a monotonic clock. Old keys are dropped as new ones come. */
export function createThrottle(limit: number, windowMs: number, monotonic: () => number): Throttle {
  const tries = new Map<string, number[]>();
  return {
    attempt(key) {
      const now = monotonic();
      for (const [other, times] of tries) {
        if ((times.at(-1) ?? 0) + windowMs > now) break;
        tries.delete(other);
      }
      const recent = (tries.get(key) ?? []).filter((at) => at + windowMs > now);
      if (recent.length >= limit) return Math.max(1, Math.ceil(((recent[0] ?? now) + windowMs - now) / 1000));
      tries.delete(key);
      tries.set(key, [...recent, now]);
      return 0;
    },
    forget(key) {
      tries.delete(key);
    },
  };
}
