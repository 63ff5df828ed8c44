import { describe, expect, test } from 'vitest';
import { type KeyLayer, keyboardRows } from '../../src/renderer/ui/touch-keyboard-layouts.ts';
import { startsCapital } from '../../src/renderer/ui/touch-typing.ts';

const languages = ['da', 'en'] as const;
const kinds = ['name', 'text', 'email', 'phone', 'code'] as const;
const layers: readonly KeyLayer[] = ['letters', 'accents', 'symbols'];
const rooms = [
  { narrow: false, tall: true },
  { narrow: true, tall: true },
  { narrow: false, tall: false },
];

function keys(rows: readonly string[]): string[] {
  return rows.flatMap((row) => row.split(' '));
}

describe('the rows of the on-screen keyboard', () => {
  test('no key stands twice, and every layer has delete and enter', () => {
    for (const language of languages)
      for (const kind of kinds)
        for (const layer of layers)
          for (const room of rooms) {
            const all = keys(keyboardRows({ language, kind, layer, room }));
            expect(all.length, `${language} ${kind} ${layer}`).toBe(new Set(all).size);
            expect(all).toContain('{delete}');
            expect(all).toContain('{enter}');
          }
  });

  test('every letter of the language is there, whatever the room', () => {
    const alphabet = { en: 'abcdefghijklmnopqrstuvwxyz', da: 'abcdefghijklmnopqrstuvwxyzæøå' };
    for (const language of languages)
      for (const room of rooms) {
        const all = keys(keyboardRows({ language, kind: 'name', layer: 'letters', room }));
        expect(all).toEqual(expect.arrayContaining([...alphabet[language]]));
      }
  });

  test('the keys of a code are the characters codes have, in capitals', () => {
    for (const language of languages) {
      const all = keys(
        keyboardRows({ language, kind: 'code', layer: 'letters', room: { narrow: true, tall: false } }),
      );
      const characters = all.filter((key) => key.length === 1).map((key) => key.toUpperCase());
      expect(characters.sort().join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
      expect(startsCapital('all', 'K7')).toBe(true);
    }
  });

  test('a narrow display has at most ten columns', () => {
    for (const language of languages)
      for (const kind of kinds)
        for (const layer of layers)
          for (const row of keyboardRows({ language, kind, layer, room: { narrow: true, tall: true } }))
            expect(row.split(' ').length).toBeLessThanOrEqual(10);
  });

  test('an e-mail address needs no second layer, digits apart on a low display', () => {
    const parts = ['@', '.', '-', '_', '.dk', '.com'];
    for (const language of languages)
      for (const room of rooms) {
        const all = keys(keyboardRows({ language, kind: 'email', layer: 'letters', room }));
        expect(all).toEqual(expect.arrayContaining(parts));
        expect(all.includes('7')).toBe(room.tall);
      }
  });
});

describe('capitals that come by themselves', () => {
  test.each([
    ['words', '', true],
    ['words', 'Anna ', true],
    ['words', 'Anna-', true],
    ['words', 'An', false],
    ['first', '', true],
    ['first', 'Byg ', false],
    ['none', '', false],
  ] as const)('%s after "%s"', (capitals, before, expected) => {
    expect(startsCapital(capitals, before)).toBe(expected);
  });
});
