/**
 * Makes a bare clone usable: dependencies, the right Node and the built program, each only when missing or
 * stale. Every command begins here, so this file and `bootstrap/` run on Node 18 and use no package. What is
 * printed goes to the standard error, because the standard output belongs to the command.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bringBuildUpToDate } from './bootstrap/build.mjs';
import { bringDependenciesUpToDate } from './bootstrap/dependencies.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { findNode } from './bootstrap/node.mjs';
import { Failure, fail, repository } from './bootstrap/speak.mjs';

/**
 * Brings everything up to date, one process at a time. Returns the path of a Node that runs Foyer.
 * @param {{ build?: boolean }} [wanted] `build: false` leaves `out/` alone
 * @returns {Promise<string>}
 */
export async function prepare({ build = true } = {}) {
  return withLock(join(repository, 'out', '.foyer-bootstrap'), async () => {
    await bringDependenciesUpToDate();
    const node = findNode();
    if (build) await bringBuildUpToDate(node);
    return node;
  });
}

/**
 * Runs the body of a command: faults that a person can act on are printed as a sentence, without a stack.
 * @param {() => Promise<number>} body answers the exit code
 */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`foyer: ${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    if (process.argv.length > 2) fail('this command takes no arguments', 2);
    await prepare();
    return 0;
  });
}
