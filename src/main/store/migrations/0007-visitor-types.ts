/** Types of visitor, and what visits of a type answered and read. Shipped: never edit, add a migration instead. */
export const visitorTypes = `
CREATE TABLE visitor_type (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;

-- A visit names the version it was asked by, so that it keeps the words as they were.
CREATE TABLE visitor_type_version (
  sequence INTEGER PRIMARY KEY,
  type_sequence INTEGER NOT NULL REFERENCES visitor_type (sequence),
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  UNIQUE (type_sequence, version)
) STRICT;
CREATE TRIGGER visitor_type_version_is_never_changed BEFORE UPDATE ON visitor_type_version BEGIN
  SELECT raise(ABORT, 'a version of a visitor type is never changed');
END;
CREATE TRIGGER visitor_type_version_is_never_deleted BEFORE DELETE ON visitor_type_version BEGIN
  SELECT raise(ABORT, 'a version of a visitor type is never deleted');
END;

ALTER TABLE visit ADD COLUMN visitor_type_sequence INTEGER REFERENCES visitor_type_version (sequence);
-- The text of the site's rules that was on screen; NULL where the type has none.
ALTER TABLE visit ADD COLUMN rules_hash TEXT;
-- With the contact details, so that they go when those go.
ALTER TABLE contact ADD COLUMN answers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers));
ALTER TABLE invitation ADD COLUMN visitor_type_sequence INTEGER REFERENCES visitor_type (sequence);
`;
