/** `npm run screens`: takes every picture of docs/screens anew and writes their index. */
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

await runCommand(async () => {
  await bringSystemPackages();
  const node = await prepare();
  const tool = join(repository, 'node_modules', 'playwright', 'cli.js');
  const env = { ...environmentFor(node), FOYER_SCREENS: '1' };
  // One after another: the index comes last.
  return handOver(node, [tool, 'test', '--workers=1', ...process.argv.slice(2)], env, repository);
});
