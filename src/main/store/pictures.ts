/** The pictures a site chose, one for each role. */
import type { PictureStore, StoredPicture } from '../core/site/picture-store.ts';
import type { Database } from './database.ts';

export function createPictureStore(database: Database): PictureStore {
  const read = database.prepare<[string], StoredPicture>(
    'SELECT role, type, hash, bytes FROM picture WHERE role = ?',
  );
  const hash = database.prepare<[string], string>('SELECT hash FROM picture WHERE role = ?').pluck();
  const write = database.prepare(
    `INSERT INTO picture (role, type, hash, bytes) VALUES (:role, :type, :hash, :bytes)
     ON CONFLICT (role) DO UPDATE SET type = excluded.type, hash = excluded.hash, bytes = excluded.bytes`,
  );
  const remove = database.prepare('DELETE FROM picture WHERE role = ?');
  return {
    read: (role) => read.get(role),
    hash: (role) => hash.get(role) as string | undefined,
    write({ role, type, hash: sum, bytes }) {
      write.run({ role, type, hash: sum, bytes: bytes instanceof Uint8Array ? Buffer.from(bytes) : bytes });
    },
    remove(role) {
      remove.run(role);
    },
  };
}
