/** Where the shell's pages live. */
import type { Door } from '../../../shared/vocabulary.ts';

export const scheme = 'app';
export const host = 'foyer';

/** The one origin that may speak to the shell, exactly as a frame reports it. */
export const ownOrigin = `${scheme}://${host}`;

/** The page of a door. */
export function pageAddress(door: Door): string {
  return `${ownOrigin}/${door}.html`;
}

/** The still page of a window whose page keeps crashing. */
export const safeScreenAddress = `${ownOrigin}/safe.html`;

/** Whether loading `address` stays inside Foyer: its own files, and data a page made itself. */
export function isOwnAddress(address: string): boolean {
  return (
    address.startsWith(`${ownOrigin}/`) ||
    address.startsWith(`blob:${ownOrigin}/`) ||
    address.startsWith('data:')
  );
}
