/** Starts Foyer: what `npm start` and `npm run demo` have in common. */

import { environmentFor } from '../bootstrap/node.mjs';
import { say } from '../bootstrap/speak.mjs';
import { prepare } from '../bootstrap.mjs';
import { callingFolder, readStartArguments, usage } from './arguments.mjs';
import { handOver } from './hand-over.mjs';
import { chooseHost } from './host.mjs';
import { cardReaderLibraryAdvice, hasCardReaderLibrary } from './machine.mjs';

/**
 * @param {readonly string[]} given
 * @param {readonly string[]} added arguments of another command that starts Foyer
 */
export async function startFoyer(given, added) {
  if (given.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const wanted = readStartArguments(given, callingFolder());
  const node = await prepare();
  const host = await chooseHost(wanted, node);
  say(`starting the ${host.name}, because ${host.why}`);
  if (!hasCardReaderLibrary()) say(cardReaderLibraryAdvice);
  return handOver(host.program, [...host.before, ...added, ...wanted.forHost], environmentFor(node));
}
