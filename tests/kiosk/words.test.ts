import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalCodes } from '../../src/shared/reply.ts';

const folder = resolve(import.meta.dirname, '../../src/renderer/words');
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

type Words = { readonly [key: string]: string | Words };

function texts(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...texts(value, `${path}${key}.`)],
    ),
  );
}

function read(language: string, file: string): Map<string, string> {
  return texts(JSON.parse(readFileSync(resolve(folder, language, file), 'utf8')) as Words);
}

const placeholders = (text: string): string[] => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();
/** A plural form may leave its number out. */
const withoutCount = (found: string[]): string[] => found.filter((name) => name !== '{{count}}');

describe.each(readdirSync(resolve(folder, 'en')))('%s', (file) => {
  const english = read('en', file);

  test.each(languages)('says everything in %s, with the same placeholders', (language) => {
    const words = read(language, file);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe('');
      expect(withoutCount(placeholders(text)), key).toEqual(
        withoutCount(placeholders(english.get(key) ?? '')),
      );
    }
  });
});

test.each(languages)('every refusal has words in %s', (language) => {
  const words = read(language, 'common.json');
  for (const code of refusalCodes) expect(words.has(`refusal.${code}`), code).toBe(true);
});
