/** Counts tries by key in a sliding window, in memory. */

export interface Throttle {
  /** Counts one try; the whole seconds to wait when it is one too many, else 0. */
  attempt(key: string): number;
  /** The whole seconds until a try would be counted again, 0 when one may be made; counts nothing. */
  wait(key: string): number;
  forget(key: string): void;
}

/** At most `limit` tries in `windowMs`, by a monotonic clock. Old keys are dropped as new ones come. */
export function createThrottle(limit: number, windowMs: number, monotonic: () => number): Throttle {
  const tries = new Map<string, number[]>();
  const recentOf = (key: string, now: number): number[] =>
    (tries.get(key) ?? []).filter((at) => at + windowMs > now);
  const waitOf = (recent: readonly number[], now: number): number =>
    recent.length < limit ? 0 : Math.max(1, Math.ceil(((recent[0] ?? now) + windowMs - now) / 1000));
  return {
    attempt(key) {
      const now = monotonic();
      for (const [other, times] of tries) {
        if ((times.at(-1) ?? 0) + windowMs > now) break;
        tries.delete(other);
      }
      const recent = recentOf(key, now);
      const wait = waitOf(recent, now);
      if (wait > 0) return wait;
      tries.delete(key);
      tries.set(key, [...recent, now]);
      return 0;
    },
    wait(key) {
      const now = monotonic();
      return waitOf(recentOf(key, now), now);
    },
    forget(key) {
      tries.delete(key);
    },
  };
}
