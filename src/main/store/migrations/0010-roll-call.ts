/** Roll calls with their marks, and where the evacuation list is written. Shipped: never edit, add a migration instead. */
export const rollCalls = `
CREATE TABLE roll_call (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('real', 'drill')),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL REFERENCES staff (id),
  closed_at INTEGER,
  closed_by TEXT REFERENCES staff (id),
  -- What is left of the report once the names are gone: numbers only.
  counts TEXT,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  CHECK ((closed_at IS NULL) = (counts IS NULL))
) STRICT;
CREATE UNIQUE INDEX roll_call_open ON roll_call ((closed_at IS NULL)) WHERE closed_at IS NULL;

-- Names stay with their visit; only a person who is on no list has one here.
CREATE TABLE roll_call_person (
  sequence INTEGER PRIMARY KEY,
  roll_call_sequence INTEGER NOT NULL REFERENCES roll_call (sequence) ON DELETE CASCADE,
  -- The visit's own id, or one that the marshal's screen made.
  person_id TEXT NOT NULL,
  visit_sequence INTEGER REFERENCES visit (sequence) ON DELETE CASCADE,
  name TEXT,
  joined TEXT NOT NULL CHECK (joined IN ('at-start', 'arrived-after', 'left-before', 'closed-before', 'unlisted')),
  joined_at INTEGER NOT NULL,
  -- What became of the person, written when the roll call is closed.
  outcome TEXT,
  UNIQUE (roll_call_sequence, person_id),
  CHECK ((joined = 'unlisted') = (visit_sequence IS NULL)),
  CHECK ((joined = 'unlisted') = (name IS NOT NULL))
) STRICT;
CREATE INDEX roll_call_person_by_visit ON roll_call_person (visit_sequence) WHERE visit_sequence IS NOT NULL;
CREATE INDEX roll_call_unlisted ON roll_call_person (joined_at) WHERE visit_sequence IS NULL;

-- Every mark is kept; the latest of a person counts.
CREATE TABLE roll_call_mark (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_sequence INTEGER NOT NULL REFERENCES roll_call_person (sequence) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('safe', 'withdrawn')),
  marked_at INTEGER NOT NULL,
  marked_by TEXT NOT NULL REFERENCES staff (id),
  -- Who was signed in when a mark that had waited was sent.
  sent_by TEXT NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX roll_call_mark_by_person ON roll_call_mark (person_sequence, marked_at);

-- However a visit comes in, it joins the roll call that is open.
CREATE TRIGGER roll_call_arrival AFTER INSERT ON visit
WHEN EXISTS (SELECT 1 FROM roll_call WHERE closed_at IS NULL) BEGIN
  INSERT INTO roll_call_person (roll_call_sequence, person_id, visit_sequence, joined, joined_at)
  SELECT sequence, NEW.id, NEW.sequence, 'arrived-after', NEW.arrived_at FROM roll_call WHERE closed_at IS NULL;
END;

CREATE TABLE evacuation_list (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  folder TEXT NOT NULL
) STRICT;
`;
