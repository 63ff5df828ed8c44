/** Reads iCalendar files (RFC 5545) by ical.js; knows nothing of Foyer's events. */
import ICAL from 'ical.js';
import type { CalendarPerson, ReadEntry } from '../core/events/calendar.ts';

export function readCalendar(bytes: Uint8Array, timeZone: string): readonly ReadEntry[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    if (calendar.name !== 'vcalendar') return null;
    return calendar.getAllSubcomponents('vevent').map((event) => entryOf(event, timeZone));
  } catch {
    return null;
  }
}

function entryOf(component: ICAL.Component, timeZone: string): ReadEntry {
  const event = new ICAL.Event(component);
  const recurrence = component.getFirstPropertyValue('recurrence-id');
  const start = localOf(component.getFirstPropertyValue('dtstart'), component, 'dtstart', timeZone);
  const end = localOf(component.getFirstPropertyValue('dtend'), component, 'dtend', timeZone);
  const organizer = component.getFirstProperty('organizer');
  const attendees = component
    .getAllProperties('attendee')
    .filter((property) => {
      const kind = String(property.getFirstParameter('cutype') ?? '').toUpperCase();
      const answer = String(property.getFirstParameter('partstat') ?? '').toUpperCase();
      return kind !== 'ROOM' && kind !== 'RESOURCE' && answer !== 'DECLINED';
    })
    .flatMap((property) => personOf(property) ?? []);
  return {
    uid: `${event.uid ?? ''} ${recurrence === null ? '' : String(recurrence)}`.trim(),
    title: (event.summary ?? '').trim(),
    start,
    ends: start !== null && end !== null && end.date === start.date ? end.time : '',
    organizer: organizer === null ? null : personOf(organizer),
    attendees,
    isRecurring: event.isRecurring(),
    isCancelled: String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
  };
}

/** Null for an address that is no e-mail. */
function personOf(property: ICAL.Property): CalendarPerson | null {
  const email = /^mailto:(.+)$/i.exec(String(property.getFirstValue() ?? ''))?.[1]?.trim();
  if (email === undefined) return null;
  const name = String(property.getFirstParameter('cn') ?? '').trim();
  return { name: name.includes('@') ? '' : name, email };
}

/** In the site's time zone. A time without a zone is the site's own (a "floating" time). */
function localOf(
  value: unknown,
  component: ICAL.Component,
  property: string,
  timeZone: string,
): { readonly date: string; readonly time: string } | null {
  if (!(value instanceof ICAL.Time)) return null;
  const pad = (number: number): string => String(number).padStart(2, '0');
  const date = `${value.year}-${pad(value.month)}-${pad(value.day)}`;
  if (value.isDate) return { date, time: '' };
  const zoneName = component.getFirstProperty(property)?.getFirstParameter('tzid');
  const isFloating = zoneName === undefined || zoneName === null || String(zoneName) === timeZone;
  if (isFloating && value.zone === ICAL.Timezone.localTimezone)
    return { date, time: `${pad(value.hour)}:${pad(value.minute)}` };
  if (String(zoneName) === timeZone) return { date, time: `${pad(value.hour)}:${pad(value.minute)}` };
  const parts = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(value.toUnixTime() * 1000);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}
