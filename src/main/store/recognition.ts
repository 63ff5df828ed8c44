/** Finds contact details by the hash of name and e-mail, and visits by the code of their badge. */
import type { RecognitionStore } from '../core/recognition/recognition-store.ts';
import type { Database } from './database.ts';

export function createRecognitionStore(database: Database): RecognitionStore {
  const set = database.prepare('UPDATE contact SET recognition = ? WHERE visit_sequence = ?');
  const sequencesOf = database
    .prepare<[number, number], number>(
      'SELECT visit_sequence FROM contact WHERE recognition = ? ORDER BY visit_sequence DESC LIMIT ?',
    )
    .pluck();
  const latest = database
    .prepare<[number], number>('SELECT visit_sequence FROM contact ORDER BY visit_sequence DESC LIMIT ?')
    .pluck();
  const without = database.prepare<[number], { sequence: number; name: string; email: string }>(
    'SELECT visit_sequence AS sequence, name, email FROM contact WHERE recognition IS NULL LIMIT ?',
  );
  const setBadge = database.prepare(
    `INSERT INTO badge_code (visit_sequence, code_hash) VALUES (?, ?)
     ON CONFLICT (visit_sequence) DO UPDATE SET code_hash = excluded.code_hash`,
  );
  const byBadge = database
    .prepare<[string], number>('SELECT visit_sequence FROM badge_code WHERE code_hash = ?')
    .pluck();
  return {
    set(sequence, key) {
      set.run(key, sequence);
    },
    sequencesOf: (key, limit) => sequencesOf.all(key, limit),
    latest: (limit) => latest.all(limit),
    without: (limit) => without.all(limit),
    setBadge(sequence, hash) {
      setBadge.run(sequence, hash);
    },
    byBadge: (hash) => byBadge.get(hash),
  };
}
