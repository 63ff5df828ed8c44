/** What the matrix of screens found, by each value of each dimension. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ screen: string, display: string, mode: string, theme: string, language: string, flaws: string[] }} Look
 * @typedef {{ annotations: { type: string, description?: string }[] }} Test
 * @typedef {{ suites?: Suite[], specs?: { tests: Test[] }[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {Look[]}
 */
function looksOf(suite) {
  const here = (suite.specs ?? []).flatMap(({ tests }) =>
    tests.flatMap(({ annotations }) =>
      annotations
        .filter(({ type }) => type === 'matrix')
        .flatMap(({ description }) => /** @type {Look[]} */ (JSON.parse(description ?? '[]'))),
    ),
  );
  return [...here, ...(suite.suites ?? []).flatMap(looksOf)];
}

/**
 * @param {string} file Playwright's report
 * @returns {string} one line for each value, then one for each different flaw
 */
export function matrixSummary(file) {
  const looks = looksOf(JSON.parse(readFileSync(file, 'utf8')));
  const lines = [`${looks.length} looks, ${looks.filter(({ flaws }) => flaws.length > 0).length} with flaws`];
  for (const dimension of /** @type {const} */ (['screen', 'display', 'mode', 'theme', 'language']))
    for (const [value, group] of Map.groupBy(looks, (look) => look[dimension])) {
      const bad = group.filter(({ flaws }) => flaws.length > 0).length;
      lines.push(`  ${dimension} ${value}: ${group.length} looks, ${bad} with flaws`);
    }
  const flaws = looks.flatMap((look) => look.flaws.map((flaw) => ({ ...look, flaw })));
  for (const [what, group] of Map.groupBy(flaws, ({ screen, flaw }) => `${screen}: ${flaw}`)) {
    const first = group[0];
    if (first === undefined) continue;
    const { display, mode, theme, language } = first;
    lines.push(`${what} (${group.length}, first: ${display}, ${mode}, ${theme}, ${language})`);
  }
  return lines.join('\n');
}
