/** Invitations: visits that are expected, and the codes by which their visitors are known at the kiosk. */
import { z } from 'zod';
import { EmailAddress, OptionalLine, OptionalPhoneNumber, PersonName } from '../text.ts';
import {
  CalendarDate,
  EpochMs,
  EventId,
  HostId,
  InvitationId,
  Language,
  LocalDate,
  TapReference,
  VisitorTypeId,
} from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** What staff know of a visit that is expected. The phone may be empty: then the visitor is asked for it. */
export const InvitationDetails = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  phone: OptionalPhoneNumber,
  company: OptionalLine,
  host: OptionalLine,
  /** The host behind the words in `host`, where one was chosen; kept only while the words are theirs. */
  hostId: HostId.optional(),
  /** What brings the visitor here; left out, the kiosk asks them. */
  visitorTypeId: VisitorTypeId.optional(),
  /** The day of the visit in the site's time zone; the code is good on no other. */
  validOn: CalendarDate,
  /** Of the mail to the visitor; left out for the site's own. */
  language: Language.optional(),
});
export type InvitationDetails = z.output<typeof InvitationDetails>;

export const InvitationRow = z.strictObject({
  invitationId: InvitationId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  host: z.string(),
  hostId: HostId.nullable(),
  /** Null where none was chosen, and once it is offered no more. */
  visitorTypeId: VisitorTypeId.nullable(),
  validOn: LocalDate,
  madeAt: EpochMs,
  /** Null where the visitor is expected alone. */
  eventId: EventId.nullable(),
});
export type InvitationRow = z.output<typeof InvitationRow>;

/** Of the latest mail with a code. `cancelled`: by somebody, or since another code was made. */
export const InvitationMail = z.enum(['waiting', 'delivered', 'given-up', 'cancelled']);
export type InvitationMail = z.infer<typeof InvitationMail>;

/** `mail`: null where none was ever to be sent. */
export const ExpectedInvitation = InvitationRow.extend({ mail: InvitationMail.nullable() });
export type ExpectedInvitation = z.output<typeof ExpectedInvitation>;

const onInvitation = z.strictObject({ invitationId: InvitationId });

/** The code leaves the core this once, and by mail where that is on; only keyed hashes of it are kept. */
const made = z.strictObject({
  invitation: InvitationRow,
  /** `K7QF-2M9X`. */
  typedCode: z.string(),
  /** What the QR code holds. */
  scannedCode: z.string(),
  /** Whether the visitor gets the code by mail. */
  mailed: z.boolean(),
});

export const invitations = {
  'invitations.make': command({
    summary:
      'Expects a visitor on a day, today at the earliest and within a year (`day-past`, `day-far`), and answers with the code, which is shown this once.',
    access: ['reception'],
    input: InvitationDetails,
    output: made,
  }),
  'invitations.renew': command({
    summary:
      'A new code for an expected visitor; the old one stops working, and a mail that waits with it is cancelled. With `onPaper` the new one goes by no mail.',
    access: ['reception'],
    input: onInvitation.extend({ onPaper: z.boolean().optional() }),
    output: made,
  }),
  'invitations.send': command({
    summary:
      'A new code by mail to an expected visitor, also where that does not happen by itself; the old one stops working. `nothing-to-send` where mail is off.',
    access: ['reception'],
    input: onInvitation,
    output: z.strictObject({}),
  }),
  'invitations.cancel': command({
    summary: 'The visitor is expected no more; the next purge takes the row.',
    access: ['reception', 'privacy'],
    input: onInvitation,
    output: z.strictObject({}),
  }),
  'invitations.expected': query({
    summary: 'Visitors expected today and later who have not arrived, by day and name, at most 1,000.',
    access: ['reception', 'security', 'privacy'],
    input: z.strictObject({}),
    output: z.strictObject({
      today: LocalDate,
      /** Whether mail can be sent. */
      mayMail: z.boolean(),
      invitations: z.array(ExpectedInvitation),
    }),
  }),
  'invitations.open': command({
    summary:
      'What is known of the visitor who has the code, or null: unknown, used, cancelled and of another day are all the same. Five tries a minute for each kiosk.',
    access: ['kiosk'],
    input: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('typed'), code: z.string('required').max(32, 'too-long') }),
      /** Stands for what a scanner read; only the first kiosk that asks is answered. */
      z.strictObject({ by: z.literal('scan'), scan: TapReference }),
      /** What a kiosk's own camera read, as a QR code holds it. */
      z.strictObject({ by: z.literal('camera'), code: z.string('required').max(64, 'too-long') }),
    ]),
    output: z.strictObject({
      invitation: InvitationRow.omit({ validOn: true, madeAt: true, eventId: true }).nullable(),
    }),
  }),
} as const;
