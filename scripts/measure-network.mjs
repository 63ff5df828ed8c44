/** `npm run measure:network -- [--seconds N] [--json]`: twenty kiosks and ten consoles on one host (tests/network). */
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';

await runCommand(async () => {
  const node = await prepare();
  const file = join(repository, 'tests', 'network', 'measure.ts');
  const nodeArguments = ['--experimental-strip-types', '--no-warnings', file, ...process.argv.slice(2)];
  return handOver(node, nodeArguments, environmentFor(node), repository);
});
