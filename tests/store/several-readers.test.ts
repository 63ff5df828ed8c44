/** Settings of a database of version 1, brought to several readers. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { SiteSettings } from '../../src/shared/contract/site.ts';
import { siteSettings } from '../support/app.ts';

const raw = { offset: 1, length: 4, byteOrder: 'little' };
const one = { readerId: 'desk', name: '', place: 'desk' };

/** A site as version 1 wrote it. */
function versionOne(reader: unknown) {
  const database = new Database(':memory:');
  database.exec(migrations[0] ?? '');
  database.pragma('user_version = 1');
  const { readers: _, ...settings } = siteSettings;
  database
    .prepare('INSERT INTO site (one, settings, retention) VALUES (1, ?, ?)')
    .run(JSON.stringify({ ...settings, reader }), '{}');
  return database;
}

test.each([
  ['none', { profile: 'none', format: null, device: null, raw: null }, []],
  [
    'simulated',
    { profile: 'simulated', format: 'H10301', device: null, raw: null },
    [{ ...one, profile: 'simulated', format: 'H10301', device: null, raw: null }],
  ],
  [
    'simulated without a format',
    { profile: 'simulated', format: null, device: null, raw: null },
    [{ ...one, profile: 'simulated', format: null, device: null, raw: null }],
  ],
  [
    'keyboard',
    { profile: 'keyboard', format: null, device: '08FF:0009', raw: null },
    [{ ...one, profile: 'keyboard', format: null, device: '08FF:0009', raw: null }],
  ],
  [
    'raw',
    { profile: 'raw', format: 'DEC', device: '08FF:0009', raw },
    [{ ...one, profile: 'raw', format: 'DEC', device: '08FF:0009', raw }],
  ],
])('a site with the reader %s', (_name, reader, readers) => {
  const database = versionOne(reader);
  migrate(database);
  const [row] = database.prepare<[], { settings: string }>('SELECT settings FROM site').all();
  const settings = JSON.parse(row?.settings ?? '');
  expect(settings).toEqual({ ...siteSettings, readers });
  expect(SiteSettings.safeParse(settings).success).toBe(true);
  expect(versionOf(database)).toBe(newestVersion);
  // Opened again it stays as it is.
  migrate(database);
  expect(database.prepare<[], { settings: string }>('SELECT settings FROM site').all()).toEqual([row]);
  database.close();
});

test('an installation without a site has nothing to change', () => {
  const database = versionOne(null);
  database.exec('DELETE FROM site');
  migrate(database);
  expect(versionOf(database)).toBe(newestVersion);
  expect(database.prepare('SELECT * FROM site').all()).toEqual([]);
  database.close();
});
