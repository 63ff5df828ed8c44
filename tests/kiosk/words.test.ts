import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineLanguage } from '../../src/renderer/kiosk/kiosk-languages.ts';
import { refusalCodes } from '../../src/shared/reply.ts';
import {
  englishWords,
  flatWords,
  kioskLanguages,
  neededWords,
  placeholders,
} from '../../src/shared/words/kiosk-words.ts';
import { readWordFile } from '../../src/shared/words/word-file.ts';

const folder = resolve(import.meta.dirname, '../../src/shared/words');

function read(language: string, file: string): Map<string, string> {
  const json = JSON.parse(readFileSync(resolve(folder, language, `${file}.json`), 'utf8'));
  return new Map(flatWords(json, `${file}.`));
}

/** A plural form may leave its number out. */
const withoutCount = (found: string[]): string[] => found.filter((name) => name !== '{{count}}');

test('every folder of words is a language of the kiosk', () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...kioskLanguages].sort());
});

describe.each(kioskLanguages)('%s', (language) => {
  const kiosk = read(language, 'kiosk');
  const common = read(language, 'common');
  const needed = neededWords(language);

  test('has exactly the texts of English, in its own plural forms', () => {
    const keys = (file: string): string[] => [...needed.keys()].filter((key) => key.startsWith(file));
    expect([...kiosk.keys()].sort()).toEqual(keys('kiosk.').sort());
    // The console's languages have the words of the console as well.
    if (language === 'da' || language === 'en')
      expect([...common.keys()]).toEqual(expect.arrayContaining(keys('common.')));
    else expect([...common.keys()].sort()).toEqual(keys('common.').sort());
  });

  test('leaves open what English leaves open, and nothing else', () => {
    for (const [key, text] of [...kiosk, ...common]) {
      const english = needed.get(key);
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      if (english === undefined) continue;
      expect(withoutCount(placeholders(text)), key).toEqual(withoutCount(placeholders(english)));
    }
  });

  test('passes as a word file of a site', () => {
    const nested = {
      kiosk: JSON.parse(readFileSync(resolve(folder, language, 'kiosk.json'), 'utf8')),
      common: Object.fromEntries(
        [...common]
          .filter(([key]) => needed.has(key))
          .map(([key, text]) => [key.slice('common.'.length), text]),
      ),
    };
    const reading = readWordFile(language, JSON.stringify(nested));
    expect(reading.faults).toEqual([]);
    expect(reading.unknown).toEqual([]);
    expect(reading.words.size).toBe(needed.size);
  });

  test('says nothing twice that a visitor chooses between', () => {
    for (const choices of [
      ['kiosk.attract.signIn', 'kiosk.attract.haveCode', 'kiosk.attract.signOut'],
      ['kiosk.frame.back', 'kiosk.frame.continue', 'kiosk.frame.startOver', 'kiosk.accessibility.open'],
      [
        'kiosk.field.name',
        'kiosk.field.email',
        'kiosk.field.phone',
        'kiosk.field.company',
        'kiosk.field.host',
      ],
    ])
      expect(new Set(choices.map((key) => kiosk.get(key))).size).toBe(choices.length);
  });
});

test.each(['da', 'en'])('every refusal has words in %s', (language) => {
  const words = read(language, 'common');
  for (const code of refusalCodes) expect(words.has(`common.refusal.${code}`), code).toBe(true);
});

test('Polish counts in four forms', () => {
  const polish = read('pl', 'kiosk');
  const forms = new Intl.PluralRules('pl');
  const said = [1, 2, 5, 22].map((count) =>
    polish.get(`kiosk.frame.clears_${forms.select(count)}`)?.replace('{{count}}', String(count)),
  );
  expect(said).toEqual([
    'Ekran zostanie wyczyszczony za 1 sekundę.',
    'Ekran zostanie wyczyszczony za 2 sekundy.',
    'Ekran zostanie wyczyszczony za 5 sekund.',
    'Ekran zostanie wyczyszczony za 22 sekundy.',
  ]);
});

test('a refusal of the console is no word of the kiosk', () => {
  expect(englishWords.has('common.refusal.throttled')).toBe(true);
  expect(englishWords.has('common.refusal.wrong-passphrase')).toBe(false);
});

test('the console keeps words of its own in its own two languages', () => {
  const console = resolve(import.meta.dirname, '../../src/renderer/words');
  for (const language of kioskLanguages)
    expect(existsSync(resolve(console, language, 'console.json')), language).toBe(
      language === 'da' || language === 'en',
    );
});

test.each([
  ['da-DK', 'da'],
  ['en-GB', 'en'],
  ['nn-NO', 'nb'],
  ['no', 'nb'],
  ['pl', 'pl'],
  ['fi-FI', 'en'],
  ['', 'en'],
])('a machine that speaks %j begins in %s', (tag, language) => {
  expect(machineLanguage(tag)).toBe(language);
});
