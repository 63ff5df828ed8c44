/** Types of visitor and their versions. */
import type { StoredType, VisitorTypeStore } from '../core/visitor-types/visitor-type-store.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly retiredAt: number | null;
  readonly versionSequence: number;
  readonly version: number;
  readonly madeAt: number;
  readonly content: string;
}

const newest = `
  SELECT visitor_type.sequence, visitor_type.id, retired_at AS retiredAt, newest.sequence AS versionSequence,
    newest.version, newest.made_at AS madeAt, newest.content
  FROM visitor_type JOIN visitor_type_version AS newest ON newest.type_sequence = visitor_type.sequence
    AND newest.version = (SELECT max(version) FROM visitor_type_version
      WHERE type_sequence = visitor_type.sequence)`;

function toType({ content, ...row }: Row): StoredType {
  return { ...row, id: row.id as StoredType['id'], type: JSON.parse(content) };
}

export function createVisitorTypeStore(database: Database): VisitorTypeStore {
  const all = database.prepare<[], Row>(
    `${newest} ORDER BY retired_at IS NOT NULL, position, visitor_type.sequence`,
  );
  const byId = database.prepare<[string], Row>(`${newest} WHERE visitor_type.id = ?`);
  const insert = database.prepare<[string]>(
    'INSERT INTO visitor_type (id, position) SELECT ?, ifnull(max(position), 0) + 1 FROM visitor_type',
  );
  const addVersion = database.prepare(
    'INSERT INTO visitor_type_version (type_sequence, version, hash, content, made_at) VALUES (?, ?, ?, ?, ?)',
  );
  const setPosition = database.prepare('UPDATE visitor_type SET position = ? WHERE sequence = ?');
  const setRetired = database.prepare('UPDATE visitor_type SET retired_at = ? WHERE sequence = ?');

  return {
    all: () => all.all().map(toType),
    byId(id) {
      const row = byId.get(id);
      return row && toType(row);
    },
    insert: (id) => Number(insert.run(id).lastInsertRowid),
    addVersion({ typeSequence, version, hash, content, madeAt }) {
      addVersion.run(typeSequence, version, hash, content, madeAt);
    },
    setPosition(sequence, position) {
      setPosition.run(position, sequence);
    },
    setRetired(sequence, at) {
      setRetired.run(at, sequence);
    },
  };
}
