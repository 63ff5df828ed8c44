/** Which pages an event may reach. */
import type { FoyerEvent } from '../../shared/contract/events.ts';
import type { Door } from '../../shared/vocabulary.ts';

/** The one door an event may reach, whatever the core says; null where both may hear it. */
const onlyFor: Readonly<Record<FoyerEvent['type'], Door | null>> = {
  changed: null,
  'card.tapped': 'console',
  'card.returned': 'kiosk',
  'code.scanned': 'kiosk',
  'session.ended': 'console',
};

export function mayHear(door: Door, { type }: FoyerEvent): boolean {
  const only = onlyFor[type];
  return only === null || only === door;
}
