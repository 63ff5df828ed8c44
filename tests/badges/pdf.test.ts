import { expect, it } from 'vitest';
import { drawBadges } from '../../src/main/badge-paper/draw.ts';
import { createBadgePaper } from '../../src/main/badge-paper/thread.ts';
import { paintedPng } from '../support/painted-png.ts';
import { badgeFonts, designNamed, ownDesigns } from './designs.ts';
import { codeIn, drawPages, pageSizes } from './paper.ts';

const code = (index: number): string => `FB:${index.toString(16).padStart(32, 'A').toUpperCase()}`;
const badge = (index: number) => ({
  name: `Søren Ångström ${index}`,
  company: 'Łódź Sp. z o.o.',
  host: 'Astrid Holm',
  date: '26 Nov 2026',
  'visitor-type': 'Contractor',
  card: '12',
  code: code(index),
});
const captions = { host: 'Host', date: 'Date', card: 'Card' };
const work = (name: string, count: number) => ({
  ...{ design: designNamed(name), captions, siteName: 'Nordlys House', logo: null },
  badges: Array.from({ length: count }, (_, index) => badge(index)),
});
const draw = (name: string, count: number) => drawBadges(work(name, count), badgeFonts);

it.each([...ownDesigns])('pages of %s are exactly as large as the paper', async (name, { paper }) => {
  const sizes = pageSizes(await draw(name, 1));
  expect(sizes).toHaveLength(1);
  expect(sizes[0]?.width).toBeCloseTo(paper.width, 3);
  expect(sizes[0]?.height).toBeCloseTo(paper.height, 3);
});

it.each(['badge-62x100', 'badge-54x86'])('the code on the label %s says what it was given', async (name) => {
  const { paper } = designNamed(name);
  // A label printer of 203 dots an inch is the coarsest there is.
  const pages = drawPages(await draw(name, 2), 203);
  expect(pages).toHaveLength(2);
  const whole = { x: 0, y: 0, ...paper };
  expect(pages.map((page) => codeIn(page, 203, whole))).toEqual([code(0), code(1)]);
});

it('every badge of a sheet has its own code', async () => {
  const { badge: size, sheet, paper } = designNamed('badge-a4');
  const pages = drawPages(await draw('badge-a4', 11), 203);
  expect(pages).toHaveLength(2);
  const [first] = pages;
  expect((first?.width ?? 0) / 203).toBeCloseTo(paper.width / 25.4, 1);
  const codes = Array.from({ length: 10 }, (_, index) =>
    first === undefined
      ? null
      : codeIn(first, 203, {
          x: sheet.left + (index % sheet.columns) * size.width,
          y: sheet.top + Math.floor(index / sheet.columns) * size.height,
          ...size,
        }),
  );
  expect(codes).toEqual(Array.from({ length: 10 }, (_, index) => code(index)));
});

it('a name tag has no code, and nobody stands beside the pages', async () => {
  const pdf = await draw('name-tag-62x100', 1);
  const [page] = drawPages(pdf, 203);
  expect(
    page === undefined ? 'no page' : codeIn(page, 203, { x: 0, y: 0, width: 62, height: 100 }),
  ).toBeNull();
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toContain('(Name tags)');
  expect(text).not.toContain('Astrid');
});

it('the site’s logo is drawn, and one that cannot be is left to the site’s name', async () => {
  const ink = async (logo: Uint8Array | null): Promise<number> => {
    const [page] = drawPages(
      await drawBadges(
        { ...work('name-tag-62x100', 1), badges: [{ ...badge(0), name: '–', company: '' }], logo },
        badgeFonts,
      ),
      100,
    );
    return page?.grey.reduce((dark, shade) => dark + (shade < 128 ? 1 : 0), 0) ?? 0;
  };
  const black = await ink(paintedPng(60, 10, () => [0, 0, 0, 255]));
  const name = await ink(null);
  expect(black).toBeGreaterThan(2 * name);
  expect(await ink(new TextEncoder().encode('RIFFxxxxWEBP'))).toBe(name);
});

it('the thread draws the same, and answers null where it cannot', async () => {
  const paper = createBadgePaper(new URL('../../src/main/badge-paper-process.ts', import.meta.url));
  const base64 = await paper(work('badge-62x100', 3));
  expect(pageSizes(Buffer.from(base64 ?? '', 'base64'))).toHaveLength(3);
  const missing = createBadgePaper(new URL('../../src/main/no-such-process.ts', import.meta.url));
  expect(await missing(work('badge-62x100', 1))).toBeNull();
});
