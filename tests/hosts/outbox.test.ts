import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/main/hosts/join/outbox.ts';
import { openSealedFile } from '../../src/main/hosts/join/sealed-file.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const key = randomBytes(32);
const newFile = (): string => join(temporaryFolder(), 'outbox');

function filled(file: string, records: readonly string[]): void {
  const sealed = openSealedFile(file, key);
  for (const record of records) sealed.add(record);
  sealed.close();
}

function recordsIn(file: string): readonly string[] {
  const sealed = openSealedFile(file, key);
  sealed.close();
  return [...sealed.records];
}

describe('a sealed file', () => {
  it('gives back what was added, in order, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 6 }), { maxLength: 8 }), (records) => {
        const file = newFile();
        filled(file, records);
        expect(recordsIn(file)).toEqual(records);
        const bytes = readFileSync(file);
        for (const record of records) expect(bytes.includes(record)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('that was torn in its last record has every one before it, and goes on', () => {
    const file = newFile();
    const records = ['first', 'second', 'third'];
    filled(file, records.slice(0, 2));
    const whole = statSync(file).size;
    filled(file, records.slice(2));
    for (let size = statSync(file).size - 1; size >= whole; size -= 1) {
      truncateSync(file, size);
      expect(recordsIn(file)).toEqual(['first', 'second']);
    }
    filled(file, ['another']);
    expect(recordsIn(file)).toEqual(['first', 'second', 'another']);
  });

  it('whose end is rubbish from a power cut loses the rubbish alone', () => {
    const file = newFile();
    filled(file, ['first', 'second']);
    appendFileSync(file, randomBytes(3));
    expect(recordsIn(file)).toEqual(['first', 'second']);
  });

  it('is not read with another key, and not changed by trying', () => {
    const file = newFile();
    filled(file, ['first']);
    const before = readFileSync(file);
    expect(() => openSealedFile(file, randomBytes(32))).toThrow('another key');
    expect(readFileSync(file)).toEqual(before);
  });

  it('whose records were swapped is refused', () => {
    const file = newFile();
    filled(file, ['aaaa', 'bbbb', 'cccc']);
    const bytes = readFileSync(file);
    const size = (bytes.length - 16) / 3;
    const [head, ...parts] = [0, 1, 2, 3].map((index) =>
      index === 0 ? bytes.subarray(0, 16) : bytes.subarray(16 + (index - 1) * size, 16 + index * size),
    );
    const [a, b, c] = parts;
    writeFileSync(file, Buffer.concat([head, b, a, c] as Buffer[]));
    expect(() => openSealedFile(file, key)).toThrow('damaged');
  });

  it('is for its owner alone', () => {
    const file = newFile();
    filled(file, ['first']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('the outbox', () => {
  it('keeps a sign-in over a restart until the host has it, and is empty bytes then', () => {
    const file = newFile();
    let at = 1_000;
    const first = openOutbox(file, key, () => at);
    expect(first.add('one', { name: 'Canary One' })).toBe(1_000);
    at = 2_000;
    expect(first.add('one', { name: 'Canary One' })).toBe(1_000);
    first.add('two', { name: 'Canary Two' });
    first.done('one');
    first.close();
    const again = openOutbox(file, key, () => at);
    expect(again.waiting()).toEqual([{ visitId: 'two', at: 2_000, input: { name: 'Canary Two' } }]);
    again.done('two');
    again.close();
    expect(statSync(file).size).toBe(16);
    expect(recordsIn(file)).toEqual([]);
  });

  it('forgets what has waited too long, and says so', () => {
    let at = 0;
    const outbox = openOutbox(newFile(), key, () => at);
    outbox.add('one', {});
    at = 500;
    outbox.add('two', {});
    outbox.refused('two');
    at = 1_001;
    outbox.expire(1_000);
    expect(outbox.counts()).toEqual({ waiting: 0, refused: 1, expired: 1 });
    expect(outbox.waiting().map(({ visitId }) => visitId)).toEqual(['two']);
    outbox.close();
  });
});
