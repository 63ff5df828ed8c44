/** When a delivery is tried again. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryDelay } from '../../src/main/core/outbox/retry.ts';

it('waits from half to the whole of 30 s, doubled with each try, up to an hour', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (tries, chance) => {
        const full = Math.min(30_000 * 2 ** (tries - 1), 3_600_000);
        const delay = retryDelay(tries, chance);
        expect(delay).toBeGreaterThanOrEqual(full / 2);
        expect(delay).toBeLessThanOrEqual(full);
        expect(Number.isInteger(delay)).toBe(true);
      },
    ),
  );
});

it('leaves half of the time to chance', () => {
  expect(retryDelay(1, 0)).toBe(15_000);
  expect(retryDelay(1, 0.5)).toBe(22_500);
  expect(retryDelay(8, 0)).toBe(1_800_000);
});
