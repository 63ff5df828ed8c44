/** The dependency rules of docs/architecture.md, by dependency-cruiser with `.dependency-cruiser.cjs`. */
import { join } from 'node:path';
import { filesUnder } from '../bootstrap/fingerprint.mjs';
import { run } from '../bootstrap/run.mjs';
import { repository } from '../bootstrap/speak.mjs';

/**
 * @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation
 * @typedef {{ modules: { source: string }[], summary: { violations: Violation[] } }} Report
 */

/**
 * @param {string} node
 * @param {string} [base] the folder that holds `src`
 * @returns {Promise<string[]>} one line for each fault
 */
export async function checkBoundaries(node, base = repository) {
  const tool = join(repository, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const rules = join(repository, '.dependency-cruiser.cjs');
  const { output, answer } = await run(node, [tool, '--config', rules, '--output-type', 'json', 'src'], {
    cwd: base,
  });
  /** @type {Report} */
  let report;
  try {
    report = JSON.parse(answer);
  } catch {
    return [`dependency-cruiser did not answer: ${output.slice(0, 2000)}`];
  }
  // A parser that quietly understands nothing would find nothing wrong.
  const seen = new Set(report.modules.map(({ source }) => source));
  const unseen = filesUnder(base, 'src').filter((file) => /\.tsx?$/.test(file) && !seen.has(file));
  return [
    ...unseen.map((file) => `${file}: not read by dependency-cruiser`),
    ...report.summary.violations.map(({ rule, from, to, cycle }) => {
      const way = cycle === undefined ? [to] : cycle.map(({ name }) => name);
      return `${rule.name}: ${[from, ...way].join(' → ')}`;
    }),
  ];
}
