/**
 * One master key in one file: 32 bytes as 64 hexadecimal digits and a line feed. Only its owner may read it, and
 * it is written once and never over another.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeFlushed } from './durable-file.ts';

/** What is wrong with a key file, in a sentence for the person at the terminal. */
export type KeyFile =
  | { readonly found: true; readonly masterKey: string }
  | { readonly found: false; readonly fault: string | null };

/** `fault` is null when there is no such file. `ownerOnly`: refuse a file that others may read. */
export function readKeyFile(file: string, ownerOnly: boolean): KeyFile {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { mode } = fstatSync(descriptor);
    if (ownerOnly && (mode & 0o077) !== 0)
      return {
        found: false,
        fault: `the key file ${file} can be read by others (mode ${(mode & 0o777).toString(8)}): chmod 600 ${file}`,
      };
    const masterKey = readFileSync(descriptor, 'utf8').trim().toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(masterKey))
      return { found: false, fault: `the key file ${file} holds no key: 64 hexadecimal digits are expected` };
    return { found: true, masterKey };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { found: false, fault: null };
    return { found: false, fault: `the key file ${file} cannot be read (${codeOf(error)})` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Writes the key durably, with mode 0600. Null when done, else why not; a file that is already there stays as it
 * is.
 */
export function writeKeyFile(file: string, masterKey: string): string | null {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFlushed(file, `${masterKey}\n`, 'wx');
    syncFolder(dirname(file));
    return null;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return `there is already a key file ${file}, which is left as it is`;
    return `the key file ${file} cannot be written (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
