/**
 * What a CSV file says about hosts: the columns its header names, and each line as a host or as what is wrong with
 * it. Pure; nothing is stored here.
 */
import { type FileFault, HostDetails, type HostField, mostLines } from '../../../shared/contract/hosts.ts';
import { decodeCsv } from '../csv/decode-csv.ts';
import { readCsv } from '../csv/read-csv.ts';
import { cellsOf, createRepeats, fieldOf, type ReadPerson, readPerson } from '../csv/read-people.ts';
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

export type ReadLine = ReadPerson<HostField, HostDetails>;

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
  const columns = header.value.cells.map((cell) => fieldOf(cell, headings));
  const known = columns.filter((field) => field !== null);
  const twice = known.filter((field, index) => known.indexOf(field) !== index);
  if (twice.length > 0) return broken('column-twice', [...new Set(twice)]);
  const missing = neededFields.filter((field) => !known.includes(field));
  if (missing.length > 0) return broken('column-missing', missing);

  const lines: ReadLine[] = [];
  const unlessRepeated = createRepeats(emailKey);
  for (const record of records) {
    if (lines.length === mostLines) return broken('too-many-lines');
    const typed = { name: '', email: '', department: '', phone: '', ...cellsOf(record, columns) };
    lines.push(unlessRepeated(readPerson(record, columns, typed, HostDetails)));
    if (lines.length % 100 === 0) yield;
  }
  if (lines.length === 0) return broken('empty');
  const ignored = header.value.cells.filter((cell, index) => columns[index] === null && cell.trim() !== '');
  return { fault: null, lines, ignored: ignored.map((cell) => cell.trim().slice(0, 120)) };
}
