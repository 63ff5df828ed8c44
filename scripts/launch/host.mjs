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
 * @param {{ host: 'electron' | 'server' | null, open: boolean }} wanted
 * @param {string} node
 * @returns {Promise<ChosenHost>}
 */
export async function chooseHost(wanted, node) {
  /** @param {string} why */
  const server = (why) => ({
    name: 'server host',
    why,
    program: node,
    before: [join(repository, 'out', 'main', 'server.js')],
  });
  /**
   * @param {string} program
   * @param {string} why
   */
  const electron = (program, why) => ({ name: 'Electron', why, program, before: [repository] });

  if (wanted.host === 'server') return server('it was asked for');
  if (wanted.host === null) {
    if (!wanted.open) return server('no window is to be opened');
    if (!hasDisplay()) return server('this machine has no display');
    if (isSuperuser())
      return server('Electron keeps its sandbox only under an ordinary user, and this is root');
  }
  const present = findElectron();
  if (present !== null)
    return electron(present, wanted.host === null ? 'its program is here' : 'it was asked for');
  const fault = await fetchElectron(node, wanted.host === 'electron');
  const fetched = findElectron();
  if (fetched !== null) return electron(fetched, 'its program has just been fetched');
  return server(`Electron's program is not here and ${fault ?? 'it could not be fetched'}`);
}
