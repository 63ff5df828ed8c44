import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../src/main/core/watchlist/matching.ts';

const nobody = { name: '', email: '', phone: '' };
const byName = (entry: string, visitor: string) =>
  match({ ...nobody, name: entry }, { ...nobody, name: visitor });
const byPhone = (entry: string, visitor: string) =>
  match({ ...nobody, phone: entry }, { ...nobody, phone: visitor });
const byEmail = (entry: string, visitor: string) =>
  match({ ...nobody, email: entry }, { ...nobody, email: visitor });

describe('a name', () => {
  it.each([
    ['Søren Kjærgaard', 'soren kjaergaard'],
    ['Søren Kjærgaard', 'Kjærgaard, Søren'],
    ['Anne-Marie Ågård', 'Aagaard Anne Marie'],
    ["Sinéad O'Connor", 'sinead oconnor'],
    ['Łukasz Żółkiewski', 'Zolkiewski  LUKASZ'],
    ['Müller Jörg', 'Joerg Mueller'],
  ])('%s is %s', (entry, visitor) => {
    expect(byName(entry, visitor)).toEqual(['name']);
  });

  it.each([
    ['Søren Kjærgaard', 'Søren Kjærgård Holm'],
    ['Jens Jensen', 'Jens Hansen'],
    ['Jens Jensen', 'Jens Jansen'],
    ['Jens Peter Jensen', 'Jens Jensen'],
    ['Jensen', 'Jensen'],
    ['王小明', '王小明'],
  ])('%s is not %s', (entry, visitor) => {
    expect(byName(entry, visitor)).toEqual([]);
  });

  it('is the same in any order and letter case, and with one word more or fewer another', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgæøåłßéñ'), minLength: 1, maxLength: 6 });
    const words = fc.array(word, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(words, word, (name, more) => {
        const written = name.join(' ');
        expect(byName(written, name.toReversed().join(' ').toUpperCase())).toEqual(['name']);
        expect(byName(written, `${written} ${more}`)).toEqual([]);
      }),
    );
  });
});

describe('a phone', () => {
  it.each([
    ['+45 12 34 56 78', '0045 12345678'],
    ['+45 12 34 56 78', '12 34 56 78'],
    ['12345678', '+45 (12) 34-56-78'],
    ['+44 20 7946 0018', '020 7946 0018'],
  ])('%s is %s', (entry, visitor) => {
    expect(byPhone(entry, visitor)).toEqual(['phone']);
  });

  it.each([
    ['+45 12 34 56 78', '+47 12 34 56 78'],
    ['+45 12 34 56 78', '+45 12 34 56 79'],
    ['+45 12 34 56 78', '34 56 78'],
    ['+45 12 34 56 78', '45 12 34 56 78 9'],
    ['', ''],
  ])('%s is not %s', (entry, visitor) => {
    expect(byPhone(entry, visitor)).toEqual([]);
  });
});

describe('an e-mail address', () => {
  it('is the same whatever the letter case, and another with another letter', () => {
    expect(byEmail('Canary@Example.com', 'canary@example.COM')).toEqual(['email']);
    expect(byEmail('canary@example.com', 'canary@example.co')).toEqual([]);
    expect(byEmail('søren@example.com', 'soren@example.com')).toEqual([]);
    expect(byEmail('', '')).toEqual([]);
  });
});

describe('any two people', () => {
  it('match each other or do not, and everybody with a full name matches themselves', () => {
    const person = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 20 }),
      email: fc.string({ maxLength: 10 }),
      phone: fc.string({ unit: fc.constantFrom(...'0123456789+ ()-'), maxLength: 12 }),
    });
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(match(one, other)).toEqual(match(other, one));
        expect(match(one, { ...nobody })).toEqual([]);
      }),
    );
  });
});
