/** Exports of visits: a period with a purpose, read in pages by a screen that makes the file. */
import { z } from 'zod';
import { EpochMs, LocalDate, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { ReportSpan } from './reports.ts';
import { Departure, VisitRow } from './visits.ts';

/** What an export is for; the audit keeps the code. */
export const ExportPurpose = z.enum(['incident', 'authority', 'visitor', 'legal-claim', 'other-system']);
export type ExportPurpose = z.infer<typeof ExportPurpose>;

export const ExportFormat = z.enum(['csv', 'xlsx', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/**
 * One visit of an export: the columns that were asked for, no others. Contact details are empty strings once their
 * clock has run out.
 */
const columns = {
  arrivedAt: EpochMs,
  /** Null for a visit that is open. */
  departedAt: EpochMs.nullable(),
  departure: Departure.nullable(),
  admission: VisitRow.shape.admission,
  name: z.string(),
  company: z.string(),
  email: z.string(),
  phone: z.string(),
  host: z.string(),
  visitorType: z.string(),
  language: z.string(),
  visitId: VisitId,
};
export const ExportedVisit = z.strictObject(columns).partial();
export type ExportedVisit = z.output<typeof ExportedVisit>;

export const ExportColumn = z.enum(
  Object.keys(columns) as [keyof typeof columns, ...(keyof typeof columns)[]],
);
export type ExportColumn = z.infer<typeof ExportColumn>;

/** In the order of the file, each once. Messages: `required` for none, `repeated`. */
const Columns = z
  .array(ExportColumn)
  .min(1, 'required')
  .max(ExportColumn.options.length, 'repeated')
  .refine((chosen) => new Set(chosen).size === chosen.length, 'repeated');

/** Rows of a sheet, less its heading. Source: ECMA-376 as Excel keeps to it, 1,048,576 rows. */
export const mostSheetVisits = 1_048_575;

/** Visits of a page. A page of the widest columns is read within the 50 ms a call may take (docs/performance.md). */
export const exportPageVisits = 500;

/** The JSON file of an export. */
export const VisitsFile = z.strictObject({
  content: z.literal('foyer-visits'),
  version: z.literal(1),
  /** Local dates of the site, both within. */
  from: LocalDate,
  to: LocalDate,
  timeZone: z.string(),
  purpose: ExportPurpose,
  exportedAt: EpochMs,
  columns: Columns,
  /** Oldest arrival first. */
  visits: z.array(ExportedVisit),
});
export type VisitsFile = z.output<typeof VisitsFile>;

/** Visits of the period that are left out because they are restricted. */
const restricted = z.number().int().nonnegative();

const ExportId = z.string().regex(/^[0-9a-f]{32}$/, 'shape');

export const exports = {
  'exports.count': query({
    summary: 'How many visits arrived from `from` to `to`, without those that are restricted.',
    access: ['privacy', 'administrator'],
    input: ReportSpan,
    output: z.strictObject({ visits: z.number().int().nonnegative(), restricted }),
  }),
  'exports.start': command({
    summary:
      'Starts an export: audited with purpose, format, period, columns and numbers before anything is read. `format: sheet-full` for more visits than a sheet has rows.',
    access: ['privacy', 'administrator'],
    input: ReportSpan.safeExtend({
      purpose: ExportPurpose,
      format: ExportFormat,
      columns: Columns,
    }),
    output: z.strictObject({
      exportId: ExportId,
      startedAt: EpochMs,
      visits: z.number().int().nonnegative(),
      restricted,
    }),
  }),
  'exports.page': query({
    summary:
      'The next visits of an export, oldest arrival first; asking for the same page again answers from the same place. Visits registered after the start are not in it, nor any that are restricted by then; purged ones are gone. Refused with `not-found` to others than its starter, and after ten minutes without a call.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ exportId: ExportId, page: z.number().int().nonnegative() }),
    output: z.strictObject({ visits: z.array(ExportedVisit), more: z.boolean() }),
  }),
} as const;
