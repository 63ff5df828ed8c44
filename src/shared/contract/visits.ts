/** Visits: from arrival to departure, and finding them again. */
import { z } from 'zod';
import {
  EmailAddress,
  OptionalEmailAddress,
  OptionalLine,
  OptionalPersonName,
  OptionalPhoneNumber,
  PersonName,
  PhoneNumber,
} from '../text.ts';
import { EpochMs, HostId, InvitationId, Language, NoticeId, TapReference, VisitId } from '../vocabulary.ts';
import { command, query } from './definition.ts';
import { Hold } from './holds.ts';
import { AnswersById, ChosenType, GivenAnswer } from './visitor-types.ts';

/** What a visitor types. The kiosk's forms validate with exactly these fields. */
export const VisitorDetails = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  phone: PhoneNumber,
  company: OptionalLine,
  host: OptionalLine,
  /** The host behind the words in `host`, where one was chosen; kept only while the words are theirs. */
  hostId: HostId.optional(),
});
export type VisitorDetails = z.output<typeof VisitorDetails>;

/** How a visitor is known from an earlier visit: by name and e-mail, or by the badge they had. */
const EarlierVisit = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name') }),
  z.strictObject({ by: z.literal('badge'), badge: TapReference }),
]);

/** What must be typed where: everything, name and e-mail, or nothing. */
const neededDetails = {
  none: ['name', 'email', 'phone'],
  name: ['name', 'email'],
  badge: [],
} as const satisfies Readonly<Record<string, readonly (keyof VisitorDetails)[]>>;

/** How a visit ended. `unconfirmed`: closed in the evening because nobody signed out. */
export const Departure = z.enum(['signed-out', 'by-staff', 'card-returned', 'unconfirmed']);
export type Departure = z.infer<typeof Departure>;

/**
 * A visit with its contact details as lists show it. Contact fields are empty strings once their clock has run
 * out while the visit record is still kept, and of a restricted visitor who has left.
 */
export const VisitRow = z.strictObject({
  visitId: VisitId,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  /** As the visitor chose or typed it. */
  host: z.string(),
  hostId: HostId.nullable(),
  /** The full name of the host chosen, for staff; empty where none was. */
  hostName: z.string(),
  /** The name of the type as it was asked, in the site's default language; empty where the site had none. */
  visitorType: z.string(),
  /** What the type asked; gone with the contact details. */
  answers: z.array(GivenAnswer),
  arrivedAt: EpochMs,
  departedAt: EpochMs.nullable(),
  /** Null for a visit that is open, waits or was refused. */
  departure: Departure.nullable(),
  /**
   * `waiting`: not on site; reception was asked to speak to the visitor. `refused`: never let in. Both have
   * `departedAt` = `arrivedAt`.
   */
  admission: z.enum(['admitted', 'waiting', 'refused']),
  /**
   * The visit is restricted. Names, contact fields, company, host and answers are then empty strings, except while the
   * visitor is in the house, and where one visit is asked for by `visits.get`.
   */
  restricted: z.boolean(),
  /** `waiting`: on site, and reception has neither given a card nor put the visit aside. */
  card: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('waiting') }),
    z.strictObject({ state: z.literal('issued'), label: z.string(), overdue: z.boolean() }),
  ]),
});
export type VisitRow = z.output<typeof VisitRow>;

/** Fields a search looks at; a result names those that matched. */
export const SearchField = z.enum(['name', 'email', 'phone', 'company', 'host', 'card']);
export type SearchField = z.infer<typeof SearchField>;

/** What a visitor without a badge signs out with, or comes again with. */
export const NameAndEmail = VisitorDetails.pick({ name: true, email: true });
export type NameAndEmail = z.output<typeof NameAndEmail>;

const signedOut = z.strictObject({ departedAt: EpochMs, cardToReturn: z.boolean() });

export const visits = {
  'visits.arrive': command({
    summary: 'Registers a visitor who has seen the notice. Sending the same visit id again answers the same.',
    access: ['kiosk', 'reception'],
    input: VisitorDetails.extend({
      name: OptionalPersonName,
      email: OptionalEmailAddress,
      phone: OptionalPhoneNumber,
      /** Made by the caller, so that a repeated message cannot register anyone twice. */
      visitId: VisitId,
      language: Language,
      /** The notice that was on screen; refused with `notice-outdated` unless it was in force in the visit's time. */
      noticeId: NoticeId,
      /** The invitation the details came from; its code is used up with this. */
      invitationId: InvitationId.optional(),
      /** What is left empty is taken from an earlier visit, if one is kept; the answer is the same either way. */
      earlier: EarlierVisit.optional(),
      /** Needed where the site has types of visitor. */
      visitorType: ChosenType.optional(),
    }).superRefine((visitor, context) => {
      for (const field of neededDetails[visitor.earlier?.by ?? 'none'])
        if (visitor[field] === '') context.addIssue({ code: 'custom', path: [field], message: 'required' });
    }),
    output: z.strictObject({
      visitId: VisitId,
      arrivedAt: EpochMs,
      cardDue: z.boolean(),
      /** The visitor is not on site yet: they are asked to speak to reception, which never says why. */
      seeReception: z.boolean(),
      /** Kept by a joined kiosk whose host is away: nobody has seen it yet. */
      queued: z.literal(true).optional(),
    }),
  }),
  'visits.signOut': command({
    summary: 'A visitor signs out by exact name and e-mail; five tries a minute for each kiosk.',
    access: ['kiosk'],
    input: NameAndEmail,
    output: signedOut,
  }),
  'visits.signOutByBadge': command({
    summary: 'A visitor signs out by the badge that `visits.badge` found.',
    access: ['kiosk'],
    input: z.strictObject({ badge: TapReference }),
    output: signedOut,
  }),
  'visits.badgeCode': command({
    summary: "A new code for the visitor's badge, shown this once; an earlier one stops working.",
    access: ['reception'],
    input: z.strictObject({ visitId: VisitId }),
    /** What the QR code holds. */
    output: z.strictObject({ code: z.string() }),
  }),
  'visits.badge': command({
    summary:
      'What a scanned badge is good for: signing out, signing in again, or nothing (null: unknown, replaced or purged). Five tries a minute for each kiosk, together with signing out.',
    access: ['kiosk'],
    input: z.discriminatedUnion('by', [
      /** Stands for what a scanner read; only the first kiosk that asks is answered. */
      z.strictObject({ by: z.literal('scan'), scan: TapReference }),
      /** As a camera read it. */
      z.strictObject({ by: z.literal('camera'), code: z.string('required').max(64, 'too-long') }),
    ]),
    output: z.strictObject({
      found: z
        .discriminatedUnion('state', [
          z.strictObject({ state: z.literal('on-site'), badge: TapReference, maskedName: z.string() }),
          z.strictObject({ state: z.literal('left'), badge: TapReference }),
        ])
        .nullable(),
    }),
  }),
  'visits.depart': command({
    summary: 'Staff mark that a visitor has left.',
    access: ['reception', 'security'],
    input: z.strictObject({ visitId: VisitId }),
    output: z.strictObject({ departedAt: EpochMs }),
  }),
  'visits.confirmDeparture': command({
    summary:
      'A departure nobody confirmed was at this instant: after the arrival and not to come (`time-range`). Refused with `visit-closed` for any other visit.',
    access: ['reception', 'security'],
    input: z.strictObject({ visitId: VisitId, departedAt: EpochMs }),
    output: z.strictObject({ visit: VisitRow }),
  }),
  'visits.reopen': command({
    summary:
      'A visit whose departure nobody confirmed is on site still, until this evening. Its clocks still count from the arrival.',
    access: ['reception', 'security'],
    input: z.strictObject({ visitId: VisitId }),
    output: z.strictObject({ visit: VisitRow }),
  }),
  'visits.correct': command({
    summary:
      'Corrects what a visitor typed (GDPR article 16); refused with `visit-restricted` where lists do not show it. The audit names the fields, never their content.',
    access: ['reception', 'privacy'],
    input: VisitorDetails.extend({
      visitId: VisitId,
      phone: OptionalPhoneNumber,
      /** What the visit's type asked, by field id; left out, the answers stay. */
      answers: AnswersById.optional(),
    }),
    output: z.strictObject({ visit: VisitRow }),
  }),
  'visits.setAside': command({
    summary:
      'The visitor needs no card: takes the visit off the list of those waiting for one, or puts it back.',
    access: ['reception'],
    input: z.strictObject({ visitId: VisitId, cardDue: z.boolean() }),
    output: z.strictObject({ visit: VisitRow }),
  }),
  'visits.onSite': query({
    summary: 'Everyone on site, latest arrival first, at most 1,000, with the counts of the whole.',
    access: ['reception', 'security'],
    input: z.strictObject({}),
    output: z.strictObject({
      visits: z.array(VisitRow),
      counts: z.strictObject({
        onSite: z.number().int(),
        waitingForCard: z.number().int(),
        cardsOut: z.number().int(),
        overdue: z.number().int(),
        arrivedToday: z.number().int(),
        unconfirmedDepartures: z.number().int(),
      }),
    }),
  }),
  'visits.get': query({
    summary:
      'One visit with the notice its visitor saw, in full also while it is restricted. The view is audited, and of a restricted visit as such.',
    access: ['reception', 'security', 'privacy', 'administrator'],
    input: z.strictObject({ visitId: VisitId }),
    output: z.strictObject({
      visit: VisitRow,
      notice: z.strictObject({
        noticeId: NoticeId,
        version: z.number().int(),
        language: Language,
        /** Of the version, in all languages. */
        hash: z.string(),
        publishedAt: EpochMs,
        shownAt: EpochMs,
      }),
      /** The rules of the site that were on screen; null where the type has none. */
      rules: z
        .strictObject({ language: Language, hash: z.string(), paragraphs: z.array(z.string()) })
        .nullable(),
      /** When the contact details are purged at the latest, as the retention settings stand now; not before a hold ends. */
      contactPurgedAt: EpochMs.nullable(),
      /** Null where the visit is not restricted. */
      hold: Hold.nullable(),
    }),
  }),
  'visits.search': query({
    summary:
      'Finds visits by any part of name, e-mail, phone, company, host or card label; accents do not matter and one slip is forgiven. A restricted visitor who has left is found by a card alone. Audited by a keyed hash of the text once typing stops.',
    access: ['reception', 'security', 'privacy', 'administrator'],
    input: z.strictObject({
      text: z.string().max(120, 'too-long'),
      scope: z.enum(['today', 'all', 'on-site', 'unconfirmed']),
    }),
    output: z.strictObject({
      /** At most 20: today's first, then newest first. */
      results: z.array(VisitRow.extend({ matched: z.array(SearchField), today: z.boolean() })),
      more: z.boolean(),
      /** False while the search memory is still being built after a start; results may then be incomplete. */
      complete: z.boolean(),
    }),
  }),
} as const;
