/**
 * How long an answer takes tells nothing about whether somebody was found. Compared by ratio and by overlap, hits and
 * misses in turn, so that a noisy machine slows both.
 */
import { expect, it } from 'vitest';
import { createTestApp } from '../support/app.ts';

const tries = 1_000;
const firstNames = ['Mette', 'Søren', 'Åse', 'Bo', 'Karen', 'Lars', 'Ida', 'Per', 'Ulla', 'Jens'];

it('a hit and a miss take the same time, over a thousand of each', async () => {
  const test = createTestApp();
  await test.setUp();
  await test.signIn();
  const lines = Array.from(
    { length: 2_000 },
    (_, index) => `${firstNames[index % 10]} Holm${index},h${index}@x.dk,Department ${index}`,
  );
  const file = Buffer.from(`Name,E-mail,Department\n${lines.join('\n')}\n`).toString('base64');
  expect((await test.call('console', 'hosts.import', { file, apply: true })).report.applied).toBe(true);

  const texts = { hit: ['mette', 'karen', 'lars h'], miss: ['motte', 'karyn', 'lurs h'] };
  const times = { hit: [] as number[], miss: [] as number[] };
  const found = { hit: 0, miss: 0 };
  for (let round = -200; round < tries; round += 1)
    for (const kind of ['hit', 'miss'] as const) {
      const text = texts[kind][Math.abs(round) % 3] ?? '';
      const input = { text, visitId: test.newVisitId() as never };
      const began = performance.now();
      // Another kiosk each time, so that no limit is met.
      const { answers } = await test.call('kiosk', 'hosts.find', input, `kiosk ${round} ${kind}`);
      const took = performance.now() - began;
      if (round < 0) continue;
      times[kind].push(took);
      found[kind] += answers.length;
    }
  expect(found).toEqual({ hit: 5 * tries, miss: 0 });

  const sorted = { hit: times.hit.sort((a, b) => a - b), miss: times.miss.sort((a, b) => a - b) };
  const at = (kind: 'hit' | 'miss', part: number): number => sorted[kind][Math.floor(part * tries)] ?? 0;
  const ratio = at('hit', 0.5) / at('miss', 0.5);
  /** The chance that a miss takes at least as long as a hit; a half where time tells nothing. */
  let later = 0;
  let position = 0;
  for (const miss of sorted.miss) {
    while (position < tries && (sorted.hit[position] ?? 0) <= miss) position += 1;
    later += position / tries;
  }
  const overlap = later / tries;
  expect(ratio).toBeGreaterThan(0.67);
  expect(ratio).toBeLessThan(1.5);
  expect(overlap).toBeGreaterThan(0.1);
  expect(overlap).toBeLessThan(0.9);
}, 60_000);
