/** A database of the version before the watchlist keeps its visits, all of them let in. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { siteSettings } from '../support/app.ts';

test('a database of the version before keeps its visits, open and closed, and its retention', () => {
  const database = new Database(':memory:');
  migrate(
    database,
    migrations.findIndex((sql) => sql.includes('CREATE TABLE watchlist_entry')),
  );
  database
    .prepare('INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)')
    .run(JSON.stringify(siteSettings), JSON.stringify({ contactDays: 7, visitDays: 9, cardLinkDays: 8 }));
  database.exec(`
    INSERT INTO notice_version VALUES (1, 'h', 'set-up', NULL, 0);
    INSERT INTO notice VALUES (1, 'n', 'en', 1, 'h', '{}', 0);
    INSERT INTO visit (sequence, id, arrived_at, host, language, notice_sequence, card_due)
      VALUES (1, 'v1', 5, 'Host', 'en', 1, 0);
    INSERT INTO visit (sequence, id, arrived_at, departed_at, departure, host, language, notice_sequence, card_due)
      VALUES (2, 'v2', 6, 7, 'unconfirmed', 'Host', 'en', 1, 0);
  `);
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  const { visits, site } = createStores(database);
  expect(visits.bySequences([1, 2])).toMatchObject([
    { admission: 'admitted', departure: null },
    { admission: 'admitted', departure: 'unconfirmed' },
  ]);
  expect(visits.openSequences()).toEqual([1]);
  expect(site.read()?.retention).toEqual({
    contactDays: 7,
    visitDays: 9,
    cardLinkDays: 8,
    watchlistDays: 365,
  });
  expect(() => database.exec(`UPDATE visit SET admission = 'lost'`)).toThrow(/CHECK/);
  database.close();
});
