/** What the matrices of screens found, by each value of each dimension, for the kiosk and the console apart. */
import { readFileSync } from 'node:fs';

/**
 * A look is a value for each dimension of its matrix, and what was wrong.
 * @typedef {Record<string, string> & { flaws: readonly string[] }} Look
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ title: string, file: string, ok: boolean, tests: readonly { annotations: readonly Annotation[] }[] }} Spec
 * @typedef {{ suites?: readonly Suite[], specs?: readonly Spec[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {readonly Spec[]}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/**
 * @param {Spec} spec
 * @returns {readonly Look[]}
 */
function looksOf({ tests }) {
  return tests.flatMap(({ annotations }) =>
    annotations
      .filter(({ type }) => type === 'matrix')
      .flatMap(({ description }) => /** @type {Look[]} */ (JSON.parse(description ?? '[]'))),
  );
}

/** @param {Look} look */
const dimensionsOf = (look) => Object.keys(look).filter((name) => name !== 'flaws');
/** @param {readonly Look[]} looks */
const flawedOf = (looks) => looks.filter(({ flaws }) => flaws.length > 0);

/**
 * @param {string} part of the product
 * @param {readonly Spec[]} specs
 * @returns {readonly string[]}
 */
function partSummary(part, specs) {
  const looks = specs.flatMap(looksOf);
  const lines = [`${part}: ${looks.length} looks, ${flawedOf(looks).length} with flaws`];
  const dimensions = looks[0] === undefined ? [] : dimensionsOf(looks[0]);
  for (const dimension of dimensions)
    for (const [value, group] of Map.groupBy(looks, (look) => look[dimension]))
      lines.push(`  ${dimension} ${value}: ${group.length} looks, ${flawedOf(group).length} with flaws`);
  // The first dimension is what is looked at, the others how.
  const [what = '', ...how] = dimensions;
  const flaws = looks.flatMap((look) => look.flaws.map((flaw) => ({ look, line: `${look[what]}: ${flaw}` })));
  for (const [line, group] of Map.groupBy(flaws, (flaw) => flaw.line)) {
    const first = group[0]?.look;
    lines.push(`${line} (${group.length}, first: ${how.map((name) => first?.[name]).join(', ')})`);
  }
  // A walk may break off, or find what is no look's: its own output says what.
  for (const { ok, title } of specs) if (!ok) lines.push(`failed: ${title}`);
  return lines;
}

/**
 * @param {string} file Playwright's report
 * @returns {{ text: string, looks: number, ok: boolean }} `text` has one line for each value, then one for each
 *   different flaw; `ok`: every walk passed and some look was taken
 */
export function matrixSummary(file) {
  const specs = specsOf(JSON.parse(readFileSync(file, 'utf8')));
  const parts = Map.groupBy(specs, (spec) => spec.file.split(/[\\/]/)[0] ?? '');
  const looks = specs.flatMap(looksOf).length;
  return {
    text: [...parts].flatMap(([part, own]) => partSummary(part, own)).join('\n'),
    looks,
    ok: looks > 0 && specs.every(({ ok }) => ok),
  };
}
