import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBrand } from '../../src/shared/brand.ts';
import { colourFrom, contrastOf, oklchOf } from '../../src/shared/colour.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  test.each([
    ['#ffffff', '#000000', 21],
    ['#767676', '#ffffff', 4.54],
    ['#0a4f94', '#ffffff', 8.2],
    ['#14202b', '#f3f6f9', 15.2],
  ])('the contrast of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  test('OKLCH and back is the same colour', () => {
    fc.assert(fc.property(colour, (given) => colourFrom(oklchOf(given)) === given));
  });

  test('red has the place in OKLCH that its author gives it', () => {
    const { lightness, chroma, hue } = oklchOf('#ff0000');
    expect(lightness).toBeCloseTo(0.628, 3);
    expect(chroma).toBeCloseTo(0.2577, 3);
    expect((hue * 180) / Math.PI).toBeCloseTo(29.23, 1);
  });
});

describe('a brand colour', () => {
  const papers = { light: ['#f3f6f9', '#ffffff'], dark: ['#182533', '#213142'] } as const;
  const texts = { light: '#14202b', dark: '#f2f5f8' } as const;

  test('whatever it is, every pair made from it can be read, or it is refused with one that can', () => {
    fc.assert(
      fc.property(colour, (given) => {
        const brand = readBrand(given);
        if (!brand.readable) {
          expect(contrastOf(given, papers.light[0])).toBeLessThan(3);
          expect(readBrand(brand.nearest).readable).toBe(true);
          return;
        }
        for (const theme of ['light', 'dark'] as const) {
          const made = brand[theme];
          for (const fill of [made.primary, made.hover, made.pressed])
            expect(contrastOf(made.onPrimary, fill), `${theme} label`).toBeGreaterThanOrEqual(4.5);
          for (const paper of papers[theme]) {
            expect(contrastOf(made.primary, paper), `${theme} button`).toBeGreaterThanOrEqual(3);
            expect(contrastOf(made.ink, paper), `${theme} ink`).toBeGreaterThanOrEqual(4.5);
          }
          expect(contrastOf(made.ink, made.tint), `${theme} ink on tint`).toBeGreaterThanOrEqual(4.5);
          for (const behind of [made.tint, made.wash, ...made.arches])
            expect(contrastOf(texts[theme], behind), `${theme} text`).toBeGreaterThanOrEqual(7);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('on a light screen it is used as it was given', () => {
    for (const given of ['#0a4f94', '#b00020', '#00704a', '#c2410c', '#000000']) {
      const brand = readBrand(given);
      expect(brand.readable && brand.light.primary).toBe(given);
    }
  });

  test('the label is white where it can be read, else black', () => {
    const label = (given: string): string | null => {
      const brand = readBrand(given);
      return brand.readable ? brand.light.onPrimary : null;
    };
    expect(label('#0a4f94')).toBe('#ffffff');
    expect(label('#e8590c')).toBe('#000000');
    expect(label('#ffe600')).toBeNull();
  });
});
