/** The watchlist and its alerts. */
import type { MatchedField } from '../../shared/contract/watchlist.ts';
import type { StoredAlert, StoredEntry, WatchlistStore } from '../core/watchlist/watchlist-store.ts';
import type { Database } from './database.ts';

interface AlertRow {
  readonly visitSequence: number;
  readonly entrySequence: number | null;
  readonly matched: string;
  readonly raisedAt: number;
  readonly decision: StoredAlert['decision'];
}

const entries = `
  SELECT sequence, id, name, email, phone, company, reason, added_at AS addedAt, added_by AS addedBy,
    renewed_at AS renewedAt, review_at AS reviewAt, ended_at AS endedAt, mistakes
  FROM watchlist_entry`;
const alerts = `
  SELECT visit_sequence AS visitSequence, entry_sequence AS entrySequence, matched, raised_at AS raisedAt, decision
  FROM watchlist_alert`;

function toAlert({ matched, ...row }: AlertRow): StoredAlert {
  return { ...row, matched: matched.split(' ') as MatchedField[] };
}

export function createWatchlistStore(database: Database): WatchlistStore {
  const insert = database.prepare(
    `INSERT INTO watchlist_entry
       (id, name, email, phone, company, reason, added_at, added_by, renewed_at, review_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare<[string], StoredEntry>(`${entries} WHERE id = ?`);
  const bySequence = database.prepare<[number], StoredEntry>(`${entries} WHERE sequence = ?`);
  const all = database.prepare<[], StoredEntry>(`${entries} ORDER BY sequence DESC`);
  const change = database.prepare(
    `UPDATE watchlist_entry
     SET name = ?, email = ?, phone = ?, company = ?, reason = ?, renewed_at = ?, review_at = ? WHERE sequence = ?`,
  );
  const end = database.prepare(
    'UPDATE watchlist_entry SET ended_at = ? WHERE sequence = ? AND ended_at IS NULL',
  );
  const remove = database.prepare('DELETE FROM watchlist_entry WHERE sequence = ?');
  const countMistake = database.prepare(
    'UPDATE watchlist_entry SET mistakes = mistakes + 1 WHERE sequence = ?',
  );
  const shorten = database.prepare(
    'UPDATE watchlist_entry SET review_at = renewed_at + @longest WHERE review_at > renewed_at + @longest',
  );
  const due = database.prepare<[number, number, number], StoredEntry>(
    `${entries} WHERE sequence > ? AND (ended_at IS NOT NULL OR review_at <= ?) ORDER BY sequence LIMIT ?`,
  );
  const after = database.prepare<[number, number], StoredEntry>(
    `${entries} WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const raise = database.prepare(
    'INSERT INTO watchlist_alert (visit_sequence, entry_sequence, matched, raised_at) VALUES (?, ?, ?, ?)',
  );
  const alertOf = database.prepare<[number], AlertRow>(`${alerts} WHERE visit_sequence = ?`);
  const openAlerts = database.prepare<[number], AlertRow>(
    `${alerts} WHERE decided_at IS NULL ORDER BY raised_at, visit_sequence LIMIT ?`,
  );
  const decide = database.prepare(
    'UPDATE watchlist_alert SET decided_at = ?, decision = ? WHERE visit_sequence = ? AND decided_at IS NULL',
  );

  return {
    insert(entry) {
      const { id, name, email, phone, company, reason, addedAt, addedBy, renewedAt, reviewAt } = entry;
      insert.run(id, name, email, phone, company, reason, addedAt, addedBy, renewedAt, reviewAt);
    },
    byId: (id) => byId.get(id),
    bySequence: (sequence) => bySequence.get(sequence),
    all: () => all.all(),
    change(sequence, { name, email, phone, company, reason, renewedAt, reviewAt }) {
      change.run(name, email, phone, company, reason, renewedAt, reviewAt, sequence);
    },
    end(sequence, at) {
      end.run(at, sequence);
    },
    delete(sequence) {
      remove.run(sequence);
    },
    countMistake(sequence) {
      countMistake.run(sequence);
    },
    shorten(longestMs) {
      shorten.run({ longest: longestMs });
    },
    due: (before, position, limit) => due.all(position, before, limit),
    after: (sequence, limit) => after.all(sequence, limit),
    raise({ visitSequence, entrySequence, matched, raisedAt }) {
      raise.run(visitSequence, entrySequence, matched.join(' '), raisedAt);
    },
    alertOf(visitSequence) {
      const row = alertOf.get(visitSequence);
      return row && toAlert(row);
    },
    openAlerts: (limit) => openAlerts.all(limit).map(toAlert),
    decide(visitSequence, at, decision) {
      decide.run(at, decision, visitSequence);
    },
  };
}
