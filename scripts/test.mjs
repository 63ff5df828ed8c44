/**
 * `npm test`: everything from a bare clone. System packages, dependencies and the build first, then units and
 * hosts (vitest) and screens (Playwright). The very last line is `N passed, N failed`, over both.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFor } from './bootstrap/node.mjs';
import { fail, repository, say } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';
import { countPlaywright, countVitest, summary } from './testing/counts.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

await runCommand(async () => {
  if (process.argv.length > 2)
    fail('npm test runs everything and takes no arguments; see README.md for less', 2);
  await bringSystemPackages();
  const node = await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  try {
    const counts = [
      await vitest(node, join(folder, 'vitest.json')),
      await playwright(node, join(folder, 'playwright.json')),
    ];
    const { line, failed, ran } = summary(counts);
    process.stdout.write(`${line}\n`);
    return failed > 0 || ran === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} node
 * @param {string} report
 */
async function vitest(node, report) {
  const tool = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
  const settings = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await handOver(node, [tool, ...settings], environmentFor(node), repository);
  return blamed(countVitest(report), code, 'vitest');
}

/**
 * @param {string} node
 * @param {string} report
 */
async function playwright(node, report) {
  const tool = join(repository, 'node_modules', 'playwright', 'cli.js');
  const env = { ...environmentFor(node), FOYER_PLAYWRIGHT_REPORT: report };
  const code = await handOver(node, [tool, 'test'], env, repository);
  return blamed(countPlaywright(report), code, 'Playwright');
}

/**
 * A runner that failed without a failed test has failed all the same.
 * @param {import('./testing/counts.mjs').Counts} counts
 * @param {number} code
 * @param {string} runner
 */
function blamed(counts, code, runner) {
  if (code === 0 || counts.failed > 0) return counts;
  say(`${runner} ended with exit code ${code} although no test failed; counted as one failure`);
  return { ...counts, failed: 1 };
}
