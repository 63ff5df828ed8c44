/** A database of the version before restrictions gets them, and knows which visit an invitation led to. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { openInMemory } from '../../src/main/store/open.ts';
import { createStores } from '../../src/main/store/stores.ts';

test('a used invitation of before goes with the visit that came of it, and no other', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const before = migrations.findIndex((sql) => sql.includes('CREATE TABLE hold'));
  migrate(database, before);
  database.exec(`
    INSERT INTO installation (one, installation_id, created_at, high_water_at) VALUES (1, 'i', 0, 0);
    INSERT INTO notice_version VALUES (1, 'h', 'set-up', NULL, 0);
    INSERT INTO notice VALUES (1, 'n', 'en', 1, 'h', '{}', 0);
    INSERT INTO visit (sequence, id, arrived_at, departed_at, departure, host, language, notice_sequence, card_due)
      VALUES (1, 'a', 5, 9, 'signed-out', 'Host', 'en', 1, 0), (2, 'b', 5, 9, 'signed-out', 'Host', 'en', 1, 0);
    INSERT INTO contact (visit_sequence, name, email, phone, company)
      VALUES (1, 'Ane Ask', 'ane@example.com', '', ''), (2, 'Bo Bøg', 'bo@example.com', '', '');
    INSERT INTO invitation (sequence, id, made_at, valid_on, valid_until_at, ended_at, typed_hash, scanned_hash,
        name, email, phone, company, host)
      VALUES (1, 'i1', 1, '2026-03-02', 10, 5, 't1', 's1', 'Bo B', 'bo@example.com', '', '', ''),
        (2, 'i2', 1, '2026-03-02', 10, 6, 't2', 's2', 'Ane Ask', 'ane@example.com', '', '', ''),
        (3, 'i3', 1, '2026-03-02', 10, NULL, 't3', 's3', 'Ane Ask', 'ane@example.com', '', '', '');
  `);
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  const links = database.prepare('SELECT visit_sequence FROM invitation ORDER BY sequence').pluck();
  expect(links.all()).toEqual([2, null, null]);
  const { holds, visits } = createStores(database);
  holds.erase(2);
  expect(database.prepare('SELECT id FROM invitation').pluck().all()).toEqual(['i2', 'i3']);
  expect(visits.bySequences([1, 2])).toMatchObject([
    { contact: { name: 'Ane Ask' }, hold: null },
    { contact: null, hold: null, host: '' },
  ]);
});

test('what is looked up stands in an index', () => {
  const database = openInMemory(0);
  const plan = (sql: string): string =>
    database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ');
  expect(plan('DELETE FROM invitation WHERE visit_sequence = 1')).toMatch(/INDEX invitation_by_visit/);
  expect(plan('SELECT visit_sequence FROM hold ORDER BY review_by, restricted_at LIMIT 9')).toMatch(
    /INDEX hold_by_review/,
  );
  expect(
    plan('SELECT sequence FROM visit WHERE NOT EXISTS (SELECT 1 FROM hold WHERE visit_sequence = sequence)'),
  ).toMatch(/SEARCH hold USING INTEGER PRIMARY KEY/);
});
