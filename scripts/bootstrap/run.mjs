/** Runs another program to its end, with what it prints on the standard error or kept for later. */
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 + 15 after the time limit, 127 when the program cannot be started
 * @property {string} output what it printed on both outputs; empty when `shown`
 * @property {string} answer what it printed on the standard output alone
 */

/**
 * @param {string} program
 * @param {readonly string[]} programArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shown?: boolean, shell?: boolean, limitMs?: number }} [settings]
 *   `shown` passes the output on to the standard error at once
 * @returns {Promise<Finished>}
 */
export function run(program, programArguments, settings = {}) {
  const { cwd, env = process.env, shown = false, shell = false, limitMs } = settings;
  return new Promise((resolve) => {
    const child = spawn(program, [...programArguments], {
      ...(cwd === undefined ? {} : { cwd }),
      env,
      shell,
      stdio: shown ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    /** @type {Buffer[]} */
    const answer = [];
    child.stdout?.on('data', (chunk) => {
      chunks.push(chunk);
      answer.push(chunk);
    });
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const timer = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), limitMs);
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      const [output, printed] = [chunks, answer].map((pieces) => Buffer.concat(pieces).toString('utf8'));
      resolve({ code, output: output ?? '', answer: printed ?? '' });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 128 + 15));
  });
}
