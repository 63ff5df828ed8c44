import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Machine } from '../../src/main/hosts/data-folder.ts';
import {
  chooseKey,
  type KeyRing,
  openKey,
  sealedKeyFile,
  trustedKeyRing,
} from '../../src/main/hosts/electron/key-store.ts';

let folder = '';
let lines: Record<string, unknown>[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-key-'));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A key ring that seals by reversing, marked with its own secret. */
function ring(backend: string, secret = 'one', more: Partial<KeyRing> = {}): KeyRing {
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (plain: string) => Buffer.from(`${secret}:${[...plain].reverse().join('')}`),
    async decryptStringAsync(sealed: Buffer) {
      const [by, text = ''] = sealed.toString().split(':');
      if (by !== secret) throw new Error('sealed by another');
      return { result: [...text].reverse().join(''), shouldReEncrypt: false };
    },
    ...more,
  } as KeyRing;
}

function open(keyRing: KeyRing, env: Record<string, string> = {}, keyFile: string | null = null) {
  const machine: Machine = { platform: 'linux', env, homeFolder: folder, workingFolder: folder };
  return openKey({
    options: { dataFolder: folder, keyFile },
    machine,
    ring: keyRing,
    random: randomBytes,
    log: (line) => void lines.push(line),
  });
}

test('only a key ring of the desktop is trusted', async () => {
  const trusted = (keyRing: KeyRing, platform: NodeJS.Platform = 'linux') =>
    trustedKeyRing(keyRing, platform, (line) => void lines.push(line));
  for (const backend of ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])
    expect(await trusted(ring(backend))).toBe(backend);
  for (const backend of ['basic_text', 'unknown', '', 'something_new'])
    expect(await trusted(ring(backend)), backend).toBe(null);
  const away = { isAsyncEncryptionAvailable: async () => false };
  expect(await trusted(ring('kwallet6', 'one', away))).toBe(null);
  expect(await trusted(ring('', 'one'), 'win32')).toBe('win32');
  expect(await trusted(ring('', 'one', away), 'darwin')).toBe(null);
  expect(lines[0]).toEqual({ event: 'key-ring-refused', backend: 'basic_text' });
});

test('a new installation seals a new key, and finds it again', async () => {
  const first = await open(ring('gnome_libsecret'));
  expect(first).toMatchObject({ ok: true, masterKey: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(statSync(join(folder, sealedKeyFile)).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual([sealedKeyFile]);
  expect(readFileSync(join(folder, sealedKeyFile), 'latin1')).not.toContain(
    first.ok ? first.masterKey : 'none',
  );
  writeFileSync(join(folder, 'foyer.db'), 'x');
  expect(await open(ring('gnome_libsecret'))).toEqual(first);
});

test('without a key ring to trust, the key is in a file, and the log says so', async () => {
  const first = await open(ring('basic_text'));
  expect(existsSync(join(folder, sealedKeyFile))).toBe(false);
  expect(first).toMatchObject({
    ok: true,
    masterKey: readFileSync(join(folder, 'foyer.key'), 'utf8').trim(),
  });
  expect(lines).toEqual([
    { event: 'key-ring-refused', backend: 'basic_text' },
    { event: 'key-source', way: 'key-file' },
  ]);
});

test.each([
  ['a key ring that was made anew', ring('gnome_libsecret', 'two')],
  ['a key ring that is no longer to be trusted', ring('basic_text')],
  [
    'a key ring that gives something else back',
    ring('gnome_libsecret', 'one', {
      decryptStringAsync: async () => ({ result: 'nonsense', shouldReEncrypt: false }),
    }),
  ],
])('%s makes no new key', async (_what, later) => {
  await open(ring('gnome_libsecret'));
  const sealed = readFileSync(join(folder, sealedKeyFile));
  expect(await open(later)).toEqual({ ok: true, masterKey: null });
  expect(readFileSync(join(folder, sealedKeyFile))).toEqual(sealed);
  expect(readdirSync(folder)).toEqual([sealedKeyFile]);
});

test('a database without any key gets none made up', async () => {
  writeFileSync(join(folder, 'foyer.db'), 'x');
  expect(await open(ring('gnome_libsecret'))).toEqual({ ok: true, masterKey: null });
  expect(readdirSync(folder)).toEqual(['foyer.db']);
});

test('a key file goes before the key ring, wherever it is named', async () => {
  const key = 'ab'.repeat(32);
  const file = join(folder, 'elsewhere.key');
  writeFileSync(file, key, { mode: 0o600 });
  const untouchable = ring('gnome_libsecret', 'one', {
    getSelectedStorageBackend: () => {
      throw new Error('asked');
    },
  });
  expect(await open(untouchable, { FOYER_KEY_FILE: file })).toEqual({ ok: true, masterKey: key });
  expect(await open(untouchable, {}, file)).toEqual({ ok: true, masterKey: key });
  writeFileSync(join(folder, 'foyer.key'), key, { mode: 0o600 });
  expect(await open(untouchable)).toEqual({ ok: true, masterKey: key });
});

test('a key the ring wants sealed anew is sealed anew', async () => {
  await open(ring('gnome_libsecret'));
  const rotated = ring('gnome_libsecret', 'two', {
    decryptStringAsync: async () => ({ result: 'cd'.repeat(32), shouldReEncrypt: true }),
  });
  expect(await open(rotated)).toEqual({ ok: true, masterKey: 'cd'.repeat(32) });
  expect(readFileSync(join(folder, sealedKeyFile), 'utf8')).toMatch(/^two:/);
});

test('a folder that cannot be written to is a fault with a sentence, not a key', async () => {
  rmSync(folder, { recursive: true });
  expect(await open(ring('gnome_libsecret'))).toMatchObject({
    ok: false,
    fault: expect.stringContaining(folder),
  });
});

test('the way to the key, in every situation', () => {
  const situations = [false, true].flatMap((keyFile) =>
    [false, true].flatMap((sealedKey) =>
      [false, true].flatMap((installation) =>
        [false, true].map((trustedRing) => ({ keyFile, sealedKey, installation, trustedRing })),
      ),
    ),
  );
  for (const situation of situations) {
    const way = chooseKey(situation);
    if (situation.keyFile) expect(way).toBe('key-file');
    // Where there is data or a sealed key, nothing makes a new key.
    else if (situation.sealedKey || situation.installation) expect(['unseal', 'none']).toContain(way);
    if (way === 'unseal' || way === 'seal-new') expect(situation.trustedRing).toBe(true);
  }
});
