/** The arguments of `npm start`; both hosts understand the same ones. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fail } from '../bootstrap/speak.mjs';

const choices = /** @type {const} */ ({
  '--host': ['electron', 'server'],
  '--reader': ['auto', 'simulated', 'none'],
});
const values = ['--data', '--config', '--port', '--listen', '--join', '--code', '--fingerprint'];
const switches = ['--kiosk', '--no-open'];

export const usage = `npm start [-- OPTIONS]
  --host electron|server         which host to use; without it the best one there is
  --kiosk                        lock the windows to the screen
  --data DIR                     the data folder
  --config FILE                  a JSON file with the same settings
  --port N                       the server host's port, 0 for any free one
  --listen ADDRESS[:PORT]        let paired devices in from the network (docs/network.md)
  --join https://HOST:PORT       be a kiosk or console of another Foyer
  --code CODE                    with --join: the pairing code, instead of typing it
  --fingerprint SHA256           with --join: the other Foyer's certificate, instead of comparing it
  --no-open                      open no window, print the addresses only
  --reader auto|simulated|none   use another card reader than the site's settings say`;

/**
 * @typedef {object} StartArguments
 * @property {'electron' | 'server' | null} host
 * @property {boolean} open
 * @property {readonly string[]} forHost everything but `--host`, paths made absolute
 */

/**
 * Checks the arguments, so that a slip is named before anything is installed or built.
 * @param {readonly string[]} given
 * @param {string} folder the folder the command was called in
 * @returns {StartArguments}
 */
export function readStartArguments(given, folder) {
  /** @type {string[]} */
  const forHost = [];
  /** @type {StartArguments['host']} */
  let host = null;
  const waiting = given.flatMap((argument) => {
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
  });
  while (waiting.length > 0) {
    const name = waiting.shift() ?? '';
    if (switches.includes(name)) {
      forHost.push(name);
      continue;
    }
    if (!values.includes(name) && !Object.hasOwn(choices, name)) fail(`unknown option ${name}\n${usage}`, 2);
    const value = waiting.shift();
    if (value === undefined || value === '' || value.startsWith('--')) fail(`${name} needs a value`, 2);
    checkValue(name, value);
    if (name === '--host') host = /** @type {'electron' | 'server'} */ (value);
    else forHost.push(name, name === '--data' || name === '--config' ? absolute(folder, value) : value);
  }
  const file = configured(forHost[forHost.indexOf('--config') + 1] ?? '', forHost.includes('--config'));
  return {
    host: host ?? file.host,
    open: !forHost.includes('--no-open') && !file.noOpen,
    forHost,
  };
}

/**
 * What of a configuration file matters before a host is chosen. Its faults are the host's to name.
 * @param {string} path
 * @param {boolean} given
 * @returns {{ host: StartArguments['host'], noOpen: boolean }}
 */
function configured(path, given) {
  if (!given) return { host: null, noOpen: false };
  try {
    const { host, noOpen } = JSON.parse(readFileSync(path, 'utf8'));
    return {
      host: host === 'electron' || host === 'server' ? host : null,
      noOpen: noOpen === true,
    };
  } catch {
    return { host: null, noOpen: false };
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function checkValue(name, value) {
  const allowed = /** @type {Record<string, readonly string[]>} */ (choices)[name];
  if (allowed !== undefined && !allowed.includes(value))
    fail(`${name} is ${allowed.join(', ')}, not ${value}`, 2);
  if (name === '--port' && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535))
    fail(`--port is a number from 0 to 65535, not ${value}`, 2);
}

/**
 * @param {string} folder
 * @param {string} path
 */
export function absolute(folder, path) {
  return isAbsolute(path) ? path : join(folder, path);
}

/** The folder the person was in; npm changes to the repository before it runs a script. */
export function callingFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}
