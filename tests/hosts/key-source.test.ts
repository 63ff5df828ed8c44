import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFile, type Machine, markerFile } from '../../src/main/hosts/data-folder.ts';
import { writeKeyFile } from '../../src/main/hosts/key-file.ts';
import { findMasterKey } from '../../src/main/hosts/key-source.ts';
import { databaseFileName, markerFileName } from '../../src/main/store/open.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const keys = { kept: 'ab'.repeat(32), other: 'cd'.repeat(32), made: '07'.repeat(32) };
const random = (size: number): Uint8Array => new Uint8Array(size).fill(7);

function setUp() {
  const folder = temporaryFolder();
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  return {
    folder,
    dataFolder,
    keyFile: join(dataFolder, 'foyer.key'),
    find: (env: Machine['env'] = {}, keyFile: string | null = null) =>
      findMasterKey(
        { dataFolder, keyFile },
        { platform: 'linux', env, homeFolder: folder, workingFolder: folder },
        random,
      ),
  };
}

function put(file: string, key: string): string {
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return file;
}

it('calls the database by the names the store gives it', () => {
  expect([databaseFile, markerFile]).toEqual([databaseFileName, markerFileName]);
});

describe('the master key', () => {
  it('is made for a new installation, for its owner only', () => {
    const { find, keyFile } = setUp();
    expect(find()).toEqual({ ok: true, masterKey: keys.made });
    expect(readFileSync(keyFile, 'utf8')).toBe(`${keys.made}\n`);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it('is the same the next time', () => {
    const { find, keyFile } = setUp();
    put(keyFile, keys.kept);
    expect(find()).toEqual({ ok: true, masterKey: keys.kept });
  });

  it.each([databaseFile, markerFile])('is never made up beside %s', (name) => {
    const { find, dataFolder, keyFile } = setUp();
    writeFileSync(join(dataFolder, name), '');
    expect(find()).toEqual({ ok: true, masterKey: null });
    expect(existsSync(keyFile)).toBe(false);
  });

  it('comes from systemd first, then from the named file, then from the data folder', () => {
    const { find, folder, keyFile } = setUp();
    put(keyFile, keys.kept);
    const named = put(join(folder, 'named.key'), keys.other);
    const credentials = join(folder, 'credentials');
    mkdirSync(credentials);
    const handed = put(join(credentials, 'foyer.key'), keys.made);
    // What systemd hands over can look readable by a group; see systemd.exec(5).
    chmodSync(handed, 0o440);
    expect(find({ CREDENTIALS_DIRECTORY: credentials }, named)).toEqual({ ok: true, masterKey: keys.made });
    expect(find({}, named)).toEqual({ ok: true, masterKey: keys.other });
    expect(find({ FOYER_KEY_FILE: 'named.key' })).toEqual({ ok: true, masterKey: keys.other });
    expect(find({ CREDENTIALS_DIRECTORY: folder })).toEqual({ ok: true, masterKey: keys.kept });
  });

  it('of a new installation is put where the administrator wants it', () => {
    const { find, folder, keyFile } = setUp();
    const named = join(folder, 'keys', 'foyer.key');
    expect(find({}, named)).toEqual({ ok: true, masterKey: keys.made });
    expect(existsSync(named)).toBe(true);
    expect(existsSync(keyFile)).toBe(false);
  });

  it.each([0o640, 0o604, 0o644, 0o660])('is refused when others may read it (mode %o)', (mode) => {
    const { find, keyFile } = setUp();
    chmodSync(put(keyFile, keys.kept), mode);
    const found = find();
    expect(found.ok ? '' : found.fault).toContain('can be read by others');
    expect(found.ok ? '' : found.fault).toContain(`chmod 600 ${keyFile}`);
  });

  it.each(['', 'short', 'ab'.repeat(33), 'zz'.repeat(32)])('is refused when it is %j', (content) => {
    const { find, keyFile } = setUp();
    put(keyFile, content);
    const found = find();
    expect(found.ok ? '' : found.fault).toContain('holds no key');
    expect(found.ok ? '' : found.fault).not.toContain(content || 'never');
    expect(readFileSync(keyFile, 'utf8')).toBe(`${content}\n`);
  });

  it('that cannot be read is named, and nothing is made instead', () => {
    const { find, keyFile } = setUp();
    mkdirSync(keyFile, { mode: 0o700 });
    const found = find();
    expect(found.ok ? '' : found.fault).toContain(`${keyFile} cannot be read (EISDIR)`);
  });
});

it('never writes a key over another', () => {
  const { keyFile } = setUp();
  put(keyFile, keys.kept);
  expect(writeKeyFile(keyFile, keys.other)).toContain('already a key file');
  expect(readFileSync(keyFile, 'utf8')).toBe(`${keys.kept}\n`);
});
