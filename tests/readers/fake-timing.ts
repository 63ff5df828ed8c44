/** Time that the test moves. */
import type { Timing } from '../../src/main/readers/timing.ts';

export interface FakeTiming extends Timing {
  /** Moves on and runs what falls due, in order, letting promises settle after each step. */
  advance(ms: number): Promise<void>;
  /** Time passes while nothing runs, as when a process is stopped; what fell due runs at the next `advance`. */
  standStill(ms: number): void;
  pending(): number;
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export function createFakeTiming(): FakeTiming {
  let now = 1_000;
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = timers.toSorted((left, right) => left.at - right.at)[0];
        if (next === undefined || next.at > until) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.work();
        await settle();
      }
      now = Math.max(now, until);
    },
    standStill(ms) {
      now += ms;
    },
    pending: () => timers.length,
  };
}
