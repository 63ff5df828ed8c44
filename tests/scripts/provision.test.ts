import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/main/app.ts';
import { masterKeyFrom } from '../../src/main/core/recovery-key.ts';
import { openApp } from '../../src/main/open-app.ts';

const repository = join(import.meta.dirname, '../..');
const example = join(repository, 'docs/provision.example.json');
const passphrases = { FOYER_ADMIN_PASSPHRASE: 'correct horse battery', FOYER_DESK_PASSPHRASE: 'front desk' };

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-provision-'));
  data = join(folder, 'data');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function provision(given: readonly string[], env: Record<string, string> = passphrases): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', join(repository, 'src/main/provision.ts'), ...given],
      { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } },
    );
    let out = '';
    let err = '';
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

function writePlan(change: (plan: Record<string, unknown>) => void): string {
  const plan = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>;
  change(plan);
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  return file;
}

function open(masterKey: string | null): App {
  const opened = openApp({
    dataFolder: data,
    masterKey,
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: (size) => randomBytes(size),
    log: () => {},
    demo: null,
    storageLow: () => false,
    tapSimulated: async () => null,
    askReaders: async () => ({ ok: false, fault: 'unavailable' }),
    system: 'test',
  });
  if (!opened.ok) throw new Error(opened.fault);
  return opened.app;
}

describe('unattended set-up', () => {
  test('the example sets a site up; its staff can sign in, the recovery key is the key', async () => {
    const result = await provision(['--data', data, '--file', example]);
    expect(result.code, result.err).toBe(0);
    expect(result.out).toMatch(/^recovery key: [0-9A-Z-]+\n$/);
    const key = readFileSync(join(data, 'foyer.key'), 'utf8').trim();
    expect(masterKeyFrom(result.out.slice('recovery key: '.length))).toBe(key);
    expect(statSync(join(data, 'foyer.key')).mode & 0o777).toBe(0o600);
    const app = open(key);
    const signIn = (userName: string, passphrase: string) =>
      app.call({ door: 'console', connectionId: userName }, 'staff.signIn', { userName, passphrase });
    expect((await signIn('desk', passphrases.FOYER_DESK_PASSPHRASE)).ok).toBe(true);
    expect((await signIn('admin', passphrases.FOYER_ADMIN_PASSPHRASE)).ok).toBe(true);
    expect(await signIn('desk', 'something else')).toMatchObject({ ok: false, code: 'wrong-passphrase' });
    app.close();
  });

  test('a file with faults names each on a line of its own and makes no folder', async () => {
    const file = writePlan((plan) => {
      plan.retention = { contactDays: 0, visitDays: 'long', cardLinkDays: 3 };
      plan.color = 'red';
    });
    const result = await provision(['--data', data, '--file', file]);
    expect(result.code).toBe(1);
    expect(result.err.trim().split('\n').sort()).toEqual([
      'foyer: color is not a key Foyer knows',
      'foyer: retention.contactDays is from 1 to 90 days',
      'foyer: retention.visitDays is not of type number',
    ]);
    expect(existsSync(data)).toBe(false);
  });

  test('a fault that only shows at the end leaves a new folder as it was', async () => {
    const file = writePlan((plan) => {
      Object.assign(plan.settings as object, { languages: ['en', 'xx'], defaultLanguage: 'en' });
    });
    mkdirSync(data);
    writeFileSync(join(data, 'note.txt'), 'mine');
    const result = await provision(['--data', data, '--file', file]);
    expect(result.code).toBe(1);
    expect(result.err).toBe(
      'foyer: settings.languages names a language the kiosk has no words in (it has da, en, de, sv, nb, pl, fr, es and those of the files in words)\n',
    );
    expect(readdirSync(data)).toEqual(['note.txt']);
  });

  test('a language of a file in the data folder can be offered from the start', async () => {
    const file = writePlan((plan) => {
      Object.assign(plan.settings as object, { languages: ['fi', 'pl'], defaultLanguage: 'fi' });
    });
    mkdirSync(join(data, 'words'), { recursive: true });
    writeFileSync(join(data, 'words', 'fi.json'), '{"kiosk":{"attract":{"greeting":"Tervetuloa."}}}');
    expect(await provision(['--data', data, '--file', file])).toMatchObject({ code: 0 });
    expect(readdirSync(join(data, 'words'))).toEqual(['fi.json']);
  });

  test('a site that is set up already stays as it is', async () => {
    await provision(['--data', data, '--file', example]);
    const before = readFileSync(join(data, 'foyer.key'), 'utf8');
    const result = await provision(['--data', data, '--file', example]);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain('is set up already');
    expect(readFileSync(join(data, 'foyer.key'), 'utf8')).toBe(before);
    const app = open(before.trim());
    expect(app.state()).toBe('ready');
    app.close();
  });

  test('a data folder in use is left alone', async () => {
    await provision(['--data', data, '--file', example]);
    const app = open(readFileSync(join(data, 'foyer.key'), 'utf8').trim());
    const files = readdirSync(data);
    const result = await provision(['--data', data, '--file', example]);
    expect(result.code).toBe(1);
    expect(result.err).toContain('another program has the database open');
    expect(readdirSync(data)).toEqual(files);
    app.close();
  });

  test.each([
    [['--data', '/tmp/x'], 'npm run provision -- --file'],
    [['--file'], 'npm run provision -- --file'],
    [['--fiel', 'x'], '--fiel is not an option'],
  ])('%j is refused with how it is written', async (given, message) => {
    const result = await provision(given);
    expect(result.code).toBe(2);
    expect(result.err).toContain(message);
  });

  test('a file that is not there is named', async () => {
    expect(await provision(['--data', data, '--file', 'gone.json'])).toEqual({
      code: 1,
      out: '',
      err: 'foyer: the file gone.json cannot be read\n',
    });
  });
});
