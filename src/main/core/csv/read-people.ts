/** Lines of a list of people: whose columns a heading names, and what is wrong with a line. Pure. */
import { fold } from '../search/fold.ts';
import type { CsvRecord } from './read-csv.ts';

/** A schema of the contract, as far as it is asked here. */
interface PersonSchema<Details> {
  safeParse(typed: unknown):
    | { readonly success: true; readonly data: Details }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** `details` null where there are faults. */
export interface ReadPerson<Field extends string, Details> {
  readonly line: number;
  /** As typed, for the report. */
  readonly name: string;
  readonly details: Details | null;
  readonly faults: readonly { readonly field: Field | null; readonly code: string }[];
}

/**
 * The field a heading names, or null. `headings` are folded, without signs; `æ` is written `ae` by folding, so
 * `Værtens navn` and the like are no fields.
 */
export function fieldOf<Field extends string>(
  heading: string,
  headings: Readonly<Record<string, Field>>,
): Field | null {
  const bare = fold(heading).replace(/[^\p{L}]/gu, '');
  return Object.hasOwn(headings, bare) ? (headings[bare] ?? null) : null;
}

/** What stands in the columns that are known; nothing where a cell is missing. */
export function cellsOf<Field extends string>(
  { cells }: CsvRecord,
  columns: readonly (Field | null)[],
): Partial<Record<Field, string>> {
  const typed: Partial<Record<Field, string>> = {};
  columns.forEach((field, index) => {
    if (field !== null) typed[field] = cells[index] ?? '';
  });
  return typed;
}

/** A line by the schema of its people; `typed` has a text for each of the schema's fields. */
export function readPerson<Field extends string, Details>(
  record: CsvRecord,
  columns: readonly (Field | null)[],
  typed: Readonly<Record<Field, string>> & { readonly name: string },
  schema: PersonSchema<Details>,
): ReadPerson<Field, Details> {
  const { line, cells, fault } = record;
  const name = typed.name.trim().slice(0, 120).toWellFormed();
  const broken = (faults: ReadPerson<Field, Details>['faults']) => ({ line, name, details: null, faults });
  if (fault !== null) return broken([{ field: null, code: fault }]);
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return broken([{ field: null, code: 'more-cells' }]);
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { line, name, details: parsed.data, faults: [] };
  return broken(parsed.error.issues.map(({ path, message }) => ({ field: path[0] as Field, code: message })));
}

/** Finds the second line with an address, which is a fault of that line; `keyOf` says which addresses are one. */
export function createRepeats(keyOf: (email: string) => string) {
  const seen = new Set<string>();
  return <Field extends string, Details extends { readonly email: string }>(
    read: ReadPerson<Field | 'email', Details>,
  ): ReadPerson<Field | 'email', Details> => {
    if (read.details === null) return read;
    const key = keyOf(read.details.email);
    if (seen.has(key)) return { ...read, details: null, faults: [{ field: 'email', code: 'twice' }] };
    seen.add(key);
    return read;
  };
}
