/**
 * The store: the only SQL there is. This file names the driver's types once; `open.ts` opens and checks a
 * database, `migrate.ts` brings it up to date, and one file per area answers the core's questions.
 */
import type BetterSqlite3 from 'better-sqlite3';

export type Database = BetterSqlite3.Database;
export type Statement<Parameters extends unknown[] = unknown[], Row = unknown> = BetterSqlite3.Statement<
  Parameters,
  Row
>;
