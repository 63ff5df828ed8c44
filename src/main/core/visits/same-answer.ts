/**
 * One answer for everybody who asks before anything has changed: ten consoles ask for the same list after the same
 * sign-in. Nothing is held on to, so that what is purged does not stay in memory.
 */
import type { EpochMs } from '../../../shared/vocabulary.ts';

/** What depends on the clock, such as overdue cards, is at most this old. */
const longestMs = 1_000;

export type SameAnswer<Value extends object> = (at: EpochMs, make: () => Value) => Value;

/** `changes`: rises with every row that is written. */
export function createSameAnswer<Value extends object>(changes: () => number): SameAnswer<Value> {
  let last: { readonly value: WeakRef<Value>; readonly changes: number; readonly at: EpochMs } | null = null;
  return (at, make) => {
    const now = changes();
    const known = last?.value.deref();
    if (known !== undefined && last?.changes === now && at >= last.at && at < last.at + longestMs)
      return known;
    const value = make();
    last = { value: new WeakRef(value), changes: now, at };
    return value;
  };
}
