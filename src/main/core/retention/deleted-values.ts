/** The values a purge deletes, which its search of the bytes must not find, and those still stored, which it may. */
import { dash } from '../hosts/host-words.ts';
import type { Contact, Stores } from '../stores.ts';

/** Rows looked at in one query; deleting them is cut by time. */
export const batch = 128;
/** Values looked for; with more deletions a fair sample of them. */
const mostValues = 50_000;

type Answers = Readonly<Record<string, string>>;

export type DeletedValues = ReturnType<typeof createDeletedValues>;

/** Keeps at most `mostValues` of the values it is given, spread evenly over all of them. */
export function createDeletedValues() {
  let kept = new Set<string>();
  let seen = 0;
  let every = 1;
  return {
    add(contact: Contact | null, host: string, answers: Answers = {}) {
      seen += 1;
      if (seen % every !== 0) return;
      if (contact !== null)
        for (const value of [contact.name, contact.email, contact.phone]) if (value !== '') kept.add(value);
      if (host !== '') kept.add(host);
      // Ids of options and `yes` are shorter than what is searched for.
      for (const answer of Object.values(answers)) kept.add(answer);
      if (kept.size > mostValues) {
        every *= 2;
        kept = new Set([...kept].filter((_value, index) => index % 2 === 0));
      }
    },
    addName(name: string) {
      kept.add(name);
    },
    drop(contact: Contact, host: string, answers: Answers = {}) {
      const { name, email, phone, company } = contact;
      for (const value of [name, email, phone, company, host, ...Object.values(answers)]) kept.delete(value);
    },
    dropWords(host: string) {
      kept.delete(host);
      const [name = ''] = host.split(dash);
      kept.delete(name);
    },
    all: (): Iterable<string> => kept,
  };
}

/** Values somebody still on the books also has are no evidence either way. */
export function* dropLiveValues(stores: Stores, values: DeletedValues): Generator<void> {
  for (const host of stores.hosts.all()) values.drop({ ...host, company: '' }, '');
  yield;
  for (let sequence = 0; ; yield) {
    const rows = stores.retention.contactsAfter(sequence, batch);
    if (rows.length === 0) break;
    for (const row of rows) {
      values.drop(row, row.host, row.answers);
      sequence = row.sequence;
    }
  }
  for (let sequence = 0; ; yield) {
    const rows = stores.invitations.after(sequence, batch);
    if (rows.length === 0) break;
    for (const row of rows) {
      values.drop(row.contact, row.host);
      values.dropWords(row.host);
      sequence = row.sequence;
    }
  }
  for (let sequence = 0; ; yield) {
    const rows = stores.rollCalls.unlistedBefore(Number.MAX_SAFE_INTEGER, sequence, batch);
    if (rows.length === 0) break;
    for (const row of rows) {
      values.dropWords(row.name);
      sequence = row.sequence;
    }
  }
  for (let sequence = 0; ; yield) {
    const rows = stores.watchlist.after(sequence, batch);
    if (rows.length === 0) break;
    for (const row of rows) {
      values.drop(row, row.reason);
      sequence = row.sequence;
    }
  }
  // Words about a host outlive contact details and hosts, and hold a name before the dash.
  for (let sequence = 0; ; yield) {
    const rows = stores.retention.hostWordsAfter(sequence, batch);
    if (rows.length === 0) return;
    for (const row of rows) {
      values.dropWords(row.host);
      sequence = row.sequence;
    }
  }
}
