/** The evacuation list: the on-site list as a PDF in a folder of the site, for when there is no power. */
import { z } from 'zod';
import { EpochMs } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** Why the list cannot be written; the same words stand by the field and in the consoles. */
export const FolderFault = z.enum([
  'folder-absolute',
  'folder-data',
  'folder-missing',
  'folder-not-writable',
  'folder-full',
  'folder-failed',
]);
export type FolderFault = z.infer<typeof FolderFault>;

export const EvacuationListState = z.strictObject({
  /** Empty: not written. */
  folder: z.string(),
  /** Since this start of Foyer. */
  writtenAt: EpochMs.nullable(),
  fault: FolderFault.nullable(),
});
export type EvacuationListState = z.infer<typeof EvacuationListState>;

export const evacuationList = {
  'evacuationList.state': query({
    summary: 'Where the evacuation list is written, when it last was, and why it is not.',
    access: ['security', 'privacy', 'administrator'],
    input: z.strictObject({}),
    output: EvacuationListState,
  }),
  'evacuationList.change': command({
    summary:
      'Sets the folder for the evacuation list after a try to write there; empty turns it off and removes the file.',
    access: ['administrator'],
    input: z.strictObject({
      folder: z
        .string('required')
        .max(400, 'too-long')
        .transform((typed) => typed.trim()),
    }),
    output: z.strictObject({ folder: z.string() }),
  }),
} as const;
