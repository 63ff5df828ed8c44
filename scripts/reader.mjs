/**
 * `npm run reader -- list | watch | probe`: card readers on a terminal (scripts/reader). Needs no running Foyer and
 * no data folder.
 */
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';

await runCommand(async () => {
  // Runs from the sources, so nothing has to be built.
  const node = await prepare({ build: false });
  const file = join(repository, 'scripts', 'reader', 'reader.ts');
  const nodeArguments = ['--experimental-strip-types', '--no-warnings', file, ...process.argv.slice(2)];
  return handOver(node, nodeArguments, environmentFor(node));
});
