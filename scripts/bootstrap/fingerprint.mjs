/** A hash over files, by which "has anything changed" is answered without trusting clocks. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 over the names and contents of files and of everything under folders, hexadecimal. What does not
 * exist counts as absent, not as an error.
 * @param {string} base
 * @param {readonly string[]} paths relative to `base`
 * @param {readonly string[]} [words] anything else that matters, such as the platform
 */
export function fingerprint(base, paths, words = []) {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\n`);
  for (const path of paths)
    for (const file of filesUnder(base, path)) {
      hash.update(`${file}\n`);
      hash.update(
        createHash('sha256')
          .update(readFileSync(join(base, file)))
          .digest(),
      );
    }
  return hash.digest('hex');
}

/**
 * Every file at or under a path, in one order on every machine.
 * @param {string} base
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(base, path) {
  const whole = join(base, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesUnder(base, `${path}/${name}`));
}
