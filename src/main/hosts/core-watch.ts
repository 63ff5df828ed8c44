/**
 * Tells a core that hangs from one that works: it is asked for a sign of life, and whatever it says is one. A host
 * that stood still itself, as on a machine that slept, does not blame the core.
 */
import type { Timing } from '../readers/timing.ts';

export interface CoreWatch {
  /** The core said something. */
  heard(): void;
  /** The core begins work that it cannot interrupt; it is given ten minutes, or until its next word. */
  busy(): void;
  stop(): void;
}

/** A core that says nothing for this long hangs, in milliseconds: the longest work it does in one go is shorter. */
const silentMs = 10_000;
/** How often a core that says nothing is asked. */
const askEveryMs = 2_500;
/**
 * The last stretch counts anew from a question asked while the host was awake: what the core says after a sleep is
 * heard before the verdict.
 */
const verdictMs = 2_500;
const busyMs = 600_000;

/** `ask` sends a `ping`; `hung` is called once, after which nothing more is asked. */
export function watchCore(timing: Timing, ask: () => void, hung: () => void): CoreWatch {
  let isOver = false;
  let cancel = (): void => undefined;
  const isLate = (due: number): boolean => timing.now() > due + askEveryMs;

  function askIn(silence: number): void {
    const due = timing.now() + askEveryMs;
    cancel = timing.after(askEveryMs, () => {
      // A timer that comes this late was not kept from running by the core: the silence says nothing about it.
      const heardSince = isLate(due) ? 0 : silence + askEveryMs;
      ask();
      if (heardSince + verdictMs < silentMs) askIn(heardSince);
      else judgeIn();
    });
  }
  function judgeIn(): void {
    const due = timing.now() + verdictMs;
    cancel = timing.after(verdictMs, () => {
      if (isLate(due)) {
        ask();
        askIn(0);
        return;
      }
      isOver = true;
      hung();
    });
  }
  askIn(0);

  return {
    heard() {
      if (isOver) return;
      cancel();
      askIn(0);
    },
    busy() {
      if (isOver) return;
      cancel();
      cancel = timing.after(busyMs, () => askIn(0));
    },
    stop() {
      isOver = true;
      cancel();
    },
  };
}
