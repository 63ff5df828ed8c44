/** A database of the version before types of visitor keeps its visits; versions of types stand fast. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { siteSettings } from '../support/app.ts';
import { meeting } from '../support/visitor-types.ts';

test('visits from before have no type and no answers, and new versions cannot be changed', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  const before = migrations.findIndex((sql) => sql.includes('CREATE TABLE visitor_type ('));
  expect(before).toBeGreaterThan(0);
  migrate(database, before);
  database
    .prepare('INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)')
    .run(JSON.stringify(siteSettings), '{}');
  database.exec(`
    INSERT INTO notice_version VALUES (1, 'h', 'set-up', NULL, 0);
    INSERT INTO notice VALUES (1, 'n', 'en', 1, 'h', '{}', 0);
    INSERT INTO visit (sequence, id, arrived_at, host, language, notice_sequence, card_due)
      VALUES (1, 'v', 5, 'Host', 'en', 1, 0);
    INSERT INTO contact (visit_sequence, name, email, phone, company)
      VALUES (1, 'Ane Ask', 'ane@example.com', '1234', '');
  `);
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  const { visits, visitorTypes } = createStores(database);
  expect(visits.onSite(2)).toMatchObject([{ visitorType: null, rulesHash: null, answers: {} }]);

  const id = '018f0000-0000-7000-8000-000000000009' as never;
  const typeSequence = visitorTypes.insert(id);
  const version = { typeSequence, hash: 'h1', content: JSON.stringify(meeting), madeAt: 1 };
  visitorTypes.addVersion({ ...version, version: 1 });
  visitorTypes.addVersion({ ...version, version: 2, hash: 'h2', madeAt: 2 });
  expect(visitorTypes.all()).toMatchObject([{ id, version: 2, madeAt: 2, type: meeting }]);
  expect(() => visitorTypes.addVersion({ ...version, version: 2 })).toThrow(/UNIQUE/);
  expect(() => database.exec("UPDATE visitor_type_version SET content = '{}'")).toThrow(/never changed/);
  expect(() => database.exec('DELETE FROM visitor_type_version')).toThrow(/never deleted/);
  expect(() => database.exec("UPDATE contact SET answers = 'not json'")).toThrow(/CHECK/);
  database.close();
});
