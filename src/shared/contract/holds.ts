/** Restriction (GDPR article 18), called a hold, and erasure (article 17) of one visit. */
import { z } from 'zod';
import { CalendarDate, EpochMs, LocalDate, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/**
 * Why a visit is restricted (GDPR article 18(1)(a) to (d)): its accuracy is contested, processing was unlawful and the
 * visitor wants no erasure, somebody needs it for legal claims, an objection is being decided. No words of anyone's.
 */
export const HoldReason = z.enum(['accuracy', 'unlawful', 'legal-claims', 'objection']);
export type HoldReason = z.infer<typeof HoldReason>;

/** A visit's restriction. */
export const Hold = z.strictObject({
  reason: HoldReason,
  restrictedAt: EpochMs,
  /** The display name of the member of staff. */
  restrictedBy: z.string(),
  /** The last day on which somebody is to look at it again. */
  reviewBy: LocalDate,
  /** That day is over. */
  overdue: z.boolean(),
});
export type Hold = z.output<typeof Hold>;

/** Restricted visits of one answer. */
export const mostHolds = 200;

const onVisit = z.strictObject({ visitId: VisitId });

export const holds = {
  'visits.restrict': command({
    summary:
      'Restricts a visit until somebody lifts it, to be looked at again by a day within a year (`day-past`, `day-far`). Of a visit that is restricted already: another reason or day. Purge, exports, lists, search and recognition leave it alone meanwhile.',
    access: ['privacy', 'administrator'],
    input: onVisit.extend({ reason: HoldReason, reviewBy: CalendarDate }),
    output: z.strictObject({ hold: Hold }),
  }),
  'visits.liftRestriction': command({
    summary:
      "Ends a visit's restriction; what its clocks ran out for meanwhile goes with the next purge. The visitor is to be told before (article 18(3)). Refused with `not-found` where there is none.",
    access: ['privacy', 'administrator'],
    input: onVisit,
    output: z.strictObject({}),
  }),
  'visits.erase': command({
    summary:
      'Erases contact details, answers, host, badge code, card link, invitation, alert and what waits to be sent, in one commit; the bare visit stays for its clock. Refused with `visit-on-site` while the visitor is in the house or on the open roll call, with `visit-restricted` until the restriction is lifted.',
    access: ['privacy', 'administrator'],
    input: onVisit,
    output: z.strictObject({}),
  }),
  'holds.list': query({
    summary:
      'Restricted visits, the earliest review first, so that those overdue come first; at most 200, with the number of all. Names by their first letters. The view is audited.',
    access: ['privacy', 'administrator'],
    input: z.strictObject({}),
    output: z.strictObject({
      holds: z.array(
        Hold.extend({ visitId: VisitId, maskedName: z.string(), arrivedAt: EpochMs, onSite: z.boolean() }),
      ),
      restricted: z.number().int().nonnegative(),
      today: LocalDate,
      /** The latest day that can be chosen. */
      latestReviewBy: LocalDate,
    }),
  }),
} as const;
