/**
 * The watchlist, visits that wait for reception, and visits opened again. Shipped: never edit, add a migration
 * instead.
 */
export const watchlist = `
-- NULL: let in. SQLite cannot widen the CHECK of departure without rebuilding a table that others refer to, so a
-- visit that waits or was refused has departed_at = arrived_at and any departure: whatever looks for
-- departed_at IS NULL finds nobody who has not been let in.
ALTER TABLE visit ADD COLUMN admission TEXT CHECK (admission IN ('waiting', 'refused'));
-- A departure nobody confirmed was found to be none: the day on which the visit is open again.
ALTER TABLE visit ADD COLUMN reopened_at INTEGER;

CREATE TABLE watchlist_entry (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  company TEXT NOT NULL,
  reason TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL REFERENCES staff (id),
  -- When somebody last chose the review date, and the first instant after that date.
  renewed_at INTEGER NOT NULL,
  review_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- Matches that were somebody else.
  mistakes INTEGER NOT NULL DEFAULT 0,
  CHECK (name <> '' OR email <> '' OR phone <> '')
) STRICT;

CREATE TABLE watchlist_alert (
  visit_sequence INTEGER PRIMARY KEY REFERENCES visit (sequence) ON DELETE CASCADE,
  -- Outlives the entry, which can be erased.
  entry_sequence INTEGER REFERENCES watchlist_entry (sequence) ON DELETE SET NULL,
  matched TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  decided_at INTEGER,
  decision TEXT CHECK (decision IN ('let-in', 'mistaken', 'refused')),
  CHECK ((decided_at IS NULL) = (decision IS NULL))
) STRICT;
CREATE INDEX watchlist_alert_by_entry ON watchlist_alert (entry_sequence) WHERE entry_sequence IS NOT NULL;
CREATE INDEX watchlist_alert_open ON watchlist_alert (raised_at) WHERE decided_at IS NULL;
`;
