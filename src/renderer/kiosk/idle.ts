/** Nobody has touched the screen for a while: a countdown, then everything typed is gone. */
import { useCallback, useEffect, useRef, useState } from 'react';

import { listeningEvent } from './listen/use-listening.ts';

/** Whoever listens is there, too. */
const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', listeningEvent] as const;

/**
 * `secondsLeft` is null until nobody has touched the screen for `idleSeconds`, then counts down from
 * `countdownSeconds`; at zero `onGone` runs. During the countdown only `stay` starts it all again. Counts nothing
 * while not `active`.
 */
export function useIdle(parts: {
  readonly active: boolean;
  readonly idleSeconds: number;
  readonly countdownSeconds: number;
  readonly onGone: () => void;
}): { readonly secondsLeft: number | null; readonly stay: () => void } {
  const { active, idleSeconds, countdownSeconds } = parts;
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const lastSign = useRef(0);
  const gone = useRef(parts.onGone);
  useEffect(() => {
    gone.current = parts.onGone;
  });

  useEffect(() => {
    if (!active) return;
    // Monotonic: a corrected clock must neither keep nor delete what somebody types.
    const seconds = (): number => (performance.now() - lastSign.current) / 1000;
    const touched = (): void => {
      if (seconds() < idleSeconds) lastSign.current = performance.now();
    };
    lastSign.current = performance.now();
    const timer = setInterval(() => {
      const idle = seconds();
      if (idle >= idleSeconds + countdownSeconds) gone.current();
      else setSecondsLeft(idle < idleSeconds ? null : Math.ceil(idleSeconds + countdownSeconds - idle));
    }, 250);
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
      setSecondsLeft(null);
    };
  }, [active, idleSeconds, countdownSeconds]);

  const stay = useCallback(() => {
    lastSign.current = performance.now();
    setSecondsLeft(null);
  }, []);
  return { secondsLeft, stay };
}

/**
 * Counts whole seconds down from `from` and runs `onEnd` at zero; every touch and every key starts it again. Null
 * for no countdown at all.
 */
export function useCountdown(from: number | null, onEnd: () => void): number | null {
  const [left, setLeft] = useState(from);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    setLeft(from);
    if (from === null) return;
    let begun = performance.now();
    const again = (): void => {
      begun = performance.now();
    };
    for (const sign of signs) window.addEventListener(sign, again, { capture: true, passive: true });
    const timer = setInterval(() => {
      const rest = Math.ceil(from - (performance.now() - begun) / 1000);
      setLeft(Math.max(0, rest));
      if (rest <= 0) {
        clearInterval(timer);
        end.current();
      }
    }, 250);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, again, { capture: true });
    };
  }, [from]);
  return left;
}
