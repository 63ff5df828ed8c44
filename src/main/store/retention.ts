/** What a purge reads and deletes. */
import type { Certificate } from '../../shared/contract/retention.ts';
import type { StoredHost } from '../core/hosts/host-store.ts';
import type { CutOffs, EndedVisit, RetentionStore } from '../core/retention/retention-store.ts';
import type { Database } from './database.ts';
import { isHeld } from './holds.ts';

/** A visit nobody signed out counts from its arrival, so that an open record never postpones deletion. */
const endedAt = `CASE WHEN visit.departed_at IS NULL OR visit.departure = 'unconfirmed'
  THEN visit.arrived_at ELSE visit.departed_at END`;

/** Up to here counts are exact; above, a range of sequences is near enough and takes no time. */
const exactCount = 20_000;

interface Row {
  readonly sequence: number;
  readonly arrived_at: number;
  readonly host: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly answers: string | null;
}

type ContactRow = ReturnType<RetentionStore['contactsAfter']>[number];

function toEnded(row: Row): EndedVisit {
  const { name, email, phone, company } = row;
  return {
    sequence: row.sequence,
    arrivedAt: row.arrived_at,
    host: row.host,
    answers: JSON.parse(row.answers ?? '{}'),
    contact: name === null ? null : { name, email: email ?? '', phone: phone ?? '', company: company ?? '' },
  };
}

export function createRetentionStore(database: Database): RetentionStore {
  const scan = (join: string) =>
    database.prepare<[number, number, number, number, number], Row>(
      `SELECT visit.sequence, visit.arrived_at, visit.host, name, email, phone, company, answers
       FROM visit ${join} JOIN contact ON contact.visit_sequence = visit.sequence
       WHERE (visit.arrived_at, visit.sequence) > (?, ?) AND visit.arrived_at < ? AND ${endedAt} < ?
         AND NOT ${isHeld('visit.sequence')}
       ORDER BY visit.arrived_at, visit.sequence LIMIT ?`,
    );
  const visitsEnded = scan('LEFT');
  const contactsEnded = scan('');
  const linkedLoans = database
    .prepare<[number, number, number], number>(
      `SELECT loan.sequence FROM loan JOIN visit ON visit.sequence = loan.visit_sequence
       WHERE loan.visit_sequence IS NOT NULL AND loan.sequence > ? AND ${endedAt} < ?
         AND NOT ${isHeld('loan.visit_sequence')}
       ORDER BY loan.sequence LIMIT ?`,
    )
    .pluck();
  const deleteVisit = database.prepare(
    `DELETE FROM visit WHERE sequence = ? AND NOT ${isHeld('visit.sequence')}`,
  );
  const deleteContact = database.prepare(
    `DELETE FROM contact WHERE visit_sequence = ? AND NOT ${isHeld('contact.visit_sequence')}`,
  );
  const unlinkLoan = database.prepare(
    `UPDATE loan SET visit_sequence = NULL
     WHERE sequence = ? AND visit_sequence IS NOT NULL AND NOT ${isHeld('loan.visit_sequence')}`,
  );
  const heldBack = database
    .prepare<[number], number>(
      `SELECT count(*) FROM hold CROSS JOIN visit ON visit.sequence = hold.visit_sequence WHERE ${endedAt} < ?`,
    )
    .pluck();

  // A restricted visit of long ago would make the range of all others as long.
  const rangeOf = (table: string, column: string) =>
    database.prepare<[], { low: number | null; high: number | null }>(
      `SELECT (SELECT ${column} FROM ${table} WHERE NOT ${isHeld(`${table}.${column}`)} ORDER BY ${column} LIMIT 1) AS low,
         max(${column}) AS high FROM ${table}`,
    );
  const range = rangeOf('visit', 'sequence');
  const heldBelow = database
    .prepare<[number], number>('SELECT count(*) FROM hold WHERE visit_sequence < ?')
    .pluck();
  const contactsHeldBelow = database
    .prepare<[number], number>(
      'SELECT count(*) FROM hold JOIN contact USING (visit_sequence) WHERE visit_sequence < ?',
    )
    .pluck();
  const contactRange = rangeOf('contact', 'visit_sequence');
  const firstSince = database
    .prepare<[number], number | null>(
      'SELECT sequence FROM visit WHERE arrived_at >= ? ORDER BY arrived_at, sequence LIMIT 1',
    )
    .pluck();
  const dueVisits = database
    .prepare<[number, number], number>(
      `SELECT count(*) FROM visit WHERE arrived_at < ? AND ${endedAt} < ? AND NOT ${isHeld('visit.sequence')}`,
    )
    .pluck();
  const dueContacts = database
    .prepare<[number, number], number>(
      `SELECT count(*) FROM visit JOIN contact ON contact.visit_sequence = visit.sequence
       WHERE visit.arrived_at < ? AND ${endedAt} < ? AND NOT ${isHeld('visit.sequence')}`,
    )
    .pluck();
  const dueLinks = database
    .prepare<[number, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM loan JOIN visit ON visit.sequence = loan.visit_sequence
       WHERE loan.visit_sequence IS NOT NULL AND ${endedAt} < ?
         AND NOT ${isHeld('loan.visit_sequence')} LIMIT ?)`,
    )
    .pluck();
  const dueInvitations = database
    .prepare<[number], number>(
      `SELECT count(*) FROM invitation WHERE (ended_at IS NOT NULL OR valid_until_at < ?)
         AND NOT ${isHeld('invitation.visit_sequence')}`,
    )
    .pluck();
  const dueEvents = database
    .prepare<[number], number>(
      'SELECT count(*) FROM event WHERE cancelled_at IS NOT NULL OR valid_until_at < ?',
    )
    .pluck();
  const dueWatchlist = database
    .prepare<[number], number>(
      'SELECT count(*) FROM watchlist_entry WHERE ended_at IS NOT NULL OR review_at <= ?',
    )
    .pluck();
  const contactsAfter = database.prepare<[number, number], Omit<ContactRow, 'answers'> & { answers: string }>(
    `SELECT visit.sequence, name, email, phone, company, host, answers FROM contact
     JOIN visit ON visit.sequence = contact.visit_sequence
     WHERE contact.visit_sequence > ? ORDER BY contact.visit_sequence LIMIT ?`,
  );
  const hostsLeft = database.prepare<[number, number], StoredHost>(
    `SELECT sequence, id, name, email, email_key AS emailKey, department, phone, left_at AS leftAt
     FROM host WHERE left_at < ? ORDER BY left_at LIMIT ?`,
  );
  const hostsLeftCount = database
    .prepare<[number], number>('SELECT count(*) FROM host WHERE left_at < ?')
    .pluck();
  const deleteHost = database.prepare('DELETE FROM host WHERE sequence = ?');
  const hostWordsAfter = database.prepare<[number, number], { sequence: number; host: string }>(
    'SELECT sequence, host FROM visit WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const insertCertificate = database.prepare('INSERT INTO certificate (id, content) VALUES (?, ?)');
  const certificates = database
    .prepare<[number], string>('SELECT content FROM certificate ORDER BY id DESC LIMIT ?')
    .pluck();
  const installation = database.prepare<
    [],
    { highWaterAt: number; lastPurgeAt: number | null; purgeOpen: number; createdAt: number; erased: number }
  >(
    `SELECT high_water_at AS highWaterAt, last_purge_at AS lastPurgeAt, purge_open AS purgeOpen,
       created_at AS createdAt, erased FROM installation`,
  );
  const setHighWater = database.prepare('UPDATE installation SET high_water_at = ?');
  const setPurgeOpen = database.prepare('UPDATE installation SET purge_open = ?');
  const compactedAway = database.prepare('UPDATE installation SET erased = max(0, erased - ?)');
  const setLastPurge = database.prepare('UPDATE installation SET last_purge_at = ?');

  const width = (row: { low: number | null; high: number | null } | undefined): number =>
    row?.low == null || row.high == null ? 0 : row.high - row.low + 1;

  /** Rows in the range of sequences that arrived before `before`. */
  function dueWidth(row: { low: number | null; high: number | null } | undefined, before: number): number {
    if (row?.low == null || row.high == null) return 0;
    const first = firstSince.get(before) ?? row.high + 1;
    return Math.max(0, Math.min(first, row.high + 1) - row.low);
  }

  return {
    visitsEnded: (before, after, limit) =>
      visitsEnded.all(after.arrivedAt, after.sequence, before, before, limit).map(toEnded),
    contactsEnded: (before, after, limit) =>
      contactsEnded.all(after.arrivedAt, after.sequence, before, before, limit).map(toEnded),
    linkedLoans: (before, after, limit) => linkedLoans.all(after, before, limit),
    deleteVisit: (sequence) => deleteVisit.run(sequence).changes > 0,
    deleteContact: (visitSequence) => deleteContact.run(visitSequence).changes > 0,
    unlinkLoan: (loanSequence) => unlinkLoan.run(loanSequence).changes > 0,
    heldBack: (before) => heldBack.get(before) ?? 0,
    hostsLeft: (before, limit) => hostsLeft.all(before, limit),
    deleteHost(sequence) {
      deleteHost.run(sequence);
    },
    hostWordsAfter: (sequence, limit) => hostWordsAfter.all(sequence, limit),
    due({ contactsBefore, visitsBefore, cardLinksBefore, watchlistBefore }: CutOffs) {
      const contacts = dueWidth(contactRange.get(), contactsBefore);
      const visits = dueWidth(range.get(), visitsBefore);
      return {
        contacts: contacts > exactCount ? contacts : (dueContacts.get(contactsBefore, contactsBefore) ?? 0),
        visits: visits > exactCount ? visits : (dueVisits.get(visitsBefore, visitsBefore) ?? 0),
        cardLinks: dueLinks.get(cardLinksBefore, exactCount) ?? 0,
        hosts: hostsLeftCount.get(visitsBefore) ?? 0,
        invitations: dueInvitations.get(contactsBefore) ?? 0,
        events: dueEvents.get(contactsBefore) ?? 0,
        watchlist: dueWatchlist.get(watchlistBefore) ?? 0,
      };
    },
    kept() {
      const [visits, contacts] = [range.get(), contactRange.get()];
      const all = Number.MAX_SAFE_INTEGER;
      return {
        visits: width(visits) + (heldBelow.get(visits?.low ?? all) ?? 0),
        contacts: width(contacts) + (contactsHeldBelow.get(contacts?.low ?? all) ?? 0),
      };
    },
    contactsAfter: (sequence, limit) =>
      contactsAfter.all(sequence, limit).map((row) => ({ ...row, answers: JSON.parse(row.answers) })),
    insertCertificate(certificate) {
      insertCertificate.run(certificate.certificateId, JSON.stringify(certificate));
    },
    certificates: (limit) => certificates.all(limit).map((content) => JSON.parse(content) as Certificate),
    installation() {
      const row = installation.get();
      if (row === undefined) throw new Error('the installation row is missing');
      return { ...row, purgeOpen: row.purgeOpen === 1 };
    },
    setHighWater(at) {
      setHighWater.run(at);
    },
    setPurgeOpen(open) {
      setPurgeOpen.run(open ? 1 : 0);
    },
    setLastPurge(at) {
      setLastPurge.run(at);
    },
    compactedAway(erased) {
      compactedAway.run(erased);
    },
  };
}
