/**
 * The notice has versions that hold every language, a register to be made from, and a draft of it. Shipped: never
 * edit, add a migration instead. `sha256` is a function that `migrate.ts` adds to the connection.
 */
export const noticeVersions = `
-- One version is one text in every language. A register of NULL is a version from before there was one.
CREATE TABLE notice_version (
  version INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('set-up', 'office', 'settings', 'retention', 'program')),
  register TEXT,
  published_at INTEGER NOT NULL
) STRICT;
INSERT INTO notice_version (version, hash, cause, register, published_at)
  SELECT
    version,
    sha256('{' || group_concat('"' || language || '":' || content, ',' ORDER BY language) || '}'),
    CASE WHEN version = 1 THEN 'set-up' ELSE 'settings' END,
    NULL,
    min(created_at)
  FROM notice GROUP BY version;

CREATE TRIGGER notice_version_is_never_changed BEFORE UPDATE ON notice_version BEGIN
  SELECT raise(ABORT, 'a version of the notice is never changed');
END;
CREATE TRIGGER notice_version_is_never_deleted BEFORE DELETE ON notice_version BEGIN
  SELECT raise(ABORT, 'a version of the notice is never deleted');
END;
CREATE TRIGGER notice_has_its_version BEFORE INSERT ON notice
WHEN NOT EXISTS (SELECT 1 FROM notice_version WHERE version = new.version) BEGIN
  SELECT raise(ABORT, 'a notice without its version');
END;
CREATE TRIGGER notice_is_never_changed BEFORE UPDATE ON notice BEGIN
  SELECT raise(ABORT, 'a notice is never changed');
END;
CREATE TRIGGER notice_is_never_deleted BEFORE DELETE ON notice BEGIN
  SELECT raise(ABORT, 'a notice is never deleted');
END;

-- Counted when a visit begins, so that a purge takes nothing off it.
CREATE TABLE notice_shown (
  version INTEGER PRIMARY KEY REFERENCES notice_version (version),
  visits INTEGER NOT NULL
) STRICT;
INSERT INTO notice_shown (version, visits)
  SELECT notice.version, count(*) FROM visit JOIN notice ON notice.sequence = visit.notice_sequence
  GROUP BY notice.version;
CREATE TRIGGER visit_counts_its_notice AFTER INSERT ON visit BEGIN
  INSERT INTO notice_shown (version, visits)
    SELECT version, 1 FROM notice WHERE sequence = new.notice_sequence
    ON CONFLICT (version) DO UPDATE SET visits = visits + 1;
END;

-- A register of NULL is the published one; the revision only grows.
CREATE TABLE register_draft (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL,
  register TEXT,
  saved_at INTEGER,
  CHECK ((register IS NULL) = (saved_at IS NULL))
) STRICT;
INSERT INTO register_draft (one, revision) VALUES (1, 0);
`;
