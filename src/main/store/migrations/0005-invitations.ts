/** Visits that are expected, with keyed hashes of their codes. Shipped: never edit, add a migration instead. */
export const invitations = `
CREATE TABLE invitation (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  -- The day of the visit in the site's time zone when it was made, and the first instant after it.
  valid_on TEXT NOT NULL,
  valid_until_at INTEGER NOT NULL,
  -- Used or cancelled: the next purge takes the row.
  ended_at INTEGER,
  typed_hash TEXT NOT NULL UNIQUE,
  scanned_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  company TEXT NOT NULL,
  host TEXT NOT NULL,
  -- Who that is, where a host was chosen.
  host_sequence INTEGER REFERENCES host (sequence) ON DELETE SET NULL
) STRICT;
CREATE INDEX invitation_by_host ON invitation (host_sequence) WHERE host_sequence IS NOT NULL;
CREATE INDEX invitation_expected ON invitation (valid_on) WHERE ended_at IS NULL;
`;
