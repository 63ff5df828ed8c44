/** A text as it is asked for: at once, but no more often than a core should be asked during a burst of keys. */
import { useEffect, useState } from 'react';

/** Milliseconds: below what a person notices, above what lies between the keys of a burst. */
const pause = 40;

/** `text` at once when it had not changed for {@link pause} milliseconds, else at most that late. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  const [last, setLast] = useState({ text, at: Number.NEGATIVE_INFINITY });
  // While drawing, not after it: the question leaves with the picture of the key.
  if (text !== last.text) {
    const at = performance.now();
    setLast({ text, at });
    if (at >= last.at + pause) setSettled(text);
  }
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled;
}
