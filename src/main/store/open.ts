/**
 * Opens the database of an installation, or says exactly why not. Nothing is ever overwritten: a file that is
 * not what it should be is left as it is, and the caller shows a screen.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { StorageFault } from '../../shared/contract/site.ts';
import type { Database } from './database.ts';
import { deriveKey, keyCheck } from './keys.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';

/** `FOYR` as a big-endian number: tells Foyer's databases from others (SQLite file format, offset 68). */
const applicationId = 0x464f5952;

export const databaseFileName = 'foyer.db';
/** Beside the database, so that a missing or exchanged file is noticed. Holds nothing personal and no key. */
export const markerFileName = 'foyer.installation.json';

interface Marker {
  readonly installationId: string;
  readonly keyCheck: string;
}

export type Opened =
  | { readonly ok: true; readonly database: Database; readonly installationId: string }
  | { readonly ok: false; readonly fault: StorageFault };

export interface OpenRequest {
  readonly dataFolder: string;
  /** 64 hexadecimal digits, or null when no key was found. */
  readonly masterKey: string | null;
  readonly newInstallationId: string;
  readonly now: number;
  /** False only while a demo is being invented: a power cut then costs the demo, and thousands of writes are quick. */
  readonly durable?: boolean;
}

class Unusable extends Error {
  readonly fault: StorageFault;
  constructor(fault: StorageFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Opens `foyer.db` in the data folder, creating it only where there has never been one. Never throws. */
export function openInstallation(request: OpenRequest): Opened {
  let database: Database | undefined;
  try {
    mkdirSync(request.dataFolder, { recursive: true, mode: 0o700 });
    const file = join(request.dataFolder, databaseFileName);
    const marker = readMarker(join(request.dataFolder, markerFileName));
    const size = existsSync(file) ? statSync(file).size : null;
    if (size === null && marker !== null) throw new Unusable('missing-file');
    if (size === 0 && marker !== null) throw new Unusable('empty-file');
    if (request.masterKey === null) throw new Unusable('missing-key');
    const check = keyCheck(request.masterKey);
    if (marker !== null && marker.keyCheck !== check) throw new Unusable('wrong-key');
    database = new BetterSqlite3(file, { timeout: 0 });
    unlock(database, deriveKey(request.masterKey, 'database').toString('hex'));
    verify(database, (size ?? 0) === 0, marker !== null);
    configure(database);
    if (request.durable === false) database.pragma('synchronous = OFF');
    migrate(database);
    const installationId = install(database, request);
    if (marker !== null && marker.installationId !== installationId) throw new Unusable('not-foyer');
    if (marker === null)
      writeMarker(join(request.dataFolder, markerFileName), { installationId, keyCheck: check });
    return { ok: true, database, installationId };
  } catch (error) {
    database?.close();
    return { ok: false, fault: faultOf(error) };
  }
}

/** A database in memory with the same pragmas and shape, for tests. */
export function openInMemory(now: number, installationId = '00000000-0000-7000-8000-000000000000'): Database {
  const database = new BetterSqlite3(':memory:');
  database.pragma(`application_id = ${applicationId}`);
  configure(database);
  migrate(database);
  install(database, { newInstallationId: installationId, now });
  return database;
}

function unlock(database: Database, key: string): void {
  database.pragma("cipher = 'aegis'");
  database.pragma(`key = "raw:${key}"`);
  // With temporary files, VACUUM of an encrypted database writes names in plain text (docs/privacy.md).
  database.pragma('temp_store = MEMORY');
}

/** Reads only: a database that is not ours, or newer than we are, must not be touched. */
function verify(database: Database, fresh: boolean, keyIsRight: boolean): void {
  try {
    if (fresh) {
      database.pragma('auto_vacuum = INCREMENTAL');
      database.pragma(`application_id = ${applicationId}`);
      return;
    }
    const found = Number(database.pragma('application_id', { simple: true }));
    if (found !== applicationId) throw new Unusable('not-foyer');
    if (versionOf(database) > newestVersion) throw new Unusable('newer-version');
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') throw new Unusable(keyIsRight ? 'damaged' : 'wrong-key');
    throw error;
  }
}

/** The pragmas, at every open and in this order; the reasons stand in docs/privacy.md and docs/architecture.md. */
function configure(database: Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('temp_store = MEMORY');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('foreign_keys = ON');
  // INSERT OR REPLACE would walk around the audit's delete trigger without this.
  database.pragma('recursive_triggers = ON');
  // Checkpoints run when the desk is idle, not inside somebody's sign-in.
  database.pragma('wal_autocheckpoint = 0');
  database.pragma('cache_size = -8192');
}

function install(database: Database, request: Pick<OpenRequest, 'newInstallationId' | 'now'>): string {
  database
    .transaction(() =>
      database
        .prepare(
          'INSERT INTO installation (one, installation_id, created_at, high_water_at) VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING',
        )
        .run(request.newInstallationId, request.now, request.now),
    )
    .immediate();
  return String(database.prepare('SELECT installation_id FROM installation').pluck().get());
}

function readMarker(file: string): Marker | null {
  if (!existsSync(file)) return null;
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Marker;
    if (typeof value.installationId === 'string' && typeof value.keyCheck === 'string') return value;
  } catch {
    // Falls through: an unreadable marker says as little as none, and the database speaks for itself.
  }
  return null;
}

function writeMarker(file: string, marker: Marker): void {
  writeFileSync(file, `${JSON.stringify(marker)}\n`, { mode: 0o600 });
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** The driver's error code, for example `SQLITE_FULL`, or the system's, for example `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function faultOf(error: unknown): StorageFault {
  if (error instanceof Unusable) return error.fault;
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'in-use';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'no-space';
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return 'not-writable';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return 'not-writable';
  return 'damaged';
}
