/** Asks a running Foyer something through its control socket (protocol: src/main/hosts/control.ts). */
import { connect } from 'node:net';
import { fail } from '../bootstrap/speak.mjs';
import { absolute, callingFolder } from './arguments.mjs';
import { controlAddress, defaultDataFolder } from './data-folder.mjs';

/** A tap travels to the reader's process and back; longer than this means that nobody listens. */
const answerWithinMs = 10_000;

/** Exit code when no Foyer runs. */
const notRunning = 3;

/** @typedef {{ ok: true, url?: string } | { ok: false, fault: string }} Answer */

/**
 * @param {string} address
 * @param {object} question
 * @returns {Promise<Answer | null>} null when nobody answers at the address
 */
export function askAt(address, question) {
  return new Promise((answer, reject) => {
    const socket = connect(address);
    let received = '';
    socket.setEncoding('utf8');
    socket.setTimeout(answerWithinMs, () => socket.destroy(new Error('no answer')));
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`));
    socket.on('data', (piece) => {
      received += piece;
      const end = received.indexOf('\n');
      if (end < 0) return;
      socket.end();
      try {
        answer(JSON.parse(received.slice(0, end)));
      } catch (error) {
        reject(error);
      }
    });
    socket.on('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'ENOENT' || code === 'ECONNREFUSED') answer(null);
      else reject(error);
    });
    socket.on('close', () => answer(null));
  });
}

/**
 * Asks the Foyer of the data folder, else the one of the default folder, else a running demo.
 * @param {string | null} dataFolder
 * @param {object} question
 * @returns {Promise<Answer>}
 */
export async function ask(dataFolder, question) {
  const folders = dataFolder === null ? [defaultDataFolder(false), defaultDataFolder(true)] : [dataFolder];
  for (const folder of folders) {
    let answer;
    try {
      answer = await askAt(controlAddress(folder), question);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fail(`the Foyer of ${folder} does not answer (${why})`);
    }
    if (answer !== null) return answer;
  }
  return fail(
    `no Foyer is running with the data folder ${folders.join(' or ')}. ` +
      `Start one with npm start${dataFolder === null ? ', or name its folder with --data DIR' : ''}.`,
    notRunning,
  );
}

/**
 * Reads `WORD [--data DIR]` in any order.
 * @param {readonly string[]} given
 * @param {string} usage
 * @returns {{ word: string, dataFolder: string | null }}
 */
export function readWordAndFolder(given, usage) {
  /** @type {string[]} */
  const words = [];
  let dataFolder = null;
  const waiting = [...given];
  while (waiting.length > 0) {
    const next = waiting.shift() ?? '';
    if (next === '--data' || next.startsWith('--data=')) {
      const value = next === '--data' ? waiting.shift() : next.slice('--data='.length);
      if (value === undefined || value === '') fail(`--data needs a folder\n${usage}`, 2);
      dataFolder = absolute(callingFolder(), value);
    } else if (next.startsWith('--')) fail(`unknown option ${next}\n${usage}`, 2);
    else words.push(next);
  }
  const [word] = words;
  if (word === undefined || words.length !== 1) return fail(usage, 2);
  return { word, dataFolder };
}
