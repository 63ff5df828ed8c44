/** Every page and dialog in the source is a stop, so that a new one without a stop is found. */
import { describe, expect, it } from 'vitest';
import { coveringRows, pairsOf } from '../../kiosk/matrix/covering.ts';
import { axeLooks, combinations, walkOf } from './dimensions.ts';
import { sourcePieces } from './source-pieces.ts';
import { stops } from './stops.ts';

describe('the walk through the console', () => {
  const pieces = sourcePieces();
  const files = new Set(pieces.map(({ file }) => file));

  it('stops at every page and dialog of the source', () => {
    expect(pieces.length).toBeGreaterThan(50);
    const stopped = new Set(stops.map(({ of }) => of));
    expect([...files].filter((file) => !stopped.has(file))).toEqual([]);
  });

  it('has as many stops for a file as that has different titles', () => {
    for (const file of files) {
      const titles = new Set(pieces.filter((piece) => piece.file === file).map(({ source }) => source));
      expect(stops.filter(({ of }) => of === file).length, file).toBeGreaterThanOrEqual(titles.size);
    }
  });

  it('names no file that has neither page nor dialog', () => {
    expect(stops.filter(({ of }) => !files.has(of)).map(({ name, of }) => `${name}: ${of}`)).toEqual([]);
  });

  it('names every stop once, and alike only what is one', () => {
    const names = new Set(stops.map(({ name }) => name));
    expect(names.size).toBe(stops.length);
    expect(stops.filter(({ like }) => like !== undefined && !names.has(like))).toEqual([]);
  });
});

describe('the looks', () => {
  it('chosen for every run hold every pair of the small ones in English, the same every time', () => {
    const chosen = combinations('pairs');
    const small = combinations('all').filter(
      ({ language, display }) => language === 'en' && display !== '1920',
    );
    const held = new Set(chosen.flatMap((look) => pairsOf(look as never)));
    const wanted = coveringRows(small as never, walkOf).flatMap(pairsOf);
    expect(wanted.filter((pair) => !held.has(pair))).toEqual([]);
    expect(combinations('pairs')).toEqual(chosen);
  });

  it('chosen for every run have axe look at every page, light on a desk and dark on a tablet upright', () => {
    const looked = axeLooks('pairs');
    for (const stop of stops.filter(({ like }) => like === undefined))
      for (const [display, theme] of [
        ['1280', 'light'],
        ['800', 'dark'],
      ])
        expect(
          [...looked].some(
            (look) => look.stop === stop.name && look.display === display && look.theme === theme,
          ),
          `${stop.name}, ${display}, ${theme}`,
        ).toBe(true);
  });

  it('of the whole matrix all have axe look at them', () => {
    expect(axeLooks('all').size).toBe(combinations('all').length);
  });
});
