/** The walk knows every state of the flow, and the chosen combinations hold every pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../../../src/renderer/kiosk/flow.ts';
import { shortestPaths } from '../flow-paths.ts';
import { coveringRows, drawn, everyRow, pairsOf } from './covering.ts';
import { combinations, walkOf } from './dimensions.ts';
import { stops } from './stops.ts';

const states = new Set<Screen>([
  'attract',
  ...shortestPaths().flatMap(({ steps }) => steps.map(({ screen }) => screen)),
]);

describe('the walk', () => {
  it('stops at every state of the flow', () => {
    const visited = new Set(stops.map(({ screen }) => screen));
    expect([...states].filter((state) => !visited.has(state))).toEqual([]);
  });

  it('has a picture of every state of the flow in docs/screens, and no picture that nobody takes', () => {
    const pictured = new Set(
      stops.filter(({ picture }) => picture !== undefined).map(({ screen }) => screen),
    );
    expect([...states].filter((state) => !pictured.has(state))).toEqual([]);
  });

  it('names every stop once', () => {
    expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
  });
});

describe('the combinations', () => {
  const all = combinations('all');

  it('chosen for every run hold every pair, and are the same every time', () => {
    const chosen = combinations('pairs');
    const held = new Set(chosen.flatMap((row) => pairsOf(row as never)));
    expect(
      [...new Set(all.flatMap((row) => pairsOf(row as never)))].filter((pair) => !held.has(pair)),
    ).toEqual([]);
    expect(combinations('pairs')).toEqual(chosen);
    expect(new Set(chosen.map((row) => walkOf(row as never))).size).toBeLessThan(30);
  });

  it('are refused where none is asked for', () => {
    expect(() => combinations('0 1')).toThrow('no combinations');
  });

  it('cover pairs of any dimensions', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 4 }), (lists) => {
        const rows = everyRow(
          Object.fromEntries(lists.map((list, index) => [`d${index}`, list])),
          () => true,
        );
        const chosen = coveringRows(rows, (row) => row.d0 ?? '');
        const held = new Set(chosen.flatMap(pairsOf));
        expect(rows.flatMap(pairsOf).every((pair) => held.has(pair))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('drawn by a seed are the same for the same seed, and never one twice', () => {
    const rows = all as never;
    expect(drawn(rows, 50, 7)).toEqual(drawn(rows, 50, 7));
    expect(drawn(rows, 50, 7)).not.toEqual(drawn(rows, 50, 8));
    expect(new Set(drawn(rows, 50, 7)).size).toBe(50);
  });
});
