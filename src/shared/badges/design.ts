/**
 * A design of a badge or a name tag: what stands where on which paper. Lengths are millimetres, counted from the
 * upper left corner; type sizes are points of 1/72 inch. A design is a JSON file and needs no code (docs/badges.md).
 */
import { z } from 'zod';
import { Language } from '../vocabulary.ts';
import { lineHeightEm, millimetresPerPoint } from './type-metrics.ts';

export const BadgeKind = z.enum(['badge', 'name-tag']);
export type BadgeKind = z.infer<typeof BadgeKind>;

/** What a design may show as text. Nothing else of a visit ever reaches a badge. */
export const BadgeField = z.enum(['name', 'company', 'host', 'date', 'visitor-type', 'card']);
export type BadgeField = z.infer<typeof BadgeField>;

/** A name tag says who somebody is and where they come from. */
const onNameTag: readonly string[] = ['name', 'company'];

/** The file name without `.json`. */
export const DesignId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'design-file-name');

/**
 * Side of a code with its quiet zone, in millimetres. The code has 25 modules and 8 of white beside them; scanners
 * of the desk read modules from 0.33 mm (13 mil) on, and a label printer of 300 dpi keeps 0.45 mm at 5 dots.
 */
const smallestCode = 15;
/** Legible from an arm's length; below, a label printer of 203 dpi fills the letters. */
const smallestType = 6;
const largestType = 96;
/** The longest side of A4 (ISO 216). */
const longestSide = 297;

const Length = z.number('design-number').min(0, 'design-number').max(longestSide, 'design-number');
const Side = z.number('design-number').min(10, 'design-number').max(longestSide, 'design-number');
const TypeSize = z.number('design-number').min(smallestType, 'design-type').max(largestType, 'design-type');
const Box = {
  x: Length,
  y: Length,
  width: Length.positive('design-number'),
  height: Length.positive('design-number'),
};

export const FieldBox = z
  .strictObject({
    field: BadgeField,
    ...Box,
    /** The size is the largest that fits, from `smallest` to `largest`. */
    largest: TypeSize,
    smallest: TypeSize,
    lines: z.union([z.literal(1), z.literal(2)], 'design-choice').prefault(1),
    weight: z.enum(['regular', 'bold'], 'design-choice').prefault('regular'),
    align: z.enum(['left', 'centre', 'right'], 'design-choice').prefault('left'),
    vertical: z.enum(['top', 'middle', 'bottom'], 'design-choice').prefault('top'),
    /** `band`: white on black over the whole box. Label printers know no grey. */
    style: z.enum(['plain', 'band'], 'design-choice').prefault('plain'),
    /** Size of the word above, for example `Host`; 0 for none. */
    caption: z.union([z.literal(0), TypeSize], 'design-type').prefault(0),
  })
  .superRefine(({ largest, smallest, lines, height, caption }, context) => {
    const fault = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (smallest > largest) fault('smallest', 'design-sizes');
    const needed = (smallest * lines + caption) * lineHeightEm * millimetresPerPoint;
    if (needed > height) fault('height', 'design-low');
  });
export type FieldBox = z.output<typeof FieldBox>;

const LogoBox = z.strictObject({
  ...Box,
  align: z.enum(['left', 'centre', 'right'], 'design-choice').prefault('left'),
});

const CodeBox = z.strictObject({
  x: Length,
  y: Length,
  size: z.number('design-number').min(smallestCode, 'design-code-small').max(longestSide, 'design-number'),
});

/** Several badges on one paper. */
const Sheet = z.strictObject({
  columns: z.number('design-number').int('design-number').min(1, 'design-number').max(10, 'design-number'),
  rows: z.number('design-number').int('design-number').min(1, 'design-number').max(20, 'design-number'),
  left: Length,
  top: Length,
  gapX: Length.prefault(0),
  gapY: Length.prefault(0),
  cutMarks: z.boolean('design-choice').prefault(false),
});

const single = { columns: 1, rows: 1, left: 0, top: 0 };

export const BadgeDesign = z
  .strictObject({
    kind: BadgeKind,
    /** By language; a language left out reads English, or what there is. */
    title: z.record(Language, z.string().min(1, 'required').max(60, 'too-long')),
    /** As it runs into the printer. */
    paper: z.strictObject({ width: Side, height: Side }),
    /** `turned`: read with the paper turned left, for labels that leave the printer upright. */
    badge: z.strictObject({ width: Side, height: Side, turned: z.boolean('design-choice').prefault(false) }),
    sheet: Sheet.prefault(single),
    fields: z.array(FieldBox).min(1, 'required').max(BadgeField.options.length, 'design-many'),
    /** The site's logo, or its name where it has none. */
    logo: LogoBox.nullable().prefault(null),
    /** The QR code a kiosk knows the badge by. */
    code: CodeBox.nullable().prefault(null),
  })
  .superRefine((design, context) => {
    const { kind, title, paper, badge, sheet, fields, logo, code } = design;
    const fault = (message: string, ...path: (string | number)[]): void =>
      context.addIssue({ code: 'custom', path, message });
    const inside = (
      box: { x: number; y: number; width: number; height: number },
      ...path: (string | number)[]
    ): void => {
      if (beyond(box.x + box.width, badge.width)) fault('design-outside-badge', ...path, 'width');
      if (beyond(box.y + box.height, badge.height)) fault('design-outside-badge', ...path, 'height');
    };
    if (Object.keys(title).length === 0) fault('required', 'title');
    fields.forEach((box, index) => {
      inside(box, 'fields', index);
      if (fields.findIndex(({ field }) => field === box.field) < index)
        fault('design-twice', 'fields', index, 'field');
      if (kind === 'name-tag' && !onNameTag.includes(box.field))
        fault('design-name-tag', 'fields', index, 'field');
    });
    if (!fields.some(({ field }) => field === 'name')) fault('design-no-name', 'fields');
    if (logo !== null) inside(logo, 'logo');
    if (code !== null) {
      inside({ x: code.x, y: code.y, width: code.size, height: code.size }, 'code');
      if (kind === 'name-tag') fault('design-name-tag', 'code');
    }
    const [across, down] = badge.turned ? [badge.height, badge.width] : [badge.width, badge.height];
    const { columns, rows, left, top, gapX, gapY } = sheet;
    if (beyond(left + columns * across + (columns - 1) * gapX, paper.width))
      fault('design-outside-paper', 'sheet', 'columns');
    if (beyond(top + rows * down + (rows - 1) * gapY, paper.height))
      fault('design-outside-paper', 'sheet', 'rows');
  });
export type BadgeDesign = z.output<typeof BadgeDesign>;

/** Sums of decimal fractions are not exact. */
function beyond(length: number, limit: number): boolean {
  return length > limit + 1e-6;
}

export interface NamedDesign {
  readonly designId: string;
  readonly design: BadgeDesign;
}

/** What can be wrong with a design; the office has words for each. */
export const DesignFaultCode = z.enum([
  'design-file-name',
  'design-choice',
  'design-code-small',
  'design-low',
  'design-many',
  'design-name-tag',
  'design-no-name',
  'design-number',
  'design-outside-badge',
  'design-outside-paper',
  'design-shape',
  'design-sizes',
  'design-twice',
  'design-type',
  'design-unknown',
  'required',
  'too-long',
  'not-json',
  'too-large',
  'too-many-files',
  'unreadable',
]);
export type DesignFaultCode = z.infer<typeof DesignFaultCode>;

/** The dotted path of the field, empty for the whole file. */
export const DesignFault = z.strictObject({ file: z.string(), field: z.string(), fault: DesignFaultCode });
export type DesignFault = z.output<typeof DesignFault>;

/** Bytes of a design that is read at all; Foyer's own have less than three thousand. */
export const largestDesign = 64 * 1024;

/** At most this many faults of one file are told. */
const mostFaults = 20;

export function readDesign(
  file: string,
  content: string,
):
  | { readonly ok: true; readonly design: BadgeDesign }
  | { readonly ok: false; readonly faults: DesignFault[] } {
  let written: unknown;
  try {
    written = JSON.parse(content);
  } catch {
    return { ok: false, faults: [{ file, field: '', fault: 'not-json' }] };
  }
  const parsed = BadgeDesign.safeParse(written);
  if (parsed.success) return { ok: true, design: parsed.data };
  // The first of each field: what is no number cannot be inside either.
  const faults = new Map<string, DesignFault>();
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join('.').slice(0, 120);
    if (!faults.has(field)) faults.set(field, { file, field, fault: messageOf(issue) });
  }
  return { ok: false, faults: [...faults.values()].slice(0, mostFaults) };
}

function messageOf(issue: z.core.$ZodIssue): DesignFaultCode {
  if (issue.code === 'unrecognized_keys') return 'design-unknown';
  // Zod's own sentences quote what was written; only our codes leave.
  return DesignFaultCode.safeParse(issue.message).data ?? 'design-shape';
}
