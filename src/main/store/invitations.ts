/** Visits that are expected. Codes are here as keyed hashes only. */
import type { InvitationStore, StoredInvitation } from '../core/invitations/invitation-store.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly made_at: number;
  readonly valid_on: string;
  readonly ended_at: number | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
  readonly host_id: string | null;
  readonly type_id: string | null;
}

const rows = `
  SELECT invitation.sequence, invitation.id, made_at, valid_on, ended_at, invitation.name, invitation.email,
    invitation.phone, company, invitation.host, host.id AS host_id,
    visitor_type.id AS type_id
  FROM invitation LEFT JOIN host ON host.sequence = invitation.host_sequence
  LEFT JOIN visitor_type ON visitor_type.sequence = invitation.visitor_type_sequence
    AND visitor_type.retired_at IS NULL`;

function toInvitation({ name, email, phone, company, ...row }: Row): StoredInvitation {
  return {
    sequence: row.sequence,
    id: row.id as StoredInvitation['id'],
    madeAt: row.made_at,
    validOn: row.valid_on,
    endedAt: row.ended_at,
    host: row.host,
    hostId: row.host_id as StoredInvitation['hostId'],
    visitorTypeId: row.type_id as StoredInvitation['visitorTypeId'],
    contact: { name, email, phone, company },
  };
}

export function createInvitationStore(database: Database): InvitationStore {
  const insert = database.prepare(
    `INSERT INTO invitation
       (id, made_at, valid_on, valid_until_at, typed_hash, scanned_hash, name, email, phone, company, host,
        host_sequence, visitor_type_sequence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT sequence FROM visitor_type WHERE id = ?))`,
  );
  const byId = database.prepare<[string], Row>(`${rows} WHERE invitation.id = ?`);
  const byCode = database.prepare<[string, string], Row>(`${rows} WHERE typed_hash = ? OR scanned_hash = ?`);
  const first = database.prepare<[], Row>(`${rows} ORDER BY invitation.sequence LIMIT 1`);
  const setCode = database.prepare(
    'UPDATE invitation SET typed_hash = ?, scanned_hash = ? WHERE sequence = ?',
  );
  const end = database.prepare('UPDATE invitation SET ended_at = ? WHERE sequence = ? AND ended_at IS NULL');
  const expected = database.prepare<[string, number], Row>(
    `${rows} WHERE ended_at IS NULL AND valid_on >= ?
     ORDER BY valid_on, invitation.name COLLATE NOCASE, invitation.sequence LIMIT ?`,
  );
  const due = database.prepare<[number, number, number], Row>(
    `${rows} WHERE invitation.sequence > ? AND (ended_at IS NOT NULL OR valid_until_at < ?)
     ORDER BY invitation.sequence LIMIT ?`,
  );
  const remove = database.prepare('DELETE FROM invitation WHERE sequence = ?');
  const after = database.prepare<[number, number], Row>(
    `${rows} WHERE invitation.sequence > ? ORDER BY invitation.sequence LIMIT ?`,
  );

  return {
    insert(invitation, { typed, scanned }) {
      const { id, madeAt, validOn, validUntil, contact, host, hostSequence } = invitation;
      const { name, email, phone, company } = contact;
      const whom = [host, hostSequence, invitation.visitorTypeId ?? null];
      insert.run(id, madeAt, validOn, validUntil, typed, scanned, name, email, phone, company, ...whom);
    },
    byId(id) {
      const row = byId.get(id);
      return row && toInvitation(row);
    },
    byCode(hash) {
      const row = byCode.get(hash, hash);
      return row && toInvitation(row);
    },
    first() {
      const row = first.get();
      return row && toInvitation(row);
    },
    setCode(sequence, { typed, scanned }) {
      setCode.run(typed, scanned, sequence);
    },
    end(sequence, at) {
      end.run(at, sequence);
    },
    expectedFrom: (date, limit) => expected.all(date, limit).map(toInvitation),
    due: (before, position, limit) => due.all(position, before, limit).map(toInvitation),
    delete(sequence) {
      remove.run(sequence);
    },
    after: (sequence, limit) => after.all(sequence, limit).map(toInvitation),
  };
}
