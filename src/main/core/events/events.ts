/**
 * Events: guests who are expected together. Each guest has an invitation of their own, with its code, so that the
 * kiosk and reception know them one by one; the event counts who has come.
 */
import type { EventDetails, GuestReport, PlannedEvent } from '../../../shared/contract/planned-events.ts';
import type { EventId } from '../../../shared/vocabulary.ts';
import type { Context, Handlers } from '../context.ts';
import { chosenHost } from '../hosts/chosen-host.ts';
import { Refusal } from '../refusal.ts';
import { runSliced, storeSliced } from '../sliced.ts';
import { endOfLocalDate, localDate } from '../time.ts';
import type { EventParts } from './event-parts.ts';
import type { StoredEvent } from './event-store.ts';
import { type Guest, type ReadGuests, readGuests } from './guest-lines.ts';
import { createCalendarImport } from './import-calendar.ts';

/** The longest list a screen gets. */
const longestList = 200;

type EventCalls = 'events.list' | 'events.plan' | 'events.addGuests' | 'events.import' | 'events.cancel';

export function createEvents(parts: EventParts): Handlers<EventCalls> {
  const { stores, clock, site, newId, inviter, pause } = parts;
  const zone = (): string => site.require().settings.timeZone;

  function openById(id: EventId): StoredEvent {
    const event = stores.events.byId(id);
    if (event === undefined || event.cancelledAt !== null) throw new Refusal('not-found');
    return event;
  }

  function plan(details: EventDetails, at: number, calendarHash: string | null): StoredEvent {
    const { title, validOn, starts, ends, host, hostId } = details;
    const fault = inviter.dayFault(validOn, at);
    if (fault !== null) throw new Refusal('bad-input', { fields: { validOn: fault } });
    const id = newId() as EventId;
    stores.events.insert({
      id,
      madeAt: at,
      ...{ title, validOn, starts, ends, host, calendarHash },
      hostSequence: chosenHost(stores.hosts, hostId, host)?.sequence ?? null,
      validUntil: endOfLocalDate(validOn, zone()),
    });
    return openById(id);
  }

  function inviteTo(event: StoredEvent, guest: Guest, at: number, language?: string): boolean {
    if (stores.events.hasGuest(event.sequence, guest.email)) return false;
    const { host, validOn, hostSequence, sequence } = event;
    const details = { ...guest, host, validOn, ...(language !== undefined && { language }) };
    inviter.invite(details, at, { eventSequence: sequence, hostSequence });
    return true;
  }

  function reportOf(event: StoredEvent, { fault, lines }: ReadGuests): GuestReport {
    const counts = { add: 0, known: 0, fault: 0 };
    const told = lines.map(({ line, name, details: guest, faults }) => {
      const isKnown = guest !== null && stores.events.hasGuest(event.sequence, guest.email);
      const outcome = guest === null ? ('fault' as const) : isKnown ? ('known' as const) : ('add' as const);
      counts[outcome] += 1;
      return { line, name, outcome, faults: [...faults] };
    });
    return { applied: false, fault, counts, lines: told };
  }

  async function storeGuests(
    event: StoredEvent,
    guests: readonly Guest[],
    { at, staff }: Context,
    language: string | undefined,
  ): Promise<void> {
    await storeSliced(guests, {
      ...{ clock, pause },
      transact: parts.transact,
      // Cancelled meanwhile: nobody is invited to what is off.
      each: (guest) => void inviteTo(openById(event.id), guest, at, language),
      conclude: (done) =>
        parts.audit.record({
          at,
          act: 'events.addGuests',
          staffId: staff?.staffId ?? null,
          subject: event.id,
          detail: `part ${done.length}`,
        }),
      stored: () => undefined,
    });
  }

  return {
    'events.list'(_input, context) {
      const events = stores.events.expectedFrom(localDate(context.at, zone()), longestList);
      return { events: events.map(toPlannedEvent) };
    },

    'events.plan'(details, context) {
      const event = plan(details, context.at, null);
      context.note(event.id);
      context.changed('invitations');
      return { event: toPlannedEvent(event) };
    },

    'events.addGuests': {
      async prepare({ eventId, list, language, apply }, context) {
        const event = openById(eventId);
        const read = await runSliced(readGuests(list), clock, pause);
        const planned = reportOf(event, read);
        const { add, known, fault } = planned.counts;
        const dayFault = inviter.dayFault(event.validOn, context.at);
        if (dayFault !== null) throw new Refusal('bad-input', { fields: { validOn: dayFault } });
        const report = { ...planned, applied: apply && planned.fault === null && fault === 0 };
        if (report.applied) {
          const guests = read.lines.flatMap(({ details }) => details ?? []);
          await storeGuests(event, guests, context, language);
        }
        return () => {
          const act = report.applied ? 'applied' : 'looked-at';
          context.note(eventId, `${act} add ${add} known ${known} fault ${fault}`);
          if (report.applied) context.changed('invitations', 'outbox');
          return { report };
        };
      },
    },

    'events.import': createCalendarImport(parts, {
      plan,
      invite: (event, guest, at) => void inviteTo(event, guest, at),
    }),

    'events.cancel'({ eventId }, context) {
      const event = openById(eventId);
      const guests = stores.events.openGuests(event.sequence);
      for (const sequence of guests) {
        stores.invitations.end(sequence, context.at, 'cancelled');
        stores.outbox.cancelFor(sequence);
      }
      stores.events.cancel(event.sequence, context.at);
      context.note(eventId, `guests ${guests.length}`);
      context.changed('invitations', 'retention', 'outbox');
      return { cancelled: guests.length };
    },
  };
}

function toPlannedEvent(event: StoredEvent): PlannedEvent {
  const { id, title, validOn, starts, ends, host, madeAt, guests, arrived } = event;
  return { eventId: id, title, validOn, starts, ends, host, madeAt, guests, arrived };
}
