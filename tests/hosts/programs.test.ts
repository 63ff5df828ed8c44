import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { recoveryKeyFrom } from '../../src/main/core/recovery-key.ts';
import { keyCheck } from '../../src/main/store/keys.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

const masterKey = '5a'.repeat(32);

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly words: string;
}

function run(program: string, given: readonly string[], input = ''): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../src/main/${program}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...given]);
  const heard = { output: '', words: '' };
  child.stdout.on('data', (piece) => {
    heard.output += String(piece);
  });
  child.stderr.on('data', (piece) => {
    heard.words += String(piece);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}

describe('recover', () => {
  function setUp() {
    const folder = temporaryFolder();
    const file = join(folder, 'foyer.key');
    return { folder, file, recover: (input: string) => run('recover', ['--data', folder], input) };
  }

  it('puts the key back, however the paper was typed', async () => {
    const { file, recover } = setUp();
    const { code, words } = await recover(
      `${recoveryKeyFrom(masterKey).toLowerCase().replaceAll('-', ' ')}\n`,
    );
    expect([code, readFileSync(file, 'utf8')]).toEqual([0, `${masterKey}\n`]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(words).not.toContain(masterKey);
  });

  it('notices a slip', async () => {
    const { file, recover } = setUp();
    const key = recoveryKeyFrom(masterKey);
    const { code, words } = await recover(`${key[0] === '7' ? '8' : '7'}${key.slice(1)}\n`);
    expect([code, existsSync(file)]).toEqual([1, false]);
    expect(words).toContain('letter by letter');
  });

  it('notices the key of another installation', async () => {
    const { folder, file, recover } = setUp();
    const marker = { installationId: 'i', keyCheck: keyCheck('77'.repeat(32)) };
    writeFileSync(join(folder, 'foyer.installation.json'), JSON.stringify(marker));
    const { code, words } = await recover(recoveryKeyFrom(masterKey));
    expect([code, existsSync(file)]).toEqual([1, false]);
    expect(words).toContain('another installation');
  });

  it('writes over no key', async () => {
    const { file, recover } = setUp();
    writeFileSync(file, 'kept');
    const { code } = await recover(recoveryKeyFrom(masterKey));
    expect([code, readFileSync(file, 'utf8')]).toEqual([1, 'kept']);
  });

  it('says what it does not understand', async () => {
    expect((await run('recover', ['--dta', 'x'])).words).toContain('--dta is not an option');
  });
});

describe('the server host as a program', () => {
  it('names every wrong option, and makes nothing', async () => {
    const folder = join(temporaryFolder(), 'data');
    const { code, output, words } = await run('server', ['--data', folder, '--port', 'x', '--what', '1']);
    expect([code, output, existsSync(folder)]).toEqual([2, '', false]);
    expect(words.trim().split('\n')).toHaveLength(2);
  });

  it('says when its data folder cannot be used', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, words } = await run('server', ['--data', file, '--no-open']);
    expect(code).toBe(1);
    expect(words).toContain(`the data folder ${file} cannot be used (EEXIST)`);
  });
});
