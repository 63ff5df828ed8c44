/** Roll call: who is safe and who is not, marked by several marshals at once, and what remains of it. */
import { z } from 'zod';
import { PersonName } from '../text.ts';
import { EpochMs, MarkId, PersonId, RollCallId, StaffId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { Departure } from './visits.ts';

/** Seconds without a touch after which a console that shows an open roll call locks. */
export const rollCallIdleSeconds = 30 * 60;
/** The most marks of one message; a queue that is longer is sent in pieces. */
export const mostMarks = 200;
/** How long a mark may have waited, in milliseconds: no roll call lasts longer than a day. */
const longestAge = 24 * 60 * 60 * 1000;

export const RollCallKind = z.enum(['real', 'drill']);
export type RollCallKind = z.infer<typeof RollCallKind>;

/**
 * How a person came onto the list: on site at the start, signed in afterwards, signed out within 15 minutes before
 * it, closed automatically within 8 hours before it, or added by a marshal.
 */
export const Joined = z.enum(['at-start', 'arrived-after', 'left-before', 'closed-before', 'unlisted']);
export type Joined = z.infer<typeof Joined>;

/**
 * What is known of a person. `uncertain`: the visit had been closed automatically before the roll call began, and
 * nobody has said more. A visit that is closed automatically while the roll call runs stays `unaccounted`.
 */
export const Account = z.enum([
  'unaccounted',
  'uncertain',
  'marked-safe',
  'signed-out',
  'by-staff',
  'card-returned',
]);
export type Account = z.infer<typeof Account>;

/** What the data say about where a person is, besides the marks. */
export const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-card') }),
  z.strictObject({ kind: z.literal('card-out'), label: z.string() }),
  /** The card is back, but the visitor was not signed out. */
  z.strictObject({ kind: z.literal('card-back'), at: EpochMs }),
  z.strictObject({ kind: z.literal('card-lost'), at: EpochMs }),
  z.strictObject({ kind: z.literal('left'), departure: Departure.exclude(['unconfirmed']), at: EpochMs }),
  /** Closed automatically at the end of the day: nobody saw the visitor leave. */
  z.strictObject({ kind: z.literal('closed'), at: EpochMs }),
  z.strictObject({ kind: z.literal('unlisted') }),
]);
export type Evidence = z.infer<typeof Evidence>;

export const RollCallMark = z.strictObject({
  markId: MarkId,
  /** `withdrawn`: what the data say counts again. */
  state: z.enum(['safe', 'withdrawn']),
  markedAt: EpochMs,
  markedBy: z.string(),
  /** Another name where a mark that had waited on a tablet was sent by somebody else. */
  sentBy: z.string(),
});
export type RollCallMark = z.infer<typeof RollCallMark>;

export const RollCallPerson = z.strictObject({
  personId: PersonId,
  /** Empty once the contact details have been purged, and in a report of a restricted visitor who has left. */
  name: z.string(),
  /** The visit is restricted: reports do not name a visitor who has left, an open roll call names everyone. */
  restricted: z.boolean(),
  company: z.string(),
  /** The full name of the host chosen, else what the visitor typed. */
  host: z.string(),
  /** Empty where no host was chosen. */
  department: z.string(),
  joined: Joined,
  /** Arrival; of a person a marshal added, when that was. */
  joinedAt: EpochMs,
  account: Account,
  evidence: Evidence,
  /** Oldest first; the last one counts. */
  marks: z.array(RollCallMark),
});
export type RollCallPerson = z.infer<typeof RollCallPerson>;

/** Numbers of people; they hold no name and outlive the purge. */
export const RollCallCounts = z.strictObject({
  listed: z.number().int(),
  unaccounted: z.number().int(),
  uncertain: z.number().int(),
  markedSafe: z.number().int(),
  signedOut: z.number().int(),
  byStaff: z.number().int(),
  cardReturned: z.number().int(),
  /** Of those listed: signed in after the start, and added by a marshal. */
  arrivedAfter: z.number().int(),
  unlisted: z.number().int(),
});
export type RollCallCounts = z.infer<typeof RollCallCounts>;

export const RollCall = z.strictObject({
  rollCallId: RollCallId,
  kind: RollCallKind,
  startedAt: EpochMs,
  startedBy: z.string(),
  closedAt: EpochMs.nullable(),
  closedBy: z.string().nullable(),
  counts: RollCallCounts,
});
export type RollCall = z.infer<typeof RollCall>;

/** Milliseconds between the touch and the message, by the tablet's own clock: two clocks are never compared. */
const ageMs = z.number().int().min(0).max(longestAge);

export const rollCalls = {
  'rollCalls.start': command({
    summary:
      'Starts a roll call with everyone on site at this moment. Sending the same id again answers the same; while another is open it is refused.',
    access: ['security'],
    input: z.strictObject({ rollCallId: RollCallId, kind: RollCallKind }),
    output: z.strictObject({ rollCallId: RollCallId, startedAt: EpochMs }),
  }),
  'rollCalls.state': query({
    summary: 'Whether a roll call is open, with its numbers; no names.',
    access: ['security', 'reception'],
    input: z.strictObject({}),
    output: z.strictObject({ rollCall: RollCall.nullable() }),
  }),
  'rollCalls.current': query({
    summary:
      'The open roll call with everybody on it. While a console asks for it, it locks after 30 minutes only and a lost connection does not sign it out.',
    access: ['security', 'reception'],
    input: z.strictObject({}),
    output: z.strictObject({ rollCall: RollCall.nullable(), now: EpochMs, people: z.array(RollCallPerson) }),
  }),
  'rollCalls.mark': command({
    summary:
      'Marks people safe, or withdraws that. Ids are made by the screen, so a repeated message marks once; the latest touch of a person counts, and every mark is kept with its marshal.',
    access: ['security', 'reception'],
    input: z.strictObject({
      rollCallId: RollCallId,
      marks: z
        .array(
          z.strictObject({
            markId: MarkId,
            personId: PersonId,
            state: RollCallMark.shape.state,
            ageMs,
            /** Who touched the screen; somebody else may be signed in when the network is back. */
            markedBy: StaffId,
          }),
        )
        .min(1)
        .max(mostMarks),
    }),
    output: z.strictObject({
      marks: z.array(
        z.strictObject({
          markId: MarkId,
          /** `closed`: made after the roll call was closed. `unknown`: no such person, or no such marshal. */
          outcome: z.enum(['kept', 'repeated', 'closed', 'unknown']),
        }),
      ),
    }),
  }),
  'rollCalls.addPerson': command({
    summary: 'Adds a person who is on no list, by name only. Sending the same id again adds nobody.',
    access: ['security', 'reception'],
    input: z.strictObject({ rollCallId: RollCallId, personId: PersonId, name: PersonName, ageMs }),
    output: z.strictObject({ personId: PersonId }),
  }),
  'rollCalls.close': command({
    summary:
      'Closes the roll call and keeps its report. Signs nobody out. Closing it again answers the same.',
    access: ['security'],
    input: z.strictObject({ rollCallId: RollCallId }),
    output: z.strictObject({ rollCall: RollCall }),
  }),
  'rollCalls.list': query({
    summary: 'Closed roll calls, latest first, at most 100, with their numbers.',
    access: ['security', 'privacy'],
    input: z.strictObject({}),
    output: z.strictObject({ rollCalls: z.array(RollCall) }),
  }),
  'rollCalls.report': query({
    summary:
      'One closed roll call with everybody on it as it was when it was closed, as far as their visits are still kept. The view is audited.',
    access: ['security', 'privacy'],
    input: z.strictObject({ rollCallId: RollCallId }),
    output: z.strictObject({ rollCall: RollCall, people: z.array(RollCallPerson) }),
  }),
} as const;
