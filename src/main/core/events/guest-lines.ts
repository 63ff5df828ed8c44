/** What a list of guests says, line by line. Pure; nothing is stored here. */
import { InvitationDetails } from '../../../shared/contract/invitations.ts';
import { GuestField, mostGuests } from '../../../shared/contract/planned-events.ts';
import { type CsvRecord, readCsv } from '../csv/read-csv.ts';
import { cellsOf, createRepeats, fieldOf, type ReadPerson, readPerson } from '../csv/read-people.ts';
import { emailKey } from '../hosts/host-content.ts';

/** Headings in English and Danish, folded, without signs. */
const headings: Readonly<Record<string, GuestField>> = {
  name: 'name',
  fullname: 'name',
  guest: 'name',
  visitor: 'name',
  navn: 'name',
  fuldenavn: 'name',
  gaest: 'name',
  email: 'email',
  mail: 'email',
  emailaddress: 'email',
  epost: 'email',
  emailadresse: 'email',
  mailadresse: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  telefon: 'phone',
  telefonnummer: 'phone',
  tlf: 'phone',
  mobil: 'phone',
  company: 'company',
  organisation: 'company',
  organization: 'company',
  firma: 'company',
  virksomhed: 'company',
};

const Guest = InvitationDetails.pick({ name: true, email: true, phone: true, company: true });
export type Guest = Pick<InvitationDetails, 'name' | 'email' | 'phone' | 'company'>;

export type ReadGuest = ReadPerson<GuestField, Guest>;

export interface ReadGuests {
  readonly fault: 'empty' | 'too-many-lines' | null;
  readonly lines: readonly ReadGuest[];
}

/** Yields after every 50 lines. */
export function* readGuests(list: string): Generator<void, ReadGuests> {
  const lines: ReadGuest[] = [];
  const unlessRepeated = createRepeats(emailKey);
  let columns: readonly (GuestField | null)[] = GuestField.options;
  let isFirst = true;
  for (const record of readCsv(list)) {
    const named = isFirst ? headerOf(record) : null;
    isFirst = false;
    if (named !== null) {
      columns = named;
      continue;
    }
    if (record.cells.every((cell) => cell.trim() === '') && record.fault === null) continue;
    if (lines.length === mostGuests) return { fault: 'too-many-lines', lines: [] };
    lines.push(unlessRepeated(readLine(record, columns)));
    if (lines.length % 50 === 0) yield;
  }
  return { fault: lines.length === 0 ? 'empty' : null, lines };
}

/** The columns of a first line that names at least name and e-mail; null for one that is a guest. */
function headerOf({ cells }: CsvRecord): readonly (GuestField | null)[] | null {
  const columns = cells.map((cell) => fieldOf(cell, headings));
  return columns.includes('name') && columns.includes('email') ? columns : null;
}

function readLine(record: CsvRecord, columns: readonly (GuestField | null)[]): ReadGuest {
  const { cells } = record;
  // As mail programs write addresses.
  const address = cells.length === 1 ? /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(cells[0] ?? '') : null;
  const given =
    address === null ? cellsOf(record, columns) : { name: address[1] ?? '', email: address[2] ?? '' };
  return readPerson(record, columns, { name: '', email: '', phone: '', company: '', ...given }, Guest);
}
