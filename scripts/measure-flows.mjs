/** `npm run measure:flows -- [--visitors N] [--json]`: people at human speed at the kiosk (tests/flows). */
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

await runCommand(async () => {
  await bringSystemPackages(['chromium', 'libusb-1.0-0']);
  const node = await prepare();
  const file = join(repository, 'tests', 'flows', 'measure.ts');
  const nodeArguments = ['--experimental-strip-types', '--no-warnings', file, ...process.argv.slice(2)];
  return handOver(node, nodeArguments, environmentFor(node), repository);
});
