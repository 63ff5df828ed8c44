/** `npm run link -- kiosk|console [--data DIR]`: prints a fresh one-time address of a running server host. */

import { fail } from './bootstrap/speak.mjs';
import { runCommand } from './bootstrap.mjs';
import { ask, readWordAndFolder } from './launch/control.mjs';

const usage = 'npm run link -- kiosk|console [--data DIR]';

await runCommand(async () => {
  const { word, dataFolder } = readWordAndFolder(process.argv.slice(2), usage);
  if (word !== 'kiosk' && word !== 'console') fail(usage, 2);
  const answer = await ask(dataFolder, { command: 'link', door: word });
  if (!answer.ok)
    fail(
      answer.fault === 'no-links'
        ? 'this Foyer runs in Electron, whose windows need no address'
        : `Foyer gave no address (${answer.fault})`,
    );
  process.stdout.write(`${answer.ok ? answer.url : ''}\n`);
  return 0;
});
