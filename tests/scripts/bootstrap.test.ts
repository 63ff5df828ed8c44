import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdsEverything } from '../../scripts/bootstrap/dependencies.mjs';
import { fingerprint } from '../../scripts/bootstrap/fingerprint.mjs';
import { withLock } from '../../scripts/bootstrap/lock.mjs';
import { isNewEnough } from '../../scripts/bootstrap/node.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-bootstrap-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['18.19.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('the lock', () => {
  test('work under one lock never overlaps, in one process or several', async () => {
    const lock = join(folder, 'lock');
    const log = join(folder, 'log');
    const program = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(join(import.meta.dirname, '../../scripts/bootstrap/lock.mjs'))};
      await withLock(${JSON.stringify(lock)}, async () => {
        appendFileSync(${JSON.stringify(log)}, 'in\\n');
        await new Promise((resolve) => setTimeout(resolve, 30));
        appendFileSync(${JSON.stringify(log)}, 'out\\n');
      });`;
    await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<void>((resolve) => {
            const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
            child.on('close', () => resolve());
          }),
      ),
    );
    expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(4));
    expect(existsSync(lock)).toBe(false);
  });

  test('a lock whose owner is dead is taken over', async () => {
    const lock = join(folder, 'lock');
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.on('close', resolve));
    writeFileSync(lock, `${child.pid} 1 1`);
    expect(await withLock(lock, async () => 'done')).toBe('done');
  });

  test('a lock that nobody has touched for long is taken over, whoever has its number now', async () => {
    const lock = join(folder, 'lock');
    writeFileSync(lock, `${process.pid} 1 1`);
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(lock, longAgo, longAgo);
    expect(await withLock(lock, async () => 'done')).toBe('done');
  });

  test('a failure gives the lock back and comes out', async () => {
    const lock = join(folder, 'lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});

describe('the dependencies', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  test.each([
    ['all there', wanted, true],
    ['an optional one missing', { 'node_modules/a': wanted['node_modules/a'] }, true],
    ['one missing', { 'node_modules/b': wanted['node_modules/b'] }, false],
    ['another version', { ...wanted, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, false],
    ['another content', { ...wanted, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, false],
  ])('%s', (_name, installed, expected) => {
    const [lock, record] = [join(folder, 'lock.json'), join(folder, 'installed.json')];
    writeFileSync(lock, JSON.stringify({ packages: wanted }));
    writeFileSync(record, JSON.stringify({ packages: installed }));
    expect(holdsEverything(lock, record)).toBe(expected);
  });

  test('the fingerprint changes with content, with names and with words, and with nothing else', () => {
    const of = (words: string[] = []): string => fingerprint(folder, ['a', 'missing'], words);
    writeFileSync(join(folder, 'a'), '1');
    const first = of();
    const later = new Date(Date.now() + 5000);
    utimesSync(join(folder, 'a'), later, later);
    expect(of()).toBe(first);
    expect(of(['x'])).not.toBe(first);
    writeFileSync(join(folder, 'a'), '2');
    expect(of()).not.toBe(first);
  });
});
