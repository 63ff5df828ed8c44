/** Where the evacuation list is written. */
import type { EvacuationListStore } from '../core/evacuation-list/evacuation-list.ts';
import type { Database } from './database.ts';

export function createEvacuationListStore(database: Database): EvacuationListStore {
  const folder = database.prepare<[], string>('SELECT folder FROM evacuation_list').pluck();
  const set = database.prepare(
    `INSERT INTO evacuation_list (one, folder) VALUES (1, ?)
     ON CONFLICT (one) DO UPDATE SET folder = excluded.folder`,
  );
  return {
    folder: () => folder.get() ?? '',
    setFolder(value) {
      set.run(value);
    },
  };
}
