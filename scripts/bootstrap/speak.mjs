/** What the commands say to the person at the terminal, and where the repository is. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A fault that a person can act on: its message is a whole sentence and is all they see. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode 1 when the work failed, 2 when the command was written wrongly
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * @param {string} message
 * @param {number} [exitCode]
 * @returns {never}
 */
export function fail(message, exitCode = 1) {
  throw new Failure(message, exitCode);
}

/** @param {string} message one line for the standard error */
export function say(message) {
  process.stderr.write(`foyer: ${message}\n`);
}
