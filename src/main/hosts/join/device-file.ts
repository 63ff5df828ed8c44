/**
 * What makes a joined Foyer a device of another: where that one is, the certificate it shows, and the secret. One
 * file in the data folder that only its owner may read; whoever has it is the device until it is revoked.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeviceId, Door } from '../../../shared/vocabulary.ts';
import { replaceFile } from '../durable-file.ts';

export const deviceFileName = 'foyer.device';

export const DeviceFile = z.strictObject({
  /** `https://HOST:PORT`, without a path. */
  host: z.string(),
  /** SHA-256 of the certificate, 32 pairs of hexadecimal digits with colons. */
  fingerprint: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  deviceId: DeviceId,
  role: Door,
  name: z.string(),
  secret: z.string().regex(/^[\w-]{43}$/),
  /** 32 bytes as hexadecimal digits: opens the outbox of a kiosk. */
  outboxKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DeviceFile = z.output<typeof DeviceFile>;

export type ReadDeviceFile =
  | { readonly found: true; readonly device: DeviceFile }
  /** `fault`: a sentence for the terminal; null when there is no such file. */
  | { readonly found: false; readonly fault: string | null };

export function readDeviceFile(dataFolder: string, platform: NodeJS.Platform): ReadDeviceFile {
  const file = join(dataFolder, deviceFileName);
  try {
    if (platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      return { found: false, fault: `the file ${file} can be read by others: chmod 600 ${file}` };
    return { found: true, device: DeviceFile.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { found: false, fault: null };
    const why = code ?? 'it is damaged';
    return { found: false, fault: `the file ${file} cannot be used (${why}); remove it and pair anew` };
  }
}

/** Durable before it returns; a power cut leaves the old file or the new one. */
export function writeDeviceFile(dataFolder: string, device: DeviceFile): void {
  replaceFile(join(dataFolder, deviceFileName), `${JSON.stringify(device, null, 2)}\n`);
}
