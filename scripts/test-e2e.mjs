/** `npm run test:e2e -- ARGS`: the tests of the screens in Chromium alone; arguments go to Playwright. */
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
  return handOver(node, [tool, 'test', ...process.argv.slice(2)], environmentFor(node), repository);
});
