/** The first shape of the database. Shipped: never edit, add a migration instead. */
export const frontDesk = `
CREATE TABLE installation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  installation_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- The latest instant ever seen: a clock that runs backwards or jumps must not purge (docs/privacy.md).
  high_water_at INTEGER NOT NULL,
  last_purge_at INTEGER,
  -- 1 from the first deletion of a purge until its certificate: a purge cut short goes on after a restart.
  purge_open INTEGER NOT NULL DEFAULT 0 CHECK (purge_open IN (0, 1))
) STRICT;

CREATE TABLE site (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  settings TEXT NOT NULL,
  retention TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  passphrase_hash TEXT NOT NULL,
  failed_tries INTEGER NOT NULL DEFAULT 0,
  locked_until_at INTEGER,
  disabled_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (language, version)
) STRICT;

-- Rows stand in order of arrival, so that a purge deletes a range.
CREATE TABLE visit (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  arrived_at INTEGER NOT NULL,
  departed_at INTEGER,
  departure TEXT CHECK (departure IN ('signed-out', 'by-staff', 'card-returned', 'unconfirmed')),
  host TEXT NOT NULL,
  language TEXT NOT NULL,
  notice_sequence INTEGER NOT NULL REFERENCES notice (sequence),
  card_due INTEGER NOT NULL CHECK (card_due IN (0, 1)),
  CHECK ((departed_at IS NULL) = (departure IS NULL))
) STRICT;
CREATE INDEX visit_by_arrival ON visit (arrived_at);
CREATE INDEX visit_open ON visit (arrived_at) WHERE departed_at IS NULL;

CREATE TABLE contact (
  visit_sequence INTEGER PRIMARY KEY REFERENCES visit (sequence) ON DELETE CASCADE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  company TEXT NOT NULL
) STRICT;

CREATE TABLE card (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  label_key TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('visitor', 'contractor', 'escort')),
  state TEXT NOT NULL CHECK (state IN ('in-stock', 'lost', 'blocked', 'retired')),
  format TEXT NOT NULL,
  facility TEXT,
  number TEXT NOT NULL,
  registered_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX card_credential ON card (number, format, ifnull(facility, ''));

-- A loan outlives the visit it was made for, without identity.
CREATE TABLE loan (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  card_sequence INTEGER NOT NULL REFERENCES card (sequence),
  visit_sequence INTEGER REFERENCES visit (sequence) ON DELETE SET NULL,
  issued_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT CHECK (outcome IN ('returned', 'lost')),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE UNIQUE INDEX loan_open_by_card ON loan (card_sequence) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX loan_open_by_visit ON loan (visit_sequence) WHERE ended_at IS NULL AND visit_sequence IS NOT NULL;
CREATE INDEX loan_by_visit ON loan (visit_sequence) WHERE visit_sequence IS NOT NULL;

CREATE TABLE certificate (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  act TEXT NOT NULL,
  staff_id TEXT,
  subject TEXT,
  detail TEXT,
  mac TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is append-only');
END;
`;
