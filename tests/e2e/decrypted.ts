/** The database of a stopped Foyer, opened with its own key: what somebody who had the key could still find. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { deriveKey } from '../../src/main/store/keys.ts';

export function openDatabase(dataFolder: string): BetterSqlite3.Database {
  const masterKey = readFileSync(join(dataFolder, 'foyer.key'), 'utf8').trim();
  const database = new BetterSqlite3(join(dataFolder, 'foyer.db'));
  database.pragma("cipher = 'aegis'");
  database.pragma(`key = "raw:${deriveKey(masterKey, 'database').toString('hex')}"`);
  return database;
}

/** Whether the decrypted pages, used or free, hold the text. */
export function pagesHold(dataFolder: string, text: string): boolean {
  const database = openDatabase(dataFolder);
  try {
    return database.serialize().includes(Buffer.from(text, 'utf8'));
  } finally {
    database.close();
  }
}
