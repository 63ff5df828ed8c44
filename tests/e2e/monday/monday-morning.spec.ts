/**
 * A whole day in the running product: two kiosks (one of them on the network), a console, two marshals with tablets,
 * another program that invites and one that is told. At the end every place that counts says the same.
 */
import { rmSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import type { InvitationId, RollCallId } from '../../../src/shared/vocabulary.ts';
import { freePort } from '../../support/free-port.ts';
import { callsOf, type PageCalls } from '../page-calls.ts';
import {
  createInstallation,
  type Installation,
  passphrases,
  provisionFolder,
  type RunningFoyer,
  signInAtKiosk,
  unlock,
} from '../running-foyer.ts';
import { inviteEverybody } from './invite-everybody.ts';
import { blocked, group, invitedAtDesk, invitedByProgram, type Person, walkIns } from './people.ts';
import { arriveAt, audited, dayBefore, heading, pair, press } from './steps.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';

const everybody = [...invitedByProgram, ...invitedAtDesk, ...group, ...walkIns];
const cards = ['H10301:2F623AE', 'H10301:2F623B3', 'H10301:2F623B5'] as const;

let setUp: string;
let installation: Installation;
let receiver: WebhookReceiver;

test.beforeAll(async () => {
  setUp = await provisionFolder((example) => {
    const plan = JSON.parse(example);
    const guard = { userName: 'guard', displayName: 'Gyda Guard', roles: ['security'] };
    plan.staff.push({ ...guard, passphraseFromEnvironment: 'FOYER_DESK_PASSPHRASE' });
    return JSON.stringify(plan);
  });
});
test.afterAll(() => rmSync(setUp, { recursive: true, force: true }));
test.beforeEach(async () => {
  installation = createInstallation(setUp);
  receiver = await startReceiver();
});
test.afterEach(async () => {
  receiver.close();
  await installation.remove();
});

test('Monday morning', async ({ browser }) => {
  test.setTimeout(400_000);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const listening = ['--listen', `127.0.0.1:${port}`];
  let foyer: RunningFoyer = await installation.start({ more: listening });
  const officePage = await (await browser.newContext()).newPage();
  await officePage.goto(foyer.console);
  await unlock(officePage, 'admin', passphrases.admin);
  const office = callsOf(officePage, 'console');

  const deskPage = await (await browser.newContext()).newPage();
  await deskPage.goto((await installation.command('link', 'console')).out.trim());
  await unlock(deskPage, 'desk', passphrases.desk);
  const desk = callsOf(deskPage, 'console');
  const pad = deskPage.getByRole('region', { name: 'Card pad' });
  const upright = { width: 1080, height: 1920 };
  const tablet = { width: 800, height: 1280 };
  const nearKiosk = await browser.newPage({ viewport: upright });
  const nearCalls = callsOf(nearKiosk, 'kiosk');
  let expected: Awaited<ReturnType<typeof inviteEverybody>> = [];

  await test.step('the office lets programs in, and the notice names the watchlist', async () => {
    const { secret } = await office.call('webhooks.add', {
      ...{ name: 'Doors', address: receiver.address, enabled: true },
      events: ['visit.signed-in', 'visit.departed', 'card.issued', 'card.returned', 'card.blocked'],
    });
    receiver.useSecret(secret);
    const { token } = await office.call('integrations.add', { name: 'Bookings' });
    const { revision, register } = await office.call('notice.draft', {});
    const entries = register.entries.map((entry) => ({
      ...entry,
      on: entry.on || entry.entryId === 'watchlist',
    }));
    await office.call(
      'notice.publish',
      await office.call('notice.saveDraft', { revision, register: { entries } }),
    );
    const { latestReviewOn } = await desk.call('watchlist.list', {});
    await desk.call('watchlist.add', {
      ...{ name: blocked.name, email: blocked.email, phone: '', company: '' },
      ...{ reason: 'Took a lamp with him.', reviewOn: latestReviewOn },
    });
    expected = await inviteEverybody(desk, new URL(foyer.console).origin, token);
    expect(expected).toHaveLength(40 + 12);
    await deskPage.getByRole('link', { name: 'Reception' }).click();
    await deskPage.getByRole('link', { name: 'Expected', exact: true }).click();
    await expect(deskPage.getByRole('row').filter({ hasText: invitedAtDesk[3]?.name ?? '' })).toHaveCount(1);
  });

  const far = await pair(browser, office, url, 'kiosk', upright);
  const farCalls = callsOf(far.page, 'kiosk');
  await test.step('two kiosks take everybody in, the second one over the network', async () => {
    await nearKiosk.goto(foyer.kiosk);
    const [byCode, ...others] = expected.filter(({ phone }) => phone !== '');
    const { typedCode } = await desk.call('invitations.renew', {
      invitationId: byCode?.invitationId as InvitationId,
    });
    await press(nearKiosk, 'I have a code');
    await nearKiosk.getByRole('textbox', { name: 'Code' }).fill(typedCode);
    await press(nearKiosk, 'Continue');
    await expect(heading(nearKiosk)).toContainText(byCode?.name.split(' ')[0] ?? 'somebody');
    await press(nearKiosk, 'Continue');
    await expect(heading(nearKiosk)).toContainText('details');
    await press(nearKiosk, 'Continue');
    await expect(heading(nearKiosk)).toContainText('Thank you');
    await press(nearKiosk, 'Done');

    await signInAtKiosk(nearKiosk, walkIns[0] as Person);
    await press(nearKiosk, 'Done');
    await signInAtKiosk(far.page, walkIns[1] as Person);
    await press(far.page, 'Done');
    const both = [nearCalls, farCalls] as const;
    for (const [index, invitation] of others.entries())
      await arriveAt(both[index % 2] as PageCalls, invitation, invitation.invitationId);
    for (const [index, person] of walkIns.slice(2).entries())
      await arriveAt(both[index % 2] as PageCalls, person);
    expect((await desk.call('invitations.expected', {})).invitations).toEqual([]);
    expect((await desk.call('events.list', {})).events).toMatchObject([{ guests: 12, arrived: 12 }]);
  });

  await test.step('somebody who is not let in is asked to reception, and security turns them away', async () => {
    await far.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await press(far.page, 'Sign in');
    await far.page.getByRole('textbox', { name: 'Full name' }).fill(blocked.name);
    await press(far.page, 'Continue');
    await far.page.getByRole('textbox', { name: 'E-mail' }).fill(blocked.email);
    await far.page.getByRole('textbox', { name: 'Phone' }).fill(blocked.phone);
    for (let screen = 0; screen < 3; screen += 1) await press(far.page, 'Continue');
    await press(far.page, 'Confirm');
    await expect(heading(far.page)).toHaveText('Please speak to reception');
    await expect(deskPage.getByRole('region', { name: 'Visitors waiting for reception' })).toContainText(
      blocked.name,
    );
    await deskPage.getByRole('button', { name: 'Look at it' }).click();
    await press(deskPage, 'Turn away');
    await expect(deskPage.getByRole('region', { name: 'Visitors waiting for reception' })).toHaveCount(0);
    await far.page.reload();
  });

  await test.step('cards go out, one comes back and one is lost', async () => {
    await deskPage.getByRole('link', { name: 'Visitors', exact: true }).click();
    for (const [index, card] of cards.entries()) {
      expect((await installation.command('tap', card)).code).toBe(0);
      await expect(pad).toContainText('Unknown card');
      await pad.getByLabel('Label').fill(`040${index}`);
      await press(deskPage, 'Register card');
      await pad.getByRole('button', { name: 'Give to a visitor' }).click();
      await pad.getByRole('button', { name: 'Issue card' }).click();
      await expect(pad).toContainText('Issued');
    }
    expect((await installation.command('tap', cards[0])).code).toBe(0);
    await pad.getByRole('button', { name: 'Return and sign out' }).click();
    await expect(pad).toContainText('Returned, visitor signed out');
    expect((await installation.command('tap', cards[1])).code).toBe(0);
    await pad.getByRole('button', { name: 'Report lost' }).click();
    await expect
      .poll(async () => (await desk.call('visits.onSite', {})).counts)
      .toMatchObject({
        ...{ onSite: everybody.length - 1, cardsOut: 1, arrivedToday: everybody.length },
      });
    await expect(pad).toContainText('Reported lost');
  });

  await test.step('a fire drill: two marshals, of whom one loses the network', async () => {
    const marshals = [
      await pair(browser, office, url, 'console', tablet),
      await pair(browser, office, url, 'console', tablet),
    ] as const;
    const [lost, other] = marshals;
    await unlock(lost.page, 'guard', passphrases.desk);
    await unlock(other.page, 'desk', passphrases.desk);
    await other.page.getByRole('link', { name: 'Security' }).click();
    await press(other.page, 'Start drill');
    const people = everybody.length;
    for (const { page } of marshals) {
      if (page === lost.page) await page.goto(`${url}/console#roll-call`);
      await expect(page.locator('.roll-call__number')).toContainText('unaccounted');
    }
    const { people: listed, rollCall } = await desk.call('rollCalls.current', {});
    // Whoever left within a quarter of an hour before stands on it, accounted for; also who was turned away.
    expect(rollCall?.counts).toMatchObject({
      listed: people + 1,
      unaccounted: people - 1,
      byStaff: 1,
      cardReturned: 1,
    });
    const missing = listed.filter(({ account }) => account === 'unaccounted').map(({ name }) => name);
    const safe = async (page: Page, names: readonly string[]): Promise<void> => {
      for (const name of names) await press(page, `Safe: ${name}`);
    };
    await lost.context.setOffline(true);
    await safe(lost.page, missing.slice(0, 8));
    await expect(lost.page.getByText('8 marks waiting')).toBeVisible();
    // Six of them are others; two are marked by both.
    await safe(other.page, missing.slice(6, 14));
    await lost.context.setOffline(false);
    await expect(lost.page.getByText('marks waiting')).toHaveCount(0);
    for (const { page } of marshals)
      await expect(page.locator('.roll-call__number')).toHaveText(`${missing.length - 14} unaccounted`);
    const after = await desk.call('rollCalls.current', {});
    expect(after.people.flatMap(({ marks }) => marks)).toHaveLength(16);
    expect(after.rollCall?.counts).toMatchObject({ markedSafe: 14, unaccounted: missing.length - 14 });
    await safe(other.page, missing.slice(14));
    await expect(other.page.locator('.roll-call__number')).toHaveText('0 unaccounted');
    const { rollCall: closed } = await desk.call('rollCalls.close', {
      rollCallId: rollCall?.rollCallId as RollCallId,
    });
    expect(closed.counts).toMatchObject({
      listed: people + 1,
      unaccounted: 0,
      markedSafe: missing.length,
      cardReturned: 1,
    });
  });

  /** How everybody left: a card in the slot of the pad, the kiosk, reception, and two who were forgotten. */
  const forgotten = 2;
  await test.step('the evening: visitors sign out, reception marks departures, two are forgotten', async () => {
    const { visits } = await desk.call('visits.onSite', {});
    const atKiosk = visits.find(({ name }) => name === walkIns[2]?.name);
    expect(atKiosk).toBeDefined();
    await press(nearKiosk, 'Sign out');
    await nearKiosk.getByRole('textbox', { name: 'Full name' }).fill(atKiosk?.name ?? '');
    await nearKiosk.getByRole('textbox', { name: 'E-mail' }).fill(atKiosk?.email ?? '');
    await press(nearKiosk, 'Sign out');
    await press(nearKiosk, 'Confirm');
    await expect(heading(nearKiosk)).toHaveText('Goodbye.');
    const staying = new Set(walkIns.slice(3, 3 + forgotten).map(({ name }) => name));
    const leaving = visits.filter(({ visitId, name }) => visitId !== atKiosk?.visitId && !staying.has(name));
    for (const { visitId } of leaving) await desk.call('visits.depart', { visitId });
    await expect.poll(async () => (await desk.call('visits.onSite', {})).counts.onSite).toBe(forgotten);
    await foyer.stop();
  });

  await test.step('the next day every place says the same', async () => {
    foyer = await installation.start({ days: 1, more: listening });
    await officePage.goto(foyer.console);
    await unlock(officePage, 'admin', passphrases.admin);
    await deskPage.goto((await installation.command('link', 'console')).out.trim());
    await unlock(deskPage, 'desk', passphrases.desk);
    const { counts, visits } = await desk.call('visits.onSite', {});
    expect(visits).toEqual([]);
    expect(counts).toMatchObject({
      onSite: 0,
      arrivedToday: 0,
      unconfirmedDepartures: forgotten,
      overdue: 1,
    });

    const told = (): Record<string, number> =>
      Object.fromEntries(
        Object.entries(Object.groupBy(receiver.messages(), ({ type }) => type)).map(([type, all]) => [
          type,
          all.length,
        ]),
      );
    await expect.poll(told, { timeout: 60_000 }).toEqual({
      'visit.signed-in': everybody.length,
      'visit.departed': everybody.length,
      'card.issued': 3,
      'card.returned': 1,
      'card.blocked': 1,
    });
    expect(receiver.faults()).toEqual([]);
    const waysOut = receiver
      .messages()
      .flatMap((message) => (message.type === 'visit.departed' ? [message.data.departure] : []));
    const ways = (way: string): number => waysOut.filter((each) => each === way).length;
    const byStaff = everybody.length - 1 - 1 - forgotten;
    expect([ways('card-returned'), ways('signed-out'), ways('by-staff'), ways('unconfirmed')]).toEqual([
      ...[1, 1, byStaff, forgotten],
    ]);

    expect(
      await audited(office, [
        ...['visits.arrive', 'visits.signOut', 'visits.depart', 'cards.register', 'cards.issue'],
        ...['cards.return', 'cards.block', 'invitations.make', 'integrations.invite', 'watchlist.decide'],
      ]),
    ).toEqual({
      ...{ 'visits.arrive': everybody.length + 1, 'visits.signOut': 1, 'visits.depart': byStaff },
      ...{ 'cards.register': 3, 'cards.issue': 3, 'cards.return': 1, 'cards.block': 1 },
      ...{ 'invitations.make': 12, 'integrations.invite': 2 * 28, 'watchlist.decide': 1 },
    });

    const yesterday = dayBefore(await desk.call('invitations.expected', {}));
    const { days } = await office.call('reports.days', { from: yesterday, to: yesterday });
    expect(days).toMatchObject([{ countedOn: yesterday, visits: everybody.length }]);
    const hours = days[0]?.hours ?? [];
    // Small numbers are left out of a report, so that they point at nobody.
    expect(hours.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBeLessThanOrEqual(everybody.length);

    await deskPage.getByRole('link', { name: 'Security' }).click();
    await expect(deskPage.getByText('Nobody is on site')).toBeVisible();
    const { rollCalls } = await desk.call('rollCalls.list', {});
    expect(rollCalls).toMatchObject([
      { kind: 'drill', counts: { listed: everybody.length + 1, unaccounted: 0 } },
    ]);
    await foyer.stop();
    const texts = [
      blocked.name,
      walkIns[0]?.name,
      walkIns[0]?.email,
      invitedByProgram[0]?.name,
      group[0]?.email,
    ];
    for (const text of texts) expect(installation.filesWith(text ?? ''), text).toEqual([]);
  });
});
