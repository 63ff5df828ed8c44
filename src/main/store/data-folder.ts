/** The files of an installation as bytes, for the search that proves a purge. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DataFolder } from '../core/ports.ts';
import { wordsFolderName } from './word-files.ts';

/**
 * Files that vanish or may not be read between listing and reading count as empty. The site's own words are left
 * out: Foyer never writes them, and a host somebody typed as `reception` stands in them by rights.
 */
export function createDataFolder(folder: string): DataFolder {
  return {
    files() {
      const found: { name: string; size: number }[] = [];
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        if (path.startsWith(join(folder, wordsFolderName) + sep)) continue;
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
