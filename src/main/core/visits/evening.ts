/**
 * Evening closing: a visit still open when its local day is over is closed as departure unconfirmed, which says
 * that nobody knows, not that the visitor has left.
 */
import type { Audit } from '../audit.ts';
import type { Clock } from '../ports.ts';
import type { Site } from '../site/site.ts';
import type { Stores } from '../stores.ts';
import { endOfLocalDay, startOfLocalDay } from '../time.ts';

/** Closes at most `slice` visits in one transaction; how many it closed. */
export function createEveningClosing(
  parts: { readonly stores: Stores; readonly audit: Audit; readonly clock: Clock; readonly site: Site },
  slice = 20,
): () => number {
  const { stores, audit, clock, site } = parts;
  return () => {
    const current = site.current();
    if (current === null) return 0;
    const zone = current.settings.timeZone;
    const now = clock.now();
    const open = stores.visits.openBefore(startOfLocalDay(now, zone), slice);
    if (open.length === 0) return 0;
    stores.transact(() => {
      for (const { sequence, id, arrivedAt } of open) {
        stores.visits.depart(sequence, endOfLocalDay(arrivedAt, zone), 'unconfirmed');
        audit.record({ at: now, act: 'visits.closeUnconfirmed', staffId: null, subject: id, detail: null });
      }
    });
    return open.length;
  };
}
