/** Every version of the notice that was ever shown. */
import type { NoticeStore, StoredNotice } from '../core/stores.ts';
import type { Database } from './database.ts';

export function createNoticeStore(database: Database): NoticeStore {
  const columns = 'sequence, id, language, version, hash, content';
  const latest = database.prepare<[string], StoredNotice>(
    `SELECT ${columns} FROM notice WHERE language = ? ORDER BY version DESC LIMIT 1`,
  );
  const bySequence = database.prepare<[number], StoredNotice>(
    `SELECT ${columns} FROM notice WHERE sequence = ?`,
  );
  const insert = database.prepare(
    'INSERT INTO notice (id, language, version, hash, content, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    latest: (language) => latest.get(language),
    bySequence: (sequence) => bySequence.get(sequence),
    insert({ id, language, version, hash, content, createdAt }) {
      insert.run(id, language, version, hash, content, createdAt);
    },
  };
}
