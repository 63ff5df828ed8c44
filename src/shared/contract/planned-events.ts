/** Events: guests who are expected together on a day, each with an invitation of their own. */
import { z } from 'zod';
import { Line, OptionalLine } from '../text.ts';
import { CalendarDate, EpochMs, EventId, HostId, Language, LocalDate } from '../vocabulary.ts';
import { command, query } from './definition.ts';

/** The most guests of one list, and the largest text of them in characters. */
export const mostGuests = 1_000;
export const largestGuestList = 200_000;
/** The largest calendar file in bytes, and the most entries read from it. */
export const largestCalendar = 1_000_000;
export const mostCalendarEntries = 500;

/** `HH:MM` in the site's time zone, or empty. Message: `time`. */
const LocalTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'time');

/** Ends after it starts, or on another day. Message `time-order` beside `ends`. */
export const EventDetails = z
  .strictObject({
    title: Line,
    validOn: CalendarDate,
    starts: LocalTime,
    ends: LocalTime,
    host: OptionalLine,
    hostId: HostId.optional(),
  })
  .superRefine(({ starts, ends }, context) => {
    if (starts !== '' && ends !== '' && ends <= starts)
      context.addIssue({ code: 'custom', path: ['ends'], message: 'time-order' });
  });
export type EventDetails = z.output<typeof EventDetails>;

/** `09:00–11:00`; what is left open is left out. */
export function timeSpan(starts: string, ends: string): string {
  return [starts, ends].filter((time) => time !== '').join('–');
}

export const PlannedEvent = z.strictObject({
  eventId: EventId,
  title: z.string(),
  validOn: LocalDate,
  starts: z.string(),
  ends: z.string(),
  host: z.string(),
  madeAt: EpochMs,
  /** Guests invited and not cancelled, and how many of them have arrived. */
  guests: z.number().int(),
  arrived: z.number().int(),
});
export type PlannedEvent = z.output<typeof PlannedEvent>;

export const GuestField = z.enum(['name', 'email', 'phone', 'company']);
export type GuestField = z.infer<typeof GuestField>;

export const GuestLine = z.strictObject({
  /** As a text editor counts, the first line being 1. */
  line: z.number().int().positive(),
  name: z.string(),
  /** `known`: a guest of the event already, by e-mail. */
  outcome: z.enum(['add', 'known', 'fault']),
  faults: z.array(z.strictObject({ field: GuestField.nullable(), code: z.string() })),
});
export type GuestLine = z.output<typeof GuestLine>;

export const GuestReport = z.strictObject({
  applied: z.boolean(),
  /** `empty`, or `too-many-lines`; null where the list could be read. */
  fault: z.enum(['empty', 'too-many-lines']).nullable(),
  counts: z.strictObject({ add: z.number().int(), known: z.number().int(), fault: z.number().int() }),
  lines: z.array(GuestLine),
});
export type GuestReport = z.output<typeof GuestReport>;

export const CalendarEntry = z.strictObject({
  title: z.string(),
  validOn: LocalDate.nullable(),
  guests: z.number().int(),
  /** `known`: read before, by its UID. */
  outcome: z.enum(['add', 'known', 'fault']),
  /**
   * `day-past`, `day-far`, `no-guests` (nobody but hosts and rooms), `recurring` (a series has no one day), `cancelled`,
   * `guest` (the name or address of one cannot be used), `shape`.
   */
  fault: z.string().nullable(),
});
export type CalendarEntry = z.output<typeof CalendarEntry>;

const onEvent = z.strictObject({ eventId: EventId });

export const plannedEvents = {
  'events.list': query({
    summary: 'Events of today and later, by day and time, at most 200, with how many guests have arrived.',
    access: ['reception', 'security', 'privacy'],
    input: z.strictObject({}),
    output: z.strictObject({ events: z.array(PlannedEvent) }),
  }),
  'events.plan': command({
    summary:
      'Plans an event, today at the earliest and within a year (`day-past`, `day-far`). Guests are added to it.',
    access: ['reception'],
    input: EventDetails,
    output: z.strictObject({ event: PlannedEvent }),
  }),
  'events.addGuests': command({
    summary:
      'Reads guests from lines (`Name <e-mail>`, or name, e-mail, phone, company) or from CSV with a header, and reports line by line; with `apply` and no fault anywhere, invites them, a line wholly or not at all. Who is a guest already is left alone.',
    access: ['reception'],
    largestInput: largestGuestList * 4 + 1_000,
    input: z.strictObject({
      eventId: EventId,
      list: z.string('required').max(largestGuestList, 'too-large'),
      language: Language.optional(),
      apply: z.boolean(),
    }),
    output: z.strictObject({ report: GuestReport }),
  }),
  'events.import': command({
    summary:
      'Reads events with their guests from an iCalendar file (RFC 5545) and reports entry by entry; with `apply`, plans those without a fault that were not read before. Hosts of the directory, rooms and who declined are no guests.',
    access: ['reception'],
    largestInput: Math.ceil(largestCalendar / 3) * 4 + 1_000,
    input: z.strictObject({
      /** The bytes of the file in base64. */
      file: z
        .string('required')
        .max(Math.ceil(largestCalendar / 3) * 4, 'too-large')
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'shape'),
      apply: z.boolean(),
    }),
    output: z.strictObject({
      applied: z.boolean(),
      /** `not-calendar`, `empty`, `too-many`. */
      fault: z.enum(['not-calendar', 'empty', 'too-many']).nullable(),
      entries: z.array(CalendarEntry),
    }),
  }),
  'events.cancel': command({
    summary: 'The event is off: its guests who have not arrived are expected no more.',
    access: ['reception', 'privacy'],
    input: onEvent,
    output: z.strictObject({ cancelled: z.number().int() }),
  }),
} as const;
