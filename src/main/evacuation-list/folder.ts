/**
 * The file of the evacuation list in a folder of the site: one name, without anyone's; written beside it, flushed
 * and renamed, so that there is always a whole one.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { FolderFault } from '../../shared/contract/evacuation-list.ts';

export const listFileName = 'foyer-evacuation-list.pdf';
const temporaryName = `.${listFileName}.new`;
/** The shortest clock of contact details: a list that cannot be renewed does not outlive it. */
const oldestListMs = 24 * 60 * 60 * 1000;

export function folderFault(folder: string, dataFolder: string): FolderFault | null {
  if (!isAbsolute(folder)) return 'folder-absolute';
  // A purge searches the data folder for deleted names, and a PDF packs its text.
  const inside = relative(resolve(dataFolder), resolve(folder));
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) return 'folder-data';
  try {
    return statSync(folder).isDirectory() ? null : 'folder-missing';
  } catch (error) {
    return faultOf(error);
  }
}

export function writeList(folder: string, bytes: Uint8Array): void {
  const temporary = join(folder, temporaryName);
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(folder, listFileName));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A list that is older than a day, by the file's own time. */
export function removeOldList(folder: string, now: number): void {
  const file = join(folder, listFileName);
  try {
    if (now - statSync(file).mtimeMs > oldestListMs) rmSync(file);
  } catch {
    // There is none, or the folder is gone with it.
  }
}

export function removeList(folder: string): void {
  rmSync(join(folder, temporaryName), { force: true });
  rmSync(join(folder, listFileName), { force: true });
}

/** Writes and removes a file that says nothing. */
export function tryFolder(folder: string): void {
  const file = join(folder, temporaryName);
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, 'Foyer');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

export function faultOf(error: unknown): FolderFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-missing';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'folder-full';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'folder-not-writable';
  return 'folder-failed';
}
