/**
 * `npm run demo`: Foyer with invented people, a simulated reader and the sign-ins on the sign-in page. Its data
 * folder is one of its own and begins afresh at every start, unless `--data` names another.
 */
import { rmSync } from 'node:fs';
import { say } from './bootstrap/speak.mjs';
import { runCommand } from './bootstrap.mjs';
import { askAt } from './launch/control.mjs';
import { controlAddress, defaultDataFolder } from './launch/data-folder.mjs';
import { startFoyer } from './launch/start-foyer.mjs';

await runCommand(async () => {
  const given = process.argv.slice(2);
  const ownFolder = !given.some((argument) => /^--(data|config|help)(=|$)/.test(argument));
  if (ownFolder) await empty(defaultDataFolder(true));
  return startFoyer(given, ['--demo']);
});

/**
 * Removes the last demo, unless it is still running: then its windows come to the front.
 * @param {string} folder
 */
async function empty(folder) {
  const running = await askAt(controlAddress(folder), { command: 'state' }).catch(() => null);
  if (running !== null) return;
  rmSync(folder, { recursive: true, force: true });
  say(`the demo's data begin afresh in ${folder}`);
}
