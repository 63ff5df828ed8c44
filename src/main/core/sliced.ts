/** Long work in short pieces, so that whoever waits at the desk goes first. */
import type { Clock } from './ports.ts';

/** Milliseconds of work before others have their turn: keeps a sign-in under 50 ms even on a disk with 8 ms per fsync (docs/performance.md). */
export const sliceMs = 3;

/** Runs `work` to its end; it yields wherever it may be interrupted. */
export async function runSliced<Result>(
  work: Generator<void, Result>,
  clock: Pick<Clock, 'monotonic'>,
  pause: () => Promise<void>,
): Promise<Result> {
  for (let end = clock.monotonic() + sliceMs; ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (clock.monotonic() < end) continue;
    await pause();
    end = clock.monotonic() + sliceMs;
  }
}

/**
 * Runs `each` for all items, as many in one transaction as a slice takes, and pauses between transactions. What was
 * stored stays when a later item throws.
 */
export async function storeSliced<Item>(
  items: readonly Item[],
  parts: {
    readonly clock: Pick<Clock, 'monotonic'>;
    readonly pause: () => Promise<void>;
    readonly transact: <Result>(work: () => Result) => Result;
    readonly each: (item: Item) => void;
    /** At the end of each transaction, in it. */
    readonly conclude: (done: readonly Item[]) => void;
    /** After each transaction. */
    readonly stored: (done: readonly Item[]) => void;
  },
): Promise<void> {
  const { clock, pause, transact, each, conclude, stored } = parts;
  for (let next = 0; next < items.length; ) {
    const first = next;
    const done = transact(() => {
      const end = clock.monotonic() + sliceMs;
      for (const item of items.slice(first)) {
        each(item);
        next += 1;
        if (clock.monotonic() >= end) break;
      }
      const some = items.slice(first, next);
      conclude(some);
      return some;
    });
    stored(done);
    if (next < items.length) await pause();
  }
}
