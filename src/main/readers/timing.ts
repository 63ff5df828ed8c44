/** Time as the readers see it: monotonic milliseconds and one-shot timers. Tests hand in their own. */
export interface Timing {
  /** Milliseconds from an arbitrary start; never goes backwards. */
  now(): number;
  /** Runs `work` once after `ms`; the result takes it back. */
  after(ms: number, work: () => void): () => void;
}

/** How often the reader process says that it lives, in milliseconds. */
export const aliveEveryMs = 400;

export const systemTiming: Timing = {
  now: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** Runs `work` every `ms` until the result is called. */
export function repeat(timing: Timing, ms: number, work: () => void): () => void {
  let cancel = timing.after(ms, step);
  function step(): void {
    cancel = timing.after(ms, step);
    work();
  }
  return () => cancel();
}
