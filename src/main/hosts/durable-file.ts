/** Small files that a power cut leaves whole: the old one or the new one. Readable by their owner alone. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** On disk before it returns. `wx` throws `EEXIST` where the file is there already. */
export function writeFlushed(file: string, content: string | Uint8Array, flag: 'w' | 'wx' = 'w'): void {
  const descriptor = openSync(file, flag, 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Written beside the file, flushed, and put in its place. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const half = `${file}.new`;
  writeFlushed(half, content);
  renameSync(half, file);
  syncFolder(dirname(file));
}

/** Without this a power cut can take a new name out of the folder again (fsync(2)). */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
