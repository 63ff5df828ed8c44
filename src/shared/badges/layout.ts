/** Pages of badges as pieces with places, in millimetres from the upper left. What draws them adds nothing. */
import type { BadgeDesign, BadgeField, FieldBox } from './design.ts';
import { fitText, type Measure, type Weight } from './fit.ts';
import { ascentEm, lineHeightEm, millimetresPerPoint } from './type-metrics.ts';

/** The texts of one badge; a field that is empty is not drawn. */
export interface BadgeTexts extends Readonly<Record<BadgeField, string>> {
  /** What the QR code holds; empty for none. */
  readonly code: string;
}

export interface Lettering {
  /** Words above fields that have a caption. */
  readonly captions: Readonly<Partial<Record<BadgeField, string>>>;
  /** Stands where the logo would. */
  readonly siteName: string;
  /** Width by height of the logo; null where there is none. */
  readonly logoRatio: number | null;
}

export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly width: number;
      /** Type size. */
      readonly size: number;
      readonly weight: Weight;
      readonly ink: 'black' | 'white';
    }
  | {
      readonly kind: 'band' | 'logo';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'code';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
    };

/** One badge: its pieces, and the matrix that takes them to the paper (as in SVG and PDF: a b c d e f). */
export interface PlacedBadge {
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly pieces: readonly Piece[];
}

export interface BadgePage {
  readonly width: number;
  readonly height: number;
  readonly badges: readonly PlacedBadge[];
  /** From and to. */
  readonly cutMarks: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[];
}

/** How much of the logo's height the site's name takes: it must not compete with the visitor's. */
const siteNameShare = 0.68;
/** White beside the words in a band. */
const bandPadding = 1.5;
/** Length of a cut mark, and how far it keeps off the badges. */
const mark = { length: 4, away: 1 } as const;

export function layOut(
  design: BadgeDesign,
  badges: readonly BadgeTexts[],
  lettering: Lettering,
  measure: Measure,
): BadgePage[] {
  const { paper, badge, sheet } = design;
  const [across, down] = badge.turned ? [badge.height, badge.width] : [badge.width, badge.height];
  const onPage = sheet.columns * sheet.rows;
  const pages: BadgePage[] = [];
  for (let first = 0; first < badges.length; first += onPage)
    pages.push({
      width: paper.width,
      height: paper.height,
      badges: badges.slice(first, first + onPage).map((texts, index) => {
        const left = sheet.left + (index % sheet.columns) * (across + sheet.gapX);
        const top = sheet.top + Math.floor(index / sheet.columns) * (down + sheet.gapY);
        return {
          matrix: badge.turned ? [0, 1, -1, 0, left + across, top] : [1, 0, 0, 1, left, top],
          pieces: piecesOf(design, texts, lettering, measure),
        };
      }),
      cutMarks: sheet.cutMarks ? cutMarks(design, across, down) : [],
    });
  return pages;
}

function piecesOf(design: BadgeDesign, texts: BadgeTexts, lettering: Lettering, measure: Measure): Piece[] {
  const { logo, code } = design;
  const pieces: Piece[] = [];
  if (logo !== null && lettering.logoRatio !== null) {
    const width = Math.min(logo.width, logo.height * lettering.logoRatio);
    const height = width / lettering.logoRatio;
    const x = logo.x + aside(logo.align, logo.width - width);
    pieces.push({ kind: 'logo', x, y: logo.y + (logo.height - height) / 2, width, height });
  } else if (logo !== null) {
    const { x, y, width, height, align } = logo;
    const largest = (siteNameShare * height) / lineHeightEm / millimetresPerPoint;
    const box = { width, height, lines: 1, weight: 'bold', largest, smallest: Math.min(6, largest) } as const;
    pieces.push(
      ...textIn({ ...box, x, y, align, vertical: 'middle', style: 'plain' }, lettering.siteName, measure),
    );
  }
  for (const field of design.fields)
    pieces.push(...fieldPieces(field, texts[field.field], lettering, measure));
  if (code !== null && texts.code !== '') pieces.push({ kind: 'code', ...code, text: texts.code });
  return pieces;
}

function fieldPieces(box: FieldBox, text: string, { captions }: Lettering, measure: Measure): Piece[] {
  if (text === '') return [];
  const pieces: Piece[] = [];
  const padding = box.style === 'band' ? bandPadding : 0;
  if (box.style === 'band')
    pieces.push({ kind: 'band', x: box.x, y: box.y, width: box.width, height: box.height });
  const caption = captions[box.field];
  const captionHeight =
    box.caption === 0 || caption === undefined ? 0 : box.caption * lineHeightEm * millimetresPerPoint;
  const inner = { ...box, x: box.x + padding, width: box.width - 2 * padding };
  if (captionHeight > 0 && caption !== undefined) {
    const size = { largest: box.caption, smallest: Math.min(6, box.caption), lines: 1 } as const;
    const above = { ...inner, ...size, height: captionHeight, weight: 'regular', vertical: 'top' } as const;
    pieces.push(...textIn(above, caption, measure));
  }
  const rest = { ...inner, y: box.y + captionHeight, height: box.height - captionHeight };
  return [...pieces, ...textIn(rest, text, measure)];
}

type TextBox = Omit<FieldBox, 'field' | 'caption'>;

function textIn(box: TextBox, text: string, measure: Measure): Piece[] {
  if (text === '' || box.width <= 0) return [];
  const { size, lines } = fitText(text, box, measure);
  const step = size * lineHeightEm;
  const over = box.height - lines.length * step;
  const top = box.y + (box.vertical === 'top' ? 0 : box.vertical === 'middle' ? over / 2 : over);
  return lines.map((line, index) => {
    const width = measure(line, box.weight) * size;
    return {
      kind: 'text',
      text: line,
      x: box.x + aside(box.align, box.width - width),
      y: top + index * step + ascentEm * size,
      width,
      size,
      weight: box.weight,
      ink: box.style === 'band' ? 'white' : 'black',
    };
  });
}

function aside(align: FieldBox['align'], room: number): number {
  return align === 'left' ? 0 : align === 'centre' ? room / 2 : room;
}

/** Short lines in the margins of the paper, in line with the edges of the badges. */
function cutMarks({ paper, sheet }: BadgeDesign, across: number, down: number): BadgePage['cutMarks'] {
  const { columns, rows, left, top, gapX, gapY } = sheet;
  const right = left + columns * across + (columns - 1) * gapX;
  const bottom = top + rows * down + (rows - 1) * gapY;
  const edges = (from: number, count: number, side: number, gap: number): number[] => [
    ...new Set(
      Array.from({ length: count }, (_, index) => from + index * (side + gap)).flatMap((at) => [
        at,
        at + side,
      ]),
    ),
  ];
  const before = (edge: number): readonly [number, number] => [
    Math.max(0, edge - mark.away - mark.length),
    edge - mark.away,
  ];
  const after = (edge: number, limit: number): readonly [number, number] => [
    edge + mark.away,
    Math.min(limit, edge + mark.away + mark.length),
  ];
  const sides = (low: number, high: number, limit: number) =>
    [before(low), after(high, limit)].filter(([from, to]) => to > from);
  return [
    ...edges(left, columns, across, gapX).flatMap((x) =>
      sides(top, bottom, paper.height).map(([y1, y2]) => ({ x1: x, y1, x2: x, y2 })),
    ),
    ...edges(top, rows, down, gapY).flatMap((y) =>
      sides(left, right, paper.width).map(([x1, x2]) => ({ x1, y1: y, x2, y2: y })),
    ),
  ];
}
