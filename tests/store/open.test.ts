import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../src/main/store/migrate.ts';
import { databaseFileName, openInMemory, openInstallation } from '../../src/main/store/open.ts';
import { createTestApp } from '../support/app.ts';

const masterKey = 'a1'.repeat(32);
const request = { masterKey, newInstallationId: '00000000-0000-7000-8000-000000000001', now: 1_000 };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-store-'));
  file = join(folder, databaseFileName);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(key: string | null = masterKey) {
  return openInstallation({ ...request, masterKey: key, dataFolder: folder });
}

function openReady() {
  const opened = open();
  if (!opened.ok) throw new Error(opened.fault);
  return opened.database;
}

/** What stands in the folder, byte for byte. */
function fingerprint(): string {
  return readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .join('\n');
}

describe('opening', () => {
  it('creates, closes and opens again the same installation', () => {
    openReady().close();
    const again = open();
    expect(again).toMatchObject({ ok: true, installationId: request.newInstallationId });
    if (again.ok) again.database.close();
  });

  it('sets every pragma, each time', () => {
    openReady().close();
    const database = openReady();
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      secureDelete: pragma('secure_delete'),
      foreignKeys: pragma('foreign_keys'),
      recursiveTriggers: pragma('recursive_triggers'),
      autoVacuum: pragma('auto_vacuum'),
      autoCheckpoint: pragma('wal_autocheckpoint'),
      tempStore: pragma('temp_store'),
      lockingMode: pragma('locking_mode'),
      cipher: pragma('cipher'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      secureDelete: 1,
      foreignKeys: 1,
      recursiveTriggers: 1,
      autoVacuum: 2,
      autoCheckpoint: 0,
      tempStore: 2,
      lockingMode: 'exclusive',
      cipher: 'aegis',
    });
    database.close();
  });

  it('keeps names out of the bytes on disk', async () => {
    const database = openReady();
    const test = createTestApp({ database });
    await test.setUp();
    await test.arrive('Canaryname Canaryson');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('Canaryname')).toBe(false);
    }
    test.app.close();
    expect(readFileSync(file).includes('Canaryname')).toBe(false);
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });
});

describe('a database that is not what it should be', () => {
  function damaged(prepare: () => void, key: string | null = masterKey) {
    openReady().close();
    prepare();
    const before = fingerprint();
    const opened = open(key);
    expect(fingerprint()).toBe(before);
    return opened;
  }

  it('is refused when it is newer, before any write', () => {
    const opened = damaged(() => {
      const database = openReady();
      database.pragma(`user_version = ${newestVersion + 1}`);
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    });
    expect(opened).toEqual({ ok: false, fault: 'newer-version' });
  });

  it('is refused with another key', () => {
    expect(damaged(() => undefined, randomBytes(32).toString('hex'))).toEqual({
      ok: false,
      fault: 'wrong-key',
    });
  });

  it('is refused without a key', () => {
    expect(damaged(() => undefined, null)).toEqual({ ok: false, fault: 'missing-key' });
  });

  it('is refused when it is empty', () => {
    expect(damaged(() => truncateSync(file))).toEqual({ ok: false, fault: 'empty-file' });
  });

  it('is refused when it is gone', () => {
    expect(damaged(() => rmSync(file))).toEqual({ ok: false, fault: 'missing-file' });
    expect(existsSync(file)).toBe(false);
  });

  it('is refused when its beginning is damaged', () => {
    const opened = damaged(() => {
      const bytes = readFileSync(file);
      bytes.fill(7, 0, 4096);
      writeFileSync(file, bytes);
    });
    expect(opened).toEqual({ ok: false, fault: 'damaged' });
  });

  it('is refused when it belongs to another installation', () => {
    const other = mkdtempSync(join(tmpdir(), 'foyer-other-'));
    const opened = openInstallation({
      ...request,
      newInstallationId: '00000000-0000-7000-8000-000000000002',
      dataFolder: other,
    });
    if (opened.ok) opened.database.close();
    expect(damaged(() => cpSync(join(other, databaseFileName), file))).toEqual({
      ok: false,
      fault: 'not-foyer',
    });
    rmSync(other, { recursive: true });
  });

  it('is refused while another program has it', () => {
    const database = openReady();
    expect(open()).toEqual({ ok: false, fault: 'in-use' });
    database.close();
  });

  it('says so where nothing can be written', () => {
    writeFileSync(join(folder, 'a file'), '');
    const opened = openInstallation({ ...request, dataFolder: join(folder, 'a file') });
    expect(opened).toEqual({ ok: false, fault: 'not-writable' });
  });
});

describe('a sign-in', () => {
  it('writes ten frames to the log at most, eleven where a page is full, audit included', async () => {
    const database = openReady();
    const test = createTestApp({ database });
    await test.setUp();
    for (let index = 0; index < 200; index += 1) await test.arrive(`Visitor ${index}`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const frames: number[] = [];
    // Frame: 24 bytes of header and one page (SQLite file format, 4.1); the log itself has 32 bytes of header.
    const size = () => (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0);
    const pageSize = Number(database.pragma('page_size', { simple: true }));
    for (let index = 0; index < 50; index += 1) {
      const before = size();
      await test.arrive(`More Visitor ${index}`);
      frames.push(Math.round((size() - Math.max(before, 32)) / (pageSize + 24)));
    }
    const sorted = frames.toSorted((left, right) => left - right);
    expect(sorted[frames.length / 2]).toBeLessThanOrEqual(10);
    // Now and then a page of the hashes of names, which come in no order, is split in two.
    expect(sorted.at(-1)).toBeLessThanOrEqual(11);
    expect(Math.min(...frames)).toBeGreaterThan(0);
    test.app.close();
  });
});

describe('migrations', () => {
  it('that were shipped are never edited', () => {
    const checksums = migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16));
    expect(checksums).toEqual([
      '898192b117e88751',
      '771c5222fabd367c',
      '75665860117670a4',
      '729a25c5f3828e0e',
      '733c2acae9f30039',
      'b3b39ddeafc0c1f2',
      '45a14931fa878291',
      '056e96a6da4cb4be',
      '2aba059af2538113',
      '93caa3879dd47e20',
      '1f1f1bed14e4dff8',
      '24ee259ea5a1a42a',
      '1d2ca4bf7133d917',
      '169075c0d1ff15e1',
    ]);
  });

  it.each(migrations.map((_, version) => version))('lead from version %i to the same shape', (version) => {
    const shape = (database: Database.Database) =>
      database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
    const fresh = new Database(':memory:');
    migrate(fresh);
    const older = new Database(':memory:');
    migrate(older, version);
    expect(versionOf(older)).toBe(version);
    migrate(older);
    expect(versionOf(older)).toBe(newestVersion);
    expect(shape(older)).toEqual(shape(fresh));
  });

  it('make strict tables only', () => {
    const database = openInMemory(0);
    const tables = database.pragma('table_list') as { name: string; strict: number; schema: string }[];
    const loose = tables.filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'));
    expect(loose).toEqual([]);
  });
});
