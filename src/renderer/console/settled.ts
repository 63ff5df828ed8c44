/** A text as it is asked for: at once, but no more often than a core should be asked during a burst of keys. */
import { useEffect, useRef, useState } from 'react';

/** Milliseconds: below what a person notices, above what lies between the keys of a burst. */
const pause = 40;

/** `text` at once when it had not changed for {@link pause} milliseconds, else at most that late. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const burst = now < changedAt.current + pause;
    changedAt.current = now;
    if (!burst) {
      setSettled(text);
      return;
    }
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
