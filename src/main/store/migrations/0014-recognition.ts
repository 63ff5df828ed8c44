/** Visitors who come again, and the codes of badges. Shipped: never edit, add a migration instead. */
export const recognition = `
-- 48 bits of a keyed hash of name and e-mail: finds the rows to compare, tells nothing without the key. Null until
-- the program has filled it in.
ALTER TABLE contact ADD COLUMN recognition INTEGER;
CREATE INDEX contact_by_recognition ON contact (recognition);

-- Goes with the contact details: without them nobody is known by a badge.
CREATE TABLE badge_code (
  visit_sequence INTEGER PRIMARY KEY REFERENCES contact (visit_sequence) ON DELETE CASCADE,
  code_hash TEXT NOT NULL UNIQUE
) STRICT;
`;
