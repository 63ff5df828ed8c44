/**
 * `recover [--data DIR] [--config FILE]`: puts the master key back in its place from the recovery key, which is
 * read from standard input so that it appears in no list of processes and no shell history. Nothing is opened and
 * nothing overwritten; the next start of Foyer uses the key.
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { masterKeyFrom } from './core/recovery-key.ts';
import { type Machine, markerFile } from './hosts/data-folder.ts';
import { writeKeyFile } from './hosts/key-file.ts';
import { ownKeyFile } from './hosts/key-source.ts';
import { parseOptions } from './hosts/options.ts';
import { keyCheck } from './store/keys.ts';

const machine: Machine = {
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  workingFolder: process.cwd(),
};

process.exitCode = await recover();

async function recover(): Promise<number> {
  const parsed = parseOptions(process.argv.slice(2), machine);
  if (!parsed.ok) return say(2, ...parsed.faults);
  const file = ownKeyFile(parsed.options, machine);
  if (process.stdin.isTTY) process.stderr.write('Recovery key: ');
  const masterKey = masterKeyFrom(await firstLine());
  if (masterKey === null)
    return say(1, 'that is not a recovery key: compare it with the paper, letter by letter');
  const expected = expectedCheck(parsed.options.dataFolder);
  if (expected !== null && expected !== keyCheck(masterKey))
    return say(1, `that is the recovery key of another installation, not of ${parsed.options.dataFolder}`);
  const fault = writeKeyFile(file, masterKey);
  if (fault !== null) return say(1, fault);
  return say(0, `the key is in ${file} again; start Foyer`);
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** What the installation's marker says its key must answer to; null where there is no readable marker. */
function expectedCheck(dataFolder: string): string | null {
  try {
    const marker = JSON.parse(readFileSync(join(dataFolder, markerFile), 'utf8')) as { keyCheck?: unknown };
    return typeof marker.keyCheck === 'string' ? marker.keyCheck : null;
  } catch {
    return null;
  }
}

function say(exitCode: number, ...sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`foyer: ${sentence}\n`);
  return exitCode;
}
