/**
 * Whether a visitor's details are those of an entry: the same e-mail address, the same telephone number, or the same
 * full name in any order of its words. No slip is forgiven (docs/decisions/021-watchlist.md).
 */
import { type MatchedField, wordsOfName } from '../../../shared/contract/watchlist.ts';
import type { EpochMs } from '../../../shared/vocabulary.ts';
import { fold, foldPhone } from '../search/fold.ts';
import type { Stores } from '../stores.ts';
import { createInNotice } from './in-notice.ts';
import type { Identity } from './watchlist-store.ts';

/** Digits of the shortest national number that is compared with an international one. */
const shortestNational = 8;
/** ITU-T E.164: a country code has one to three digits. */
const longestCountryCode = 3;

/** Details in the form in which they are compared; empty is no match for anything. */
interface Compared {
  readonly name: string;
  readonly email: string;
  readonly phone: { readonly digits: string; readonly international: boolean };
}

function comparedName(name: string): string {
  const words = wordsOfName(fold(name));
  return words.length < 2 ? '' : words.sort().join(' ');
}

function comparedEmail(email: string): string {
  return email.normalize('NFC').toLowerCase().trim();
}

/** `+45 …` and `0045 …` are international; of any other number the zero that dials within a country is left out. */
function comparedPhone(phone: string): Compared['phone'] {
  const digits = foldPhone(phone);
  if (/^\s*\+/.test(phone)) return { digits, international: true };
  return /^00[1-9]/.test(digits)
    ? { digits: digits.slice(2), international: true }
    : { digits: digits.replace(/^0/, ''), international: false };
}

function comparedOf({ name, email, phone }: Identity): Compared {
  return { name: comparedName(name), email: comparedEmail(email), phone: comparedPhone(phone) };
}

function samePhone(one: Compared['phone'], other: Compared['phone']): boolean {
  if (one.digits === '' || other.digits === '') return false;
  if (one.international === other.international) return one.digits === other.digits;
  const [whole, national] = one.international ? [one.digits, other.digits] : [other.digits, one.digits];
  const code = whole.length - national.length;
  return (
    national.length >= shortestNational && code >= 1 && code <= longestCountryCode && whole.endsWith(national)
  );
}

function matchedFields(one: Compared, other: Compared): MatchedField[] {
  const matched: MatchedField[] = [];
  if (one.name !== '' && one.name === other.name) matched.push('name');
  if (one.email !== '' && one.email === other.email) matched.push('email');
  if (samePhone(one.phone, other.phone)) matched.push('phone');
  return matched;
}

/** What of an entry is the same as what a visitor typed; empty for another person. */
export function match(entry: Identity, visitor: Identity): MatchedField[] {
  return matchedFields(comparedOf(entry), comparedOf(visitor));
}

export interface WatchlistMatching {
  /** Whether the notice in force names the watchlist; nobody is matched otherwise. */
  inNotice(): boolean;
  /** The entry in force that has most in common with a visitor; null for none. */
  find(
    visitor: Identity,
    at: EpochMs,
  ): { readonly entrySequence: number; readonly matched: MatchedField[] } | null;
  /** Entries have changed. */
  forget(): void;
}

/** Entries are kept in the form they are compared in, so that a sign-in reads none of them from the disk. */
export function createWatchlistMatching(stores: Pick<Stores, 'watchlist' | 'notices'>): WatchlistMatching {
  let entries: readonly (Compared & { readonly sequence: number; readonly reviewAt: EpochMs })[] | null =
    null;
  const inNotice = createInNotice(stores);
  return {
    inNotice,
    find(visitor, at) {
      entries ??= stores.watchlist
        .all()
        .filter(({ endedAt }) => endedAt === null)
        .map((entry) => ({ ...comparedOf(entry), sequence: entry.sequence, reviewAt: entry.reviewAt }));
      const compared = comparedOf(visitor);
      const asks = inNotice();
      let best: { entrySequence: number; matched: MatchedField[] } | null = null;
      // Every entry is looked at, hit or not, so that the time tells nothing.
      for (const entry of entries) {
        const matched = matchedFields(entry, compared);
        if (asks && entry.reviewAt > at && matched.length > (best?.matched.length ?? 0))
          best = { entrySequence: entry.sequence, matched };
      }
      return best;
    },
    forget() {
      entries = null;
    },
  };
}
