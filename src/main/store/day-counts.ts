/** Counts of past days, and what they are counted from. */
import type { DayCount } from '../../shared/contract/reports.ts';
import type { DayCountStore, Stay } from '../core/reports/day-count-store.ts';
import type { Database } from './database.ts';

export function createDayCountStore(database: Database): DayCountStore {
  const countedUntil = database.prepare<[], number>('SELECT ifnull(max(ended_at), 0) FROM day_count').pluck();
  const firstArrival = database
    .prepare<[number], number | null>('SELECT min(arrived_at) FROM visit WHERE arrived_at >= ?')
    .pluck();
  const stays = database.prepare<[number, number], Stay>(
    `SELECT arrived_at AS arrivedAt, departed_at AS departedAt, departure
     FROM visit WHERE arrived_at >= ? AND arrived_at < ? AND admission IS NULL`,
  );
  const cardsLost = database
    .prepare<[number, number], number>(
      "SELECT ended_at FROM loan WHERE outcome = 'lost' AND ended_at >= ? AND ended_at < ? ORDER BY ended_at",
    )
    .pluck();
  const add = database.prepare(
    'INSERT INTO day_count (counted_on, ended_at, counts) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const between = database
    .prepare<[string, string], string>(
      'SELECT counts FROM day_count WHERE counted_on BETWEEN ? AND ? ORDER BY counted_on',
    )
    .pluck();
  return {
    countedUntil: () => countedUntil.get() ?? 0,
    firstArrivalAfter: (at) => firstArrival.get(at) ?? null,
    stays: (from, until) => stays.iterate(from, until),
    cardsLost: (from, until) => cardsLost.all(from, until),
    add(counts, endedAt) {
      add.run(counts.countedOn, endedAt, JSON.stringify(counts));
    },
    between: (from, to) => between.all(from, to).map((text) => JSON.parse(text) as DayCount),
  };
}
