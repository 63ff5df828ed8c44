/** Deliveries to the outside, events with their guests, and integrations. Shipped: never edit, add a migration instead. */
export const outbox = `
CREATE TABLE mail (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  settings TEXT NOT NULL,
  password TEXT NOT NULL
) STRICT;

CREATE TABLE webhook (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  events TEXT NOT NULL,
  secret TEXT NOT NULL,
  enabled INTEGER NOT NULL
) STRICT;

CREATE TABLE integration (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  last_used_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE TABLE event (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- The day in the site's time zone, and the first instant after it.
  valid_on TEXT NOT NULL,
  valid_until_at INTEGER NOT NULL,
  -- Local times HH:MM, or empty.
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  host TEXT NOT NULL,
  host_sequence INTEGER REFERENCES host (sequence) ON DELETE SET NULL,
  -- Hash of the UID of the calendar entry it was read from, so that it is not read twice.
  calendar_hash TEXT UNIQUE,
  cancelled_at INTEGER,
  -- Counted as they happen: a guest who arrived may be purged before the day is over.
  guests INTEGER NOT NULL DEFAULT 0,
  arrived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX event_by_host ON event (host_sequence) WHERE host_sequence IS NOT NULL;
CREATE INDEX event_expected ON event (valid_on) WHERE cancelled_at IS NULL;

ALTER TABLE invitation ADD COLUMN language TEXT;
ALTER TABLE invitation ADD COLUMN event_sequence INTEGER REFERENCES event (sequence) ON DELETE SET NULL;
ALTER TABLE invitation ADD COLUMN integration_sequence INTEGER REFERENCES integration (sequence);
ALTER TABLE invitation ADD COLUMN external_id TEXT;
CREATE INDEX invitation_by_event ON invitation (event_sequence) WHERE event_sequence IS NOT NULL;
CREATE UNIQUE INDEX invitation_external ON invitation (integration_sequence, external_id)
  WHERE external_id IS NOT NULL;

-- No name and no address: mail is written when it is sent, from the row it is about.
CREATE TABLE delivery (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- Tries end here.
  until_at INTEGER NOT NULL,
  webhook_sequence INTEGER REFERENCES webhook (sequence) ON DELETE CASCADE,
  invitation_sequence INTEGER REFERENCES invitation (sequence) ON DELETE SET NULL,
  visit_sequence INTEGER REFERENCES visit (sequence) ON DELETE SET NULL,
  -- The codes of an invitation, or the ids and times of a webhook.
  body TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up', 'cancelled')),
  tries INTEGER NOT NULL DEFAULT 0,
  last_tried_at INTEGER,
  next_at INTEGER,
  fault TEXT,
  CHECK ((state = 'waiting') = (next_at IS NOT NULL))
) STRICT;
CREATE INDEX delivery_due ON delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX delivery_state ON delivery (state, sequence);
CREATE INDEX delivery_made ON delivery (made_at);
CREATE INDEX delivery_by_webhook ON delivery (webhook_sequence) WHERE webhook_sequence IS NOT NULL;
CREATE INDEX delivery_by_invitation ON delivery (invitation_sequence) WHERE invitation_sequence IS NOT NULL;
CREATE INDEX delivery_by_visit ON delivery (visit_sequence) WHERE visit_sequence IS NOT NULL;

-- Whoever deletes a visit or an invitation, what waits to be sent about it goes with it.
CREATE TRIGGER delivery_visit_gone BEFORE DELETE ON visit BEGIN
  UPDATE delivery SET body = NULL, next_at = NULL,
    fault = CASE state WHEN 'waiting' THEN 'gone' ELSE fault END,
    state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END
  WHERE visit_sequence = OLD.sequence;
END;
CREATE TRIGGER delivery_invitation_gone BEFORE DELETE ON invitation BEGIN
  UPDATE delivery SET body = NULL, next_at = NULL,
    fault = CASE state WHEN 'waiting' THEN 'gone' ELSE fault END,
    state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END
  WHERE invitation_sequence = OLD.sequence;
END;
`;
