import { defineConfig } from 'vitest/config';

/** Unit, contract, store and host tests; screens are tested by Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    sequence: { shuffle: true },
    testTimeout: 30_000,
  },
});
