import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

const day = 86_400_000;

/** Sixty visits, all of them older than the clocks allow: more than may go unattended. */
async function office(page: Page, view = ''): Promise<ConsoleWindow> {
  const clock = createTestClock(Date.now() - 40 * day);
  const core = createTestApp({ clock });
  await core.setUp();
  await core.signIn('then');
  for (let visitor = 0; visitor < 60; visitor += 1) {
    const visitId = await core.arrive(`Visitor ${visitor}`);
    await core.call('console', 'visits.depart', { visitId }, 'then');
  }
  clock.advance(40 * day);
  const window = await createConsoleWindow(page, core);
  await window.open(`#office${view}`);
  await window.signIn();
  return window;
}

test('a large purge is confirmed once, runs, and leaves a certificate', async ({ page }) => {
  const window = await office(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Retention');
  await page.getByRole('button', { name: 'Purge now' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What is purged cannot be brought back.');
  await expect(dialog).toContainText('60');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await window.core.call('console', 'retention.overview', {})).running).toBeNull();

  await page.getByRole('button', { name: 'Purge now' }).click();
  await dialog.getByRole('button', { name: 'Purge for good' }).click();
  await expect(dialog).toBeHidden();
  // The core waits for a quiet minute before it compacts.
  for (let minutes = 0; minutes < 10; minutes += 1) {
    window.core.settle();
    window.core.clock.advance(60_000);
    await window.core.call('console', 'staff.stayActive', {});
  }
  window.core.settle();
  await expect(page.getByText('nothing left')).toBeVisible();
  await page.getByRole('button', { name: /^Open the certificate/ }).click();
  const certificate = page.getByRole('dialog', { name: 'Certificate of deletion' });
  await expect(certificate).toContainText('None was found');
  await expect(certificate).toContainText('started by staff');
});

test('a purge that needs no confirmation asks for none', async ({ page }) => {
  const window = await office(page);
  const sent: boolean[] = [];
  window.answer('retention.purgeNow', ({ confirmed }) => {
    sent.push(confirmed);
    return {
      ok: true,
      value: {
        due: {
          contacts: 1,
          visits: 1,
          cardLinks: 0,
          hosts: 0,
          invitations: 0,
          events: 0,
          watchlist: 0,
          unlisted: 0,
          rollCalls: 0,
        },
      },
    };
  });
  await page.getByRole('button', { name: 'Purge now' }).click();
  await expect(page.getByText('Purge started')).toBeVisible();
  expect(sent).toEqual([false]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a purge under way, and one that is held, are said in words', async ({ page }) => {
  const window = await office(page);
  window.answer('retention.overview', async (_input, fromCore) => {
    const reply = await fromCore();
    if (!reply.ok) return reply;
    const running = { phase: 'deleting', done: 3, total: 12 } as const;
    return { ok: true, value: { ...reply.value, running, held: 'clock-jump' } };
  });
  await window.emit({ type: 'changed', areas: ['retention'] });
  await expect(page.getByText('3 of 12')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '3');
  await expect(page.getByText('the clock has jumped')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Purge now' })).toBeDisabled();
});

test('retention is checked beside its fields and saved', async ({ page }) => {
  const window = await office(page);
  await page.getByLabel('Contact details').fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Contact details')).toHaveAccessibleDescription(
    /longer than the visit record/,
  );
  await page.getByLabel('Visit record').fill('200');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Visit record')).toHaveAccessibleDescription(/1 to 90/);
  await page.getByLabel('Contact details').fill('14');
  await page.getByLabel('Visit record').fill('20');
  await expect(page.getByText('have read a shorter time')).toHaveCount(0);
  await page.getByLabel('Visit record').fill('60');
  await expect(page.getByText('have read a shorter time')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Retention saved')).toBeVisible();
  const { settings } = await window.core.call('console', 'retention.overview', {});
  expect(settings).toEqual({ contactDays: 14, visitDays: 60, cardLinkDays: 30, watchlistDays: 365 });
});

test('a change elsewhere does not overwrite what is being typed', async ({ page }) => {
  const window = await office(page);
  await page.getByLabel('Contact details').fill('7');
  await window.core.call('console', 'retention.change', {
    contactDays: 20,
    visitDays: 30,
    cardLinkDays: 20,
  });
  await expect(page.getByLabel('Link between card and visitor')).toHaveValue('20');
  await expect(page.getByLabel('Contact details')).toHaveValue('7');
});

test('the settings of the site are changed, and its readers are left to their own page', async ({ page }) => {
  const window = await office(page, '/site');
  await page.getByLabel('Name of the site').fill('South House');
  // Somebody changes the readers meanwhile.
  const { settings: before } = await window.core.call('console', 'site.settings', {});
  const slot = {
    readerId: 'kiosk',
    name: '',
    place: 'kiosk',
    profile: 'simulated',
    format: null,
    device: null,
    raw: null,
  } as const;
  await window.core.call('console', 'site.change', { ...before, readers: [...before.readers, slot] });
  await expect.poll(() => window.calls.filter((name) => name === 'site.settings').length).toBeGreaterThan(1);
  await expect(page.getByLabel('Name of the site')).toHaveValue('South House');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  const { settings } = await window.core.call('console', 'site.settings', {});
  expect(settings.siteName).toBe('South House');
  expect(settings.readers.map(({ readerId }) => readerId)).toEqual(['desk', 'kiosk']);
  await page.getByRole('link', { name: 'Card readers have a page of their own.' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Card readers');
});

test('the supervisory authority is chosen from a list or written', async ({ page }) => {
  const window = await office(page, '/site');
  await page
    .getByLabel('Choose an authority')
    .selectOption({ label: 'Norway: Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no' });
  const authority = page.getByLabel('Supervisory authority');
  await expect(authority).toHaveValue('Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no');
  await authority.fill('Datatilsynet, Oslo');
  await expect(page.getByLabel('Choose an authority')).toHaveValue('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  const { content, version } = await window.core.call('kiosk', 'notice.current', { language: 'en' });
  expect(version).toBe(2);
  expect(JSON.stringify(content.sections)).toContain('Datatilsynet, Oslo');
});

test('staff are added with a passphrase long enough for their roles, and stopped', async ({ page }) => {
  await office(page, '/staff');
  await page.getByRole('button', { name: 'Add staff' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add staff' });
  await dialog.getByLabel('Name', { exact: true }).fill('Rikke Reception');
  await dialog.getByLabel('User name').fill('admin');
  await dialog.getByLabel('Passphrase').fill('short');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('Passphrase')).toHaveAccessibleDescription(/too short/);
  await dialog.getByLabel('Passphrase').fill('long enough');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('User name')).toHaveAccessibleDescription(/Somebody else/);
  await dialog.getByLabel('User name').fill('rikke');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('row', { name: /Rikke Reception/ });
  await expect(row).toContainText('may sign in');
  await row.getByRole('button', { name: 'Stop from signing in: Rikke Reception' }).click();
  await expect(row).toContainText('stopped');
});

test('the audit is read page by page and never asks for itself', async ({ page }) => {
  const window = await office(page, '/audit');
  await expect(page.getByRole('row', { name: /Signed in/ }).first()).toBeVisible();
  const looks = window.calls.filter((name) => name === 'audit.entries').length;
  await window.emit({ type: 'changed', areas: ['audit', 'visits'] });
  await page.getByRole('link', { name: 'Privacy notice' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy notice');
  expect(window.calls.filter((name) => name === 'audit.entries').length).toBe(looks);
});

test('the notice is shown in every language of the site', async ({ page }) => {
  await office(page, '/notice');
  await expect(page.locator('article[lang="en"]')).toBeVisible();
  await page.getByRole('radio', { name: 'Dansk' }).click();
  await expect(page.locator('article[lang="da"]')).toBeVisible();
});
