/** Visits in order of arrival, for exports. */
import type { ExportPlace, ExportStore } from '../core/exports/export-store.ts';
import type { Database } from './database.ts';
import { isHeld } from './holds.ts';

export function createExportStore(database: Database): ExportStore {
  const inSpan = '(arrived_at, sequence) > (?, ?) AND arrived_at < ? AND sequence <= ?';
  const places = `FROM visit WHERE ${inSpan} AND NOT ${isHeld('visit.sequence')}`;
  const restricted = database
    .prepare<[number, number, number, number], number>(
      `SELECT count(*) FROM hold CROSS JOIN visit ON visit.sequence = hold.visit_sequence WHERE ${inSpan}`,
    )
    .pluck();
  const count = database
    .prepare<[number, number, number, number], number>(`SELECT count(*) ${places}`)
    .pluck();
  const nth = database.prepare<[number, number, number, number, number], ExportPlace>(
    `SELECT arrived_at AS arrivedAt, sequence ${places} ORDER BY arrived_at, sequence LIMIT 1 OFFSET ?`,
  );
  // Read from the index of arrivals, which holds the sequence too, and the key of the restricted ones.
  const next = database.prepare<[number, number, number, number, number], ExportPlace>(
    `SELECT arrived_at AS arrivedAt, sequence ${places} ORDER BY arrived_at, sequence LIMIT ?`,
  );
  return {
    count({ until, through }, { arrivedAt, sequence }, most) {
      const last = nth.get(arrivedAt, sequence, until, through, most - 1);
      if (last !== undefined) return { visits: most, last };
      return { visits: count.get(arrivedAt, sequence, until, through) ?? 0, last: null };
    },
    restricted: ({ from, until, through }) => restricted.get(from, 0, until, through) ?? 0,
    next: ({ until, through }, { arrivedAt, sequence }, limit) =>
      next.all(arrivedAt, sequence, until, through, limit),
  };
}
