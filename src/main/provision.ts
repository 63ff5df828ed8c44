/**
 * `provision --data DIR --file FILE [--config FILE]`: sets an installation up from a file, without questions. All
 * or nothing: a file with faults changes nothing, and a set-up that fails leaves a new folder as it found it. The
 * recovery key is printed once, alone on standard output.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { App } from './app.ts';
import { recoveryKeyFrom } from './core/recovery-key.ts';
import { Refusal } from './core/refusal.ts';
import type { Machine } from './hosts/data-folder.ts';
import { prepareDataFolder } from './hosts/data-folder.ts';
import { findMasterKey, ownKeyFile } from './hosts/key-source.ts';
import { type HostOptions, parseOptions } from './hosts/options.ts';
import { storageFaultWords } from './hosts/storage-fault-words.ts';
import { openApp } from './open-app.ts';
import { createPassphraseHasher } from './passphrase.ts';
import { type PlanBeforeHashing, readPlan } from './provisioning/plan.ts';
import { inWords } from './provisioning/words.ts';
import { deriveKey } from './store/keys.ts';

const usage = 'npm run provision -- --file provision.json [--data DIR] [--config FILE]';

const machine: Machine = {
  platform: process.platform,
  env: process.env,
  homeFolder: homedir(),
  workingFolder: process.cwd(),
};

process.exitCode = await provision(process.argv.slice(2));

async function provision(given: readonly string[]): Promise<number> {
  const { file, rest } = takeFile(given);
  const parsed = parseOptions(rest, machine);
  if (!parsed.ok) return say(2, ...parsed.faults);
  if (file === null) return say(2, usage);
  let text: string;
  try {
    text = readFileSync(resolve(machine.workingFolder, file), 'utf8');
  } catch {
    return say(1, `the file ${file} cannot be read`);
  }
  const folder = dirname(resolve(machine.workingFolder, file));
  const reading = readPlan(text, machine.env, (path) => {
    try {
      return readFileSync(resolve(folder, path));
    } catch {
      return null;
    }
  });
  if (!reading.ok)
    return say(1, ...reading.faults.map(({ key, message }) => `${key === '' ? file : key} ${message}`));
  const { options } = parsed;
  const tidy = rememberFolder(options);
  const code = await setUp(options, reading.plan);
  if (code !== 0) tidy();
  return code;
}

/** `--file FILE` or `--file=FILE`; the rest is for the hosts' own reader of options. */
function takeFile(given: readonly string[]): { readonly file: string | null; readonly rest: string[] } {
  const rest: string[] = [];
  let file: string | null = null;
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    if (word === '--file') {
      index += 1;
      file = given[index] ?? null;
    } else if (word.startsWith('--file=')) file = word.slice('--file='.length);
    else rest.push(word);
  }
  return { file: file === '' ? null : file, rest };
}

async function setUp(options: HostOptions, plan: PlanBeforeHashing): Promise<number> {
  const { dataFolder } = options;
  try {
    prepareDataFolder(dataFolder);
  } catch {
    return say(1, `the data folder ${dataFolder} cannot be made`);
  }
  const key = findMasterKey(options, machine, (size) => randomBytes(size));
  if (!key.ok) return say(1, key.fault);
  const opened = openApp({
    dataFolder,
    masterKey: key.masterKey,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: (size) => randomBytes(size),
    log: () => {},
    demo: null,
    storageLow: () => false,
    tapSimulated: async () => 'unavailable',
    askReaders: async () => ({ ok: false, fault: 'unavailable' }),
    system: process.platform,
  });
  if (!opened.ok) return say(1, storageFaultWords(opened.fault));
  try {
    return await fill(opened.app, plan, key.masterKey ?? '', dataFolder);
  } finally {
    opened.app.close();
  }
}

async function fill(
  app: App,
  plan: PlanBeforeHashing,
  masterKey: string,
  dataFolder: string,
): Promise<number> {
  if (app.state() === 'ready')
    return say(1, `the installation in ${dataFolder} is set up already; nothing was changed`);
  const hasher = createPassphraseHasher(deriveKey(masterKey, 'pepper'));
  const staff = [];
  for (const { passphrase, ...member } of plan.staff)
    staff.push({
      ...member,
      passphraseHash: 'hash' in passphrase ? passphrase.hash : await hasher.hash(passphrase.plain),
    });
  try {
    app.provision({ ...plan, staff });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = Object.entries(error.details.fields ?? {});
    if (fields.length === 0) return say(1, `the set-up was refused (${error.code})`);
    return say(1, ...fields.map(([field, code]) => `${field} ${inWords(code)}`));
  }
  say(
    0,
    `${plan.settings.siteName} is set up in ${dataFolder}. Keep the recovery key on paper: it is shown this once.`,
  );
  process.stdout.write(`recovery key: ${recoveryKeyFrom(masterKey)}\n`);
  return 0;
}

/** Notes what there is; the function it returns removes whatever has come since. */
function rememberFolder(options: HostOptions): () => void {
  const { dataFolder } = options;
  const before = existsSync(dataFolder) ? new Set(readdirSync(dataFolder)) : null;
  const keyFile = ownKeyFile(options, machine);
  const hadKey = existsSync(keyFile);
  return () => {
    if (!hadKey) rmSync(keyFile, { force: true });
    if (before === null) rmSync(dataFolder, { recursive: true, force: true });
    else
      for (const name of readdirSync(dataFolder))
        if (!before.has(name)) rmSync(join(dataFolder, name), { recursive: true, force: true });
  };
}

function say(exitCode: number, ...sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`foyer: ${sentence}\n`);
  return exitCode;
}
