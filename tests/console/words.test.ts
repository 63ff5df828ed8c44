import { expect, test } from 'vitest';
import { auditActKey } from '../../src/renderer/office/audit-acts.ts';
import da from '../../src/renderer/words/da/console.json' with { type: 'json' };
import en from '../../src/renderer/words/en/console.json' with { type: 'json' };
import { UnreadableReason } from '../../src/shared/contract/cards.ts';
import { contract } from '../../src/shared/contract/contract.ts';

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

test('every call has words in the audit, and every unreadable card words on the card pad', () => {
  for (const words of [english, danish]) {
    for (const name of Object.keys(contract)) {
      const key = auditActKey(name);
      expect(key, name).not.toBeNull();
      expect(words.has(`audit.acts.${key}`), name).toBe(true);
    }
    for (const reason of UnreadableReason.options)
      expect(words.has(`pad.unreadableWhy.${reason}`), reason).toBe(true);
  }
});
