import { useLayoutEffect, useRef } from 'react';
import type { BadgeKind } from '../../shared/badges/design.ts';
import { isPlainKey, isTyping } from '../ui/desk-keys.ts';

const keys: Readonly<Record<string, BadgeKind>> = { b: 'badge', t: 'name-tag' };

/** B prints a badge and T a name tag, while there is somebody to print for. */
export function useBadgeKeys(print: ((kind: BadgeKind) => void) | null): void {
  const latest = useRef(print);
  latest.current = print;
  // With the picture, not after it: a key pressed as soon as something is seen counts.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const kind = keys[event.key.toLowerCase()];
      if (kind === undefined || latest.current === null || !isPlainKey(event) || isTyping(event.target))
        return;
      event.preventDefault();
      latest.current(kind);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
