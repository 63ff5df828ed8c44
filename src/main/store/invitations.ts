/** Visits that are expected. Codes are here as keyed hashes only. */
import type { InvitationStore, StoredInvitation } from '../core/invitations/invitation-store.ts';
import type { Database } from './database.ts';
import { isHeld } from './holds.ts';

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
  readonly language: string | null;
  readonly event_sequence: number | null;
  readonly event_id: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly type_id: string | null;
}

const rows = `
  SELECT invitation.sequence, invitation.id, invitation.made_at, invitation.valid_on, ended_at, invitation.name,
    invitation.email, invitation.phone, company, invitation.host, host.id AS host_id, language, event_sequence,
    event.id AS event_id, event.starts, event.ends, visitor_type.id AS type_id
  FROM invitation LEFT JOIN host ON host.sequence = invitation.host_sequence
    LEFT JOIN event ON event.sequence = invitation.event_sequence
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
    language: row.language,
    event:
      row.event_sequence === null || row.event_id === null
        ? null
        : {
            sequence: row.event_sequence,
            id: row.event_id as NonNullable<StoredInvitation['event']>['id'],
            starts: row.starts ?? '',
            ends: row.ends ?? '',
          },
  };
}

export function createInvitationStore(database: Database): InvitationStore {
  const insert = database.prepare(
    `INSERT INTO invitation
       (id, made_at, valid_on, valid_until_at, typed_hash, scanned_hash, name, email, phone, company, host,
        host_sequence, language, event_sequence, integration_sequence, external_id, visitor_type_sequence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT sequence FROM visitor_type WHERE id = ?))`,
  );
  const byId = database.prepare<[string], Row>(`${rows} WHERE invitation.id = ?`);
  const bySequence = database.prepare<[number], Row>(`${rows} WHERE invitation.sequence = ?`);
  const byExternalId = database.prepare<[number, string], Row>(
    `${rows} WHERE integration_sequence = ? AND external_id = ?`,
  );
  const byCode = database.prepare<[string, string], Row>(`${rows} WHERE typed_hash = ? OR scanned_hash = ?`);
  const first = database.prepare<[], Row>(`${rows} ORDER BY invitation.sequence LIMIT 1`);
  const setCode = database.prepare(
    'UPDATE invitation SET typed_hash = ?, scanned_hash = ? WHERE sequence = ?',
  );
  const end = database.prepare(
    'UPDATE invitation SET ended_at = ?, visit_sequence = ? WHERE sequence = ? AND ended_at IS NULL',
  );
  const expected = database.prepare<[string, number], Row>(
    `${rows} WHERE ended_at IS NULL AND invitation.valid_on >= ?
     ORDER BY invitation.valid_on, invitation.name COLLATE NOCASE, invitation.sequence LIMIT ?`,
  );
  const guestAdded = database.prepare('UPDATE event SET guests = guests + 1 WHERE sequence = ?');
  const guestCounted = (change: string) =>
    database.prepare(
      `UPDATE event SET ${change} WHERE sequence = (SELECT event_sequence FROM invitation WHERE sequence = ?)`,
    );
  const guestArrived = guestCounted('arrived = arrived + 1');
  const guestCancelled = guestCounted('guests = guests - 1');
  const due = database.prepare<[number, number, number], Row>(
    `${rows} WHERE invitation.sequence > ? AND (ended_at IS NOT NULL OR invitation.valid_until_at < ?)
       AND NOT ${isHeld('invitation.visit_sequence')}
     ORDER BY invitation.sequence LIMIT ?`,
  );
  const remove = database.prepare('DELETE FROM invitation WHERE sequence = ?');
  const after = database.prepare<[number, number], Row>(
    `${rows} WHERE invitation.sequence > ? ORDER BY invitation.sequence LIMIT ?`,
  );

  return {
    insert(invitation, { typed, scanned }) {
      const { id, madeAt, validOn, validUntil, contact, host, hostSequence, language } = invitation;
      const { name, email, phone, company } = contact;
      const { eventSequence, integration, visitorTypeId } = invitation;
      const about = [name, email, phone, company, host, hostSequence, language];
      const origin = [eventSequence, integration?.sequence ?? null, integration?.externalId ?? null];
      const stored = insert.run(
        ...[id, madeAt, validOn, validUntil, typed, scanned],
        ...[...about, ...origin, visitorTypeId],
      );
      if (eventSequence !== null) guestAdded.run(eventSequence);
      return Number(stored.lastInsertRowid);
    },
    byId(id) {
      const row = byId.get(id);
      return row && toInvitation(row);
    },
    bySequence(sequence) {
      const row = bySequence.get(sequence);
      return row && toInvitation(row);
    },
    byExternalId(integrationSequence, externalId) {
      const row = byExternalId.get(integrationSequence, externalId);
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
    end(sequence, at, how, visitSequence) {
      if (end.run(at, visitSequence ?? null, sequence).changes > 0)
        (how === 'used' ? guestArrived : guestCancelled).run(sequence);
    },
    expectedFrom: (date, limit) => expected.all(date, limit).map(toInvitation),
    due: (before, position, limit) => due.all(position, before, limit).map(toInvitation),
    delete(sequence) {
      remove.run(sequence);
    },
    after: (sequence, limit) => after.all(sequence, limit).map(toInvitation),
  };
}
