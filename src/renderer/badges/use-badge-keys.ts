import type { BadgeKind } from '../../shared/badges/design.ts';
import { isPlainKey, isTyping, useDeskKeys } from '../ui/desk-keys.ts';

const keys: Readonly<Record<string, BadgeKind>> = { b: 'badge', t: 'name-tag' };

/** B prints a badge and T a name tag, while there is somebody to print for. */
export function useBadgeKeys(print: ((kind: BadgeKind) => void) | null): void {
  useDeskKeys((event) => {
    const kind = keys[event.key.toLowerCase()];
    if (kind === undefined || print === null || !isPlainKey(event) || isTyping(event.target)) return;
    event.preventDefault();
    print(kind);
  });
}
