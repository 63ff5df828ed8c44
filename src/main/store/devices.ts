/** The rows of paired devices, the one setting of the network, and ids of visits handed over later. */
import type { DeviceStore, StoredDevice } from '../core/devices/device-store.ts';
import type { Database } from './database.ts';

export function createDeviceStore(database: Database): DeviceStore {
  const insert = database.prepare(
    `INSERT INTO device (id, name, desk, role, secret_hash, paired_at, last_seen_at)
     VALUES (:id, :name, :desk, :role, :secretHash, :pairedAt, :lastSeenAt)`,
  );
  const all = database.prepare<[], StoredDevice>(
    `SELECT id, name, desk, role, secret_hash AS secretHash, paired_at AS pairedAt, last_seen_at AS lastSeenAt
     FROM device ORDER BY sequence`,
  );
  const rename = database.prepare('UPDATE device SET name = ?, desk = ? WHERE id = ?');
  const setLastSeen = database.prepare('UPDATE device SET last_seen_at = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM device WHERE id = ?');
  const letJoin = database.prepare<[], number>('SELECT let_join FROM network').pluck();
  const setLetJoin = database.prepare('UPDATE network SET let_join = ?');
  const isDelivered = database
    .prepare<[string], number>('SELECT 1 FROM delivered_visit WHERE id = ?')
    .pluck();
  const setDelivered = database.prepare(
    'INSERT INTO delivered_visit (id, delivered_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const forgetDelivered = database.prepare('DELETE FROM delivered_visit WHERE delivered_at < ?');
  return {
    insert: (device) => void insert.run({ ...device }),
    all: () => all.all(),
    rename: (id, name, desk) => void rename.run(name, desk, id),
    setLastSeen: (id, at) => void setLastSeen.run(at, id),
    delete: (id) => void remove.run(id),
    letJoin: () => (letJoin.get() as number | undefined) === 1,
    setLetJoin: (on) => void setLetJoin.run(on ? 1 : 0),
    isDelivered: (id) => isDelivered.get(id) !== undefined,
    setDelivered(id, at, forgetBefore) {
      forgetDelivered.run(forgetBefore);
      setDelivered.run(id, at);
    },
  };
}
