/** Finds a Node new enough for Foyer: the one that runs this, else the one among the dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail, repository } from './speak.mjs';

/** As in package.json's `engines`. */
const oldest = { major: 22, minor: 12 };

/** @param {string} version for example `24.1.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

const packaged = join(
  repository,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The path of a Node that runs Foyer; fails with advice where there is none. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  if (existsSync(packaged)) {
    const answer = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && isNewEnough(answer.stdout.trim().slice(1))) return packaged;
  }
  return fail(
    `Foyer needs Node ${oldest.major}.${oldest.minor} or newer; this is ${process.versions.node}, and the one that ` +
      'comes with the dependencies is missing. Install a newer Node, or remove the folder node_modules and try again.',
  );
}

/**
 * The environment for programs of the repository: its own tools first, with the Node that runs Foyer.
 * @param {string} node
 */
export function environmentFor(node) {
  const folders = [join(node, '..'), join(repository, 'node_modules', '.bin')];
  return { ...process.env, PATH: [...folders, process.env.PATH ?? ''].join(delimiter) };
}

/** The search path without this repository's own tools, which are about to be replaced. */
export function searchPathWithoutTools() {
  const own = join(repository, 'node_modules');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(delimiter);
}
