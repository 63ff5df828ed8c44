/** Visits and their contact details. */
import type { VisitorType } from '../../shared/contract/visitor-types.ts';
import type { SearchRow, StoredVisit, VisitStore } from '../core/stores.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly arrived_at: number;
  readonly departed_at: number | null;
  readonly departure: StoredVisit['departure'];
  readonly admission: Exclude<StoredVisit['admission'], 'admitted'> | null;
  readonly host: string;
  readonly host_id: string | null;
  readonly host_name: string | null;
  readonly language: string;
  readonly notice_sequence: number;
  readonly card_due: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly card_label: string | null;
  readonly due_at: number | null;
  readonly type_hash: string | null;
  readonly type_content: string | null;
  readonly rules_hash: string | null;
  readonly answers: string | null;
  readonly hold_reason: NonNullable<StoredVisit['hold']>['reason'] | null;
  readonly restricted_at: number | null;
  readonly restricted_by: string | null;
  readonly review_by: string | null;
}

const columns = `
  visit.sequence, visit.id, visit.arrived_at, visit.departed_at, visit.departure, visit.admission, visit.host, visit.language,
  visit.notice_sequence, visit.card_due, contact.name, contact.email, contact.phone, contact.company,
  card.label AS card_label, loan.due_at, host.id AS host_id, host.name AS host_name,
  asked.hash AS type_hash, asked.content AS type_content, visit.rules_hash, contact.answers,
  hold.reason AS hold_reason, hold.restricted_at, hold.restricted_by, hold.review_by`;
const joined = `
  LEFT JOIN contact ON contact.visit_sequence = visit.sequence
  LEFT JOIN loan ON loan.visit_sequence = visit.sequence AND loan.ended_at IS NULL
  LEFT JOIN card ON card.sequence = loan.card_sequence
  LEFT JOIN host ON host.sequence = visit.host_sequence
  LEFT JOIN hold ON hold.visit_sequence = visit.sequence
  LEFT JOIN visitor_type_version AS asked ON asked.sequence = visit.visitor_type_sequence`;

const waiting = `departed_at IS NULL AND card_due = 1 AND NOT EXISTS (
  SELECT 1 FROM loan WHERE loan.visit_sequence = visit.sequence AND loan.ended_at IS NULL)`;

/** Versions of types by the hash of their content, so that a list does not parse the same one for each visit. */
const types = new Map<string, VisitorType>();

function typeOf({ type_hash, type_content }: Row): VisitorType | null {
  if (type_hash === null || type_content === null) return null;
  const known = types.get(type_hash);
  if (known !== undefined) return known;
  const type = JSON.parse(type_content) as VisitorType;
  types.set(type_hash, type);
  return type;
}

function toVisit(row: Row): StoredVisit {
  return {
    sequence: row.sequence,
    id: row.id as StoredVisit['id'],
    arrivedAt: row.arrived_at,
    departedAt: row.departed_at,
    departure: row.admission === null ? row.departure : null,
    admission: row.admission ?? 'admitted',
    host: row.host,
    chosenHost:
      row.host_id === null
        ? null
        : {
            id: row.host_id as NonNullable<StoredVisit['chosenHost']>['id'],
            name: row.host_name ?? '',
          },
    language: row.language,
    noticeSequence: row.notice_sequence,
    cardDue: row.card_due === 1,
    contact:
      row.name === null
        ? null
        : { name: row.name, email: row.email ?? '', phone: row.phone ?? '', company: row.company ?? '' },
    visitorType: typeOf(row),
    rulesHash: row.rules_hash,
    answers: JSON.parse(row.answers ?? '{}'),
    openLoan: row.card_label === null ? null : { cardLabel: row.card_label, dueAt: row.due_at ?? 0 },
    hold:
      row.hold_reason === null
        ? null
        : {
            reason: row.hold_reason,
            restrictedAt: row.restricted_at ?? 0,
            restrictedBy: row.restricted_by as NonNullable<StoredVisit['hold']>['restrictedBy'],
            reviewBy: row.review_by ?? '',
          },
  };
}

export function createVisitStore(database: Database): VisitStore {
  const insertVisit = database.prepare(
    `INSERT INTO visit
       (id, arrived_at, host, host_sequence, language, notice_sequence, card_due, visitor_type_sequence,
        rules_hash, departed_at, departure, admission)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertContact = database.prepare(
    'INSERT INTO contact (visit_sequence, name, email, phone, company, recognition, answers) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = database.prepare<[string], Row>(`SELECT ${columns} FROM visit ${joined} WHERE visit.id = ?`);
  const bySequences = database.prepare<[string], Row>(
    `SELECT ${columns} FROM visit ${joined} WHERE visit.sequence IN (SELECT value FROM json_each(?))`,
  );
  const onSite = database.prepare<[number], Row>(
    `SELECT ${columns} FROM visit ${joined} WHERE visit.departed_at IS NULL ORDER BY visit.arrived_at DESC LIMIT ?`,
  );
  const waitingSince = database.prepare<[number, number], Row>(
    `SELECT ${columns} FROM visit ${joined} WHERE visit.arrived_at >= ? AND visit.admission = 'waiting'
     ORDER BY visit.arrived_at DESC LIMIT ?`,
  );
  const latestWaiting = database.prepare<[], Row>(
    `SELECT ${columns} FROM visit ${joined}
     WHERE visit.departed_at IS NULL AND visit.card_due = 1 AND loan.sequence IS NULL
     ORDER BY visit.arrived_at DESC, visit.sequence DESC LIMIT 1`,
  );
  const openCount = database
    .prepare<[], number>('SELECT count(*) FROM visit WHERE departed_at IS NULL')
    .pluck();
  const waitingCount = database.prepare<[], number>(`SELECT count(*) FROM visit WHERE ${waiting}`).pluck();
  const arrivedSince = database
    .prepare<[number], number>('SELECT count(*) FROM visit WHERE arrived_at >= ? AND admission IS NULL')
    .pluck();
  const unconfirmed = database.prepare<[number, number], Row>(
    `SELECT ${columns} FROM visit ${joined}
     WHERE visit.arrived_at >= ? AND visit.departure = 'unconfirmed' ORDER BY visit.arrived_at DESC LIMIT ?`,
  );
  const unconfirmedCount = database
    .prepare<[number], number>(
      `SELECT count(*) FROM visit WHERE arrived_at >= ? AND departure = 'unconfirmed'`,
    )
    .pluck();
  const unconfirmedSequences = database
    .prepare<[number], number>(
      `SELECT sequence FROM visit WHERE arrived_at >= ? AND departure = 'unconfirmed'`,
    )
    .pluck();
  const openSequences = database
    .prepare<[], number>('SELECT sequence FROM visit WHERE departed_at IS NULL')
    .pluck();
  const openBefore = database.prepare<[number, number], { sequence: number; id: string; arrivedAt: number }>(
    `SELECT sequence, id, ifnull(reopened_at, arrived_at) AS arrivedAt FROM visit
     WHERE departed_at IS NULL AND ifnull(reopened_at, arrived_at) < ? ORDER BY arrived_at LIMIT ?`,
  );
  const depart = database.prepare('UPDATE visit SET departed_at = ?, departure = ? WHERE sequence = ?');
  const admit = database.prepare(
    `UPDATE visit SET departed_at = NULL, departure = NULL, admission = NULL
     WHERE sequence = ? AND admission = 'waiting'`,
  );
  const refuse = database.prepare(
    `UPDATE visit SET admission = 'refused' WHERE sequence = ? AND admission = 'waiting'`,
  );
  const reopen = database.prepare(
    'UPDATE visit SET departed_at = NULL, departure = NULL, reopened_at = ? WHERE sequence = ?',
  );
  const setCardDue = database.prepare('UPDATE visit SET card_due = ? WHERE sequence = ?');
  const setHost = database.prepare('UPDATE visit SET host = ?, host_sequence = ? WHERE sequence = ?');
  const setContact = database.prepare(
    'UPDATE contact SET name = ?, email = ?, phone = ?, company = ? WHERE visit_sequence = ?',
  );
  const setAnswers = database.prepare('UPDATE contact SET answers = ? WHERE visit_sequence = ?');
  const searched = `
    SELECT visit.sequence, visit.arrived_at AS arrivedAt, visit.host, contact.name, contact.email, contact.phone,
      contact.company, ifnull(host.name, '') AS hostName
    FROM contact JOIN visit ON visit.sequence = contact.visit_sequence
    LEFT JOIN host ON host.sequence = visit.host_sequence`;
  const searchRows = database.prepare<[number, number], SearchRow>(
    `${searched} WHERE contact.visit_sequence < ? ORDER BY contact.visit_sequence DESC LIMIT ?`,
  );
  const searchRowsOf = database.prepare<[string], SearchRow>(
    `${searched} WHERE contact.visit_sequence IN (SELECT value FROM json_each(?))`,
  );
  const highest = database.prepare<[], number | null>('SELECT max(sequence) FROM visit').pluck();

  return {
    insert(visit) {
      const { lastInsertRowid } = insertVisit.run(
        visit.id,
        visit.arrivedAt,
        visit.host,
        visit.hostSequence,
        visit.language,
        visit.noticeSequence,
        visit.cardDue ? 1 : 0,
        visit.visitorType?.versionSequence ?? null,
        visit.visitorType?.rulesHash ?? null,
        ...(visit.waits ? [visit.arrivedAt, 'by-staff', 'waiting'] : [null, null, null]),
      );
      const { name, email, phone, company } = visit.contact;
      const answers = JSON.stringify(visit.visitorType?.answers ?? {});
      insertContact.run(lastInsertRowid, name, email, phone, company, visit.recognition, answers);
      return Number(lastInsertRowid);
    },
    byId(id) {
      const row = byId.get(id);
      return row && toVisit(row);
    },
    bySequences(sequences) {
      const found = new Map(
        bySequences.all(JSON.stringify(sequences)).map((row) => [row.sequence, toVisit(row)]),
      );
      return sequences.flatMap((sequence) => found.get(sequence) ?? []);
    },
    onSite: (limit) => onSite.all(limit).map(toVisit),
    waitingSince: (at, limit) => waitingSince.all(at, limit).map(toVisit),
    latestWaitingForCard() {
      const row = latestWaiting.get();
      return row && toVisit(row);
    },
    onSiteCounts: () => ({ onSite: openCount.get() ?? 0, waitingForCard: waitingCount.get() ?? 0 }),
    arrivedSince: (at) => arrivedSince.get(at) ?? 0,
    unconfirmedSince: (at, limit) => unconfirmed.all(at, limit).map(toVisit),
    unconfirmedCountSince: (at) => unconfirmedCount.get(at) ?? 0,
    unconfirmedSequencesSince: (at) => unconfirmedSequences.all(at),
    openSequences: () => openSequences.all(),
    openBefore: (at, limit) =>
      openBefore.all(at, limit).map((row) => ({ ...row, id: row.id as StoredVisit['id'] })),
    depart(sequence, at, departure) {
      depart.run(at, departure, sequence);
    },
    decide(sequence, admission) {
      (admission === 'admitted' ? admit : refuse).run(sequence);
    },
    reopen(sequence, at) {
      reopen.run(at, sequence);
    },
    setCardDue(sequence, cardDue) {
      setCardDue.run(cardDue ? 1 : 0, sequence);
    },
    correct(sequence, host, hostSequence, { name, email, phone, company }) {
      setHost.run(host, hostSequence, sequence);
      setContact.run(name, email, phone, company, sequence);
    },
    setAnswers(sequence, answers) {
      setAnswers.run(JSON.stringify(answers), sequence);
    },
    searchRows: (before, limit) => searchRows.all(before, limit),
    searchRowsOf: (sequences) => searchRowsOf.all(JSON.stringify(sequences)),
    highestSequence: () => highest.get() ?? 0,
  };
}
