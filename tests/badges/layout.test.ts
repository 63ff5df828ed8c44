import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { BadgeDesign } from '../../src/shared/badges/design.ts';
import { fitText, type Measure } from '../../src/shared/badges/fit.ts';
import { type BadgeTexts, layOut, type Piece } from '../../src/shared/badges/layout.ts';
import { lineHeightEm, millimetresPerPoint } from '../../src/shared/badges/type-metrics.ts';
import { badgeFonts, designNamed, ownDesigns } from './designs.ts';

const pdf = new PDFDocument({ font: badgeFonts.regular as never });
pdf.registerFont('regular', badgeFonts.regular as never);
pdf.registerFont('bold', badgeFonts.bold as never);
/** In the size that is drawn, so that a width that grows otherwise than the size shows. */
const widthAt = (text: string, weight: string, size: number): number =>
  pdf
    .font(weight)
    .fontSize(size / millimetresPerPoint)
    .widthOfString(text) * millimetresPerPoint;
const measure: Measure = (text, weight) => widthAt(text, weight, 1000) / 1000;

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'ÆØÅÄÖÜßéèçñłążćŐűđšŽ',
  'WMwm@—ﬁAVTo.-’1x1->',
  'αβγδεζηθΩΠΣ',
  'абвгдежзийЖШЩЫЮ',
  '山田太郎佐藤',
  'محمدعليאברהם',
  'ก็นิดาที่',
  '👩‍🚀🏳️‍🌈é',
];
const word = fc
  .constantFrom(...alphabets)
  .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 40 }))
  .map((letters) => letters.join(''));
const text = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('-')),
  fc.integer({ min: 1, max: 120 }).map((length) => 'W'.repeat(length)),
  fc.integer({ min: 1, max: 120 }).map((length) => 'i'.repeat(length)),
);
const texts: fc.Arbitrary<BadgeTexts> = fc.record({
  name: text,
  company: text,
  host: text,
  date: text,
  'visitor-type': text,
  card: text,
  code: fc.constant(`FB:${'A7'.repeat(16)}`),
});

/** A hundredth of a millimetre is less than a dot of any printer. */
const hair = 0.01;

function textsOf(pieces: readonly Piece[]) {
  return pieces.filter((piece) => piece.kind === 'text');
}

describe('text of any length and script', () => {
  it.each([...ownDesigns])('stays inside the boxes of %s, in the sizes asked for', (_name, design) => {
    fc.assert(
      fc.property(texts, text, (badge, siteName) => {
        const captions = { host: 'Vært', date: 'Dato', card: 'Kort' };
        const [page] = layOut(design, [badge], { captions, siteName, logoRatio: null }, measure);
        const pieces = textsOf(page?.badges[0]?.pieces ?? []);
        const boxes = [...design.fields, ...(design.logo === null ? [] : [design.logo])];
        for (const piece of pieces) {
          const width = widthAt(piece.text, piece.weight, piece.size);
          const inside = boxes.some(
            (box) =>
              piece.x >= box.x - hair &&
              piece.x + width <= box.x + box.width + hair &&
              piece.y - 0.969 * piece.size >= box.y - hair &&
              piece.y + 0.242 * piece.size <= box.y + box.height + hair,
          );
          expect(inside, JSON.stringify(piece)).toBe(true);
        }
        for (const box of design.fields) {
          const { lines } = fitText(badge[box.field], { ...box, lines: box.lines }, measure);
          expect(lines.length).toBeGreaterThanOrEqual(1);
          expect(lines.length).toBeLessThanOrEqual(box.lines);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is whole, or ends in an ellipsis at the smallest size', () => {
    const box = { width: 60, height: 20, largest: 40, smallest: 12, lines: 2, weight: 'bold' } as const;
    const whole = (each: string): string => each.replace(/\s+/gu, '');
    fc.assert(
      fc.property(text, (given) => {
        const { size, lines } = fitText(given, box, measure);
        expect(size).toBeLessThanOrEqual(box.largest * millimetresPerPoint + 1e-9);
        expect(lines.length * size * lineHeightEm).toBeLessThanOrEqual(box.height + hair);
        const shown = whole(lines.join(''));
        if (shown === whole(given)) {
          expect(size).toBeGreaterThanOrEqual(box.smallest * millimetresPerPoint - 1e-9);
          return;
        }
        expect(shown.endsWith('…')).toBe(true);
        expect(whole(given).startsWith(shown.slice(0, -1))).toBe(true);
        expect(size).toBeCloseTo(box.smallest * millimetresPerPoint, 6);
      }),
      { numRuns: 150 },
    );
  });
});

it('a usual name is read from two metres: capitals of at least 7 mm on a label', () => {
  // Inter's capitals are 0.727 of the type size; at two metres 7 mm are twelve minutes of arc.
  for (const name of ['Maria Jensen', 'Søren Lindqvist', 'Bo Li', 'Christoffer Bang']) {
    const box = designNamed('badge-62x100').fields.find(({ field }) => field === 'name');
    if (box === undefined) throw new Error('no name');
    expect(fitText(name, box, measure).size * 0.727, name).toBeGreaterThanOrEqual(7);
  }
});

it('a name is one line while it can be large, then two', () => {
  const box = { width: 92, height: 22, largest: 42, smallest: 14, lines: 2, weight: 'bold' } as const;
  expect(fitText('Maria Jensen', box, measure).lines).toEqual(['Maria Jensen']);
  expect(fitText('Maximiliane-Charlotte von Hohenstaufen', box, measure).lines).toEqual([
    'Maximiliane-Charlotte',
    'von Hohenstaufen',
  ]);
});

it('a sheet is filled row by row, with marks outside the badges only', () => {
  const design = designNamed('badge-a4');
  const badges = Array.from({ length: 13 }, (_, index) => ({
    ...{ name: `N ${index}`, company: '', host: '', date: '', card: '', code: '' },
    'visitor-type': '',
  }));
  const pages = layOut(design, badges, { captions: {}, siteName: 'S', logoRatio: null }, measure);
  expect(pages.map((page) => page.badges.length)).toEqual([10, 3]);
  expect(pages[0]?.badges.slice(0, 3).map(({ matrix }) => matrix.slice(4))).toEqual([
    [15, 13.5],
    [105, 13.5],
    [15, 67.5],
  ]);
  const { left, top, columns, rows } = design.sheet;
  const right = left + columns * design.badge.width;
  const bottom = top + rows * design.badge.height;
  expect(pages[0]?.cutMarks).toHaveLength(2 * (columns + 1) + 2 * (rows + 1));
  for (const { x1, y1, x2, y2 } of pages[0]?.cutMarks ?? []) {
    const outside =
      Math.max(x1, x2) < left ||
      Math.min(x1, x2) > right ||
      Math.max(y1, y2) < top ||
      Math.min(y1, y2) > bottom;
    expect(outside).toBe(true);
  }
});

it('an empty field takes its caption and its band with it', () => {
  const design: BadgeDesign = designNamed('badge-62x100');
  const none = { name: 'Bo Li', company: '', host: '', date: '', 'visitor-type': '', card: '', code: '' };
  const captions = { host: 'Host', date: 'Date', card: 'Card' };
  const [page] = layOut(design, [none], { captions, siteName: 'House', logoRatio: 3 }, measure);
  expect(page?.badges[0]?.pieces.map(({ kind }) => kind)).toEqual(['logo', 'text']);
});
