/**
 * Knowing a visitor again by full name and e-mail. A 48-bit keyed hash of both finds the rows, and the words
 * themselves decide: letter case, accents and doubled spaces of a name do not matter, of an address only case.
 */

import type { Digest } from '../ports.ts';
import { fold } from '../search/fold.ts';
import type { StoredVisit, Stores } from '../stores.ts';

/** Visits that are read for one person, latest first: the last ones have what the earlier ones had. */
const mostVisits = 8;
const slice = 64;

export interface Recognition {
  /** Same for names and addresses that mean the same; a whole number below 2^48. */
  keyOf(name: string, email: string): number;
  /** Makes changed contact details findable. */
  remember(sequence: number, name: string, email: string): void;
  /** Visits with contact details of this name and e-mail, latest first. */
  visitsOf(name: string, email: string): StoredVisit[];
  /** Fills in what an earlier version stored; true while more is waiting. */
  tick(): boolean;
}

export function foldEmail(email: string): string {
  return email.normalize('NFC').toLowerCase().trim();
}

export function createRecognition(parts: {
  readonly stores: Pick<Stores, 'visits' | 'recognition' | 'transact'>;
  readonly digest: Digest;
}): Recognition {
  const { stores, digest } = parts;
  let filled = false;
  const keyOf = (name: string, email: string): number =>
    Number.parseInt(digest.hmac('recognition', `${fold(name)}\n${foldEmail(email)}`).slice(0, 12), 16);
  const remember = (sequence: number, name: string, email: string): void =>
    stores.recognition.set(sequence, keyOf(name, email));
  return {
    keyOf,
    remember,
    visitsOf(name, email) {
      const { sequencesOf, latest } = stores.recognition;
      const own = sequencesOf(keyOf(name, email), mostVisits);
      // As many are read for somebody who was never here: a hit took longer, as long as it had visits to read.
      const read = new Set([...own, ...latest(mostVisits)]);
      return stores.visits
        .bySequences([...read].slice(0, mostVisits))
        .filter(
          ({ contact }) =>
            contact !== null &&
            fold(contact.name) === fold(name) &&
            foldEmail(contact.email) === foldEmail(email),
        );
    },
    tick() {
      if (filled) return false;
      const rows = stores.recognition.without(slice);
      if (rows.length === 0) {
        filled = true;
        return false;
      }
      stores.transact(() => {
        for (const { sequence, name, email } of rows) remember(sequence, name, email);
      });
      return true;
    },
  };
}
