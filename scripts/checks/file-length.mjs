/** Files that have grown past what one person reads in one go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../bootstrap/fingerprint.mjs';
import { repository } from '../bootstrap/speak.mjs';

const mostLines = 300;

/**
 * @param {string} [base] the folder that holds `src`
 * @returns {string[]} one line for each file that is too long
 */
export function checkFileLength(base = repository) {
  return filesUnder(base, 'src')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(base, file), 'utf8').trimEnd().split('\n').length;
      return lines > mostLines ? [`${file}: ${lines} lines, at most ${mostLines}; split it`] : [];
    });
}
