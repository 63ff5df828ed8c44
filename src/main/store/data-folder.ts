/** The files of an installation as bytes, for the search that proves a purge. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DataFolder } from '../core/ports.ts';

/** Files that vanish or may not be read between listing and reading count as empty. */
export function createDataFolder(folder: string): DataFolder {
  return {
    files() {
      const found: { name: string; size: number }[] = [];
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        try {
          found.push({ name: relative(folder, path), size: statSync(path).size });
        } catch {
          // Gone since the listing: there is nothing left of it to search.
        }
      }
      return found;
    },
    read(name, position, into) {
      let descriptor: number | undefined;
      try {
        descriptor = openSync(join(folder, name), 'r');
        return readSync(descriptor, into, 0, into.length, position);
      } catch {
        return 0;
      } finally {
        if (descriptor !== undefined) closeSync(descriptor);
      }
    },
  };
}
