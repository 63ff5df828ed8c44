/** Brings a database to the shape this program knows: numbered migrations, forward only, one transaction. */
import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { frontDesk } from './migrations/0001-front-desk.ts';
import { severalReaders } from './migrations/0002-several-readers.ts';
import { noticeVersions } from './migrations/0003-notice-versions.ts';
import { hostDirectory } from './migrations/0004-hosts.ts';
import { invitations } from './migrations/0005-invitations.ts';
import { pictures } from './migrations/0006-pictures.ts';
import { visitorTypes } from './migrations/0007-visitor-types.ts';
import { watchlist } from './migrations/0009-watchlist.ts';
import { rollCalls } from './migrations/0010-roll-call.ts';
import { devices } from './migrations/0012-devices.ts';
import { dayCounts } from './migrations/0013-day-counts.ts';
import { recognition } from './migrations/0014-recognition.ts';
import { outbox } from './migrations/0015-outbox.ts';
import { holds } from './migrations/0016-holds.ts';

/** In order; the version of a database is the number of migrations it has had. */
export const migrations: readonly string[] = [
  frontDesk,
  severalReaders,
  noticeVersions,
  hostDirectory,
  invitations,
  pictures,
  visitorTypes,
  watchlist,
  rollCalls,
  devices,
  dayCounts,
  recognition,
  outbox,
  holds,
];

/** `PRAGMA user_version` of the newest database this program understands. */
export const newestVersion = migrations.length;

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Applies what is missing, up to a version where one is given. The caller has already refused a database from the
 * future.
 */
export function migrate(database: Database, version: number = newestVersion): void {
  const missing = migrations.slice(versionOf(database), version);
  if (missing.length === 0) return;
  database.function('sha256', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text)).digest('hex'),
  );
  database
    .transaction(() => {
      for (const sql of missing) database.exec(sql);
      database.pragma(`user_version = ${version}`);
    })
    .immediate();
}
