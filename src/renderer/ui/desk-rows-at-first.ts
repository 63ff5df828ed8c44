/** How many rows of a list the first picture has. */
import { startTransition, useEffect, useState } from 'react';

/** CSS pixels of the lowest row, from desk.css: lower ones there are none, so a screen full is never more. */
const lowestRow = 56;

/**
 * A screen full until another list than before has been painted, then `most`: what nobody can see yet does not hold
 * up what they wait for. A list that changes and stays the same `list` keeps its rows, and with them its place.
 */
export function useRowsAtFirst(list: string, most: number): number {
  const [painted, setPainted] = useState<string | null>(null);
  useEffect(() => {
    if (painted === list) return;
    let behind: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      behind = setTimeout(() => startTransition(() => setPainted(list)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(behind);
    };
  }, [painted, list]);
  return painted === list ? most : Math.min(most, Math.ceil(window.innerHeight / lowestRow));
}
