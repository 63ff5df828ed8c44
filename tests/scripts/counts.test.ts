import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countPlaywright, countVitest, summary } from '../../scripts/testing/counts.mjs';

let file: string;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-counts-'));
  file = join(folder, 'report.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (report: unknown): void => writeFileSync(file, JSON.stringify(report));

test('tests of vitest are counted one by one, and a file that did not load as a failure', () => {
  write({
    testResults: [
      {
        status: 'passed',
        assertionResults: [{ status: 'passed' }, { status: 'skipped' }, { status: 'todo' }],
      },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(countVitest(file)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('a flaky test of Playwright has failed, and so has an error outside of tests', () => {
  write({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
  expect(countPlaywright(file)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  write({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{ message: 'syntax' }] });
  expect(countPlaywright(file)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a report that is missing or broken is a failure', () => {
  expect(countVitest(file).failed).toBe(1);
  expect(countPlaywright(file).failed).toBe(1);
  writeFileSync(file, '{');
  expect(countVitest(file).failed).toBe(1);
});

test('the last line sums both', () => {
  const counts = { passed: 3, failed: 0, skipped: 0 };
  expect(summary([counts, counts]).line).toBe('6 passed, 0 failed');
  expect(summary([counts, { passed: 1, failed: 2, skipped: 4 }])).toEqual({
    line: '4 passed, 2 failed, 4 skipped',
    failed: 2,
    ran: 6,
  });
});
