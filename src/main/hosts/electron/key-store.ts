/**
 * The master key sealed by the desktop's key ring. Where there is none worth the name, the key is in a file of its
 * own, as under the server host (key-source.ts); this file says when.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { Log, RandomBytes } from '../../core/ports.ts';
import { holdsInstallation, type Machine } from '../data-folder.ts';
import { replaceFile } from '../durable-file.ts';
import { type FoundKey, findMasterKey, ownKeyFile } from '../key-source.ts';
import type { HostOptions } from '../options.ts';

export const sealedKeyFile = 'foyer.key.sealed';

export type KeyRing = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** Linux key rings that ask the desktop. `basic_text` seals with a password that stands in Chromium's source. */
const linuxKeyRings: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/** The name of the key ring where it may hold a key, else null. */
export async function trustedKeyRing(
  ring: KeyRing,
  platform: NodeJS.Platform,
  log: Log,
): Promise<string | null> {
  const backend = platform === 'linux' ? ring.getSelectedStorageBackend() : platform;
  const known = platform === 'win32' || platform === 'darwin' || linuxKeyRings.includes(backend);
  if (known && (await ring.isAsyncEncryptionAvailable())) return backend;
  log({ event: 'key-ring-refused', backend });
  return null;
}

/** What is in the data folder. */
export interface KeySituation {
  readonly sealedKey: boolean;
  /** A key file, in the data folder or named by the administrator. */
  readonly keyFile: boolean;
  /** There is or was a database, so that a new key would only hide that the right one is missing. */
  readonly installation: boolean;
  readonly trustedRing: boolean;
}

/**
 * Which way to the key. A key file goes first: it is the administrator's decision. Once a key is sealed, nothing
 * else will do, and without its key ring there is none.
 */
export function chooseKey(situation: KeySituation): 'key-file' | 'unseal' | 'seal-new' | 'none' {
  if (situation.keyFile) return 'key-file';
  if (situation.sealedKey) return situation.trustedRing ? 'unseal' : 'none';
  if (situation.installation) return 'none';
  return situation.trustedRing ? 'seal-new' : 'key-file';
}

const masterKeyShape = /^[0-9a-f]{64}$/;

/** 64 hexadecimal digits, or null when this key ring did not seal the file (it was lost, or is another user's). */
export async function unsealKey(dataFolder: string, ring: KeyRing, log: Log): Promise<string | null> {
  try {
    const sealed = readFileSync(join(dataFolder, sealedKeyFile));
    const { result, shouldReEncrypt } = await ring.decryptStringAsync(sealed);
    if (!masterKeyShape.test(result)) throw new Error('not a key');
    if (shouldReEncrypt) await sealKey(dataFolder, ring, result);
    return result;
  } catch {
    log({ event: 'key-not-unsealed' });
    return null;
  }
}

/** Writes the sealed key so that a power cut leaves the old file or the new one. Throws what the disk says. */
export async function sealKey(dataFolder: string, ring: KeyRing, masterKey: string): Promise<void> {
  const sealed = await ring.encryptStringAsync(masterKey);
  replaceFile(join(dataFolder, sealedKeyFile), sealed);
}

export interface KeyParts {
  readonly options: Pick<HostOptions, 'dataFolder' | 'keyFile'>;
  readonly machine: Machine;
  readonly ring: KeyRing;
  readonly random: RandomBytes;
  readonly log: Log;
}

/** The master key of this installation; as under the server host, one is made up only where there is no data yet. */
export async function openKey({ options, machine, ring, random, log }: KeyParts): Promise<FoundKey> {
  const { dataFolder } = options;
  const { CREDENTIALS_DIRECTORY, FOYER_KEY_FILE } = machine.env;
  const named = Boolean(CREDENTIALS_DIRECTORY || FOYER_KEY_FILE || options.keyFile);
  const keyFile = named || existsSync(ownKeyFile(options, machine));
  const way = chooseKey({
    keyFile,
    sealedKey: existsSync(join(dataFolder, sealedKeyFile)),
    installation: holdsInstallation(dataFolder),
    // Asking a key ring can put a question on the screen, so it is asked only where the answer counts.
    trustedRing: !keyFile && (await trustedKeyRing(ring, machine.platform, log)) !== null,
  });
  log({ event: 'key-source', way });
  switch (way) {
    case 'key-file':
      return findMasterKey(options, machine, random);
    case 'unseal':
      return { ok: true, masterKey: await unsealKey(dataFolder, ring, log) };
    case 'none':
      return { ok: true, masterKey: null };
    case 'seal-new': {
      const masterKey = Buffer.from(random(32)).toString('hex');
      try {
        await sealKey(dataFolder, ring, masterKey);
        return { ok: true, masterKey };
      } catch {
        return { ok: false, fault: `the sealed key cannot be written to ${dataFolder}` };
      }
    }
  }
}
