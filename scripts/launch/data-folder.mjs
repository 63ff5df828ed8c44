/**
 * Where Foyer keeps its data and where a running one can be asked. The program's own words for the same are
 * `src/main/hosts/data-folder.ts` and `control-address.ts`; commands begin on older Nodes that cannot read those,
 * and a test keeps the two in step.
 */
import { createHash } from 'node:crypto';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} homeFolder
 */

/** @type {Machine} */
const thisMachine = { platform: process.platform, env: process.env, homeFolder: homedir() };

/**
 * The data folder when none is named.
 * @param {boolean} demo
 * @param {Machine} [machine]
 */
export function defaultDataFolder(demo, { platform, env, homeFolder } = thisMachine) {
  const name = demo ? 'Foyer Demo' : 'Foyer';
  if (platform === 'win32') return join(env.APPDATA ?? join(homeFolder, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', name);
  const named = env.XDG_DATA_HOME;
  const base = named?.startsWith('/') ? named : join(homeFolder, '.local', 'share');
  return join(base, demo ? 'foyer-demo' : 'foyer');
}

/** Longest path of a socket in bytes, on the system with the shortest. */
const longestPath = 103;

/**
 * The socket, or named pipe on Windows, of a Foyer that uses this data folder.
 * @param {string} dataFolder
 * @param {NodeJS.Platform} [platform]
 */
export function controlAddress(dataFolder, platform = process.platform) {
  const folder = resolve(dataFolder);
  const name = createHash('sha256')
    .update(platform === 'win32' ? folder.toLowerCase() : folder)
    .digest('hex')
    .slice(0, 32);
  if (platform === 'win32') return `\\\\.\\pipe\\foyer-${name}`;
  const inFolder = join(folder, 'control.sock');
  if (Buffer.byteLength(inFolder) <= longestPath) return inFolder;
  return join(tmpdir(), `foyer-${userInfo().uid}`, `${name}.sock`);
}
