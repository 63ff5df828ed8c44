/**
 * Which screen is shown, kept in the address's fragment so that a reload stays there. It names screens only:
 * nothing typed or looked at ever stands in an address.
 */
import { useSyncExternalStore } from 'react';

export const areas = ['reception', 'security', 'office', 'roll-call'] as const;
export type ConsoleArea = (typeof areas)[number];

export interface Place {
  readonly area: ConsoleArea | null;
  /** A screen within the area; empty for its first. */
  readonly view: string;
}

function onChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function placeAddress(area: ConsoleArea, view = ''): string {
  return view === '' ? `#${area}` : `#${area}/${view}`;
}

export function go(area: ConsoleArea, view = ''): void {
  window.location.hash = placeAddress(area, view);
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(onChange, () => window.location.hash);
  const [area = '', view = ''] = hash.slice(1).split('/');
  return { area: areas.find((known) => known === area) ?? null, view };
}
