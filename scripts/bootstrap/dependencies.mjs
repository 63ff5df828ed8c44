/** The packages in node_modules: installed when missing, replaced when package-lock.json says something else. */
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { isNewEnough, searchPathWithoutTools } from './node.mjs';
import { run } from './run.mjs';
import { fail, repository, say } from './speak.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Installs exactly what package-lock.json names, or leaves things as they are when that is there already.
 * @param {string} [base] the repository
 */
export async function bringDependenciesUpToDate(base = repository) {
  const marker = join(base, 'node_modules', '.foyer-lock');
  const machine = `${process.platform}-${process.arch} `;
  const wanted = machine + fingerprint(base, ['package-lock.json']);
  const installed = join(base, 'node_modules', '.package-lock.json');
  if (existsSync(installed)) {
    const found = existsSync(marker) ? readFileSync(marker, 'utf8') : machine;
    if (found === wanted) return;
    if (found.startsWith(machine) && holdsEverything(join(base, 'package-lock.json'), installed)) {
      writeFileSync(marker, wanted);
      return;
    }
    say('package-lock.json has changed: installing the dependencies again');
  } else {
    say('installing the dependencies (needs the network the first time)');
  }
  rmSync(marker, { force: true });
  const { code, output } = await installWithNpm(base);
  if (code !== 0) {
    process.stderr.write(output);
    fail(
      code === 127
        ? 'npm was not found. Install Node with npm and try again.'
        : `installing the dependencies failed (npm ci, exit code ${code}; its messages stand above). ` +
            'Is the npm registry reachable, and is the disk full?',
    );
  }
  if (!isNewEnough(process.versions.node) && !existsSync(join(base, 'node_modules', 'node', 'bin')))
    await npm(base, ['rebuild', 'node']);
  writeFileSync(marker, wanted);
}

/**
 * True when npm's own record of what it installed names every package of the lock file in the same version, so
 * that an installation made by hand is not made again.
 * @param {string} lockFile
 * @param {string} installedFile
 */
export function holdsEverything(lockFile, installedFile) {
  const wanted = readLock(lockFile);
  const installed = readLock(installedFile);
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link === true) return true;
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version && (integrity === undefined || found.integrity === integrity);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readLock(file) {
  try {
    return /** @type {LockFile} */ (JSON.parse(readFileSync(file, 'utf8'))).packages ?? {};
  } catch {
    return fail(`${file} cannot be read as JSON; restore it from the repository`);
  }
}

/** @param {string} base */
async function installWithNpm(base) {
  // Development packages build the program, so NODE_ENV=production must not leave them out.
  const settings = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const clean = await npm(base, ['ci', ...settings]);
  // A registry that does not offer some other platform's optional packages makes a lock file that `npm ci`
  // calls incomplete; `npm install` takes the same versions from the same file and leaves the file alone.
  return clean.output.includes('EUSAGE') ? npm(base, ['install', '--no-save', ...settings]) : clean;
}

/**
 * @param {string} base
 * @param {readonly string[]} npmArguments
 */
function npm(base, npmArguments) {
  const windows = process.platform === 'win32';
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    // The commands that want Electron fetch it themselves, with a time limit.
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    // The Node of this repository, first on the path in `npm run`, is replaced by the installation.
    PATH: searchPathWithoutTools(),
  };
  delete env.NODE_ENV;
  if (!homeIsWritable()) env.npm_config_cache = join(tmpdir(), `foyer-npm-${process.getuid?.() ?? 'cache'}`);
  const beside = join(dirname(process.execPath), windows ? 'npm.cmd' : 'npm');
  if (existsSync(beside)) env.PATH = [dirname(process.execPath), env.PATH].join(delimiter);
  return run(windows ? 'npm.cmd' : 'npm', npmArguments, { cwd: base, env, shell: windows });
}

function homeIsWritable() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
