/** Events at reception: planning, guests from lists and calendars, mail and paper for all of them, calling off. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createOutboxApp, guest, mailSettings, type OutboxApp } from '../outbox/support/outbox-app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

async function expected(
  page: Page,
  before: (core: OutboxApp) => Promise<unknown> = async () => undefined,
): Promise<ConsoleWindow & { readonly outbox: OutboxApp }> {
  const outbox = await createOutboxApp();
  await before(outbox);
  outbox.app.connectionClosed('console-1');
  const window = await createConsoleWindow(page, outbox);
  await window.open('#reception/expected');
  await window.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Expected');
  return { ...window, outbox };
}

const mailOn = (core: OutboxApp) =>
  core.call('console', 'mail.change', { ...mailSettings, invitationMail: false });

async function withEvent(core: OutboxApp, guests = 'Anna Ask <anna@example.com>\nBo Bøg, bo@example.com') {
  const { event } = await core.call('console', 'events.plan', {
    ...{ title: 'Open house', validOn: '2026-03-02', starts: '09:00', ends: '11:30', host: 'Mette Holm' },
  });
  await core.call('console', 'events.addGuests', { eventId: event.eventId, list: guests, apply: true });
}

test('an event is planned; its guests are pasted, corrected by the line, and then invited', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const { outbox } = await expected(page);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Plan an event' }).click();
  await dialog.getByLabel('Starts').fill('11:00');
  await dialog.getByLabel('Ends').fill('09:00');
  await dialog.getByRole('button', { name: 'Plan the event' }).click();
  await expect(dialog.getByLabel('Title')).toHaveAccessibleDescription(/fill this in/);
  await dialog.getByLabel('Title').fill('Open house');
  await dialog.getByLabel('Host').fill('Mette Holm');
  await dialog.getByRole('button', { name: 'Plan the event' }).click();
  await expect(dialog.getByLabel('Ends')).toHaveAccessibleDescription(/before it starts/);
  await expect(dialog.getByLabel('Title')).toHaveValue('Open house');
  await dialog.getByLabel('Ends').fill('12:30');
  await dialog.getByRole('button', { name: 'Plan the event' }).click();

  await expect(dialog).toHaveAccessibleName('Guests of Open house');
  const list = dialog.getByLabel('Guests, one a line');
  await list.fill('Anna Ask <anna@example.com>\nBo Bøg, bo@example\nCarl, anna@example.com');
  await dialog.getByRole('button', { name: 'Check the list' }).click();
  const report = dialog.getByRole('region', { name: 'Line by line' });
  await expect(report.getByRole('row', { name: /Bo Bøg/ })).toContainText('E-mail');
  await expect(report.getByRole('row', { name: /Carl/ })).toContainText('With faults');
  await expect(dialog.getByRole('button', { name: 'Invite them' })).toBeDisabled();
  await list.fill('Anna Ask <anna@example.com>\nBo Bøg, bo@example.com, , Byg og Bo');
  await expect(dialog.getByRole('button', { name: 'Invite them' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Check the list' }).click();
  expect(outbox.database.prepare('SELECT count(*) FROM invitation').pluck().get()).toBe(0);
  await dialog.getByRole('button', { name: 'Invite them' }).click();
  await expect(page.getByText('2 guests invited.')).toBeVisible();

  await expect(dialog).toHaveAccessibleName('Open house');
  await expect(dialog).toContainText('0 of 2');
  await expect(dialog.getByRole('row', { name: /Bo Bøg/ })).toContainText('Byg og Bo');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('row', { name: /Open house.*Today.*11:00–12:30.*0 of 2/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Expected visitors' }).getByRole('row')).toHaveCount(3);
  expect(faults).toEqual([]);
});

test('guests come from a CSV file, and who is invited already stays as they are', async ({ page }) => {
  await expected(page, (core) => withEvent(core));
  await page.getByRole('button', { name: 'Open house' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add guests' }).click();
  await dialog.getByLabel('Or a CSV file').setInputFiles({
    name: 'guests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Navn;E-mail;Firma\nAnna Ask;ANNA@example.com;\nDora Dam;dora@example.com;Dam ApS\n'),
  });
  await expect(dialog.getByLabel('Guests, one a line')).toHaveValue(/Dora Dam/);
  await dialog.getByRole('button', { name: 'Check the list' }).click();
  await expect(dialog.getByRole('row', { name: /Anna Ask/ })).toContainText('Invited already');
  await dialog.getByRole('button', { name: 'Invite them' }).click();
  await expect(page.getByText('1 guest invited.')).toBeVisible();
  await expect(dialog).toContainText('0 of 3');
});

test('a calendar is looked at entry by entry, and read once', async ({ page }) => {
  const faults = watchForFaults(page);
  await expected(page);
  const calendar = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN'],
    ...['BEGIN:VEVENT', 'UID:1@example.com', 'DTSTAMP:20260301T090000Z', 'DTSTART:20260303T090000Z'],
    ...['DTEND:20260303T100000Z', 'SUMMARY:Audit', 'ATTENDEE;CN=Eva Eg:mailto:eva@example.com', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:2@example.com', 'DTSTAMP:20260301T090000Z', 'DTSTART:20260304T090000Z'],
    ...['RRULE:FREQ=WEEKLY', 'SUMMARY:Every week', 'ATTENDEE;CN=Eva Eg:mailto:eva@example.com', 'END:VEVENT'],
    'END:VCALENDAR',
  ].join('\r\n');
  const dialog = page.getByRole('dialog');
  const choose = async (text: string) => {
    await page.getByRole('button', { name: 'Read a calendar' }).click();
    await dialog
      .getByLabel('Calendar file')
      .setInputFiles({ name: 'week.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  };
  await choose('hello');
  await expect(dialog).toContainText('no iCalendar file');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await choose(calendar);
  await expect(dialog.getByRole('row', { name: /Audit/ })).toContainText('To plan');
  await expect(dialog.getByRole('row', { name: /Every week/ })).toContainText('A series has no one day.');
  await dialog.getByRole('button', { name: 'Plan these events' }).click();
  await expect(page.getByText('1 event planned.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Audit.*Tomorrow.*0 of 1/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Eva Eg/ })).toContainText('Event: Audit');
  await choose(calendar);
  await expect(dialog.getByRole('row', { name: /Audit/ })).toContainText('Read before');
  await expect(dialog.getByRole('button', { name: 'Plan these events' })).toBeDisabled();
  expect(faults).toEqual([]);
});

test('codes go by mail to all who have none, and the rows say how far they came', async ({ page }) => {
  const faults = watchForFaults(page);
  const { outbox } = await expected(page, async (core) => {
    await mailOn(core);
    await withEvent(core);
  });
  const anna = page.getByRole('table', { name: 'Expected visitors' }).getByRole('row', { name: /Anna Ask/ });
  await anna.getByRole('button', { name: 'Send by mail to Anna Ask' }).click();
  await expect(anna).toContainText('Mail on its way');
  await outbox.deliver();
  await expect(anna).toContainText('Mail sent');
  outbox.courier.fault = 'recipient-refused';
  await page.getByRole('button', { name: 'Open house' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send by mail' }).click();
  await expect(page.getByText('1 code is sent by mail.')).toBeVisible();
  await outbox.deliver();
  await expect(dialog.getByRole('row', { name: /Bo Bøg/ })).toContainText('Mail failed');
  expect(outbox.courier.letters.map(({ to }) => to.address)).toEqual(['anna@example.com', 'bo@example.com']);
  expect(faults).toEqual([]);
});

test('without mail there is no such button', async ({ page }) => {
  await expected(page, (core) => withEvent(core));
  await expect(page.getByRole('row', { name: /Anna Ask/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Send by mail/ })).toHaveCount(0);
});

test('a sheet a guest goes to the printer, each with a code that opens its invitation', async ({ page }) => {
  const { outbox } = await expected(page, (core) => withEvent(core));
  await page.getByRole('button', { name: 'Open house' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Print invitations' }).click();
  await expect(dialog).toContainText('2 sheets');
  await dialog.getByRole('button', { name: 'Make the codes' }).click();
  await expect(dialog).toContainText('2 sheets are ready.');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('.invitation-sheet');
  await expect(sheets).toHaveCount(2);
  for (const name of ['Anna Ask', 'Bo Bøg']) {
    const code =
      (await sheets.filter({ hasText: name }).locator('.invitation-code__typed').textContent()) ?? '';
    const { invitation } = await outbox.call('kiosk', 'invitations.open', { by: 'typed', code });
    expect(invitation?.name).toBe(name);
  }
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

test('who arrives is counted, and an event that is called off expects nobody', async ({ page }) => {
  const { outbox } = await expected(page, (core) => withEvent(core));
  const { invitations } = await outbox.call('console', 'invitations.expected', {});
  const anna = invitations.find(({ name }) => name === 'Anna Ask');
  await outbox.arrive('Anna Ask', { email: 'anna@example.com', invitationId: anna?.invitationId });
  await expect(page.getByRole('row', { name: /Open house.*1 of 2/ })).toBeVisible();
  await page.getByRole('button', { name: 'Open house' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /Anna Ask/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Cancel event' }).click();
  await expect(dialog).toContainText('1 guest is expected no more');
  await dialog.getByRole('button', { name: 'Cancel for good' }).click();
  await expect(page.getByText('Event cancelled')).toBeVisible();
  await expect(page.getByText('Nobody is expected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open house' })).toHaveCount(0);
});

const long = 'The general assembly of the association of owners of the northern and the southern gate';

for (const [width, height] of [
  [1280, 800],
  [800, 1280],
  [1920, 1080],
  [1080, 1920],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`list and dialogs are whole and clean: ${width}×${height}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const names = Array.from(
        { length: 30 },
        (_, index) => `Guest Number ${index}, guest${index}@example.com`,
      );
      await expected(page, async (core) => {
        await mailOn(core);
        await core.call('console', 'invitations.make', guest);
        await withEvent(core, names.join('\n'));
        await core.call('console', 'events.plan', {
          ...{ title: long, validOn: '2026-03-09', starts: '18:00', ends: '', host: long.slice(0, 80) },
        });
      });
      const clean = async (what: string) => {
        const shown = page.locator('dialog[open], .page__scroll').last();
        const beyond = await shown.evaluate((box) => box.scrollWidth - box.clientWidth);
        expect(beyond, what).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id }) => id),
          what,
        ).toEqual([]);
        if (process.env.FOYER_PICTURES !== undefined)
          await page.screenshot({
            path: `${process.env.FOYER_PICTURES}/events-${what}-${width}-${colorScheme}.png`,
          });
      };
      await expect(page.getByRole('button', { name: 'Open house' })).toBeVisible();
      await clean('list');
      await page.getByRole('button', { name: 'Open house' }).click();
      await clean('event');
      await page.getByRole('button', { name: 'Add guests' }).click();
      await page.getByLabel('Guests, one a line').fill(`${names.slice(0, 6).join('\n')}\nNobody, nowhere`);
      await page.getByRole('button', { name: 'Check the list' }).click();
      await expect(page.getByRole('row', { name: /Nobody/ })).toBeVisible();
      await clean('guests');
    });
