/**
 * `npm run check [-- NAME…]`: format and lint, types, boundaries, documents, file length. Every check runs, and
 * everything found is printed before the command fails.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { run } from './bootstrap/run.mjs';
import { fail, repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { checkBoundaries } from './checks/boundaries.mjs';
import { checkContractDocument, checkLinks } from './checks/documents.mjs';
import { checkFileLength } from './checks/file-length.mjs';

/** Every folder that is compiled by itself. */
const projects = ['src/shared', 'src/preload', 'src/main', 'src/renderer', 'tests', 'scripts'];

/** @type {Record<string, (node: string) => Promise<string[]>>} */
const checks = {
  format: (node) => tool(node, '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
  types: async (node) => {
    const faults = [];
    for (const project of projects) faults.push(...(await tool(node, 'typescript/bin/tsc', ['-p', project])));
    return faults;
  },
  boundaries: (node) => checkBoundaries(node),
  documents: async (node) => [...(await checkContractDocument(node)), ...checkLinks()],
  length: async () => checkFileLength(),
};

/**
 * @param {string} node
 * @param {string} path below node_modules
 * @param {readonly string[]} toolArguments
 * @returns {Promise<string[]>} nothing when all is well, else what the tool printed
 */
async function tool(node, path, toolArguments) {
  const file = join(repository, 'node_modules', path);
  if (!existsSync(file)) fail(`${path} is missing from node_modules; remove that folder and try again`);
  const { code, output } = await run(node, [file, ...toolArguments], {
    cwd: repository,
    env: environmentFor(node),
  });
  return code === 0 ? [] : [output.trimEnd() || `${path} ended with exit code ${code}`];
}

await runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !Object.hasOwn(checks, name));
  if (unknown !== undefined) fail(`unknown check ${unknown}; there are ${Object.keys(checks).join(', ')}`, 2);
  const node = await prepare({ build: false });
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const faults = await check(node);
    process.stdout.write(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
    for (const fault of faults) process.stdout.write(`${fault.replace(/^/gm, '    ')}\n`);
    if (faults.length > 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
