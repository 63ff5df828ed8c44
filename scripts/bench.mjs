/** `npm run bench -- [--visits N] [--json]`: measures Foyer against its limits (scripts/bench). */
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';

await runCommand(async () => {
  const node = await prepare();
  const file = join(repository, 'scripts', 'bench', 'bench.ts');
  const nodeArguments = ['--experimental-strip-types', '--no-warnings', file, ...process.argv.slice(2)];
  return handOver(node, nodeArguments, environmentFor(node), repository);
});
