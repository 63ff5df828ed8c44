/**
 * Where the master key comes from, first found:
 * 1. `$CREDENTIALS_DIRECTORY/foyer.key`, which systemd hands to a service (LoadCredential=, systemd.exec(5));
 * 2. the file named by `keyFile` in the configuration or by `FOYER_KEY_FILE`;
 * 3. `foyer.key` in the data folder.
 * A new installation without any gets a new key in the second place if named, else in the third. Where there is,
 * or was, a database, no key is ever made up: the core then answers `missing-key`, and `recover` brings it back.
 */
import { join, resolve } from 'node:path';
import { holdsInstallation, keyFileName, type Machine } from './data-folder.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import type { HostOptions } from './options.ts';

export type FoundKey =
  /** 64 hexadecimal digits; null where there is a database and no key. */
  | { readonly ok: true; readonly masterKey: string | null }
  /** One sentence for the person at the terminal; Foyer does not start. */
  | { readonly ok: false; readonly fault: string };

/** The file that holds the key, or would: where `recover` writes it. */
export function ownKeyFile(
  options: Pick<HostOptions, 'dataFolder' | 'keyFile'>,
  { env, workingFolder }: Pick<Machine, 'env' | 'workingFolder'>,
): string {
  const named = env.FOYER_KEY_FILE;
  return options.keyFile ?? (named ? resolve(workingFolder, named) : join(options.dataFolder, keyFileName));
}

/** `random`: cryptographically strong bytes. */
export function findMasterKey(
  options: Pick<HostOptions, 'dataFolder' | 'keyFile'>,
  machine: Machine,
  random: (size: number) => Uint8Array,
): FoundKey {
  const credentials = machine.env.CREDENTIALS_DIRECTORY;
  if (credentials) {
    // systemd guards this folder itself; with an access list the group bits show the list's mask, not a group.
    const handed = readKeyFile(join(credentials, keyFileName), false);
    if (handed.found) return { ok: true, masterKey: handed.masterKey };
    if (handed.fault !== null) return { ok: false, fault: handed.fault };
  }
  const file = ownKeyFile(options, machine);
  // Windows has no such bits: there the folder of the user's profile keeps others out.
  const kept = readKeyFile(file, machine.platform !== 'win32');
  if (kept.found) return { ok: true, masterKey: kept.masterKey };
  if (kept.fault !== null) return { ok: false, fault: kept.fault };
  if (holdsInstallation(options.dataFolder)) return { ok: true, masterKey: null };

  const masterKey = Buffer.from(random(32)).toString('hex');
  const fault = writeKeyFile(file, masterKey);
  return fault === null ? { ok: true, masterKey } : { ok: false, fault };
}
