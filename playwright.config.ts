import { defineConfig } from 'playwright/test';

/** Where the machine-readable result goes, for `npm test`; unset in runs by hand. */
const report = process.env.FOYER_PLAYWRIGHT_REPORT;

/** Tests of screens, in the Chromium of this machine. Units and hosts are tested by vitest (vitest.config.ts). */
export default defineConfig({
  testDir: 'tests',
  // Pictures are taken by `npm run screens` alone.
  testMatch: process.env.FOYER_SCREENS === '1' ? '**/*.pictures.ts' : '**/*.spec.ts',
  // Playwright follows `paths` at run time; the ones in tsconfig.json lead to declarations, not to code.
  tsconfig: './tests/support/playwright.tsconfig.json',
  globalSetup: './tests/support/built.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 800 },
    // What never comes is told by its name, long before the whole test is out of time.
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.FOYER_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Tests run as root in containers, where Chromium's sandbox does not start.
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
