import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayFor } from '../../src/renderer/kiosk/display.ts';

describe('millimetres of a display', () => {
  test.each([
    ['21.5" upright', 1080, 1920, null, 4.03],
    ['15.6" lying', 1920, 1080, null, 5.56],
    ['10.1" lying', 1280, 800, null, 5.88],
    ['13.3" upright, set for the device', 1080, 1920, 13.3, 6.52],
    ['32" upright, set for the device', 1080, 1920, 32, 2.71],
  ])('%s', (_name, width, height, inches, mm) => {
    expect(displayFor({ width, height }, inches).mm).toBeCloseTo(mm, 2);
  });

  test('only the lowest lying displays are compact', () => {
    expect(displayFor({ width: 1280, height: 800 }, null).compact).toBe(true);
    expect(displayFor({ width: 1920, height: 1080 }, null).compact).toBe(false);
    expect(displayFor({ width: 1080, height: 1920 }, 10.1).compact).toBe(false);
  });

  test('eleven columns of keys need more than a 13.3" display upright', () => {
    expect(displayFor({ width: 1080, height: 1920 }, 13.3).narrow).toBe(true);
    expect(displayFor({ width: 1080, height: 1920 }, 15.6).narrow).toBe(false);
  });

  test('whatever the window, the layouts have the millimetres they need', () => {
    const pixels = fc.integer({ min: 200, max: 5000 });
    const inches = fc.option(fc.double({ min: 5, max: 100, noNaN: true }));
    fc.assert(
      fc.property(pixels, pixels, inches, (width, height, diagonal) => {
        const { mm, shape } = displayFor({ width, height }, diagonal);
        const least = shape === 'portrait' ? [150, 268] : [200, 134];
        expect(width / mm).toBeGreaterThanOrEqual((least[0] ?? 0) - 1e-6);
        expect(height / mm).toBeGreaterThanOrEqual((least[1] ?? 0) - 1e-6);
      }),
    );
  });
});
