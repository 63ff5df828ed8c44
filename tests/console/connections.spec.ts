/** The office's connections to the outside, and the log of deliveries, on the real core with a courier of the test. */
import { expect, type Page, test } from 'playwright/test';
import { createOutboxApp, guest, mailSettings, type OutboxApp } from '../outbox/support/outbox-app.ts';
import { createTestClock } from '../support/app.ts';
import { createConsoleWindow, watchForFaults } from './console-window.ts';

/** As much happened as `before` says; then nobody is signed in, and the page is opened and signed in. */
async function office(
  page: Page,
  view: string,
  before: (core: OutboxApp) => Promise<void> = async () => undefined,
): Promise<OutboxApp> {
  const core = await createOutboxApp(createTestClock(Date.now()));
  await before(core);
  core.app.connectionClosed('console-1');
  const window = await createConsoleWindow(page, core);
  await window.open(`#office/${view}`);
  await window.signIn();
  return core;
}

const later = {
  ...guest,
  validOn: `${new Date().getUTCFullYear() + (new Date().getUTCMonth() >= 4 ? 1 : 0)}-05-04`,
};

test('mail is set up, refused by the field, switched on and tried', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await office(page, 'connections');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connections');
  const mail = page.getByRole('region', { name: 'E-mail' });
  await expect(mail.getByRole('button', { name: 'Send a test mail' })).toHaveCount(0);
  await mail.getByLabel('Send e-mail').check();
  await mail.getByLabel('Mail server').fill('http://mail.example.com');
  await mail.getByLabel('User name at the server').fill('foyer');
  await mail.getByLabel('Encryption').selectOption('none');
  await mail.getByRole('button', { name: 'Save' }).click();
  await expect(mail.getByLabel('Mail server')).toHaveAccessibleDescription(/without http/);
  await expect(mail.getByLabel('Address of the sender')).toHaveAccessibleDescription(/fill this in/);
  await mail.getByLabel('Mail server').fill('mail.example.com');
  await mail.getByLabel('Address of the sender').fill('desk@nordlys.example');
  await mail.getByRole('button', { name: 'Save' }).click();
  await expect(mail.getByLabel('Encryption')).toHaveAccessibleDescription(/only with TLS/);
  await mail.getByLabel('Encryption').selectOption('starttls');
  await mail.getByLabel('Password').fill('a secret');
  await mail.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Mail settings saved.')).toBeVisible();
  await expect(mail.getByLabel('Password')).toHaveValue('');
  await expect(mail.getByLabel('Password')).toHaveAccessibleDescription(/is stored/);

  await mail.getByLabel('Address for the test').fill('ada@nordlys.example');
  await mail.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(mail.getByText('The server took the mail.')).toBeVisible();
  core.courier.fault = 'login';
  await mail.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(mail.getByText('user name or password refused')).toBeVisible();
  expect(core.courier.letters.map(({ to }) => to.address)).toEqual([
    'ada@nordlys.example',
    'ada@nordlys.example',
  ]);
  expect(faults).toEqual([]);
});

test('a webhook and a program show their secrets once, and go for good', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await office(page, 'connections');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await dialog.getByLabel('Name').fill('Building');
  await dialog.getByLabel('Address (https)').fill('http://hooks.example.com');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByLabel('Address (https)')).toHaveAccessibleDescription(/https only/);
  await dialog.getByLabel('Address (https)').fill('https://hooks.example.com/foyer');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(page.getByRole('region', { name: 'Secret' })).toHaveText(/^whsec_\S{44}$/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Test: Building' }).click();
  await expect(page.getByText('Building took the test.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch off: Building' }).click();
  await expect(page.getByRole('button', { name: 'Switch on: Building' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove: Building' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No webhooks')).toBeVisible();

  await page.getByRole('button', { name: 'Add program' }).click();
  await dialog.getByRole('button', { name: 'Add program' }).click();
  await expect(dialog.getByLabel('Name of the program')).toHaveAccessibleDescription(/fill this in/);
  await dialog.getByLabel('Name of the program').fill('Booking');
  await dialog.getByRole('button', { name: 'Add program' }).click();
  await expect(page.getByRole('region', { name: 'Secret' })).toHaveText(/^foyer_\S{43}$/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Revoke: Booking' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('row', { name: /Booking/ })).toContainText('Revoked');
  expect(core.courier.webhooks).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('the log says what happened, sends again and cancels, and names nobody', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await office(page, 'deliveries', async (app) => {
    await app.call('console', 'mail.change', mailSettings);
    await app.addWebhook(['visit.signed-in']);
    app.courier.fault = 'recipient-refused';
    await app.call('console', 'invitations.make', later);
    await app.deliver();
    app.courier.fault = 'timeout';
    await app.arrive('Anna Canary');
    await app.deliver();
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deliveries');
  const mail = page.getByRole('row', { name: /code for a visitor/ });
  const hook = page.getByRole('row', { name: /Webhook: signed in/ });
  await expect(mail).toContainText('Given up');
  await expect(mail).toContainText('recipient refused');
  await expect(hook).toContainText('no answer in time');
  await expect(page.locator('main')).not.toContainText(/canary|@/i);
  await hook.getByRole('button', { name: /^Cancel/ }).click();
  await expect(hook).toContainText('Cancelled');
  core.courier.fault = null;
  await mail.getByRole('button', { name: /^Send again/ }).click();
  await expect(page.getByText('It is sent again.')).toBeVisible();
  await core.deliver();
  await expect(page.getByRole('row', { name: /Delivered/ })).toHaveCount(1);
  expect(faults).toEqual([]);
});

for (const [width, height] of [
  [1280, 800],
  [800, 1280],
  [1920, 1080],
  [1080, 1920],
] as const)
  for (const view of ['connections', 'deliveries'])
    test(`${view} at ${width}×${height} runs over no edge`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await office(page, view, async (core) => {
        await core.call('console', 'mail.change', mailSettings);
        const long = 'The building’s own system of access control at the northern gate';
        await core.addWebhook(['visit.signed-in', 'visit.departed', 'card.issued', 'card.returned'], long);
        await core.call('console', 'integrations.add', { name: long });
        core.courier.fault = 'timeout';
        await core.call('console', 'invitations.make', later);
        await core.arrive('Anna Canary');
        await core.deliver();
      });
      await expect(page.getByRole('table').first()).toBeVisible();
      const beyond = await page
        .locator('.office__body')
        .evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      for (const card of await page.locator('.desk-card').all())
        expect(await card.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
      if (process.env.FOYER_PICTURES !== undefined) {
        await page.getByRole('table').last().scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${process.env.FOYER_PICTURES}/${view}-${width}.png` });
      }
    });
