/** Restricted visits, and the erasure of one visit. */
import type { HoldStore } from '../core/holds/hold-store.ts';
import type { Database } from './database.ts';

/** A condition on a row that has the visit's sequence in `column`. The lookup is one of the table's own key. */
export const isHeld = (column: string): string =>
  `EXISTS (SELECT 1 FROM hold WHERE hold.visit_sequence = ${column})`;

export function createHoldStore(database: Database): HoldStore {
  const set = database.prepare(
    `INSERT INTO hold (visit_sequence, reason, restricted_at, restricted_by, review_by) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (visit_sequence) DO UPDATE SET reason = excluded.reason, review_by = excluded.review_by`,
  );
  const lift = database.prepare('DELETE FROM hold WHERE visit_sequence = ?');
  const list = database
    .prepare<[number], number>('SELECT visit_sequence FROM hold ORDER BY review_by, restricted_at LIMIT ?')
    .pluck();
  const count = database.prepare<[], number>('SELECT count(*) FROM hold').pluck();
  const hidden = database
    .prepare<[], number>(
      `SELECT visit_sequence FROM hold CROSS JOIN visit ON visit.sequence = hold.visit_sequence
       WHERE departed_at IS NOT NULL AND admission IS NOT 'waiting'`,
    )
    .pluck();

  const eraseContact = database.prepare('DELETE FROM contact WHERE visit_sequence = ?');
  const eraseAlert = database.prepare('DELETE FROM watchlist_alert WHERE visit_sequence = ?');
  const eraseInvitation = database.prepare('DELETE FROM invitation WHERE visit_sequence = ?');
  const unlinkLoans = database.prepare('UPDATE loan SET visit_sequence = NULL WHERE visit_sequence = ?');
  // As the triggers of the outbox do for a visit that is deleted.
  const cancelDeliveries = database.prepare(
    `UPDATE delivery SET body = NULL, next_at = NULL, visit_sequence = NULL,
       fault = CASE state WHEN 'waiting' THEN 'gone' ELSE fault END,
       state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END
     WHERE visit_sequence = ?`,
  );
  const bareVisit = database.prepare("UPDATE visit SET host = '', host_sequence = NULL WHERE sequence = ?");
  const countErased = database.prepare('UPDATE installation SET erased = erased + 1');

  return {
    set(visitSequence, { reason, restrictedAt, restrictedBy, reviewBy }) {
      set.run(visitSequence, reason, restrictedAt, restrictedBy, reviewBy);
    },
    lift(visitSequence) {
      lift.run(visitSequence);
    },
    list: (limit) => list.all(limit),
    count: () => count.get() ?? 0,
    hidden: () => hidden.all(),
    erase(visitSequence) {
      for (const work of [
        eraseContact,
        eraseAlert,
        eraseInvitation,
        unlinkLoans,
        cancelDeliveries,
        bareVisit,
      ])
        work.run(visitSequence);
      countErased.run();
    },
  };
}
