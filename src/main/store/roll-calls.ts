/** Roll calls, the people on them and their marks. */
import type { RollCallMark } from '../../shared/contract/roll-calls.ts';
import type { RollCallStore, StoredPerson, StoredRollCall } from '../core/roll-calls/roll-call-store.ts';
import type { Database } from './database.ts';

interface RollCallRow {
  readonly sequence: number;
  readonly id: string;
  readonly kind: StoredRollCall['kind'];
  readonly started_at: number;
  readonly started_by_name: string;
  readonly closed_at: number | null;
  readonly closed_by_name: string | null;
  readonly counts: string | null;
}

interface PersonRow {
  readonly sequence: number;
  readonly person_id: string;
  readonly joined: StoredPerson['joined'];
  readonly joined_at: number;
  readonly outcome: StoredPerson['outcome'];
  readonly name: string | null;
  readonly company: string | null;
  readonly host: string | null;
  readonly department: string | null;
  readonly departed_at: number | null;
  readonly departure: StoredPerson['departure'];
  readonly card_label: string | null;
  readonly ended_at: number | null;
  readonly loan_outcome: 'returned' | 'lost' | null;
  readonly restricted: number;
}

const rollCall = `
  SELECT roll_call.sequence, roll_call.id, kind, started_at, closed_at, counts,
    starter.display_name AS started_by_name, closer.display_name AS closed_by_name
  FROM roll_call JOIN staff AS starter ON starter.id = started_by LEFT JOIN staff AS closer ON closer.id = closed_by`;

/** An open visit cannot be older: the evening closes it. Bounds the search for those who have just left. */
const longestVisitMs = 2 * 24 * 60 * 60 * 1000;

function toRollCall(row: RollCallRow): StoredRollCall {
  return {
    sequence: row.sequence,
    id: row.id as StoredRollCall['id'],
    kind: row.kind,
    startedAt: row.started_at,
    startedBy: row.started_by_name,
    closedAt: row.closed_at,
    closedBy: row.closed_by_name,
    counts: row.counts === null ? null : (JSON.parse(row.counts) as NonNullable<StoredRollCall['counts']>),
  };
}

function toPerson(row: PersonRow): StoredPerson {
  return {
    sequence: row.sequence,
    id: row.person_id as StoredPerson['id'],
    joined: row.joined,
    joinedAt: row.joined_at,
    outcome: row.outcome,
    name: row.name ?? '',
    company: row.company ?? '',
    host: row.host ?? '',
    department: row.department ?? '',
    departedAt: row.departed_at,
    departure: row.departure,
    restricted: row.restricted === 1,
    loan:
      row.card_label === null
        ? null
        : { label: row.card_label, endedAt: row.ended_at, outcome: row.loan_outcome },
  };
}

export function createRollCallStore(database: Database): RollCallStore {
  const open = database.prepare<[], RollCallRow>(`${rollCall} WHERE closed_at IS NULL`);
  const byId = database.prepare<[string], RollCallRow>(`${rollCall} WHERE roll_call.id = ?`);
  const closed = database.prepare<[number], RollCallRow>(
    `${rollCall} WHERE closed_at IS NOT NULL ORDER BY roll_call.sequence DESC LIMIT ?`,
  );
  const insert = database.prepare(
    'INSERT INTO roll_call (id, kind, started_at, started_by) VALUES (?, ?, ?, ?)',
  );
  const list = (joined: string, where: string) =>
    database.prepare(
      `INSERT INTO roll_call_person (roll_call_sequence, person_id, visit_sequence, joined, joined_at)
       SELECT @rollCall, id, sequence, '${joined}', arrived_at FROM visit WHERE ${where}`,
    );
  const listOnSite = list('at-start', 'departed_at IS NULL');
  // Whoever waits for security stands in the house, although their visit has not begun.
  const listWaiting = list('at-start', `arrived_at >= @arrivedSince AND admission = 'waiting'`);
  const listLeft = list(
    'left-before',
    `arrived_at >= @arrivedSince AND departed_at >= @since AND departure <> 'unconfirmed'
       AND admission IS NOT 'waiting'`,
  );
  const listClosed = list(
    'closed-before',
    `arrived_at >= @arrivedSince AND departed_at >= @since AND departure = 'unconfirmed'`,
  );
  const people = database.prepare<[number], PersonRow>(
    `SELECT person.sequence, person_id, joined, joined_at, person.outcome,
       ifnull(person.name, contact.name) AS name, contact.company, ifnull(host.name, visit.host) AS host,
       host.department, iif(admission = 'waiting', NULL, departed_at) AS departed_at,
       iif(admission = 'waiting', NULL, departure) AS departure, card.label AS card_label, loan.ended_at,
       loan.outcome AS loan_outcome, hold.visit_sequence IS NOT NULL AS restricted
     FROM roll_call_person AS person
     LEFT JOIN visit ON visit.sequence = person.visit_sequence
     LEFT JOIN contact ON contact.visit_sequence = person.visit_sequence
     LEFT JOIN host ON host.sequence = visit.host_sequence
     LEFT JOIN hold ON hold.visit_sequence = person.visit_sequence
     LEFT JOIN loan ON loan.sequence = (
       SELECT max(sequence) FROM loan WHERE visit_sequence = person.visit_sequence)
     LEFT JOIN card ON card.sequence = loan.card_sequence
     WHERE roll_call_sequence = ? ORDER BY person.sequence`,
  );
  const marks = database.prepare<
    [number],
    {
      person: number;
      markId: string;
      state: 'safe' | 'withdrawn';
      markedAt: number;
      markedBy: string;
      sentBy: string;
    }
  >(
    `SELECT mark.person_sequence AS person, mark.id AS markId, mark.state, mark.marked_at AS markedAt,
       marshal.display_name AS markedBy, sender.display_name AS sentBy
     FROM roll_call_person AS person JOIN roll_call_mark AS mark ON mark.person_sequence = person.sequence
     JOIN staff AS marshal ON marshal.id = mark.marked_by JOIN staff AS sender ON sender.id = mark.sent_by
     WHERE roll_call_sequence = ? ORDER BY mark.marked_at, mark.sequence`,
  );
  const personSequence = database
    .prepare<[number, string], number>(
      'SELECT sequence FROM roll_call_person WHERE roll_call_sequence = ? AND person_id = ?',
    )
    .pluck();
  const markKnown = database.prepare<[string], number>('SELECT 1 FROM roll_call_mark WHERE id = ?').pluck();
  const insertMark = database.prepare(
    `INSERT INTO roll_call_mark (id, person_sequence, state, marked_at, marked_by, sent_by)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const insertUnlisted = database.prepare(
    `INSERT INTO roll_call_person (roll_call_sequence, person_id, name, joined, joined_at)
     VALUES (?, ?, ?, 'unlisted', ?)`,
  );
  const setOutcome = database.prepare('UPDATE roll_call_person SET outcome = ? WHERE sequence = ?');
  const close = database.prepare(
    'UPDATE roll_call SET closed_at = ?, closed_by = ?, counts = ? WHERE sequence = ?',
  );
  const setCounts = database.prepare('UPDATE roll_call SET counts = ? WHERE sequence = ?');
  const unlistedBefore = database.prepare<[number, number, number], { sequence: number; name: string }>(
    `SELECT sequence, name FROM roll_call_person
     WHERE visit_sequence IS NULL AND sequence > ? AND joined_at < ? ORDER BY sequence LIMIT ?`,
  );
  const deletePerson = database.prepare('DELETE FROM roll_call_person WHERE sequence = ?');
  const closedBefore = database
    .prepare<[number, number], number>(
      'SELECT sequence FROM roll_call WHERE closed_at < ? ORDER BY sequence LIMIT ?',
    )
    .pluck();
  const remove = database.prepare('DELETE FROM roll_call WHERE sequence = ?');
  const due = database.prepare<[number, number], { unlisted: number; rollCalls: number }>(
    `SELECT (SELECT count(*) FROM roll_call_person WHERE visit_sequence IS NULL AND joined_at < ?) AS unlisted,
       (SELECT count(*) FROM roll_call WHERE closed_at < ?) AS rollCalls`,
  );
  const found = (row: RollCallRow | undefined): StoredRollCall | undefined => row && toRollCall(row);

  return {
    open: () => found(open.get()),
    byId: (id) => found(byId.get(id)),
    closed: (limit) => closed.all(limit).map(toRollCall),
    start({ id, kind, at, staffId, leftSince, closedSince }) {
      const sequence = insert.run(id, kind, at, staffId).lastInsertRowid;
      const arrivedSince = at - longestVisitMs;
      listOnSite.run({ rollCall: sequence });
      listWaiting.run({ rollCall: sequence, arrivedSince });
      listLeft.run({ rollCall: sequence, arrivedSince, since: leftSince });
      listClosed.run({ rollCall: sequence, arrivedSince, since: closedSince });
    },
    people: (sequence) => people.all(sequence).map(toPerson),
    marks(sequence) {
      const byPerson = new Map<number, RollCallMark[]>();
      for (const { person, markId, ...mark } of marks.all(sequence)) {
        const own = byPerson.get(person) ?? [];
        own.push({ ...mark, markId: markId as RollCallMark['markId'] });
        byPerson.set(person, own);
      }
      return byPerson;
    },
    personSequence: (sequence, id) => personSequence.get(sequence, id),
    markKnown: (id) => markKnown.get(id) !== undefined,
    insertMark({ id, person, state, markedAt, markedBy, sentBy }) {
      insertMark.run(id, person, state, markedAt, markedBy, sentBy);
    },
    insertUnlisted(sequence, id, name, at) {
      insertUnlisted.run(sequence, id, name, at);
    },
    setOutcome(person, outcome) {
      setOutcome.run(outcome, person);
    },
    close(sequence, at, staffId, counts) {
      close.run(at, staffId, JSON.stringify(counts), sequence);
    },
    setCounts(sequence, counts) {
      setCounts.run(JSON.stringify(counts), sequence);
    },
    unlistedBefore: (before, after, limit) => unlistedBefore.all(after, before, limit),
    deletePerson(person) {
      deletePerson.run(person);
    },
    closedBefore: (before, limit) => closedBefore.all(before, limit),
    delete(sequence) {
      remove.run(sequence);
    },
    due: (unlisted, rollCalls) => due.get(unlisted, rollCalls) ?? { unlisted: 0, rollCalls: 0 },
  };
}
