import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock, type TestApp } from '../support/app.ts';
import { arriveAs, canary, watch, watchedSite } from '../watchlist/watched-site.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

const day = 86_400_000;

/** Nobody is signed in at the page's own connection. */
async function freshSite(): Promise<TestApp> {
  const core = await watchedSite(createTestApp({ clock: createTestClock(Date.now()) }));
  core.app.connectionClosed('console-1');
  return core;
}

const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const visitor = { name: canary.name, email: canary.email, phone: canary.phone, host: 'Mette Holm' };

async function open(page: Page, place: string, core?: TestApp): Promise<ConsoleWindow> {
  const test = core ?? (await freshSite());
  const window = await createConsoleWindow(page, test);
  await window.open(place);
  await window.signIn();
  return window;
}

const alerts = (page: Page) => page.getByRole('region', { name: 'Visitors waiting for reception' });
const lookAtIt = (page: Page) => alerts(page).getByRole('button', { name: 'Look at it' });

test('an entry is added, found, opened with its reason, changed and ended', async ({ page }) => {
  const window = await open(page, '#security/watchlist');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watchlist');
  await expect(page.getByText('Nobody is on the watchlist')).toBeVisible();
  await page.getByRole('button', { name: 'Add to the watchlist' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to the watchlist' });
  await dialog.getByLabel('Full name').fill('Sørine');
  await dialog.getByRole('button', { name: 'Add to the watchlist' }).click();
  await expect(dialog.getByLabel('Full name')).toHaveAccessibleDescription(/first and last name/);
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/Please fill this in/);
  await dialog.getByLabel('Full name').fill('Sørine Sort');
  await dialog.getByLabel('Reason').fill('Broke a window on 3 March.');
  await dialog.getByLabel('Review by').fill(inDays(60));
  await dialog.getByRole('button', { name: 'Add to the watchlist' }).click();
  const file = page.getByRole('complementary', { name: 'Entry' });
  await expect(file).toContainText('Broke a window on 3 March.');
  await page.getByRole('searchbox', { name: 'Search watchlist' }).fill('sorine');
  await expect(page.getByRole('row', { name: /Sørine Sort/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search watchlist' }).fill('nobody');
  await expect(page.getByText('No entry found')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search watchlist' }).fill('');
  await file.getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Change entry' });
  await change.getByLabel('Company').fill('Sort og Søn');
  await change.getByRole('button', { name: 'Save entry' }).click();
  await expect(file).toContainText('Sort og Søn');
  await file.getByRole('button', { name: 'End entry' }).click();
  await expect(page.getByRole('row', { name: /Sørine Sort.*ended/ })).toBeVisible();
  const { entries } = await window.core.call('console', 'watchlist.list', {});
  expect(entries).toMatchObject([{ company: 'Sort og Søn', ended: true }]);
  await page.getByRole('button', { name: /Sørine Sort/ }).click();
  await file.getByRole('button', { name: 'Erase now' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('Nobody is on the watchlist')).toBeVisible();
});

test('while the notice keeps silent about the list, it says so and takes no entry', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await open(page, '#security/watchlist', core);
  await expect(page.getByText('Nobody is matched')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to the watchlist' })).toBeDisabled();
});

test('an entry is made from a visit', async ({ page }) => {
  const window = await open(page, '#security');
  await window.core.arrive('Ane Bøg');
  await page.getByRole('button', { name: /Ane Bøg/ }).click();
  await page.getByRole('button', { name: 'Put on the watchlist' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to the watchlist' });
  await expect(dialog.getByLabel('Full name')).toHaveValue('Ane Bøg');
  await expect(dialog.getByLabel('E-mail')).toHaveValue('anebg@example.com');
  await dialog.getByLabel('Reason').fill('Banned.');
  await dialog.getByRole('button', { name: 'Add to the watchlist' }).click();
  await expect(dialog.getByLabel('Review by')).toHaveAccessibleDescription(/Please fill this in/);
  await dialog.getByLabel('Review by').fill(inDays(90));
  await dialog.getByRole('button', { name: 'Add to the watchlist' }).click();
  await expect(dialog).toBeHidden();
  expect((await window.core.call('console', 'watchlist.list', {})).entries).toHaveLength(1);
});

test('security sees who waits and why, and lets them in', async ({ page }) => {
  const window = await open(page, '#security');
  await watch(window.core, { reviewOn: inDays(30) });
  await expect(alerts(page)).toBeHidden();
  await arriveAs(window.core, visitor);
  await expect(alerts(page)).toContainText('Canary Blackwood is waiting for reception');
  await expect(page.getByText('canaryreason')).toBeHidden();
  await lookAtIt(page).click();
  const dialog = page.getByRole('dialog', { name: 'Is it this person?' });
  await expect(dialog).toContainText('Threatened the gardener with canaryreason.');
  await expect(dialog).toContainText('The same: name, e-mail and phone.');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Let in', exact: true }).click();
  await expect(alerts(page)).toBeHidden();
  await expect(page.getByRole('row', { name: /Canary Blackwood/ })).toBeVisible();
  await expect(page.getByText('The visitor is on site', { exact: true })).toBeVisible();
});

test('a visitor is turned away, and the visit says so', async ({ page }) => {
  const window = await open(page, '#security');
  await watch(window.core, { reviewOn: inDays(30) });
  await arriveAs(window.core, visitor);
  await lookAtIt(page).click();
  await page.getByRole('button', { name: 'Turn away' }).click();
  await expect(alerts(page)).toBeHidden();
  await page.getByRole('searchbox', { name: 'Search visitors' }).fill('canary');
  await expect(page.getByRole('row', { name: /Canary Blackwood.*not let in/ })).toBeVisible();
});

test('reception is told whom security should meet, without a reason and without a choice', async ({
  page,
}) => {
  const core = await watchedSite(createTestApp({ clock: createTestClock(Date.now()) }));
  await core.call('console', 'staff.add', {
    userName: 'desk',
    passphrase: 'a long enough passphrase',
    displayName: 'Desk',
    roles: ['reception'],
  });
  await watch(core, { reviewOn: inDays(30) });
  await arriveAs(core, visitor);
  core.app.connectionClosed('console-1');
  const window = await createConsoleWindow(page, core);
  await window.open('');
  await page.getByLabel('User name').fill('desk');
  await page.getByLabel('Passphrase').fill('a long enough passphrase');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(alerts(page)).toContainText('A visitor should be met by security');
  await expect(alerts(page)).toContainText('Canary Blackwood is waiting');
  await expect(alerts(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByText('canaryreason')).toBeHidden();
  await expect(page.getByText('Nobody is on site')).toBeVisible();
});

test('an unconfirmed departure is confirmed with its time at reception, or the visit opened again', async ({
  page,
}) => {
  const clock = createTestClock(Date.now() - day);
  const core = createTestApp({ clock });
  await core.setUp();
  const gone = await core.arrive('Gone Home');
  await core.arrive('Still Here');
  clock.advance(day);
  core.settle();
  await open(page, '#reception', core);
  await page.getByRole('tab', { name: /Unconfirmed/ }).click();
  await page.getByRole('button', { name: /Gone Home/ }).click();
  const acts = page.getByRole('region', { name: 'Nobody confirmed this departure' });
  await acts.getByRole('button', { name: 'Confirm departure' }).click();
  await expect(acts.getByLabel('Left at')).toHaveAccessibleDescription(/Please fill this in/);
  await acts.getByLabel('Left at').fill('00:00');
  await acts.getByRole('button', { name: 'Confirm departure' }).click();
  await expect(acts.getByLabel('Left at')).toHaveAccessibleDescription(/between the arrival and now/);
  await acts.getByLabel('Left at').fill('23:59');
  await acts.getByRole('button', { name: 'Confirm departure' }).click();
  await expect(page.getByRole('button', { name: /Gone Home/ })).toBeHidden();
  const { visit } = await core.call('console', 'visits.get', { visitId: gone });
  expect(visit.departure).toBe('by-staff');
  expect(new Date(visit.departedAt ?? 0).toLocaleTimeString('en-GB', { timeZone: 'Europe/Copenhagen' })).toBe(
    '23:59:00',
  );
  await page.getByRole('button', { name: /Still Here/ }).click();
  await acts.getByRole('button', { name: 'Still here' }).click();
  await expect(page.getByText('Every departure is confirmed')).toBeVisible();
  await page.getByRole('tab', { name: /On site/ }).click();
  await expect(page.getByRole('button', { name: /Still Here/ })).toBeVisible();
});
