/**
 * Text of any length in a box: the largest type that fits, on one line or two, and at the smallest size an ellipsis.
 * Widths come from whoever draws, in shares of the type size.
 */
import type { FieldBox } from './design.ts';
import { lineHeightEm, millimetresPerPoint } from './type-metrics.ts';

export type Weight = FieldBox['weight'];

/** Width of a text in shares of its type size. */
export type Measure = (text: string, weight: Weight) => number;

export interface FittedText {
  /** Type size in millimetres. */
  readonly size: number;
  readonly lines: readonly string[];
}

export interface FitBox {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Points. */
  readonly largest: number;
  readonly smallest: number;
  readonly lines: 1 | 2;
  readonly weight: Weight;
}

const ellipsis = '…';
/** One line is kept while it is at least this much as large as two would be: a name reads best in one piece. */
const oneLineShare = 0.8;
/** A hair of room, so that what is drawn in rounded numbers stays inside. */
const slack = 0.999;

export function fitText(text: string, box: FitBox, measure: Measure): FittedText {
  const words = text.replace(/\s+/gu, ' ').trim();
  const smallest = box.smallest * millimetresPerPoint;
  const sizeOf = (lines: readonly string[]): number => {
    const widest = Math.max(...lines.map((line) => measure(line, box.weight)), 1e-6);
    const byHeight = box.height / (lines.length * lineHeightEm);
    return Math.min(box.largest * millimetresPerPoint, byHeight, (box.width * slack) / widest);
  };
  const one = [words];
  const oneSize = sizeOf(one);
  const two = box.lines === 2 ? balanced(words, (line) => measure(line, box.weight)) : null;
  const twoSize = two === null ? 0 : sizeOf(two);
  if (two !== null && twoSize >= smallest && oneSize < twoSize * oneLineShare)
    return { size: twoSize, lines: two };
  if (oneSize >= smallest) return { size: oneSize, lines: one };
  const room = (box.width * slack) / smallest;
  const lines = cut(words, room, box.lines, (line) => measure(line, box.weight));
  // A box that is narrower than an ellipsis: smaller than asked is better than beside the box.
  return { size: Math.min(smallest, sizeOf(lines)), lines };
}

/** The two lines whose longer one is shortest, broken at a space or after a hyphen; null for a single word. */
function balanced(text: string, width: (line: string) => number): readonly [string, string] | null {
  let best: readonly [string, string] | null = null;
  let bestWidth = Number.POSITIVE_INFINITY;
  for (const { index } of text.matchAll(/(?<=[^\s-]-)(?=\S)|\s/gu)) {
    const pair = [text.slice(0, index).trim(), text.slice(index).trim()] as const;
    const widest = Math.max(width(pair[0]), width(pair[1]));
    if (widest < bestWidth) {
      best = pair;
      bestWidth = widest;
    }
  }
  return best;
}

/** As much as there is room for: full lines first, the last with an ellipsis when something is left over. */
function cut(text: string, room: number, lines: 1 | 2, width: (line: string) => number): readonly string[] {
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  const fitting = (from: number, end: string): number => {
    let low = from;
    let high = graphemes.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const line = graphemes.slice(from, middle).join('').trim() + (middle < graphemes.length ? end : '');
      if (width(line) <= room) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const joined = (from: number, to?: number): string => graphemes.slice(from, to).join('').trim();
  let from = 0;
  const made: string[] = [];
  if (lines === 2) {
    const most = fitting(0, '');
    const space = graphemes.slice(0, most + 1).lastIndexOf(' ');
    from = space > most / 2 ? space : most;
    made.push(joined(0, from));
  }
  const until = fitting(from, ellipsis);
  made.push(joined(from, until) + (until < graphemes.length ? ellipsis : ''));
  return made.filter((line) => line !== '');
}
