/** A text once typing has paused for a moment. */
import { useEffect, useState } from 'react';

/** Milliseconds: below what a person notices, above what a burst of keys takes. */
const pause = 40;

/** `text`, at most {@link pause} milliseconds late. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
