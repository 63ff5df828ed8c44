/**
 * A page that dies comes back by itself; a page that keeps dying is replaced by a still one, so that the display
 * never flickers between life and death in front of a visitor.
 */
import type { WebContents } from 'electron';
import type { Log } from '../../core/ports.ts';

/** Crashes are counted over five minutes; more than three of them are too many (design figure). */
export const crashWindowMs = 5 * 60_000;
export const mostCrashes = 3;

/** The welcome screen is back within three seconds of a crash; a short wait lets the dead process go first. */
export const reloadDelayMs = 300;

/** `monotonic`: milliseconds that never go backwards. */
export function createCrashPolicy(monotonic: () => number): { crashed(): 'reload' | 'safe-screen' } {
  let crashes: readonly number[] = [];
  return {
    crashed() {
      const now = monotonic();
      crashes = [...crashes.filter((at) => now - at < crashWindowMs), now];
      return crashes.length > mostCrashes ? 'safe-screen' : 'reload';
    },
  };
}

export interface Recovery {
  readonly policy: ReturnType<typeof createCrashPolicy>;
  /** Loads the window's own page. */
  showPage(): void;
  showSafeScreen(): void;
  /** Called at once, before anything is loaded: whoever was signed in here is no longer. */
  crashed(): void;
  /** Runs `act` after `delayMs`. */
  after(delayMs: number, act: () => void): void;
  readonly log: Log;
}

/**
 * A page that no longer answers is ended and then treated like one that died. After the safe screen the page gets
 * another chance once the crashes are too old to count.
 */
export function recoverFromCrashes(
  contents: Pick<WebContents, 'on' | 'forcefullyCrashRenderer' | 'isDestroyed'>,
  recovery: Recovery,
): void {
  const unlessClosed = (act: () => void) => (): void => {
    if (!contents.isDestroyed()) act();
  };
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const next = recovery.policy.crashed();
    recovery.log({ event: 'page-crashed', reason: details.reason, next });
    recovery.crashed();
    if (next === 'reload') {
      recovery.after(reloadDelayMs, unlessClosed(recovery.showPage));
      return;
    }
    recovery.after(reloadDelayMs, unlessClosed(recovery.showSafeScreen));
    recovery.after(crashWindowMs, unlessClosed(recovery.showPage));
  });
}
