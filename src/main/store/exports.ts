/** Visits in order of arrival, for exports. */
import type { ExportPlace, ExportStore } from '../core/exports/export-store.ts';
import type { Database } from './database.ts';

export function createExportStore(database: Database): ExportStore {
  const places = 'FROM visit WHERE (arrived_at, sequence) > (?, ?) AND arrived_at < ? AND sequence <= ?';
  const count = database
    .prepare<[number, number, number, number], number>(`SELECT count(*) ${places}`)
    .pluck();
  const nth = database.prepare<[number, number, number, number, number], ExportPlace>(
    `SELECT arrived_at AS arrivedAt, sequence ${places} ORDER BY arrived_at, sequence LIMIT 1 OFFSET ?`,
  );
  // Read from the index of arrivals alone, which holds the sequence too.
  const next = database.prepare<[number, number, number, number, number], ExportPlace>(
    `SELECT arrived_at AS arrivedAt, sequence ${places} ORDER BY arrived_at, sequence LIMIT ?`,
  );
  return {
    count({ until, through }, { arrivedAt, sequence }, most) {
      const last = nth.get(arrivedAt, sequence, until, through, most - 1);
      if (last !== undefined) return { visits: most, last };
      return { visits: count.get(arrivedAt, sequence, until, through) ?? 0, last: null };
    },
    next: ({ until, through }, { arrivedAt, sequence }, limit) =>
      next.all(arrivedAt, sequence, until, through, limit),
  };
}
