/** What is done to the database file as a whole: compacting it and emptying its log. */
import type { Maintenance } from '../core/stores.ts';
import type { Database } from './database.ts';

export function createMaintenance(database: Database): Maintenance {
  const pragma = (source: string): number => Number(database.pragma(source, { simple: true }));
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  return {
    changes: () => Number(changes.get()),
    size: () => pragma('page_count') * pragma('page_size'),
    vacuum() {
      database.exec('VACUUM');
    },
    truncateLog() {
      const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    },
    checkpoint() {
      database.pragma('wal_checkpoint(PASSIVE)');
    },
    image: () => database.serialize(),
  };
}

/** The same, calling `longWork` before what takes long and cannot be interrupted. */
export function announcing(maintenance: Maintenance, longWork: () => void): Maintenance {
  return {
    ...maintenance,
    vacuum() {
      longWork();
      maintenance.vacuum();
    },
    truncateLog() {
      longWork();
      return maintenance.truncateLog();
    },
  };
}
