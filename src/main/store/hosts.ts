/** The directory of hosts. */
import type { HostStore, StoredHost } from '../core/hosts/host-store.ts';
import type { Database } from './database.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_key: string;
  readonly department: string;
  readonly phone: string;
  readonly left_at: number | null;
}

function toHost(row: Row): StoredHost {
  const { sequence, id, name, email, email_key, department, phone, left_at } = row;
  return {
    sequence,
    id: id as StoredHost['id'],
    name,
    email,
    emailKey: email_key,
    department,
    phone,
    leftAt: left_at,
  };
}

export function createHostStore(database: Database): HostStore {
  const all = database.prepare<[], Row>('SELECT * FROM host ORDER BY name, sequence');
  const byId = database.prepare<[string], Row>('SELECT * FROM host WHERE id = ?');
  const byEmailKey = database.prepare<[string], Row>('SELECT * FROM host WHERE email_key = ?');
  const insert = database.prepare(
    'INSERT INTO host (id, name, email, email_key, department, phone) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const correct = database.prepare(
    'UPDATE host SET name = ?, email = ?, email_key = ?, department = ?, phone = ? WHERE sequence = ?',
  );
  const setLeft = database.prepare('UPDATE host SET left_at = ? WHERE sequence = ?');
  const visitsOf = database
    .prepare<[number], number>('SELECT sequence FROM visit WHERE host_sequence = ?')
    .pluck();

  return {
    all: () => all.all().map(toHost),
    byId(id) {
      const row = byId.get(id);
      return row && toHost(row);
    },
    byEmailKey(emailKey) {
      const row = byEmailKey.get(emailKey);
      return row && toHost(row);
    },
    insert({ id, name, email, emailKey, department, phone }) {
      insert.run(id, name, email, emailKey, department, phone);
    },
    correct(sequence, { name, email, emailKey, department, phone }) {
      correct.run(name, email, emailKey, department, phone, sequence);
    },
    setLeft(sequence, at) {
      setLeft.run(at, sequence);
    },
    visitsOf: (sequence) => visitsOf.all(sequence),
  };
}
