/** How many tests passed, failed and were skipped, from the machine-readable reports of both runners. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {{ status: string }} VitestTest
 * @typedef {{ status: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * A file that could not even be loaded counts as one failed test, or it would be lost.
 * @param {string} file
 * @returns {Counts}
 */
export function countVitest(file) {
  /** @type {{ testResults: VitestFile[] } | null} */
  const report = read(file);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (report === null) return { ...counts, failed: 1 };
  for (const { status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}

/**
 * @param {string} file
 * @returns {Counts}
 */
export function countPlaywright(file) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | null} */
  const report = read(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Errors outside of any test, such as a file that does not compile.
  const outside = unexpected === 0 ? report.errors.length : 0;
  return { passed: expected, failed: unexpected + flaky + outside, skipped };
}

/** @param {string} file */
function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The last line of a test run.
 * @param {readonly Counts[]} all
 */
export function summary(all) {
  /** @param {keyof Counts} key */
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return {
    line: `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
    failed: sum('failed'),
    ran: sum('passed') + sum('failed'),
  };
}
