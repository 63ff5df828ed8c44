import { expect, test } from 'vitest';
import da from '../../src/renderer/words/da/console.json' with { type: 'json' };
import en from '../../src/renderer/words/en/console.json' with { type: 'json' };

/** Every text by its path. */
function texts(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  return new Map(
    Object.entries(words as Record<string, unknown>).flatMap(([key, value]) => [
      ...texts(value, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

const english = texts(en);
const danish = texts(da);

test('both languages have the same texts, none of them empty', () => {
  expect([...danish.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of [...english, ...danish]) expect(text.trim(), path).not.toBe('');
});

test('both languages put the same things into a text', () => {
  const inserted = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  for (const [path, text] of english) expect(inserted(danish.get(path) ?? ''), path).toEqual(inserted(text));
});

test('a text with a singular has a plural, and both count', () => {
  for (const [path, text] of english) {
    if (!path.endsWith('_one')) continue;
    expect(english.has(path.replace(/_one$/, '_other')), path).toBe(true);
    expect(text.includes('{{count}}') || path === 'form.faults_one', path).toBe(true);
  }
});
