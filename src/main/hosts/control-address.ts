/**
 * Where a running Foyer can be asked something by its own user: a socket in the data folder, a named pipe on
 * Windows. Imports nothing but Node, so that plain scripts can use it too. What is said there: control.ts.
 */
import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

export const controlSocketName = 'control.sock';

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, with the closing zero (unix(7), unix(4)). */
const longestPath = 103;

/**
 * `DIR/control.sock`. Where that path is too long for a socket, one named after the folder in a folder of the
 * user's own below the temporary one.
 */
export function controlAddress(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  const folder = resolve(dataFolder);
  const name = createHash('sha256')
    .update(platform === 'win32' ? folder.toLowerCase() : folder)
    .digest('hex')
    .slice(0, 32);
  if (platform === 'win32') return `\\\\.\\pipe\\foyer-${name}`;
  const inFolder = join(folder, controlSocketName);
  if (Buffer.byteLength(inFolder) <= longestPath) return inFolder;
  return join(tmpdir(), `foyer-${userInfo().uid}`, `${name}.sock`);
}
