/** Runs one of the built programs of `out/main` from the folder the person is in. */
import { join } from 'node:path';
import { environmentFor } from '../bootstrap/node.mjs';
import { repository } from '../bootstrap/speak.mjs';
import { prepare } from '../bootstrap.mjs';
import { callingFolder } from './arguments.mjs';
import { handOver } from './hand-over.mjs';

/**
 * @param {string} name of the program, without its folder and ending
 * @param {readonly string[]} programArguments
 */
export async function runProgram(name, programArguments) {
  const node = await prepare();
  const file = join(repository, 'out', 'main', `${name}.js`);
  return handOver(node, [file, ...programArguments], environmentFor(node), callingFolder());
}
