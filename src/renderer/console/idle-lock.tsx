/** Locks the console when nobody has touched it for a while, after a warning that any touch or key ends. */
import { useEffect, useState } from 'react';
import { call } from '../client.ts';
import { useSession } from './session.tsx';

/** The core hears of activity at most this often, in milliseconds. */
const toldEvery = 20_000;
/** Seconds of warning before the lock; at most a third of the idle time. */
const warning = 15;

/** `input` counts too: a key that was held back until it was known to be no reader's arrives as nothing else. */
const activity = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Seconds left before the lock once they are few, else null. */
export function useIdleLock(): number | null {
  const { idleSeconds, lock } = useSession();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    // A wall clock on purpose: time asleep counts as time away, and the monotonic clock stands still then.
    let touchedAt = Date.now();
    let toldAt = Date.now();
    let lastPoint = '';
    const touched = (event: Event): void => {
      if (!event.isTrusted) return;
      if (event.type === 'pointermove' && event instanceof PointerEvent) {
        // Chromium repeats the last move when something changes under a pointer that lies still.
        const point = `${event.screenX} ${event.screenY}`;
        if (point === lastPoint) return;
        lastPoint = point;
      }
      touchedAt = Date.now();
      setLeft(null);
      if (Math.abs(touchedAt - toldAt) < toldEvery) return;
      toldAt = touchedAt;
      void call('staff.stayActive', {});
    };
    for (const kind of activity) window.addEventListener(kind, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      const idle = Math.abs(Date.now() - touchedAt) / 1000;
      const remaining = Math.ceil(idleSeconds - idle);
      if (remaining <= 0) lock();
      else setLeft(remaining <= Math.min(warning, idleSeconds / 3) ? remaining : null);
    }, 500);
    return () => {
      clearInterval(timer);
      for (const kind of activity) window.removeEventListener(kind, touched, { capture: true });
    };
  }, [idleSeconds, lock]);
  return left;
}
