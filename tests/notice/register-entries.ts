/** Entries that the tests of the notice put into a register. */
import type { EntryWords, Register, RegisterEntry } from '../../src/shared/contract/register.ts';

export const parkingWords: EntryWords = {
  title: 'Parking',
  purpose: 'To know whose car stands where.',
  data: 'Number plate and time.',
  people: 'Drivers.',
  source: 'The camera at the gate.',
  interest: 'Room for guests.',
  recipients: '',
  transfers: '',
  retention: '7 days.',
};

export function ownEntry(
  words: Readonly<Record<string, EntryWords>>,
  more: Partial<RegisterEntry> = {},
): RegisterEntry {
  return {
    entryId: 'own-00000001',
    on: true,
    atKiosk: false,
    legalBases: ['legitimate-interests'],
    transfer: 'none',
    words: { ...words },
    ...more,
  };
}

/** The register with one entry changed. */
export function withEntry(
  register: Register,
  entryId: string,
  change: (entry: RegisterEntry) => RegisterEntry,
): Register {
  return { entries: register.entries.map((entry) => (entry.entryId === entryId ? change(entry) : entry)) };
}
