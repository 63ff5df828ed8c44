/** Other programs that may invite. Their tokens are here as keyed hashes only. */
import type { IntegrationStore, StoredIntegration } from '../core/integrations/integration-store.ts';
import type { Database } from './database.ts';

const rows = `
  SELECT sequence, id, name, made_at AS madeAt, last_used_at AS lastUsedAt, revoked_at AS revokedAt
  FROM integration`;

export function createIntegrationStore(database: Database): IntegrationStore {
  const all = database.prepare<[], StoredIntegration>(`${rows} ORDER BY sequence`);
  const byTokenHash = database.prepare<[string], StoredIntegration>(`${rows} WHERE token_hash = ?`);
  const insert = database.prepare(
    'INSERT INTO integration (id, name, made_at, token_hash) VALUES (?, ?, ?, ?)',
  );
  const used = database.prepare('UPDATE integration SET last_used_at = ? WHERE sequence = ?');
  const revoke = database.prepare(
    'UPDATE integration SET revoked_at = ? WHERE sequence = ? AND revoked_at IS NULL',
  );
  return {
    all: () => all.all(),
    byTokenHash: (hash) => byTokenHash.get(hash),
    insert({ id, name, madeAt }, tokenHash) {
      insert.run(id, name, madeAt, tokenHash);
    },
    used(sequence, at) {
      used.run(at, sequence);
    },
    revoke(sequence, at) {
      revoke.run(at, sequence);
    },
  };
}
