/**
 * Debian packages for the emulated machine, fetched with apt-get and unpacked into a folder. Nothing is installed,
 * so it works for every user and leaves the system as it is.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../bootstrap/run.mjs';
import { Skip } from './skip.mjs';

/**
 * @param {string} folder where the files end up, as they would stand at `/`
 * @param {readonly string[]} names
 * @param {{ withDependencies: boolean }} wanted whether to fetch what the packages need and this system lacks, too
 */
export async function unpackPackages(folder, names, { withDependencies }) {
  const store = join(folder, 'packages');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(store, 'partial'), { recursive: true });
  const fetch = () => (withDependencies ? fetchWithDependencies(store, names) : fetchAlone(store, names));
  let fetched = await fetch();
  if (fetched.code !== 0 && process.getuid?.() === 0) {
    await run('apt-get', ['update']);
    fetched = await fetch();
  }
  if (fetched.code !== 0)
    throw new Skip(`apt-get could not fetch ${names.join(', ')}: ${lastLine(fetched.output)}`);
  for (const file of readdirSync(store).filter((name) => name.endsWith('.deb'))) {
    const unpacked = await run('dpkg-deb', ['--extract', join(store, file), folder]);
    if (unpacked.code !== 0) throw new Skip(`${file} could not be unpacked: ${lastLine(unpacked.output)}`);
  }
  rmSync(store, { recursive: true });
}

/**
 * @param {string} store
 * @param {readonly string[]} names
 */
function fetchWithDependencies(store, names) {
  const settings = [
    // Only the superuser may lock apt's folders, and nothing of them is changed here.
    ...['-o', 'Debug::NoLocking=1', '-o', `Dir::Cache::archives=${store}`],
    ...['--yes', '--no-install-recommends', '--download-only'],
  ];
  return run('apt-get', ['install', ...settings, ...names]);
}

/**
 * @param {string} store
 * @param {readonly string[]} names
 */
function fetchAlone(store, names) {
  return run('apt-get', ['download', ...names], { cwd: store });
}

/**
 * The kernel image that the system's own package of kernels stands for, for example `linux-image-6.1.0-56-amd64`.
 * @param {string} name
 */
export async function dependencyOf(name) {
  const ask = () => run('apt-cache', ['depends', '--important', name]);
  let { answer } = await ask();
  if (answer === '' && process.getuid?.() === 0) {
    await run('apt-get', ['update']);
    ({ answer } = await ask());
  }
  const [, found] = /Depends: (linux-image-\S+)/.exec(answer) ?? [];
  if (found === undefined) throw new Skip(`this system offers no package ${name}`);
  return found;
}

/** @param {string} output */
function lastLine(output) {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

/**
 * Where a program is on the search path; null where it is not.
 * @param {string} name
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}
