/** The built program in `out/`: made again whenever a source, the configuration or a dependency has changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { environmentFor } from './node.mjs';
import { run } from './run.mjs';
import { fail, repository, say } from './speak.mjs';

/** Everything that `out/` is made from. */
const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The files that must be there for a build to count. */
const products = [
  'out/main/server.js',
  'out/main/core.js',
  'out/renderer/kiosk.html',
  'out/renderer/console.html',
];

/** @param {string} node */
export async function bringBuildUpToDate(node) {
  const marker = join(repository, 'out', '.foyer-build');
  const wanted = fingerprint(repository, sources);
  if (isBuilt(marker, wanted)) return;
  say('building');
  rmSync(marker, { force: true });
  mkdirSync(join(repository, 'out'), { recursive: true });
  const tool = join(repository, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(node, [tool, 'build'], { cwd: repository, env: environmentFor(node) });
  if (code !== 0) {
    process.stderr.write(output);
    fail(`building failed (exit code ${code}; the messages stand above)`);
  }
  writeFileSync(marker, wanted);
}

/**
 * @param {string} marker
 * @param {string} wanted
 */
function isBuilt(marker, wanted) {
  return (
    existsSync(marker) &&
    readFileSync(marker, 'utf8') === wanted &&
    products.every((product) => existsSync(join(repository, product)))
  );
}
