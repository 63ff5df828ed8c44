/** Hosts: the people of the house whom visitors come to see, as a directory the site keeps by hand or from a file. */
import { z } from 'zod';
import { EmailAddress, Line, OptionalPhoneNumber, PersonName } from '../text.ts';
import { EpochMs, HostId, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';

export const HostDetails = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  department: Line,
  phone: OptionalPhoneNumber,
});
export type HostDetails = z.output<typeof HostDetails>;

export const HostField = z.enum(['name', 'email', 'department', 'phone']);
export type HostField = z.infer<typeof HostField>;

export const Host = z.strictObject({
  hostId: HostId,
  name: z.string(),
  email: z.string(),
  department: z.string(),
  phone: z.string(),
  /** When they were marked as left; null while visitors can choose them. */
  leftAt: EpochMs.nullable(),
});
export type Host = z.output<typeof Host>;

/** Whose names a list holds. */
const HostState = z.enum(['active', 'left', 'all']);

/** Letters a visitor types before the directory is asked. */
export const fewestLetters = 3;
/** The most hosts a visitor is ever shown at once. */
export const mostAnswers = 5;
/** The most lines of one file, beside its header. */
export const mostLines = 10_000;
/** The largest file, in bytes: 200 for each line. */
export const largestFile = 2_000_000;

/** Letters of any script. */
export function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** What is wrong with a file as a whole. */
export const FileFault = z.enum([
  /** Neither UTF-8 nor Windows-1252, or no text at all. */
  'encoding',
  /** No line but the header. */
  'empty',
  'too-many-lines',
  /** The first line names no column for name, e-mail or department. */
  'column-missing',
  /** Two columns have the same heading. */
  'column-twice',
]);
export type FileFault = z.infer<typeof FileFault>;

export const LineFault = z.strictObject({
  /** Null where the line itself is at fault. */
  field: HostField.nullable(),
  /**
   * Codes of `text.ts`, or `quote-open`, `quote-stray` (see `core/csv/read-csv.ts`), `more-cells` than the header has, or
   * `twice`: an earlier line has the same e-mail.
   */
  code: z.string(),
});
export type LineFault = z.output<typeof LineFault>;

export const ImportLine = z.strictObject({
  /** As a text editor counts, the first line of the file being 1. */
  line: z.number().int().positive(),
  /** As typed in the file. */
  name: z.string(),
  /** `return`: marked as left until now, and back again. */
  outcome: z.enum(['add', 'correct', 'return', 'unchanged', 'fault']),
  faults: z.array(LineFault),
});
export type ImportLine = z.output<typeof ImportLine>;

export const ImportReport = z.strictObject({
  applied: z.boolean(),
  fileFault: z.strictObject({ code: FileFault, fields: z.array(HostField) }).nullable(),
  counts: z.strictObject({
    add: z.number().int(),
    correct: z.number().int(),
    return: z.number().int(),
    unchanged: z.number().int(),
    fault: z.number().int(),
  }),
  lines: z.array(ImportLine),
  /** Headings that are no field of a host; their columns are not read. */
  ignored: z.array(z.string()),
});
export type ImportReport = z.output<typeof ImportReport>;

export const hosts = {
  'hosts.find': query({
    summary:
      'Hosts whose names begin with what a visitor types, as first name, initial and department; at most five, from three letters on. `throttled` after six different beginnings or forty texts of one visitor, or when a kiosk asks too much.',
    access: ['kiosk'],
    input: z.strictObject({
      text: z.string().max(120, 'too-long'),
      /** The registration it is typed for: what one visitor may ask is counted by it. */
      visitId: VisitId,
    }),
    output: z.strictObject({
      answers: z
        .array(
          z.strictObject({
            words: z.string(),
            /** Null where several hosts have the same words. */
            hostId: HostId.nullable(),
          }),
        )
        .max(mostAnswers),
    }),
  }),
  'hosts.list': query({
    summary:
      'Hosts by name, at most 200, narrowed by words that begin a word of name, e-mail or department; accents do not matter.',
    access: ['reception', 'privacy', 'administrator'],
    input: z.strictObject({ text: z.string().max(120, 'too-long'), state: HostState }),
    output: z.strictObject({
      hosts: z.array(Host),
      /** How many there are, listed or not. */
      found: z.number().int(),
      counts: z.strictObject({ active: z.number().int(), left: z.number().int() }),
    }),
  }),
  'hosts.add': command({
    summary: 'Adds a host. An e-mail is one host: `taken` beside the field where somebody has it.',
    access: ['privacy', 'administrator'],
    input: HostDetails,
    output: z.strictObject({ host: Host }),
  }),
  'hosts.correct': command({
    summary: 'Corrects a host. The audit names the fields, never their content.',
    access: ['privacy', 'administrator'],
    input: HostDetails.extend({ hostId: HostId }),
    output: z.strictObject({ host: Host }),
  }),
  'hosts.leave': command({
    summary:
      'Marks that a host has left, so that visitors cannot choose them, or that they are back. A host who has left is purged when visit records of that day are.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ hostId: HostId, left: z.boolean() }),
    output: z.strictObject({ host: Host }),
  }),
  'hosts.import': command({
    summary:
      'Reads hosts from a CSV file and reports line by line; with `apply` and no fault anywhere, stores them, a line wholly or not at all, while others are answered. Cut short, the same file again stores the rest.',
    access: ['privacy', 'administrator'],
    // Base64 takes four bytes for three.
    largestInput: Math.ceil(largestFile / 3) * 4 + 1_000,
    input: z.strictObject({
      /** The bytes of the file in base64. */
      file: z
        .string('required')
        .max(Math.ceil(largestFile / 3) * 4, 'too-large')
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'shape'),
      apply: z.boolean(),
    }),
    output: z.strictObject({ report: ImportReport }),
  }),
  'hosts.export': query({
    summary: 'All hosts as CSV, guarded against formulas; the same file can be imported. Audited.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ csv: z.string(), hosts: z.number().int() }),
  }),
} as const;
