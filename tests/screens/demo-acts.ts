/** What the demo leaves out and pictures show: events, connections, the watchlist, devices. All of it is invented. */
import type { Page } from 'playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import { WebhookEvent } from '../../src/shared/contract/outbox.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { typeCode } from '../hosts/support/https.ts';

/** Asks the core as the member of staff who is signed in on the page. */
async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = (await page.evaluate(
    async ([call, sent]) => {
      const response = await fetch(`/console/call/${call}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
      return response.json();
    },
    [name, input] as const,
  )) as Reply<CallOutput<Name>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** One or two who have left and of whom no other picture is. */
async function restrictSome(page: Page): Promise<void> {
  const { results } = await ask(page, 'visits.search', { text: 'e', scope: 'all' });
  const left = results.filter(({ departedAt, name }) => departedAt !== null && !/ma/i.test(name)).slice(-2);
  for (const [index, { visitId }] of left.entries())
    await ask(page, 'visits.restrict', {
      visitId,
      reason: index === 0 ? 'objection' : 'legal-claims',
      reviewBy: dayIn(12 + 9 * index),
    });
}

const dayIn = (days: number): never =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) as never;

/** `port`: where the host lets devices in. */
export async function actAsOffice(page: Page, port: number): Promise<void> {
  const { revision, register } = await ask(page, 'notice.draft', {});
  const entries = register.entries.map((entry) =>
    entry.entryId === 'watchlist' ? { ...entry, on: true } : entry,
  );
  await ask(page, 'notice.publish', await ask(page, 'notice.saveDraft', { revision, register: { entries } }));
  await ask(page, 'mail.change', {
    ...{ enabled: true, host: 'mail.fjordglimt.example', port: 587, security: 'starttls' },
    ...{ userName: 'frontdesk', password: 'an invented password', senderName: 'Fjordglimt' },
    ...{ senderAddress: 'frontdesk@fjordglimt.example', invitationMail: true, arrivalMail: true },
  });
  await ask(page, 'webhooks.add', {
    name: 'Access control',
    address: 'https://doors.fjordglimt.example/foyer',
    events: [...WebhookEvent.options],
    enabled: true,
  });
  await ask(page, 'integrations.add', { name: 'Meeting rooms' });
  await restrictSome(page);
  for (const [name, desk, role] of [
    ['Kiosk by the lift', 'South entrance', 'kiosk'],
    ['Desk at the south entrance', 'South entrance', 'console'],
  ] as const) {
    const { code } = await ask(page, 'devices.makeCode', { name, desk, role });
    const { status } = await typeCode(port, code);
    if (status !== 200) throw new Error(`${name} was not paired: ${status}`);
  }
}

export async function actAsReception(page: Page): Promise<void> {
  const plan = async (title: string, days: number, starts: string, ends: string, list: string) => {
    const { event } = await ask(page, 'events.plan', {
      ...{ title, validOn: dayIn(days), starts: starts as never, ends: ends as never, host: 'Ida Lund' },
    });
    await ask(page, 'events.addGuests', { eventId: event.eventId, list, apply: true });
  };
  await plan(
    'Breakfast about heat pumps',
    0,
    '08:30',
    '10:00',
    [
      'Ragnhild Aas, ragnhild@nordvarme.example, , Nordvarme',
      'Tobias Kjær, tobias@kjaer.example, , Kjær & Co',
      'Agnieszka Mazur, agnieszka@cieplo.example, , Ciepło',
      'Jón Þórsson, jon@hiti.example, , Hiti',
    ].join('\n'),
  );
  await plan('Board meeting', 6, '13:00', '16:00', 'Signe Voss, signe@voss.example, , Voss Holding');
}

export async function actAsSecurity(page: Page): Promise<void> {
  for (const [name, company, reason, days] of [
    ['Egon Falk', 'Falk Transport', 'Drove off with a barrier on his roof.', 60],
    ['Regitze Storm', '', 'Followed staff into the archive twice.', 120],
    ['Bent Kvist', 'Kvist Vinduer', 'Banned by the landlord until the case is over.', 200],
  ] as const)
    await ask(page, 'watchlist.add', {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
      ...{ phone: '', company, reason, reviewOn: dayIn(days) },
    });
}

export async function closeRollCall(page: Page): Promise<void> {
  const { rollCall } = await ask(page, 'rollCalls.current', {});
  if (rollCall !== null) await ask(page, 'rollCalls.close', { rollCallId: rollCall.rollCallId });
}
