/** Cards and their loans. */
import type { Credential } from '../../shared/contract/cards.ts';
import type { CardStore, StoredCard } from '../core/stores.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly label: string;
  readonly type: StoredCard['type'];
  readonly state: StoredCard['state'];
  readonly format: Credential['format'];
  readonly facility: string | null;
  readonly number: string;
  readonly registered_at: number;
  readonly loan_sequence: number | null;
  readonly issued_at: number | null;
  readonly due_at: number | null;
  readonly visit_sequence: number | null;
  readonly visit_id: string | null;
  readonly holder_name: string | null;
  readonly holder_hidden: number;
}

const select = `
  SELECT card.*, loan.sequence AS loan_sequence, loan.issued_at, loan.due_at, loan.visit_sequence,
    visit.id AS visit_id, contact.name AS holder_name,
    hold.visit_sequence IS NOT NULL AND visit.departed_at IS NOT NULL AND visit.admission IS NOT 'waiting'
      AS holder_hidden
  FROM card
  LEFT JOIN loan ON loan.card_sequence = card.sequence AND loan.ended_at IS NULL
  LEFT JOIN visit ON visit.sequence = loan.visit_sequence
  LEFT JOIN contact ON contact.visit_sequence = loan.visit_sequence
  LEFT JOIN hold ON hold.visit_sequence = loan.visit_sequence`;

function toCard(row: Row): StoredCard {
  return {
    sequence: row.sequence,
    id: row.id as StoredCard['id'],
    label: row.label,
    type: row.type,
    state: row.state,
    credential: { format: row.format, facility: row.facility, number: row.number },
    registeredAt: row.registered_at,
    openLoan:
      row.loan_sequence === null
        ? null
        : {
            sequence: row.loan_sequence,
            issuedAt: row.issued_at ?? 0,
            dueAt: row.due_at ?? 0,
            visitSequence: row.visit_sequence,
            visitId: row.visit_id as NonNullable<StoredCard['openLoan']>['visitId'],
            holderName: row.holder_name,
            holderHidden: row.holder_hidden === 1,
          },
  };
}

export function createCardStore(database: Database): CardStore {
  const insert = database.prepare(
    `INSERT INTO card (id, label, label_key, type, state, format, facility, number, registered_at)
     VALUES (?, ?, ?, ?, 'in-stock', ?, ?, ?, ?)`,
  );
  const all = database.prepare<[], Row>(`${select} ORDER BY card.label_key`);
  const byId = database.prepare<[string], Row>(`${select} WHERE card.id = ?`);
  const byCredential = database.prepare<[string, string, string | null], Row>(
    `${select} WHERE card.number = ? AND card.format = ? AND ifnull(card.facility, '') = ifnull(?, '')`,
  );
  const labelTaken = database.prepare<[string], number>('SELECT 1 FROM card WHERE label_key = ?').pluck();
  const setState = database.prepare('UPDATE card SET state = ? WHERE sequence = ?');
  const insertLoan = database.prepare(
    'INSERT INTO loan (id, card_sequence, visit_sequence, issued_at, due_at) VALUES (?, ?, ?, ?, ?)',
  );
  const endLoan = database.prepare('UPDATE loan SET ended_at = ?, outcome = ? WHERE sequence = ?');
  const counts = database.prepare<[number], { out: number; overdue: number }>(
    `SELECT count(*) AS out, ifnull(sum(due_at < ?), 0) AS overdue FROM loan WHERE ended_at IS NULL`,
  );
  const byLabel = database
    .prepare<[string, number], number>(
      `SELECT loan.visit_sequence FROM card JOIN loan ON loan.card_sequence = card.sequence
       WHERE loan.ended_at IS NULL AND loan.visit_sequence IS NOT NULL AND instr(card.label_key, ?) > 0
       ORDER BY loan.visit_sequence DESC LIMIT ?`,
    )
    .pluck();

  const found = (row: Row | undefined): StoredCard | undefined => row && toCard(row);
  return {
    insert({ id, label, labelKey, type, credential, registeredAt }) {
      const { format, facility, number } = credential;
      insert.run(id, label, labelKey, type, format, facility, number, registeredAt);
    },
    all: () => all.all().map(toCard),
    byId: (id) => found(byId.get(id)),
    byCredential: ({ number, format, facility }) => found(byCredential.get(number, format, facility)),
    labelTaken: (labelKey) => labelTaken.get(labelKey) !== undefined,
    setState(sequence, state) {
      setState.run(state, sequence);
    },
    insertLoan({ id, cardSequence, visitSequence, issuedAt, dueAt }) {
      insertLoan.run(id, cardSequence, visitSequence, issuedAt, dueAt);
    },
    endLoan(sequence, at, outcome) {
      endLoan.run(at, outcome, sequence);
    },
    loanCounts: (now) => counts.get(now) ?? { out: 0, overdue: 0 },
    visitsByCardLabel: (labelKey, limit) => byLabel.all(labelKey, limit),
  };
}
