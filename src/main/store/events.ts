/** Events and their counts of guests. */
import type { EventStore, StoredEvent } from '../core/events/event-store.ts';
import type { Database } from './database.ts';

const rows = `
  SELECT sequence, id, made_at AS madeAt, title, valid_on AS validOn, starts, ends, host,
    host_sequence AS hostSequence, cancelled_at AS cancelledAt, guests, arrived
  FROM event`;
const isDue = '(cancelled_at IS NOT NULL OR valid_until_at < ?)';

export function createEventStore(database: Database): EventStore {
  const insert = database.prepare(
    `INSERT INTO event
       (id, made_at, title, valid_on, valid_until_at, starts, ends, host, host_sequence, calendar_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare<[string], StoredEvent>(`${rows} WHERE id = ?`);
  const known = database.prepare<[string], number>('SELECT 1 FROM event WHERE calendar_hash = ?').pluck();
  const expected = database.prepare<[string, number], StoredEvent>(
    `${rows} WHERE cancelled_at IS NULL AND valid_on >= ? ORDER BY valid_on, starts, sequence LIMIT ?`,
  );
  const cancel = database.prepare('UPDATE event SET cancelled_at = ? WHERE sequence = ?');
  const openGuests = database
    .prepare<[number], number>(
      'SELECT sequence FROM invitation WHERE event_sequence = ? AND ended_at IS NULL',
    )
    .pluck();
  const guest = database
    .prepare<[number, string], number>(
      'SELECT 1 FROM invitation WHERE event_sequence = ? AND lower(email) = lower(?)',
    )
    .pluck();
  const due = database.prepare<[number, number, number], StoredEvent>(
    `${rows} WHERE sequence > ? AND ${isDue} ORDER BY sequence LIMIT ?`,
  );
  const remove = database.prepare('DELETE FROM event WHERE sequence = ?');
  const after = database.prepare<[number, number], StoredEvent>(
    `${rows} WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  return {
    insert({ id, madeAt, title, validOn, validUntil, starts, ends, host, hostSequence, calendarHash }) {
      const about = [title, validOn, validUntil, starts, ends, host, hostSequence, calendarHash];
      return Number(insert.run(id, madeAt, ...about).lastInsertRowid);
    },
    byId: (id) => byId.get(id),
    hasCalendarHash: (hash) => known.get(hash) !== undefined,
    expectedFrom: (date, limit) => expected.all(date, limit),
    cancel(sequence, at) {
      cancel.run(at, sequence);
    },
    openGuests: (sequence) => openGuests.all(sequence),
    hasGuest: (sequence, email) => guest.get(sequence, email) !== undefined,
    due: (before, position, limit) => due.all(position, before, limit),
    delete(sequence) {
      remove.run(sequence);
    },
    after: (sequence, limit) => after.all(sequence, limit),
  };
}
