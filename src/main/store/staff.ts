/** Staff and their failed tries, which survive a restart. */
import type { StaffStore, StoredStaff } from '../core/staff/staff-store.ts';
import type { Database } from './database.ts';

interface Row {
  readonly id: string;
  readonly user_name: string;
  readonly display_name: string;
  readonly roles: string;
  readonly passphrase_hash: string;
  readonly failed_tries: number;
  readonly locked_until_at: number | null;
  readonly disabled_at: number | null;
}

function toStaff(row: Row): StoredStaff {
  return {
    id: row.id as StoredStaff['id'],
    userName: row.user_name,
    displayName: row.display_name,
    roles: JSON.parse(row.roles) as StoredStaff['roles'],
    passphraseHash: row.passphrase_hash,
    failedTries: row.failed_tries,
    lockedUntilAt: row.locked_until_at,
    disabledAt: row.disabled_at,
  };
}

export function createStaffStore(database: Database): StaffStore {
  const insert = database.prepare(
    'INSERT INTO staff (id, user_name, display_name, roles, passphrase_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const all = database.prepare<[], Row>('SELECT * FROM staff ORDER BY user_name');
  const byId = database.prepare<[string], Row>('SELECT * FROM staff WHERE id = ?');
  const byUserName = database.prepare<[string], Row>('SELECT * FROM staff WHERE user_name = ?');
  const setTries = database.prepare('UPDATE staff SET failed_tries = ?, locked_until_at = ? WHERE id = ?');
  const setDisabled = database.prepare('UPDATE staff SET disabled_at = ? WHERE id = ?');
  const found = (row: Row | undefined): StoredStaff | undefined => row && toStaff(row);
  return {
    insert({ id, userName, displayName, roles, passphraseHash, createdAt }) {
      insert.run(id, userName, displayName, JSON.stringify(roles), passphraseHash, createdAt);
    },
    all: () => all.all().map(toStaff),
    byId: (id) => found(byId.get(id)),
    byUserName: (userName) => found(byUserName.get(userName)),
    setTries(id, failedTries, lockedUntilAt) {
      setTries.run(failedTries, lockedUntilAt, id);
    },
    setDisabled(id, disabledAt) {
      setDisabled.run(disabledAt, id);
    },
  };
}
