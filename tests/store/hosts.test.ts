/** A database of before there were hosts, brought to them. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { hostDirectory } from '../../src/main/store/migrations/0004-hosts.ts';
import { createTestApp } from '../support/app.ts';

const before = migrations.indexOf(hostDirectory);

/** A database of the version before, with one visit. */
async function oneVisit() {
  const app = createTestApp();
  await app.setUp();
  await app.arrive('Ane Ask', { host: 'Mette' });
  const database = new Database(':memory:');
  migrate(database, before);
  for (const table of ['installation', 'site', 'notice_version', 'notice', 'visit', 'contact']) {
    for (const row of app.database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()) {
      const columns = database
        .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
        .all();
      const names = columns.map(({ name }) => name);
      database
        .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
        .run(...names.map((name) => row[name]));
    }
  }
  return database;
}

test('visits of before keep their words and have no host', async () => {
  const database = await oneVisit();
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  const visits = database.prepare('SELECT host, host_sequence FROM visit').all();
  expect(visits).toEqual([{ host: 'Mette', host_sequence: null }]);
});

test('finding the visits of a host, and the hosts to be purged, reads no whole table', async () => {
  const database = await oneVisit();
  migrate(database);
  const plan = (sql: string): string =>
    database
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ');
  expect(plan('SELECT sequence FROM visit WHERE host_sequence = 1')).toMatch(
    /USING COVERING INDEX visit_by_host/,
  );
  expect(plan('SELECT * FROM host WHERE left_at < 1 ORDER BY left_at')).toMatch(/USING INDEX host_left/);
});
