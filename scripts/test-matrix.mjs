/**
 * `npm run test:matrix`: every screen of the kiosk and every page of the console in every look, or so many looks
 * drawn by a seed; `--only` takes one of the two, `--walk` the walks whose title has that text, so that it can be run
 * in pieces. Says after each walk how it went, and at the end how many looks failed by each value of each dimension.
 * Exit code 1: something failed, or nothing was looked at.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentFor } from './bootstrap/node.mjs';
import { fail, repository, say } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';
import { matrixChoice } from './testing/matrix-choice.mjs';
import { matrixSummary } from './testing/matrix-summary.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

const usage =
  'npm run test:matrix -- [--only kiosk|console] [--walk TEXT] [--sample N [--seed S]]; walks are named in the output, as "800 px, da"';

function chosen() {
  try {
    const text = /** @type {const} */ ({ type: 'string' });
    const { values } = parseArgs({ options: { only: text, walk: text, sample: text, seed: text } });
    return matrixChoice(values);
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`, 2);
  }
}

await runCommand(async () => {
  const { which, playwright } = chosen();
  await bringSystemPackages();
  const node = await prepare();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-matrix-'));
  try {
    const report = join(folder, 'report.json');
    const tool = join(repository, 'node_modules', 'playwright', 'cli.js');
    const env = {
      ...environmentFor(node),
      FOYER_MATRIX: which,
      FOYER_MATRIX_PROGRESS: '1',
      FOYER_PLAYWRIGHT_REPORT: report,
    };
    const code = await handOver(node, [tool, 'test', ...playwright, '--fully-parallel'], env, repository);
    const { text, looks, ok } = matrixSummary(report);
    process.stdout.write(`${text}\n`);
    if (looks === 0) say('nothing was looked at');
    return code === 0 && ok ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
