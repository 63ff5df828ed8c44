/** Which part of the matrices of screens is run. */

const parts = ['kiosk', 'console'];

/** @param {string} text */
function whole(text) {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a whole number: ${text}`);
  return Number(text);
}

/**
 * @param {{ only?: string, walk?: string, sample?: string, seed?: string }} asked
 * @returns {{ which: string, playwright: readonly string[] }} `which`: the looks, as dimensions.ts of a matrix reads
 *   them; `playwright`: its arguments
 * @throws {Error} for what is not there
 */
export function matrixChoice({ only, walk, sample, seed }) {
  if (only !== undefined && !parts.includes(only)) throw new Error(`no matrix of ${only}`);
  if (seed !== undefined && sample === undefined)
    throw new Error('a seed draws a sample: --sample is missing');
  const which = sample === undefined ? 'all' : `${whole(sample)} ${whole(seed ?? '1')}`;
  const literal = walk?.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    which,
    playwright: [
      ...(only === undefined ? parts : [only]).map((part) => `tests/${part}/matrix/matrix.spec.ts`),
      ...(literal === undefined ? [] : ['--grep', literal]),
    ],
  };
}
