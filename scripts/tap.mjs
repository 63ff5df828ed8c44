/** `npm run tap -- [--place kiosk] FORMAT:VALUE [--data DIR]`: taps a card on a simulated reader of a running Foyer. */

import { fail } from './bootstrap/speak.mjs';
import { runCommand } from './bootstrap.mjs';
import { ask, readWordAndFolder } from './launch/control.mjs';

const usage = `npm run tap -- [--place desk|kiosk] FORMAT:VALUE [--data DIR]
  for example H10301:2F623AE (the 26 bits in hexadecimal) or DEC:0006613779 (the printed digits)`;

/** @type {Record<string, string>} */
const faults = {
  'not-simulated':
    'this Foyer does not use the simulated reader there. Start it with npm start -- --reader simulated, ' +
    'or with npm run demo; a kiosk has one where its site has a reader at the kiosk.',
  parity: 'the parity bits of this number are wrong, so no reader would pass it on as a card.',
  restarting: 'the reader process is just being started; try again in a moment.',
  unavailable: 'the reader process is not running just now; try again in a moment.',
};

await runCommand(async () => {
  const { place, rest } = takePlace(process.argv.slice(2));
  const { word, dataFolder } = readWordAndFolder(rest, usage);
  const answer = await ask(dataFolder, { command: 'tap', card: word, place });
  if (answer.ok) {
    process.stdout.write(`tapped ${word}${place === 'kiosk' ? ' at the kiosk' : ''}\n`);
    return 0;
  }
  if (answer.fault === 'format') fail(`${word} is not a card number Foyer can read\n${usage}`, 2);
  return fail(faults[answer.fault] ?? `Foyer refused the tap (${answer.fault})`);
});

/**
 * @param {readonly string[]} given
 * @returns {{ place: 'desk' | 'kiosk', rest: string[] }}
 */
function takePlace(given) {
  /** @type {string[]} */
  const rest = [];
  let place = 'desk';
  const waiting = [...given];
  while (waiting.length > 0) {
    const next = waiting.shift() ?? '';
    if (next === '--place') place = waiting.shift() ?? '';
    else if (next.startsWith('--place=')) place = next.slice('--place='.length);
    else rest.push(next);
  }
  if (place !== 'desk' && place !== 'kiosk') return fail(`--place is desk or kiosk\n${usage}`, 2);
  return { place, rest };
}
