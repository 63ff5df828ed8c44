/** The watchlist: people whom the site does not let in unasked, and the silent alert when one of them signs in. */
import { z } from 'zod';
import {
  OptionalEmailAddress,
  OptionalLine,
  OptionalPersonName,
  OptionalPhoneNumber,
  Paragraph,
} from '../text.ts';
import { CalendarDate, EpochMs, LocalDate, VisitId, WatchlistEntryId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { VisitRow } from './visits.ts';

/** The words of a name, without the marks between them: `Holm, Anne-Marie` has three. */
export function wordsOfName(name: string): string[] {
  return name.replace(/['’ʼ`]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const details = z.strictObject({
  name: OptionalPersonName,
  email: OptionalEmailAddress,
  phone: OptionalPhoneNumber,
  /** For telling people apart; nobody is ever matched by it. */
  company: OptionalLine,
  /** For security alone. */
  reason: Paragraph,
  /** The last day of the entry in the site's time zone, unless somebody chooses a later one before. */
  reviewOn: CalendarDate,
});

/** One name in many belongs to too many people (decision 021). Message `identifying`. */
function checkIdentifying(
  { name, email, phone }: { readonly name: string; readonly email: string; readonly phone: string },
  context: z.RefinementCtx,
): void {
  if (email === '' && phone === '' && wordsOfName(name).length < 2)
    context.addIssue({ code: 'custom', path: ['name'], message: 'identifying' });
}

/** What security writes down: a full name of two words, an e-mail address or a phone number at the least. */
export const WatchlistDetails = details.superRefine(checkIdentifying);
export type WatchlistDetails = z.output<typeof WatchlistDetails>;

export const WatchlistRow = z.strictObject({
  entryId: WatchlistEntryId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  addedAt: EpochMs,
  /** The display name of the member of staff. */
  addedBy: z.string(),
  /** The last day on which it matches, as the retention settings stand now. */
  reviewOn: LocalDate,
  /** It matches nobody any more, and the next purge takes it. */
  ended: z.boolean(),
  /** How often it matched somebody else. */
  mistakes: z.number().int(),
});
export type WatchlistRow = z.output<typeof WatchlistRow>;

const WatchlistFile = WatchlistRow.extend({ reason: z.string() });

/** What of an entry the visitor's details were the same as. */
export const MatchedField = z.enum(['name', 'email', 'phone']);
export type MatchedField = z.infer<typeof MatchedField>;

/** `mistaken`: let in, and the entry meant somebody else. */
export const Decision = z.enum(['let-in', 'mistaken', 'refused']);
export type Decision = z.infer<typeof Decision>;

const onEntry = z.strictObject({ entryId: WatchlistEntryId });

export const watchlist = {
  'watchlist.list': query({
    summary: 'Every entry without its reason, newest first. The view is audited.',
    access: ['security'],
    input: z.strictObject({}),
    output: z.strictObject({
      entries: z.array(WatchlistRow),
      today: LocalDate,
      /** The latest review date that can be chosen today. */
      latestReviewOn: LocalDate,
      /** False: the notice in force does not name the watchlist, so nothing can be added and nobody is matched. */
      inNotice: z.boolean(),
    }),
  }),
  'watchlist.get': query({
    summary: 'One entry with its reason. The view is audited.',
    access: ['security'],
    input: onEntry,
    output: z.strictObject({ entry: WatchlistFile }),
  }),
  'watchlist.add': command({
    summary:
      'Adds an entry with a review date (`day-past`, `review-far`); refused with `watchlist-not-in-notice` until the notice names the watchlist.',
    access: ['security'],
    input: WatchlistDetails,
    output: z.strictObject({ entry: WatchlistFile }),
  }),
  'watchlist.change': command({
    summary:
      'Changes an entry; another review date renews it. The audit names the fields, never their content.',
    access: ['security'],
    input: details.extend({ entryId: WatchlistEntryId }).superRefine(checkIdentifying),
    output: z.strictObject({ entry: WatchlistFile }),
  }),
  'watchlist.end': command({
    summary: 'Ends an entry: it matches nobody any more, and the next purge takes it.',
    access: ['security'],
    input: onEntry,
    output: z.strictObject({ entry: WatchlistRow }),
  }),
  'watchlist.erase': command({
    summary: 'Erases an entry at once (GDPR article 17). Visits it matched stay with their own clocks.',
    access: ['security'],
    input: onEntry,
    output: z.strictObject({}),
  }),
  'watchlist.alerts': query({
    summary: 'Visitors who wait for reception because of the watchlist, longest first, without any reason.',
    access: ['reception', 'security'],
    input: z.strictObject({}),
    output: z.strictObject({
      alerts: z.array(
        z.strictObject({
          visitId: VisitId,
          name: z.string(),
          company: z.string(),
          host: z.string(),
          raisedAt: EpochMs,
        }),
      ),
    }),
  }),
  'watchlist.alert': query({
    summary: 'One alert with the entry, its reason and what matched. The view is audited.',
    access: ['security'],
    input: z.strictObject({ visitId: VisitId }),
    output: z.strictObject({
      visit: VisitRow,
      /** Null once the entry has been erased. */
      entry: WatchlistFile.nullable(),
      matched: z.array(MatchedField),
      raisedAt: EpochMs,
    }),
  }),
  'watchlist.decide': command({
    summary:
      'Lets a waiting visitor in, also as a mistaken match, or refuses them; refused itself with `alert-decided` when somebody was faster.',
    access: ['security'],
    input: z.strictObject({ visitId: VisitId, decision: Decision }),
    output: z.strictObject({ visit: VisitRow }),
  }),
} as const;
