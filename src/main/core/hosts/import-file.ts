/**
 * What a CSV file says about hosts: the columns its header names, and each line as a host or as what is wrong with
 * it. Pure; nothing is stored here.
 */
import {
  type FileFault,
  HostDetails,
  type HostField,
  type LineFault,
  mostLines,
} from '../../../shared/contract/hosts.ts';
import { decodeCsv } from '../csv/decode-csv.ts';
import { type CsvRecord, readCsv } from '../csv/read-csv.ts';
import { fold } from '../search/fold.ts';
import { emailKey } from './host-content.ts';

/** Headings in English and Danish, folded, without signs. */
const headings: Readonly<Record<string, HostField>> = {
  name: 'name',
  fullname: 'name',
  displayname: 'name',
  host: 'name',
  employee: 'name',
  navn: 'name',
  fuldenavn: 'name',
  fuldtnavn: 'name',
  vaert: 'name',
  medarbejder: 'name',
  email: 'email',
  mail: 'email',
  emailaddress: 'email',
  epost: 'email',
  emailadresse: 'email',
  mailadresse: 'email',
  department: 'department',
  dept: 'department',
  team: 'department',
  afdeling: 'department',
  phone: 'phone',
  phonenumber: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  mobilephone: 'phone',
  telefon: 'phone',
  telefonnummer: 'phone',
  tlf: 'phone',
  mobil: 'phone',
  mobiltelefon: 'phone',
};

export const neededFields: readonly HostField[] = ['name', 'email', 'department'];

export interface ReadLine {
  readonly line: number;
  /** As typed, for the report. */
  readonly name: string;
  /** Null where there are faults. */
  readonly details: HostDetails | null;
  readonly faults: readonly LineFault[];
}

export interface ReadFile {
  readonly fault: { readonly code: FileFault; readonly fields: HostField[] } | null;
  readonly lines: readonly ReadLine[];
  readonly ignored: readonly string[];
}

/** Yields after every 100 lines, so that whoever waits at the desk goes first. */
export function* readFile(bytes: Uint8Array): Generator<void, ReadFile> {
  const broken = (code: FileFault, fields: HostField[] = []): ReadFile => ({
    fault: { code, fields },
    lines: [],
    ignored: [],
  });
  const text = decodeCsv(bytes);
  if (text === null) return broken('encoding');
  const records = readCsv(text);
  const header = records.next();
  if (header.done) return broken('empty');
  const columns = header.value.cells.map((cell) => fieldOf(cell));
  const known = columns.filter((field) => field !== null);
  const twice = known.filter((field, index) => known.indexOf(field) !== index);
  if (twice.length > 0) return broken('column-twice', [...new Set(twice)]);
  const missing = neededFields.filter((field) => !known.includes(field));
  if (missing.length > 0) return broken('column-missing', missing);

  const lines: ReadLine[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    if (lines.length === mostLines) return broken('too-many-lines');
    const line = readLine(record, columns);
    const key = line.details === null ? null : emailKey(line.details.email);
    if (key !== null && seen.has(key))
      lines.push({ ...line, details: null, faults: [{ field: 'email', code: 'twice' }] });
    else lines.push(line);
    if (key !== null) seen.add(key);
    if (lines.length % 100 === 0) yield;
  }
  if (lines.length === 0) return broken('empty');
  const ignored = header.value.cells.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return { fault: null, lines, ignored: ignored.map((cell) => cell.trim().slice(0, 120)) };
}

/** The field a heading names, or null. `æ` is written `ae` by folding, so `Værtens navn` and the like are no fields. */
function fieldOf(heading: string): HostField | null {
  const bare = fold(heading).replace(/[^\p{L}]/gu, '');
  return Object.hasOwn(headings, bare) ? (headings[bare] ?? null) : null;
}

function readLine(record: CsvRecord, columns: readonly (HostField | null)[]): ReadLine {
  const typed = { name: '', email: '', department: '', phone: '' };
  columns.forEach((field, index) => {
    if (field !== null) typed[field] = record.cells[index] ?? '';
  });
  const line = record.line;
  const name = typed.name.trim().slice(0, 120).toWellFormed();
  if (record.fault !== null)
    return { line, name, details: null, faults: [{ field: null, code: record.fault }] };
  if (record.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return { line, name, details: null, faults: [{ field: null, code: 'more-cells' }] };
  const parsed = HostDetails.safeParse(typed);
  if (parsed.success) return { line, name, details: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    field: path[0] as HostField,
    code: message,
  }));
  return { line, name, details: null, faults };
}
