/** Chooses between the two hosts and says why. */
import { join } from 'node:path';
import { repository } from '../bootstrap/speak.mjs';
import { fetchElectron, findElectron } from './electron.mjs';
import { hasDisplay, isSuperuser } from './machine.mjs';

/**
 * @typedef {object} ChosenHost
 * @property {string} name as a person calls it
 * @property {string} why
 * @property {string} program
 * @property {readonly string[]} before arguments that come before those of the host
 */

/**
 * What the choice depends on; tests hand in another one.
 * @typedef {object} Surroundings
 * @property {() => boolean} hasDisplay
 * @property {() => boolean} isSuperuser
 * @property {() => string | null} findElectron
 * @property {(node: string, again: boolean) => Promise<string | null>} fetchElectron why it could not be had
 */

/** @type {Surroundings} */
const here = { hasDisplay, isSuperuser, findElectron, fetchElectron };

/**
 * @param {{ host: 'electron' | 'server' | null, open: boolean }} wanted
 * @param {string} node
 * @param {Surroundings} [around]
 * @returns {Promise<ChosenHost>}
 */
export async function chooseHost({ host, open }, node, around = here) {
  const server = {
    name: 'server host',
    program: node,
    before: [join(repository, 'out', 'main', 'server.js')],
  };
  if (host === 'server') return { ...server, why: 'it was asked for' };
  if (host === null && !open) return { ...server, why: 'no window is to be opened' };
  if (!around.hasDisplay()) return { ...server, why: 'this machine has no display for Electron' };
  if (around.isSuperuser())
    return { ...server, why: 'this is root, under whom Electron runs only without its sandbox' };

  const present = around.findElectron();
  const fault = present === null ? await around.fetchElectron(node, host === 'electron') : null;
  const program = present ?? around.findElectron();
  if (program === null)
    return { ...server, why: `Electron's program is not here, and ${fault ?? 'it could not be fetched'}` };
  const why =
    host === 'electron'
      ? 'it was asked for'
      : `its program ${present === null ? 'has just been fetched' : 'is here'}`;
  return { name: 'Electron', why, program, before: [repository] };
}
