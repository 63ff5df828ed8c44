/**
 * `npm run test:matrix [-- --sample N --seed S]`: every screen of the kiosk in every look, or so many looks drawn by
 * a seed. Says after each walk how it went, and at the end how many looks failed by each value of each dimension.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentFor } from './bootstrap/node.mjs';
import { fail, repository } from './bootstrap/speak.mjs';
import { prepare, runCommand } from './bootstrap.mjs';
import { handOver } from './launch/hand-over.mjs';
import { matrixSummary } from './testing/matrix-summary.mjs';
import { bringSystemPackages } from './testing/system-packages.mjs';

const usage = 'npm run test:matrix -- [--sample N [--seed S]]';

/** @param {string | undefined} text */
function whole(text) {
  if (text === undefined || !/^\d{1,9}$/.test(text)) fail(`not a whole number: ${text}\n${usage}`, 2);
  return Number(text);
}

/** Which looks, as tests/kiosk/matrix/dimensions.ts reads it. */
function chosen() {
  try {
    const { values } = parseArgs({ options: { sample: { type: 'string' }, seed: { type: 'string' } } });
    if (values.sample === undefined) return 'all';
    return `${whole(values.sample)} ${whole(values.seed ?? '1')}`;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`, 2);
  }
}

await runCommand(async () => {
  const which = chosen();
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
    const code = await handOver(node, [tool, 'test', 'matrix.spec.ts', '--fully-parallel'], env, repository);
    process.stdout.write(`${matrixSummary(report)}\n`);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
