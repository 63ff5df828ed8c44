/** Finds Electron's program, and fetches it where that may work, without ever being in the way. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor } from '../bootstrap/node.mjs';
import { run } from '../bootstrap/run.mjs';
import { repository, say } from '../bootstrap/speak.mjs';

/** A download that takes longer is given up: the server host is ready at once. */
const fetchLimitMs = 60_000;

const folder = join(repository, 'node_modules', 'electron');
const failureFile = join(repository, 'node_modules', '.foyer-electron');

const programs = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** The path of Electron's program, or null. `ELECTRON_OVERRIDE_DIST_PATH` names a folder that holds another. */
export function findElectron(env = process.env) {
  const program = programs[process.platform] ?? 'electron';
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = join(elsewhere !== undefined && elsewhere !== '' ? elsewhere : join(folder, 'dist'), program);
  return existsSync(file) ? file : null;
}

/**
 * Fetches Electron once. A failure is remembered until Electron's version changes, so that not every start
 * waits for it; `again` tries all the same.
 * @param {string} node
 * @param {boolean} again
 * @returns {Promise<string | null>} why it is not there, null when it is
 */
export async function fetchElectron(node, again) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!again && existsSync(failureFile) && readFileSync(failureFile, 'utf8') === version)
    return 'it could not be fetched before (npm start -- --host electron tries again)';
  say(`fetching Electron ${version} (at most ${fetchLimitMs / 1000} s)`);
  const { code } = await run(node, [join(folder, 'install.js')], {
    cwd: repository,
    env: environmentFor(node),
    limitMs: fetchLimitMs,
  });
  if (code === 0 && findElectron() !== null) return null;
  writeFileSync(failureFile, version);
  return code === 128 + 15 ? 'fetching it took too long' : 'it could not be fetched';
}
