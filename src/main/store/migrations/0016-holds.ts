/** Restricted visits, visits erased one by one, and which visit an invitation led to. Shipped: never edit, add a migration instead. */
export const holds = `
-- A visit restricted by GDPR article 18. The database itself refuses to delete it or its contact details meanwhile.
CREATE TABLE hold (
  visit_sequence INTEGER PRIMARY KEY REFERENCES visit (sequence),
  reason TEXT NOT NULL CHECK (reason IN ('accuracy', 'unlawful', 'legal-claims', 'objection')),
  restricted_at INTEGER NOT NULL,
  restricted_by TEXT NOT NULL REFERENCES staff (id),
  -- A date of the site: whoever looks after it looks again by then.
  review_by TEXT NOT NULL CHECK (review_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX hold_by_review ON hold (review_by, restricted_at);
CREATE TRIGGER hold_keeps_contact BEFORE DELETE ON contact
WHEN EXISTS (SELECT 1 FROM hold WHERE visit_sequence = OLD.visit_sequence) BEGIN
  SELECT raise(ABORT, 'a restricted visit is kept');
END;

-- Visits erased since the database was last compacted: the next purge compacts it, whatever else it has to do.
ALTER TABLE installation ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;

-- An invitation that was used goes with the visit it led to, when that is erased before the next purge.
ALTER TABLE invitation ADD COLUMN visit_sequence INTEGER REFERENCES visit (sequence) ON DELETE SET NULL;
CREATE INDEX invitation_by_visit ON invitation (visit_sequence) WHERE visit_sequence IS NOT NULL;
UPDATE invitation SET visit_sequence = (
  SELECT visit.sequence FROM visit JOIN contact ON contact.visit_sequence = visit.sequence
  WHERE visit.arrived_at = invitation.ended_at AND contact.email = invitation.email
  ORDER BY visit.sequence LIMIT 1
) WHERE ended_at IS NOT NULL;
`;
