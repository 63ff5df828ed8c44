/** Kiosks and consoles on the network. Shipped: never edit, add a migration instead. */
export const devices = `
CREATE TABLE device (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  desk TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('kiosk', 'console')),
  -- Keyed hash of what the device shows; the secret itself is nowhere but at the device.
  secret_hash TEXT NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT;
-- Whether other machines are let in.
CREATE TABLE network (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  let_join INTEGER NOT NULL CHECK (let_join IN (0, 1))
) STRICT;
INSERT INTO network (one, let_join) VALUES (1, 0);
-- Visits that a kiosk handed over later: ids alone, so that a message repeated after an erasure brings nobody back.
CREATE TABLE delivered_visit (
  id TEXT PRIMARY KEY,
  delivered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
