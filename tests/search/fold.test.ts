import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPhone } from '../../src/main/core/search/fold.ts';

describe('folding', () => {
  it.each([
    ['Søren', 'soren'],
    ['SOEREN', 'Søren'],
    ['Åse', 'Aase'],
    ['Åse', 'ase'],
    ['Kjærgaard', 'kjaergård'],
    ['Łukasz', 'lukasz'],
    ['Straße', 'STRASSE'],
    ['Müller', 'Mueller'],
    ['José', 'jose'],
    ['Đorđe', 'dorde'],
    ['O’Brien', "o'brien"],
  ])('makes %s and %s one', (left, right) => {
    expect(fold(left)).toBe(fold(right));
  });

  it.each([
    ['Anna', 'Hanna'],
    ['Holm', 'Holt'],
    ['Ida', 'Ada'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(fold(left)).not.toBe(fold(right));
  });

  it('never throws, is idempotent, and leaves no capitals of the alphabet and no doubled spaces', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(any, (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).not.toMatch(/[A-Z]| {2}|^ | $/);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads digits of a telephone number however they are written', () => {
    expect(foldPhone('+45 (12) 34-56.78')).toBe('4512345678');
    expect(foldPhone('٠١٢')).toBe('012');
    expect(foldPhone('none')).toBe('');
  });
});
