/** What `npm run test:matrix` runs, and what it says at the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { matrixChoice } from '../../scripts/testing/matrix-choice.mjs';
import { matrixSummary } from '../../scripts/testing/matrix-summary.mjs';

describe('the choice of looks', () => {
  it('is both matrices in every look', () => {
    expect(matrixChoice({})).toEqual({
      which: 'all',
      playwright: ['tests/kiosk/matrix/matrix.spec.ts', 'tests/console/matrix/matrix.spec.ts'],
    });
  });

  it('is one matrix, some of its walks, and a sample of their looks', () => {
    expect(matrixChoice({ only: 'console', walk: '10.1" lying (da)', sample: '40' })).toEqual({
      which: '40 1',
      playwright: ['tests/console/matrix/matrix.spec.ts', '--grep', '10\\.1" lying \\(da\\)'],
    });
    expect(matrixChoice({ sample: '40', seed: '7' }).which).toBe('40 7');
  });

  it.each([
    [{ only: 'lobby' }, 'no matrix of lobby'],
    [{ sample: 'many' }, 'not a whole number: many'],
    [{ sample: '4', seed: '-1' }, 'not a whole number: -1'],
    [{ seed: '3' }, '--sample is missing'],
  ])('refuses %o', (asked, words) => {
    expect(() => matrixChoice(asked)).toThrow(words);
  });
});

describe('the summary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-summary-'));
  afterEach(() => rmSync(join(folder, 'report.json'), { force: true }));

  const spec = (file: string, title: string, ok: boolean, looks?: readonly object[]) => ({
    title,
    file,
    ok,
    tests: [{ annotations: looks ? [{ type: 'matrix', description: JSON.stringify(looks) }] : [] }],
  });
  function summaryOf(...specs: readonly ReturnType<typeof spec>[]) {
    const file = join(folder, 'report.json');
    // Playwright puts the tests of a file into a suite of it.
    writeFileSync(file, JSON.stringify({ suites: specs.map((each) => ({ suites: [{ specs: [each] }] })) }));
    return matrixSummary(file);
  }
  const kiosk = (flaws: readonly string[]) => [
    { screen: 'name', display: '10.1" lying', mode: 'plain', theme: 'dark', language: 'da', flaws },
  ];
  const console = (theme: string, flaws: readonly string[]) => ({
    ...{ stop: 'cards', display: '390', theme, language: 'pseudo', flaws },
  });

  it('counts the kiosk and the console apart, each by its own dimensions', () => {
    const { text, looks, ok } = summaryOf(
      spec('kiosk/matrix/matrix.spec.ts', 'every screen is whole: a', true, kiosk([])),
      spec('console/matrix/matrix.spec.ts', 'every page is whole: b', false, [
        console('light', ['cut off']),
        console('dark', ['cut off', 'wide']),
      ]),
    );
    expect(text.split('\n')).toEqual([
      'kiosk: 1 looks, 0 with flaws',
      '  screen name: 1 looks, 0 with flaws',
      '  display 10.1" lying: 1 looks, 0 with flaws',
      '  mode plain: 1 looks, 0 with flaws',
      '  theme dark: 1 looks, 0 with flaws',
      '  language da: 1 looks, 0 with flaws',
      'console: 2 looks, 2 with flaws',
      '  stop cards: 2 looks, 2 with flaws',
      '  display 390: 2 looks, 2 with flaws',
      '  theme light: 1 looks, 1 with flaws',
      '  theme dark: 1 looks, 1 with flaws',
      '  language pseudo: 2 looks, 2 with flaws',
      'cards: cut off (2, first: 390, light, pseudo)',
      'cards: wide (1, first: 390, dark, pseudo)',
      'failed: every page is whole: b',
    ]);
    expect([looks, ok]).toEqual([3, false]);
  });

  it('tells of a walk that broke off before it looked', () => {
    const { text, ok } = summaryOf(
      spec('console/matrix/matrix.spec.ts', 'every page is whole: 800 px, da', false),
      spec('console/matrix/matrix.spec.ts', 'every page is whole: 390 px, da', true, [console('dark', [])]),
    );
    expect(text).toContain('failed: every page is whole: 800 px, da');
    expect(ok).toBe(false);
  });

  it('is not well where nothing was looked at', () => {
    expect(summaryOf(spec('kiosk/matrix/matrix.spec.ts', 'something', true))).toMatchObject({
      looks: 0,
      ok: false,
    });
  });
});
