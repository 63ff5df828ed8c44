/** The directory of hosts, and which of them a visitor chose. Shipped: never edit, add a migration instead. */
export const hostDirectory = `
CREATE TABLE host (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  -- The address as compared: one address is one host.
  email_key TEXT NOT NULL UNIQUE,
  department TEXT NOT NULL,
  phone TEXT NOT NULL,
  left_at INTEGER
) STRICT;
CREATE INDEX host_left ON host (left_at) WHERE left_at IS NOT NULL;

-- A visit outlives the host it was for: the words stay until the visit's own clock runs out.
ALTER TABLE visit ADD COLUMN host_sequence INTEGER REFERENCES host (sequence) ON DELETE SET NULL;
CREATE INDEX visit_by_host ON visit (host_sequence) WHERE host_sequence IS NOT NULL;
`;
