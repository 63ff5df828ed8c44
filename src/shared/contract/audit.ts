/** The audit: who did what to which id, never what it says. */
import { z } from 'zod';
import { EpochMs, StaffId } from '../vocabulary.ts';
import { query } from './definition.ts';

export const AuditEntry = z.strictObject({
  sequence: z.number().int(),
  at: EpochMs,
  /** The name of a call, or of something Foyer did by itself. */
  act: z.string(),
  staffId: StaffId.nullable(),
  subject: z.string().nullable(),
  /** Codes only, for example the names of corrected fields. */
  detail: z.string().nullable(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const audit = {
  'audit.entries': query({
    summary: 'The audit, newest first, 50 entries a page; looking at it is audited.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ before: z.number().int().positive().nullable() }),
    output: z.strictObject({ entries: z.array(AuditEntry), more: z.boolean() }),
  }),
} as const;
