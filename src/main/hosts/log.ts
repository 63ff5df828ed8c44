/**
 * The log: `DIR/log/foyer.log`, one JSON object a line, `at` in epoch milliseconds. Call names, codes and ids,
 * never input. A log that cannot be written must not stop the desk, so nothing here throws.
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../core/ports.ts';
import { logFolder } from './data-folder.ts';

export const logFileName = 'foyer.log';

/** One file holds about a month of a busy desk; with `keep` older ones the log stays below 4 MB. */
const largestFile = 1_000_000;
const keep = 3;
/** A value is a code or an id; anything longer is cut rather than trusted. */
const longestValue = 200;

export interface LogFile {
  readonly log: Log;
  close(): void;
}

/** `now`: epoch milliseconds. */
export function openLog(dataFolder: string, now: () => number, largest = largestFile): LogFile {
  const folder = join(dataFolder, logFolder);
  const file = join(folder, logFileName);
  let descriptor: number | null = null;
  let size = 0;

  function open(): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    descriptor = openSync(file, 'a', 0o600);
    size = fstatSync(descriptor).size;
  }

  function close(): void {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  }

  function rotate(): void {
    close();
    rmSync(`${file}.${keep}`, { force: true });
    for (let age = keep - 1; age >= 0; age -= 1) {
      try {
        renameSync(age === 0 ? file : `${file}.${age}`, `${file}.${age + 1}`);
      } catch {
        // A gap in the row of old files, as at the first rotations.
      }
    }
    open();
  }

  return {
    log(line) {
      try {
        const values = Object.entries(line).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.slice(0, longestValue) : value,
        ]);
        const text = `${JSON.stringify({ at: now(), ...Object.fromEntries(values) })}\n`;
        if (descriptor === null) open();
        if (size > 0 && size + text.length > largest) rotate();
        if (descriptor !== null) size += writeSync(descriptor, text);
      } catch {
        // The disk is full or the folder is gone: the next line tries again.
        close();
      }
    },
    close,
  };
}
