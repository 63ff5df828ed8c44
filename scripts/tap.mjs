/** `npm run tap -- FORMAT:VALUE [--data DIR]`: taps a card on the simulated reader of a running Foyer. */

import { fail } from './bootstrap/speak.mjs';
import { runCommand } from './bootstrap.mjs';
import { ask, readWordAndFolder } from './launch/control.mjs';

const usage = `npm run tap -- FORMAT:VALUE [--data DIR]
  for example H10301:2F623AE (the 26 bits in hexadecimal) or DEC:0006613779 (the printed digits)`;

/** @type {Record<string, string>} */
const faults = {
  'not-simulated':
    'this Foyer does not use the simulated reader. Start it with npm start -- --reader simulated, ' +
    'or with npm run demo.',
  parity: 'the parity bits of this number are wrong, so no reader would pass it on as a card.',
  unavailable: 'the reader process is not running just now; try again in a moment.',
};

await runCommand(async () => {
  const { word, dataFolder } = readWordAndFolder(process.argv.slice(2), usage);
  const answer = await ask(dataFolder, { command: 'tap', card: word });
  if (answer.ok) {
    process.stdout.write(`tapped ${word}\n`);
    return 0;
  }
  if (answer.fault === 'format') fail(`${word} is not a card number Foyer can read\n${usage}`, 2);
  return fail(faults[answer.fault] ?? `Foyer refused the tap (${answer.fault})`);
});
