/** Retention: how long personal data is kept, the purge that ends it, and the certificate that proves it. */
import { z } from 'zod';
import { CertificateId, EpochMs } from '../vocabulary.ts';
import { command, query } from './definition.ts';

const days = z.number('required').int('whole-number').min(1, 'days-range').max(90, 'days-range');

/** Twelve months is the longest a watchlist entry may stand before somebody looks at it again (decision 021). */
export const longestWatchlistDays = 365;
const watchlistDays = z
  .number('required')
  .int('whole-number')
  .min(1, 'watchlist-range')
  .max(longestWatchlistDays, 'watchlist-range')
  .default(longestWatchlistDays);

/**
 * The clocks, each 1–90 days after departure (a visit nobody closed counts from its arrival). Sources: 30 days
 * is what regulators' models for visitor registers sit at; contact details never outlive their visit record.
 */
export const RetentionSettings = z
  .strictObject({
    contactDays: days,
    visitDays: days,
    cardLinkDays: days,
    /** Days ahead, 1–365, that the review date of a watchlist entry may lie. */
    watchlistDays,
  })
  .superRefine((settings, context) => {
    if (settings.contactDays > settings.visitDays)
      context.addIssue({ code: 'custom', path: ['contactDays'], message: 'longer-than-visit' });
    if (settings.cardLinkDays > settings.visitDays)
      context.addIssue({ code: 'custom', path: ['cardLinkDays'], message: 'longer-than-visit' });
  });
export type RetentionSettings = z.output<typeof RetentionSettings>;

/** Rows by what happens to them in one purge. */
export const PurgeCounts = z.strictObject({
  contacts: z.number().int(),
  visits: z.number().int(),
  cardLinks: z.number().int(),
  /** Hosts who have left. */
  hosts: z.number().int(),
  /** Expected visits: used, cancelled, or never come and their time is over. Certificates before there were any: 0. */
  invitations: z.number().int().default(0),
  /** Events: cancelled, or over. Certificates before there were any: 0. */
  events: z.number().int().default(0),
  /** People a marshal added to a roll call, and whole reports of roll calls. Certificates before: 0. */
  unlisted: z.number().int().default(0),
  rollCalls: z.number().int().default(0),
  /** Entries of the watchlist: ended, or their review date is over. Certificates before there were any: 0. */
  watchlist: z.number().int().default(0),
});
export type PurgeCounts = z.output<typeof PurgeCounts>;

export const Certificate = z.strictObject({
  certificateId: CertificateId,
  /** `overdue`: the machine was off when the purge was due. */
  reason: z.enum(['scheduled', 'overdue', 'manual']),
  startedAt: EpochMs,
  finishedAt: EpochMs,
  /** Everything that ended before these instants was purged. */
  cutOffs: z.strictObject({
    contactsBefore: EpochMs,
    visitsBefore: EpochMs,
    cardLinksBefore: EpochMs,
    /** By the end of their review date; null in certificates of before there was a watchlist. */
    watchlistBefore: EpochMs.nullable().default(null),
  }),
  // Certificates of before hosts were kept do not count them.
  counts: PurgeCounts.extend({ hosts: z.number().int().default(0) }),
  /** SHA-256 of the retention settings in force, hexadecimal. */
  policyHash: z.string(),
  compacted: z.boolean(),
  /** Visits whose clock of contact details had run out and that a restriction held back. Certificates before there were any: 0. */
  heldBack: z.number().int().default(0),
  /** Visits erased one by one since the purge before. Certificates before there were any: 0. */
  erased: z.number().int().default(0),
  /** The search for the deleted values in the bytes of every file of the data folder. */
  byteSearch: z.strictObject({
    files: z.number().int(),
    bytes: z.number().int(),
    /** Distinct deleted values looked for. */
    values: z.number().int(),
    /** How many of them were found; 0 is the proof. */
    found: z.number().int(),
    /** Whether the decrypted database pages were searched too, not only the encrypted files. */
    decrypted: z.boolean(),
  }),
});
export type Certificate = z.output<typeof Certificate>;

export const retention = {
  'retention.overview': query({
    summary: 'Settings, what is due now, the last and the next purge, and what runs or waits at the moment.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      settings: RetentionSettings,
      due: PurgeCounts,
      kept: z.strictObject({ visits: z.number().int(), contacts: z.number().int() }),
      /** Visits that would be due if they were not restricted. */
      heldBack: z.number().int(),
      /** Visits erased one by one whose traces the next purge compacts away. */
      erased: z.number().int(),
      last: Certificate.nullable(),
      nextAt: EpochMs,
      running: z
        .strictObject({
          phase: z.enum(['deleting', 'waiting-for-quiet', 'compacting', 'searching']),
          done: z.number().int(),
          total: z.number().int(),
        })
        .nullable(),
      /** Why the scheduled purge waits for a person; null when it does not. */
      held: z.enum(['clock-jump', 'large-share']).nullable(),
    }),
  }),
  'retention.change': command({
    summary: 'Changes the clocks; they hold for what is already stored too.',
    access: ['privacy', 'administrator'],
    input: RetentionSettings,
    output: z.strictObject({ settings: RetentionSettings }),
  }),
  'retention.purgeNow': command({
    summary:
      'Starts a purge of everything due. Where it would take more than a fifth of all visits, or the clock jumped, it asks for `confirmed`.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({ confirmed: z.boolean() }),
    output: z.strictObject({ due: PurgeCounts }),
  }),
  'retention.certificates': query({
    summary: 'The certificates of past purges, newest first, at most 100.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({ certificates: z.array(Certificate) }),
  }),
} as const;
