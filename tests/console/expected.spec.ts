/** Expected visitors at reception: inviting, the code that is shown once, new codes, cancelling. */
import { AxeBuilder } from '@axe-core/playwright';
import jsQr from 'jsqr';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { readScannedCode } from '../../src/shared/invitation-code.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

// The package's declarations and its module disagree about what its default export is.
const readQr = (typeof jsQr === 'function' ? jsQr : (jsQr as { default: unknown }).default) as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

/** Monday 2026-03-02, 08:00 in Copenhagen. */
const monday = Date.UTC(2026, 2, 2, 7);

async function desk(page: Page): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(monday) });
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await window.open();
  await window.signIn();
  await page.getByRole('link', { name: 'Expected', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Expected');
  return window;
}

async function invite(page: Page, name: string, day?: string): Promise<void> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a visitor' });
  await dialog.getByLabel('Full name').fill(name);
  await dialog.getByLabel('E-mail').fill('anna@example.com');
  await dialog.getByLabel('Company').fill('Byg og Bo');
  if (day !== undefined) await dialog.getByLabel('Day of the visit').fill(day);
  await dialog.getByRole('button', { name: 'Make the code' }).click();
}

/** The typed code in the dialog that shows it. */
async function codeIn(page: Page, name: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: `The code of ${name}` });
  await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
  return (await dialog.locator('dd.invitation-code__typed').textContent()) ?? '';
}

const opened = async (window: ConsoleWindow, code: string): Promise<string | undefined> =>
  (await window.core.call('kiosk', 'invitations.open', { by: 'typed', code })).invitation?.name;

test('the host is chosen from the directory and comes with the invitation', async ({ page }) => {
  const window = await desk(page);
  const added = await window.core.call('console', 'hosts.add', {
    name: 'Mette Holm',
    email: 'mette.holm@example.com',
    department: 'Sales',
    phone: '',
  });
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a visitor' });
  await dialog.getByLabel('Full name').fill('Anna Ask');
  await dialog.getByLabel('E-mail').fill('anna@example.com');
  await dialog.getByLabel('Host').fill('met');
  await dialog.getByRole('button', { name: /Mette Holm/ }).click();
  await expect(dialog.getByLabel('Host')).toHaveValue('Mette Holm');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  const code = await codeIn(page, 'Anna Ask');
  const reply = await window.core.call('kiosk', 'invitations.open', { by: 'typed', code });
  expect(reply.invitation).toMatchObject({ host: 'Mette Holm', hostId: added.host.hostId });
});

test('a visitor is invited; the code shown opens the invitation and is gone with the dialog', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const window = await desk(page);
  await expect(page.getByText('Nobody is expected')).toBeVisible();
  await invite(page, 'Anna Ask');
  const code = await codeIn(page, 'Anna Ask');
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await opened(window, code)).toBe('Anna Ask');
  const text = page.getByRole('region', { name: 'Text for the visitor' });
  await expect(text).toContainText('Nordlys House');
  await expect(text).toContainText('Monday, 2 March 2026');
  await expect(text).toContainText(code);
  await page.getByRole('button', { name: 'Close' }).click();
  const row = page.getByRole('row', { name: /Anna Ask/ });
  await expect(row).toContainText('Today');
  await expect(page.locator('body')).not.toContainText(code);
  expect(faults).toEqual([]);
});

/** What a scanner reads in a part of the page. */
async function scanned(page: Page, code: Locator): Promise<string | undefined> {
  const png = (await code.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    return { data: [...pixels], width: image.width, height: image.height };
  }, png);
  return readQr(Uint8ClampedArray.from(data), width, height)?.data;
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`a scanner reads the QR code on screen and on paper: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const window = await desk(page);
    await invite(page, 'Anna Ask');
    await codeIn(page, 'Anna Ask');
    const onScreen = await scanned(page, page.getByRole('dialog').getByRole('img', { name: 'QR code' }));
    expect(readScannedCode(onScreen ?? '')).toBe(onScreen);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await scanned(page, page.locator('.desk-sheet .desk-qr'))).toBe(onScreen);
    // The core knows it by no other way than its hash.
    window.core.app.cardRead({
      readerId: 'scanner',
      readerName: '',
      profile: 'hid-pos-scanner',
      place: 'kiosk',
      at: 0,
      reading: { kind: 'code', code: onScreen ?? '' },
    });
    const last = window.core.events.at(-1)?.event;
    if (last?.type !== 'code.scanned') throw new Error('the scan made no event');
    const input = { by: 'scan', scan: last.scan } as const;
    const { invitation } = await window.core.call('kiosk', 'invitations.open', input);
    expect(invitation?.name).toBe('Anna Ask');
  });

test('what is wrong stands beside its field, and what was typed stays', async ({ page }) => {
  const window = await desk(page);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a visitor' });
  await dialog.getByLabel('Full name').fill('Anna Ask');
  await dialog.getByLabel('Phone').fill('call me');
  await dialog.getByLabel('Day of the visit').fill('');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/fill this in/);
  await expect(dialog.getByLabel('Phone')).toHaveAccessibleDescription(/\+45/);
  await expect(dialog.getByLabel('Day of the visit')).toHaveAccessibleDescription(/fill this in/);
  await dialog.getByLabel('E-mail').fill('anna@example.com');
  await dialog.getByLabel('Phone').fill('');
  await dialog.getByLabel('Day of the visit').fill('2026-03-01');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  await expect(dialog.getByLabel('Day of the visit')).toHaveAccessibleDescription(/This day is over/);
  await expect(dialog.getByLabel('Full name')).toHaveValue('Anna Ask');
  await dialog.getByLabel('Day of the visit').fill('2026-03-03');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  await codeIn(page, 'Anna Ask');
  const { invitations } = await window.core.call('console', 'invitations.expected', {});
  expect(invitations).toMatchObject([{ name: 'Anna Ask', phone: '', validOn: '2026-03-03' }]);
});

test('a lost code is made anew, and a cancelled invitation opens nothing', async ({ page }) => {
  const window = await desk(page);
  await invite(page, 'Anna Ask');
  const first = await codeIn(page, 'Anna Ask');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'New code for Anna Ask' }).click();
  const second = await codeIn(page, 'Anna Ask');
  expect(await opened(window, first)).toBeUndefined();
  expect(await opened(window, second)).toBe('Anna Ask');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Cancel the invitation of Anna Ask' }).click();
  await expect(page.getByText('Nobody is expected')).toBeVisible();
  expect(await opened(window, second)).toBeUndefined();
});

test('the list follows the days and who arrives', async ({ page }) => {
  const window = await desk(page);
  await invite(page, 'Cilla Ceder', '2026-03-12');
  await page.getByRole('button', { name: 'Invite another' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite a visitor' });
  await expect(dialog.getByLabel('Full name')).toHaveValue('');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await invite(page, 'Bo Bøg', '2026-03-03');
  await page.getByRole('button', { name: 'Close' }).click();
  await invite(page, 'Anna Ask');
  await page.getByRole('button', { name: 'Close' }).click();
  const rows = page.locator('.expected tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Today');
  await expect(rows.nth(1)).toContainText('Tomorrow');
  await expect(rows.nth(2)).toContainText('Thursday, 12 March 2026');
  const [anna] = (await window.core.call('console', 'invitations.expected', {})).invitations;
  await window.core.arrive('Anna Ask', { invitationId: anna?.invitationId });
  await expect(rows).toHaveCount(2);
});

test('the sheet holds the code as text and as QR code', async ({ page }) => {
  await desk(page);
  await invite(page, 'Anna Ask');
  const code = await codeIn(page, 'Anna Ask');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.locator('.desk-sheet');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet.getByText(code)).toBeVisible();
  await expect(sheet.getByRole('img', { name: 'QR code' })).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
  [800, 1280],
  [1080, 1920],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`list and dialogs are whole and clean: ${width} × ${height}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await desk(page);
      const clean = async (): Promise<void> => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wide).toBeLessThanOrEqual(0);
        const outside = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.page__list :is(button, a), dialog[open] :is(button, input)',
            ),
          ]
            .filter((control) => {
              const { left, right } = control.getBoundingClientRect();
              const around =
                (control.closest('dialog') ?? control.closest('.page__list'))?.getBoundingClientRect()
                  .right ?? window.innerWidth;
              return left < -1 || right > Math.min(around, window.innerWidth) + 1;
            })
            .map(({ textContent }) => textContent),
        );
        expect(outside).toEqual([]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      };
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await clean();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await invite(page, 'Anna Vesterbro-Lindegaard Ask');
      await clean();
      await page.getByRole('button', { name: 'Close' }).click();
      await clean();
    });
