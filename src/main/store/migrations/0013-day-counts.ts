/**
 * Counts of past days without anyone's name, taken before the visits they count are purged. Shipped: never edit, add
 * a migration instead.
 */
export const dayCounts = `
CREATE TABLE day_count (
  -- The site's local date.
  counted_on TEXT PRIMARY KEY CHECK (counted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Where the local day ends; what arrives later is another day's.
  ended_at INTEGER NOT NULL,
  -- JSON; small numbers are left out of it (docs/privacy.md).
  counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX day_count_by_end ON day_count (ended_at);
`;
