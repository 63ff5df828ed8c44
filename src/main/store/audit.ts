/** The audit: rows are added and read, never changed; triggers see to that. */
import type { AuditEntry } from '../../shared/contract/audit.ts';
import type { AuditStore } from '../core/stores.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly at: number;
  readonly act: string;
  readonly staff_id: string | null;
  readonly subject: string | null;
  readonly detail: string | null;
  readonly mac: string;
}

function toEntry({ sequence, at, act, staff_id, subject, detail }: Row): AuditEntry {
  return { sequence, at, act, staffId: staff_id as AuditEntry['staffId'], subject, detail };
}

export function createAuditStore(database: Database): AuditStore {
  const append = database.prepare(
    'INSERT INTO audit (at, act, staff_id, subject, detail, mac) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const head = database.prepare<[], { sequence: number; mac: string }>(
    'SELECT sequence, mac FROM audit ORDER BY sequence DESC LIMIT 1',
  );
  const page = database.prepare<[number, number], Row>(
    'SELECT * FROM audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
  );
  const chain = database.prepare<[number, number], Row>(
    'SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const cardActs = database.prepare<[number], Row>(
    `SELECT * FROM audit WHERE sequence > (SELECT ifnull(max(sequence), 0) FROM audit) - 5000
       AND act IN ('cards.register', 'cards.issue', 'cards.return', 'cards.block', 'cards.unblock', 'cards.retire')
     ORDER BY sequence DESC LIMIT ?`,
  );
  return {
    append({ at, act, staffId, subject, detail, mac }) {
      append.run(at, act, staffId, subject, detail, mac);
    },
    head: () => head.get(),
    page: (before, limit) => page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(toEntry),
    chain: (after, limit) => chain.all(after, limit).map((row) => ({ ...toEntry(row), mac: row.mac })),
    recentCardActs: (limit) => cardActs.all(limit).map(toEntry),
  };
}
