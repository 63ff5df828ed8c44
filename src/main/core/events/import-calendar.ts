/** Events from a calendar file: each entry is one event with its guests, stored whole in one transaction or not at all. */
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { InvitationDetails } from '../../../shared/contract/invitations.ts';
import {
  type CalendarEntry,
  EventDetails,
  mostCalendarEntries,
} from '../../../shared/contract/planned-events.ts';
import type { PreparedHandler } from '../context.ts';
import { emailKey } from '../hosts/host-content.ts';
import type { StoredHost } from '../hosts/host-store.ts';
import type { ReadEntry } from './calendar.ts';
import type { EventParts } from './event-parts.ts';
import type { StoredEvent } from './event-store.ts';
import type { Guest } from './guest-lines.ts';

export interface CalendarActs {
  readonly plan: (details: EventDetails, at: number, calendarHash: string | null) => StoredEvent;
  readonly invite: (event: StoredEvent, guest: Guest, at: number) => void;
}

/** An entry as it will be stored, or why not. */
interface Planned {
  readonly entry: CalendarEntry;
  readonly details: EventDetails | null;
  readonly guests: readonly Guest[];
  readonly hash: string;
}

export function createCalendarImport(
  parts: EventParts,
  acts: CalendarActs,
): PreparedHandler<'events.import'> {
  const { stores, digest, site, inviter } = parts;

  const hostOf = (email: string): StoredHost | undefined => {
    const host = stores.hosts.byEmailKey(emailKey(email));
    return host === undefined || host.leftAt !== null ? undefined : host;
  };

  function planOf(read: ReadEntry, at: number): Planned {
    const title = read.title.slice(0, 120).trim().toWellFormed();
    const hash = digest.hmac('invitation', `calendar ${read.uid}`);
    const organizer = read.organizer === null ? undefined : hostOf(read.organizer.email);
    const details = EventDetails.safeParse({
      title,
      validOn: read.start?.date ?? '',
      starts: read.start?.time ?? '',
      ends: read.ends > (read.start?.time ?? '') ? read.ends : '',
      host: organizer?.name ?? '',
      ...(organizer !== undefined && { hostId: organizer.id }),
    });
    const strangers = read.attendees.filter(
      ({ email }) => hostOf(email) === undefined && emailKey(email) !== emailKey(read.organizer?.email ?? ''),
    );
    const guests = strangers.map(({ name, email }) =>
      InvitationDetails.pick({ name: true, email: true, phone: true, company: true }).safeParse({
        name: name || (email.split('@')[0] ?? '').replaceAll('.', ' '),
        email,
        phone: '',
        company: '',
      }),
    );
    const dayFault = details.success ? inviter.dayFault(details.data.validOn, at) : null;
    const fault = read.isCancelled
      ? 'cancelled'
      : read.isRecurring
        ? 'recurring'
        : !details.success || read.uid === ''
          ? 'shape'
          : (dayFault ??
            (strangers.length === 0 ? 'no-guests' : guests.some(({ success }) => !success) ? 'guest' : null));
    const outcome = stores.events.hasCalendarHash(hash) ? 'known' : fault === null ? 'add' : 'fault';
    return {
      entry: {
        title,
        validOn: details.success ? details.data.validOn : null,
        guests: strangers.length,
        outcome,
        fault: outcome === 'fault' ? fault : null,
      },
      details: details.success && outcome === 'add' ? details.data : null,
      guests: guests.flatMap(({ data }) => data ?? []),
      hash,
    };
  }

  return {
    async prepare({ file, apply }, context) {
      type Output = CallOutput<'events.import'>;
      const broken = (fault: Output['fault']) => () => {
        context.note(null, fault ?? '');
        return { applied: false, fault, entries: [] };
      };
      const entries = await parts.readCalendar(parts.fromBase64(file), site.require().settings.timeZone);
      if (entries === null) return broken('not-calendar');
      if (entries.length === 0) return broken('empty');
      if (entries.length > mostCalendarEntries) return broken('too-many');
      const planned: Planned[] = [];
      for (const read of entries) {
        await parts.pause();
        const one = planOf(read, context.at);
        planned.push(one);
        const { details } = one;
        if (!apply || details === null) continue;
        parts.transact(() => {
          const event = acts.plan(details, context.at, one.hash);
          for (const guest of one.guests) acts.invite(event, guest, context.at);
          const staffId = context.staff?.staffId ?? null;
          const detail = `guests ${one.guests.length}`;
          parts.audit.record({ at: context.at, act: 'events.import', staffId, subject: event.id, detail });
        });
      }
      return () => {
        const added = planned.filter(({ entry }) => entry.outcome === 'add').length;
        context.note(null, `${apply ? 'applied' : 'looked-at'} add ${added} of ${planned.length}`);
        if (apply) context.changed('invitations', 'outbox');
        return { applied: apply, fault: null, entries: planned.map(({ entry }) => entry) };
      };
    },
  };
}
