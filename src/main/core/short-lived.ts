/**
 * Values kept in memory for two minutes, unless said otherwise, under an opaque reference. Events to screens carry only the reference, so
 * that the value is read by those who may ask for it and is forgotten soon.
 */
import type { TapReference } from '../../shared/vocabulary.ts';
import type { Clock, RandomBytes } from './ports.ts';

const twoMinutes = 120_000;
/** More than anybody taps or scans in two minutes; bounds the memory. */
const most = 200;

export interface ShortLived<Value> {
  keep(value: Value): TapReference;
  /** Undefined once it is forgotten. */
  find(reference: TapReference): Value | undefined;
}

export function createShortLived<Value>(
  clock: Clock,
  random: RandomBytes,
  lifetimeMs = twoMinutes,
): ShortLived<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  function forgetOld(): void {
    for (const [reference, { at }] of kept) {
      if (at + lifetimeMs > clock.monotonic() && kept.size <= most) return;
      kept.delete(reference);
    }
  }
  return {
    keep(value) {
      const reference = Buffer.from(random(16)).toString('hex') as TapReference;
      kept.set(reference, { value, at: clock.monotonic() });
      forgetOld();
      return reference;
    },
    find(reference) {
      forgetOld();
      return kept.get(reference)?.value;
    },
  };
}
