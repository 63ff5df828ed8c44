/** The search memory against the simplest search there is: fold everything, look everywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPhone } from '../../src/main/core/search/fold.ts';
import { createSearchMemory, type SearchEntry } from '../../src/main/core/search/search-memory.ts';

const still = { monotonic: () => 0 };
const fields = ['name', 'email', 'company', 'host'] as const;

function naive(entries: ReadonlyMap<number, SearchEntry>, text: string): number[] {
  const words = fold(text).split(' ').filter(Boolean);
  const digits = foldPhone(text);
  return [...entries.values()]
    .filter((entry) => {
      const phone = foldPhone(entry.phone);
      const isPhone = digits.length > 0 && /^[\d\s+()./-]*$/.test(text) && phone.includes(digits);
      const everywhere = words.every(
        (word) =>
          fields.some((field) => fold(entry[field]).includes(word)) ||
          (/^\d+$/.test(word) && phone.includes(word)),
      );
      return words.length > 0 && (everywhere || isPhone);
    })
    .map(({ key }) => key)
    .sort((left, right) => right - left);
}

const word = fc.string({
  unit: fc.constantFrom('a', 'e', 'o', 'ø', 'n', 's', 'r', 'é'),
  minLength: 1,
  maxLength: 7,
});
const entry = fc.record({
  name: fc.tuple(word, word).map((words) => words.join(' ')),
  email: word.map((text) => `${text}@example.com`),
  phone: fc.integer({ min: 10_000_000, max: 99_999_999 }).map((number) => `+45 ${number}`),
  company: fc.oneof(fc.constant(''), word),
  host: fc.oneof(fc.constant(''), word),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('add' as const), fc.nat(400), entry) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('replace' as const), fc.nat(400), entry) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('remove' as const), fc.nat(400), entry) },
);
const query = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
  fc.integer({ min: 0, max: 9999 }).map(String),
);

describe('the search memory', () => {
  it('gives exactly the hits of a naive search, newest first, after any adding, replacing and removing', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 30, maxLength: 300 }),
        fc.array(query, { minLength: 3, maxLength: 6 }),
        (steps, texts) => {
          const memory = createSearchMemory(still);
          const entries = new Map<number, SearchEntry>();
          for (const [act, key, text] of steps) {
            const full = { key, arrivedAt: key * 1000, ...text };
            if (act === 'add' || (act === 'replace' && entries.has(key))) entries.set(key, full);
            if (act === 'remove') entries.delete(key);
            if (act === 'add') memory.add(full);
            else if (act === 'replace') memory.replace(full);
            else memory.remove([key]);
          }
          expect(memory.size()).toBe(entries.size);
          for (const text of texts) {
            const { hits, complete } = memory.search(text, { limit: 1000 });
            const exact = hits.filter(({ slip }) => !slip).map(({ key }) => key);
            expect(exact, text).toEqual(naive(entries, text));
            expect(complete).toBe(true);
            for (const hit of hits) expect(hit.matched.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says that there is more, and stops at the limit', () => {
    const memory = createSearchMemory(still);
    for (let key = 1; key <= 30; key += 1)
      memory.add({ key, arrivedAt: key, name: 'Anna Holm', email: '', phone: '', company: '', host: '' });
    const found = memory.search('holm', { limit: 20 });
    expect(found.hits.map(({ key }) => key)).toEqual(
      Array.from({ length: 20 }, (_unused, index) => 30 - index),
    );
    expect(found.more).toBe(true);
  });

  it('forgives one slip in a word of four letters or more, after the exact hits', () => {
    const memory = createSearchMemory(still);
    const add = (key: number, name: string) =>
      memory.add({ key, arrivedAt: key, name, email: '', phone: '', company: '', host: '' });
    add(1, 'Peter Jensen');
    add(2, 'Peter Jansen');
    const names = (text: string) =>
      memory.search(text, { limit: 20 }).hits.map(({ key, slip }) => [key, slip]);
    expect(names('jansen')).toEqual([
      [2, false],
      [1, true],
    ]);
    for (const slip of ['jesnen', 'jenen', 'jenssen', 'jemsen'])
      expect(names(slip), slip).toContainEqual([1, true]);
    expect(names('xyzzy')).toEqual([]);
  });

  it('stops at the deadline and says so', () => {
    let now = 0;
    const memory = createSearchMemory({ monotonic: () => (now += 1) });
    for (let key = 1; key <= 50_000; key += 1)
      memory.add({
        key,
        arrivedAt: key,
        name: `Anna Holm ${key}`,
        email: '',
        phone: '',
        company: '',
        host: '',
      });
    const found = memory.search('zz', { limit: 20, deadline: now + 2 });
    expect(found.complete).toBe(false);
  });

  it('forgets what was removed, also the words it forgives slips for', () => {
    const memory = createSearchMemory(still);
    const add = (key: number, name: string) =>
      memory.add({ key, arrivedAt: key, name, email: '', phone: '', company: '', host: '' });
    for (let key = 1; key <= 500; key += 1) add(key, `Visitor ${key}`);
    const full = memory.bytes();
    expect(memory.search('visitar', { limit: 1 }).hits).toHaveLength(1);
    memory.remove(Array.from({ length: 500 }, (_unused, index) => index + 1));
    expect(memory.size()).toBe(0);
    expect(memory.bytes()).toBeLessThan(full);
    expect(memory.search('visitar', { limit: 1 }).hits).toEqual([]);
  });
});
