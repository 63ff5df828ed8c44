/** A database of the version before invitations, with people in it, gets them without losing anything. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { siteSettings } from '../support/app.ts';

test('a database of the version before keeps its visits and takes an invitation', () => {
  const database = new Database(':memory:');
  const before = migrations.findIndex((sql) => sql.includes('CREATE TABLE invitation'));
  migrate(database, before);
  database
    .prepare('INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)')
    .run(JSON.stringify(siteSettings), '{}');
  database.exec(`
    INSERT INTO notice_version VALUES (1, 'h', 'set-up', NULL, 0);
    INSERT INTO notice VALUES (1, 'n', 'en', 1, 'h', '{}', 0);
    INSERT INTO visit (sequence, id, arrived_at, host, language, notice_sequence, card_due)
      VALUES (1, 'v', 5, 'Host', 'en', 1, 0);
    INSERT INTO contact VALUES (1, 'Ane Ask', 'ane@example.com', '1234', '');
  `);
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  const { visits, invitations } = createStores(database);
  expect(visits.onSite(2)).toMatchObject([{ contact: { name: 'Ane Ask' } }]);
  const contact = { name: 'Bo Bøg', email: 'bo@example.com', phone: '', company: '' };
  const id = '018f0000-0000-7000-8000-000000000009' as never;
  invitations.insert(
    {
      id,
      madeAt: 1,
      validOn: '2026-03-02',
      validUntil: 10,
      contact,
      host: '',
      hostSequence: null,
      visitorTypeId: null,
      language: null,
      eventSequence: null,
      integration: null,
    },
    { typed: 'a', scanned: 'b' },
  );
  for (const hash of ['a', 'b']) expect(invitations.byCode(hash)).toMatchObject({ id, contact });
  expect(invitations.byCode('c')).toBeUndefined();
  const plan = database
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT * FROM invitation WHERE typed_hash = 'a' OR scanned_hash = 'b'",
    )
    .all();
  expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN invitation/);
  database.close();
});
