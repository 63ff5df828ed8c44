/** Three ways of inviting: another program over HTTP, the receptionist one by one, and a group for an event. */
import { expect } from 'playwright/test';
import type { PageCalls } from '../page-calls.ts';
import { group, invitedAtDesk, invitedByProgram } from './people.ts';

/** Everybody who is expected afterwards. */
export async function inviteEverybody(desk: PageCalls, origin: string, token: string) {
  const { today } = await desk.call('invitations.expected', {});
  for (const [index, { name, email, phone, company }] of invitedByProgram.entries()) {
    const send = () =>
      fetch(`${origin}/v1/invitations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          externalId: `booking-${index}`,
          name,
          email,
          phone,
          company,
          validOn: today,
        }),
      });
    expect((await send()).status).toBe(201);
    // The program lost the answer and asks again.
    const again = await send();
    expect([again.status, ((await again.json()) as { created: boolean }).created]).toEqual([200, false]);
  }
  for (const person of invitedAtDesk) await desk.call('invitations.make', { ...person, validOn: today });
  const { event } = await desk.call('events.plan', {
    ...{ title: 'Choir rehearsal', validOn: today, starts: '09:00', ends: '11:30', host: 'Dagny Friis' },
  });
  const list = group.map(({ name, email, phone, company }) => [name, email, phone, company].join(', '));
  const { report } = await desk.call('events.addGuests', {
    ...{ eventId: event.eventId, list: list.join('\n'), apply: true },
  });
  expect(report.counts).toEqual({ add: group.length, known: 0, fault: 0 });
  return (await desk.call('invitations.expected', {})).invitations;
}
