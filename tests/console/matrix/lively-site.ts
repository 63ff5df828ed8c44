/** A site with much on every page of the console, and with the longest words a day brings. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CardReading } from '../../../src/main/readers/card-read.ts';
import { WebhookEvent } from '../../../src/shared/contract/outbox.ts';
import { createTestApp, createTestClock, type TestApp } from '../../support/app.ts';
import { addType, contractor } from '../../support/visitor-types.ts';
import { nameWatchlist, watch } from '../../watchlist/watched-site.ts';
import { onNetwork } from '../network-state.ts';

const designs = new URL('../../../resources/badges/', import.meta.url);
const designFiles = {
  own: readdirSync(designs).map((name) => ({ name, content: readFileSync(new URL(name, designs), 'utf8') })),
  site: [],
};

const day = 86_400_000;
const minute = 60_000;

const longName = 'Maximiliane-Alexandra Wolfeschlegelsteinhausenbergerdorff';
const longCompany = 'Arbejdsmarkedsuddannelsesadministration Sydvestjylland og Omegn A/S';
const longHost = 'Bartholomæus Christoffersen-Rønnebjerg';

/** On site: name, company, host. */
const people = [
  ['Søren Månestrøm', 'Byg og Bo', 'Mette Holm'],
  [longName, longCompany, longHost],
  ['Ane Bøg', '', ''],
  ['Łukasz Wiśniewski', 'Nordlys Entreprenører ApS', 'Ida Lund'],
  ['Þóra Jónsdóttir', 'Elektro', longHost],
  ['Hubert Blaine', longCompany, 'Mette Holm'],
] as const;

export const cardOf = (number: number): CardReading => ({
  kind: 'credential',
  credential: { format: 'H10301', facility: '118', number: String(number) },
});

/** Nobody is signed in at the page's own connection. */
export async function livelySite(): Promise<TestApp> {
  const clock = createTestClock(Date.now() - day);
  const core = createTestApp({ clock, designFiles });
  await core.setUp();
  await core.signIn();
  await nameWatchlist(core);
  for (const reviewOn of [60, 90].map((days) =>
    new Date(clock.now() + days * day).toISOString().slice(0, 10),
  ))
    await watch(core, {
      name: 'Wilhelmine-Charlotte Grafenbergerschlosssteinhausen',
      company: longCompany,
      email: 'wilhelmine.grafenbergerschlosssteinhausen@arbejdsmarkedsuddannelser.example',
      reviewOn,
    });
  for (const [index, name] of [longHost, 'Mette Holm', 'Ida Lund'].entries())
    await core.call('console', 'hosts.add', {
      name,
      email:
        index === 0
          ? 'bartholomaeus.christoffersen-roennebjerg@nordlys.example'
          : `host${index}@nordlys.example`,
      phone: '',
      department: index === 0 ? 'Forvaltningsudviklingsafdelingen' : 'Salg',
    });
  await core.call('console', 'staff.add', {
    userName: 'bartholomaeus.christoffersen',
    passphrase: 'a long enough passphrase',
    displayName: longHost,
    roles: ['reception', 'security', 'privacy'],
  });
  core.app.devices.networkChanged(onNetwork);
  for (const [number, label] of [
    [4711, 'V01'],
    [4712, 'V02'],
    [4713, 'V03'],
  ] as const)
    await core.call('console', 'cards.register', {
      label,
      type: 'visitor',
      source: { by: 'tap', tap: core.tap(cardOf(number)) },
    });
  await core.call('console', 'webhooks.add', {
    name: `Gates of ${longCompany}`,
    address: 'https://access-control.arbejdsmarkedsuddannelsesadministration.example/foyer/webhooks',
    events: [...WebhookEvent.options],
    enabled: true,
  });
  await core.call('console', 'integrations.add', { name: `Bookings of ${longCompany}` });
  await core.call('console', 'mail.change', {
    ...{ enabled: true, host: 'mail.arbejdsmarkedsuddannelsesadministration.example', port: 587 },
    ...{ security: 'starttls', userName: 'frontdesk', password: 'a password of the mail server' },
    ...{ senderName: 'Nordlys House', senderAddress: 'frontdesk@nordlys.example' },
    ...{ invitationMail: true, arrivalMail: false },
  });
  const gone = await core.arrive(longName, { company: longCompany, host: longHost });
  await core.call('console', 'visits.depart', { visitId: gone });
  const restricted = await core.arrive(`Hedwig ${longName}`, { company: longCompany, host: longHost });
  await core.call('console', 'visits.depart', { visitId: restricted });
  await core.call('console', 'visits.restrict', {
    ...{ visitId: restricted, reason: 'unlawful' },
    // Today, where the clocks of the site are ahead: over when the matrix looks.
    reviewBy: new Date(clock.now() + 120 * minute).toISOString().slice(0, 10),
  });
  clock.advance(day - 30 * minute);
  await core.signIn();
  for (const [name, company, host] of people) {
    await core.arrive(name, { company, host });
    clock.advance(minute);
  }
  clock.setWall(Date.now());
  await core.signIn();
  await addType(core, contractor);
  const { code } = await core.call('console', 'devices.makeCode', {
    name: 'Kiosk by the lift of the southern entrance',
    desk: 'Sydvestjyllandsindgangen',
    role: 'kiosk',
  });
  core.app.devices.pair(code, '192.0.2.80');
  for (const [name, company, host] of people.slice(1, 4))
    await core.call('console', 'invitations.make', {
      name,
      email: 'visitor@example.com',
      phone: '',
      company,
      host,
      validOn: new Date(clock.now()).toISOString().slice(0, 10),
    });
  const { event } = await core.call('console', 'events.plan', {
    title: 'Generalforsamling i Arbejdsmarkedsuddannelsesadministrationen',
    validOn: new Date(clock.now()).toISOString().slice(0, 10),
    ...{ starts: '09:00', ends: '16:30', host: longHost },
  });
  const guests = people.map(([name, company], index) => `${name}, guest${index}@example.com, , ${company}`);
  await core.call('console', 'events.addGuests', {
    ...{ eventId: event.eventId, list: guests.join('\n'), apply: true },
  });
  // A purge finds something, so that there is a certificate.
  const { invitation } = await core.call('console', 'invitations.make', {
    ...{ name: 'Quirinus Zedlitz', email: 'zedlitz@example.com', phone: '', company: '', host: '' },
    validOn: new Date(clock.now()).toISOString().slice(0, 10),
  });
  await core.call('console', 'invitations.cancel', { invitationId: invitation.invitationId });
  await core.call('console', 'retention.purgeNow', { confirmed: true });
  core.settle();
  core.app.connectionClosed('console-1');
  return core;
}
