/** Runs the program a command is about: same terminal, signals passed on, its exit code is the command's. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fail } from '../bootstrap/speak.mjs';

/**
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [cwd]
 * @returns {Promise<number>}
 */
export function handOver(program, programArguments, env, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...programArguments], {
      stdio: 'inherit',
      env,
      ...(cwd === undefined ? {} : { cwd }),
    });
    // A terminal sends Ctrl-C to both processes already; a second copy would mean "stop at once".
    const atTerminal = process.stdin.isTTY === true;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => {
        if (!(signal === 'SIGINT' && atTerminal)) child.kill(signal);
      });
    child.on('error', (error) => {
      try {
        fail(`${program} cannot be started: ${error.message}`);
      } catch (failure) {
        reject(failure);
      }
    });
    child.on('close', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal])),
    );
  });
}
