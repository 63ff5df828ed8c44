import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayFor } from '../../src/renderer/kiosk/display.ts';
import { candidatesInCase } from '../../src/renderer/ui/touch-candidates.ts';
import {
  candidateKeys,
  type KeyboardLanguage,
  type KeyboardRoom,
  type KeyKind,
  type KeyLayer,
  keyboardRows,
} from '../../src/renderer/ui/touch-keyboard-layouts.ts';
import { startsCapital } from '../../src/renderer/ui/touch-typing.ts';
import { KeyboardLanguage as ContractLanguages } from '../../src/shared/words/word-file.ts';
import { sizes } from './sizes.ts';

const languages: readonly KeyboardLanguage[] = ContractLanguages.options;
const kinds: readonly KeyKind[] = ['name', 'text', 'email', 'phone'];
const layers: readonly KeyLayer[] = ['letters', 'accents', 'symbols'];
const rooms: readonly KeyboardRoom[] = [
  { narrow: false, tall: true },
  { narrow: true, tall: true },
  { narrow: false, tall: false },
];

/** CLDR 47, main exemplar characters, with the letters that names of the language have besides. */
const alphabets: Readonly<Record<KeyboardLanguage, string>> = {
  en: 'abcdefghijklmnopqrstuvwxyz',
  da: 'abcdefghijklmnopqrstuvwxyzæøå',
  nb: 'abcdefghijklmnopqrstuvwxyzæøåàéóòôä',
  sv: 'abcdefghijklmnopqrstuvwxyzåäöàéü',
  de: 'abcdefghijklmnopqrstuvwxyzäöüß',
  pl: 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż',
  fr: 'abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ',
  es: 'abcdefghijklmnopqrstuvwxyzñáéíóúü',
};

function keys(rows: readonly string[]): string[] {
  return rows.flatMap((row) => row.split(' '));
}

/** How many presses a letter takes, or null when it cannot be typed; a layer is turned back to by itself. */
function presses(language: KeyboardLanguage, room: KeyboardRoom, letter: string): number | null {
  const on = (layer: KeyLayer): string[] => keys(keyboardRows({ language, kind: 'name', layer, room }));
  const plain = on('letters');
  if (plain.includes(letter)) return 1;
  const most = candidateKeys(room).length;
  if (plain.some((key) => key.length === 1 && candidatesInCase(language, key, most).includes(letter)))
    return 2;
  return on('accents').includes(letter) ? 2 : null;
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

  test.each(languages)(
    '%s: every letter of the alphabet in at most two presses, whatever the room',
    (language) => {
      for (const room of rooms)
        for (const letter of alphabets[language])
          expect(presses(language, room, letter), `${letter} ${JSON.stringify(room)}`).not.toBeNull();
    },
  );

  test.each([
    ['da', 'æøå'],
    ['nb', 'æøå'],
    ['sv', 'åäö'],
    ['de', 'äöüß'],
    ['es', 'ñ'],
  ] as const)('%s has keys of its own for %s in every room', (language, own) => {
    for (const room of rooms) for (const letter of own) expect(presses(language, room, letter)).toBe(1);
  });

  test('the order of the letters is the one each country knows', () => {
    const first = (language: KeyboardLanguage): string =>
      keyboardRows({ language, kind: 'name', layer: 'letters', room: { narrow: false, tall: true } })[0] ??
      '';
    expect(first('de')).toBe('q w e r t z u i o p ü');
    expect(first('fr')).toBe('a z e r t y u i o p');
    expect(first('pl')).toBe('q w e r t y u i o p');
  });

  test('a narrow display has at most ten columns, a wide one eleven', () => {
    for (const language of languages)
      for (const kind of kinds)
        for (const layer of layers)
          for (const room of rooms)
            for (const row of keyboardRows({ language, kind, layer, room }))
              expect(row.split(' ').length, row).toBeLessThanOrEqual(room.narrow ? 10 : 11);
  });

  test('an e-mail address needs no second layer, digits apart on a low display', () => {
    const country = {
      da: '.dk',
      en: '.dk',
      nb: '.no',
      sv: '.se',
      de: '.de',
      pl: '.pl',
      fr: '.fr',
      es: '.es',
    };
    for (const language of languages)
      for (const room of rooms) {
        const all = keys(keyboardRows({ language, kind: 'email', layer: 'letters', room }));
        expect(all).toEqual(expect.arrayContaining(['@', '.', '-', '_', '.com', country[language]]));
        expect(all).toEqual(expect.arrayContaining([...'abcdefghijklmnopqrstuvwxyz']));
        expect(all.includes('7')).toBe(room.tall);
      }
  });
});

/** Shares of a row by the style sheet, and the widest a key may grow, in millimetres. */
function share(key: string): { readonly flex: number; readonly most: number } {
  if (key === '{space}') return { flex: 4, most: Number.POSITIVE_INFINITY };
  if (key.startsWith('{candidate') || key.length === 1) return { flex: 2, most: 24 };
  return { flex: 3, most: 38 };
}

describe('the size of the keys', () => {
  test.each(Object.entries(sizes))('%s: every key is at least 12.7 mm wide', (_name, size) => {
    const display = displayFor(size, 'inches' in size ? size.inches : null);
    const width = Math.min(270, size.width / display.mm - 8);
    const room = { narrow: display.narrow, tall: !display.compact };
    for (const language of languages)
      for (const kind of ['name', 'text', 'email'] as const)
        for (const layer of layers)
          for (const row of keyboardRows({ language, kind, layer, room })) {
            const shares = row.split(' ').map(share);
            const free = width - 2.5 * (shares.length - 1);
            const sum = shares.reduce((total, { flex }) => total + flex, 0);
            const least = Math.min(...shares.map(({ flex, most }) => Math.min(most, (free * flex) / sum)));
            expect(least, `${language} ${kind} ${layer}: ${row}`).toBeGreaterThanOrEqual(12.7);
          }
  });
});

describe('candidates', () => {
  const letter = fc.oneof(
    fc.constantFrom(...languages.flatMap((language) => [...alphabets[language]])),
    fc.string({ unit: 'grapheme', minLength: 0, maxLength: 1 }),
  );

  test('are other single letters in the same case, none twice, and one of them leads back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        letter,
        fc.boolean(),
        fc.integer({ min: 2, max: 3 }),
        (language, small, capital, most) => {
          const typed = capital ? small.toLocaleUpperCase(language) : small;
          const found = candidatesInCase(language, typed, most);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(new Set(found).size).toBe(found.length);
          expect(found).not.toContain(typed);
          for (const candidate of found) {
            expect([...candidate]).toHaveLength(1);
            const isCapital = candidate !== candidate.toLocaleLowerCase(language);
            expect(isCapital).toBe(typed !== typed.toLocaleLowerCase(language));
            // Whoever chose wrongly can choose again.
            expect(candidatesInCase(language, candidate, most).length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  test('Polish names come letter by letter', () => {
    expect(candidatesInCase('pl', 'L', 3)).toContain('Ł');
    expect(candidatesInCase('pl', 'z', 2)).toEqual(['ż', 'ź']);
    expect(candidatesInCase('pl', 'ż', 2)).toEqual(['ź', 'z']);
    expect(candidatesInCase('pl', 'k', 3)).not.toContain('k');
    expect(candidatesInCase('pl', ' ', 3)).toEqual([]);
    expect(candidatesInCase('de', 'S', 3)).not.toContain('SS');
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
