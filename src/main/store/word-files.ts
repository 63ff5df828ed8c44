/** The site's own files: `words/*.json` and `badges/*.json` in the data folder, read once at the start and never written. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { largestWordFile } from '../../shared/words/word-file.ts';
import type { WordFile } from '../core/words/site-words.ts';

export const wordsFolderName = 'words';

interface JsonFile {
  readonly name: string;
  readonly content: string | { readonly fault: 'unreadable' | 'too-large' | 'not-json' };
}

/** Sorted by name. Files that are there and cannot be used say why; a folder that is not there is no fault. */
export function readWordFiles(dataFolder: string): WordFile[] {
  return readJsonFiles(join(dataFolder, wordsFolderName), largestWordFile);
}

/** As {@link readWordFiles}, of any folder; `largest` in bytes. */
export function readJsonFiles(folder: string, largest: number): JsonFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, content: contentOf(join(folder, name), largest) }));
}

function contentOf(path: string, largest: number): JsonFile['content'] {
  let descriptor: number | undefined;
  try {
    // A pipe would be waited for, and a start must not wait. Windows has neither the flag nor such files.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const file = fstatSync(descriptor);
    if (!file.isFile()) return { fault: 'unreadable' };
    if (file.size > largest) return { fault: 'too-large' };
    // Drops the byte order mark that some editors put in front.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor));
  } catch (error) {
    return { fault: error instanceof TypeError ? 'not-json' : 'unreadable' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
