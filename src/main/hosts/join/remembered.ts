/**
 * What the host last said about the site, so that a kiosk can go on without it: the welcome, the notice in every
 * language, the words and the pictures. Nothing personal; kept in the data folder for a start while the host is away.
 */
import { readFileSync } from 'node:fs';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts';
import { replaceFile } from '../durable-file.ts';

const kept = ['site.welcome', 'notice.current', 'words.site', 'site.picture'] as const;
export type KeptName = (typeof kept)[number] & CallName;

export function isKept(name: string): name is KeptName {
  return kept.some((each) => each === name);
}

export interface Remembered {
  /** In memory at once; what the file system refuses goes to `failed` and is written with the next value. */
  keep<Name extends KeptName>(name: Name, input: CallInput<Name>, value: unknown): void;
  find<Name extends KeptName>(name: Name, input: CallInput<Name>): CallOutput<Name> | null;
}

export function openRemembered(file: string, failed: (error: unknown) => void): Remembered {
  const values = read(file);
  let isWritten = true;
  const keyOf = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`;
  return {
    keep(name, input, value) {
      const key = keyOf(name, input);
      const text = JSON.stringify(value);
      if (values.get(key) === text && isWritten) return;
      values.set(key, text);
      try {
        replaceFile(file, JSON.stringify([...values]));
        isWritten = true;
      } catch (error) {
        isWritten = false;
        failed(error);
      }
    },
    find(name, input) {
      const text = values.get(keyOf(name, input));
      return text === undefined ? null : JSON.parse(text);
    },
  };
}

function read(file: string): Map<string, string> {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][]);
  } catch {
    // Not there yet, or torn: the host says it all again.
    return new Map();
  }
}
