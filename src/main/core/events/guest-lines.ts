/** What a list of guests says, line by line. Pure; nothing is stored here. */
import { InvitationDetails } from '../../../shared/contract/invitations.ts';
import { GuestField, mostGuests } from '../../../shared/contract/planned-events.ts';
import { type CsvRecord, readCsv } from '../csv/read-csv.ts';
import { emailKey } from '../hosts/host-content.ts';
import { fold } from '../search/fold.ts';

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

export interface ReadGuest {
  readonly line: number;
  /** As typed, for the report. */
  readonly name: string;
  /** Null where there are faults. */
  readonly guest: Guest | null;
  readonly faults: readonly { readonly field: GuestField | null; readonly code: string }[];
}

export interface ReadGuests {
  readonly fault: 'empty' | 'too-many-lines' | null;
  readonly lines: readonly ReadGuest[];
}

/** Yields after every 50 lines. */
export function* readGuests(list: string): Generator<void, ReadGuests> {
  const lines: ReadGuest[] = [];
  const seen = new Set<string>();
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
    const read = readLine(record, columns);
    const key = read.guest === null ? null : emailKey(read.guest.email);
    lines.push(
      key !== null && seen.has(key)
        ? { ...read, guest: null, faults: [{ field: 'email', code: 'twice' }] }
        : read,
    );
    if (key !== null) seen.add(key);
    if (lines.length % 50 === 0) yield;
  }
  return { fault: lines.length === 0 ? 'empty' : null, lines };
}

/** The columns of a first line that names at least name and e-mail; null for one that is a guest. */
function headerOf({ cells }: CsvRecord): readonly (GuestField | null)[] | null {
  const columns = cells.map((cell) => {
    const bare = fold(cell).replace(/[^\p{L}]/gu, '');
    return Object.hasOwn(headings, bare) ? (headings[bare] ?? null) : null;
  });
  return columns.includes('name') && columns.includes('email') ? columns : null;
}

function readLine({ line, cells, fault }: CsvRecord, columns: readonly (GuestField | null)[]): ReadGuest {
  const typed = { name: '', email: '', phone: '', company: '' };
  // As mail programs write addresses.
  const address = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(cells[0] ?? '');
  if (address !== null && cells.length === 1)
    Object.assign(typed, { name: address[1] ?? '', email: address[2] ?? '' });
  else
    columns.forEach((field, index) => {
      if (field !== null) typed[field] = cells[index] ?? '';
    });
  const name = typed.name.trim().slice(0, 120).toWellFormed();
  if (fault !== null) return { line, name, guest: null, faults: [{ field: null, code: fault }] };
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return { line, name, guest: null, faults: [{ field: null, code: 'more-cells' }] };
  const parsed = Guest.safeParse(typed);
  if (parsed.success) return { line, name, guest: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    field: path[0] as GuestField,
    code: message,
  }));
  return { line, name, guest: null, faults };
}
