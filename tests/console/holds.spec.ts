/** Restriction and erasure: in the office and at security, by whoever may, and what others see meanwhile. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

const day = 86_400_000;

/** Ane Bøg and Bo Ask were here yesterday, Ida Lund is here. */
async function site(page: Page, place: string): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(Date.now() - day) });
  await core.setUp();
  await core.signIn('yesterday');
  for (const name of ['Ane Bøg', 'Bo Ask']) {
    const visitId = await core.arrive(name, { company: `Company of ${name}` });
    await core.call('console', 'visits.depart', { visitId }, 'yesterday');
  }
  core.clock.advance(day);
  await core.arrive('Ida Lund');
  core.settle();
  const window = await createConsoleWindow(page, core);
  await window.open(place);
  await window.signIn();
  return window;
}

const dayAhead = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search visitors' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function flawless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

/** In the office, from the search to the dialog of the visit. */
async function find(page: Page, text: string, name: string): Promise<void> {
  await box(page).fill(text);
  await page.getByRole('row', { name: new RegExp(name) }).click();
  await expect(dialog(page, name)).toBeVisible();
}

test('a visit is found, restricted for a reason, listed, changed and lifted', async ({ page }) => {
  const faults = watchForFaults(page);
  const window = await site(page, '#office/holds');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Restrictions');
  await expect(page.getByText('No visit is restricted')).toBeVisible();
  await find(page, 'ane', 'Ane Bøg');
  await expect(dialog(page, 'Ane Bøg')).toContainText('anebg@example.com');
  await button(page, 'Restrict…').click();
  const restricting = dialog(page, 'Restrict this visit');
  await restricting.getByRole('button', { name: 'Restrict' }).click();
  await expect(restricting.getByText('Choose why.')).toBeVisible();
  await restricting.getByRole('radio', { name: 'Objection being decided' }).check();
  await restricting.getByLabel('Review by').fill('2020-01-01');
  await restricting.getByRole('button', { name: 'Restrict' }).click();
  await expect(restricting.getByText('This day is over.')).toBeVisible();
  await expect(restricting.getByRole('radio', { name: 'Objection being decided' })).toBeChecked();
  await flawless(page);
  await restricting.getByLabel('Review by').fill('');
  await restricting.getByRole('button', { name: 'Restrict' }).click();
  await expect(restricting.getByText('Please fill this in.')).toBeVisible();
  await restricting.getByLabel('Review by').fill(dayAhead(200));
  await restricting.getByRole('button', { name: 'Restrict' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('The visit is restricted')).toBeVisible();

  // Who has left is found by no text any more.
  await expect(page.getByText('0 visits found')).toBeVisible();
  await box(page).fill('');
  const row = page.getByRole('row', { name: /A••• B•••/ });
  await expect(row).toContainText('Objection being decided');
  await expect(row).toContainText('Ada Administrator');
  await expect(page.getByText('Ane Bøg')).toHaveCount(0);
  await flawless(page);

  await row.click();
  const open = dialog(page, 'Ane Bøg');
  await expect(open).toContainText('Restricted: Objection being decided');
  await button(page, 'Change restriction…').click();
  const changing = dialog(page, 'Change the restriction');
  await changing.getByRole('radio', { name: 'Needed for legal claims' }).check();
  await page.keyboard.press('Escape');
  await expect(changing).toHaveCount(0);
  await expect(open).toContainText('Objection being decided');
  await button(page, 'Change restriction…').click();
  await changing.getByRole('radio', { name: 'Needed for legal claims' }).check();
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Needed for legal claims');

  await row.click();
  await button(page, 'Lift restriction').click();
  await expect(page.getByText('No visit is restricted')).toBeVisible();
  await box(page).fill('ane');
  await expect(page.getByRole('row', { name: /Ane Bøg/ })).toBeVisible();
  expect(window.calls.filter((name) => name === 'visits.get')).toHaveLength(3);
  expect(faults).toEqual([]);
});

test('a visit is erased after one question, and nobody finds it again', async ({ page }) => {
  const window = await site(page, '#office/holds');
  await find(page, 'bo ask', 'Bo Ask');
  await button(page, 'Erase…').click();
  const asking = dialog(page, 'Erase this visit?');
  await expect(asking).toContainText('Bo Ask');
  await flawless(page);
  await asking.getByRole('button', { name: 'Cancel' }).click();
  expect(window.calls).not.toContain('visits.erase');
  await button(page, 'Erase…').click();
  await asking.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('The visit is erased')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('0 visits found')).toBeVisible();
  await page.getByRole('link', { name: 'Retention' }).click();
  await expect(page.getByText('1 visit, compacted away by the next purge')).toBeVisible();
  await button(page, 'Purge now').click();
  await expect(page.getByText('Purge started')).toBeVisible();
});

test('of a visitor in the house nothing is erased, and a late refusal is told in the dialog', async ({
  page,
}) => {
  const window = await site(page, '#office/holds');
  await find(page, 'ida', 'Ida Lund');
  await expect(page.getByText('The visit can be erased once the visitor has left.')).toBeVisible();
  await expect(button(page, 'Erase…')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await find(page, 'ane', 'Ane Bøg');
  await button(page, 'Erase…').click();
  // Somebody else is faster.
  const { results } = await window.core.call('console', 'visits.search', { text: 'ane', scope: 'all' });
  const reviewBy = dayAhead(9);
  const visitId = results[0]?.visitId as never;
  await window.core.call('console', 'visits.restrict', { visitId, reason: 'accuracy', reviewBy });
  await button(page, 'Erase for good').click();
  await expect(page.getByText('This visit is restricted. Lift the restriction first.')).toBeVisible();
});

test('security sees the restriction in the file, may do nothing about it, and no list has the name', async ({
  page,
}) => {
  const { core, ...window } = await site(page, '#reception');
  const { results } = await core.call('console', 'visits.search', { text: '', scope: 'today' });
  const here = results[0]?.visitId as never;
  const { card } = await core.call('console', 'cards.register', {
    ...{ label: '77', type: 'visitor' },
    source: { by: 'number', credential: { format: 'DEC', facility: null, number: '77' } },
  });
  await core.call('console', 'cards.issue', { cardId: card.cardId, visitId: here });
  const reviewBy = dayAhead(9);
  await core.call('console', 'visits.restrict', { visitId: here, reason: 'accuracy', reviewBy });
  // In the house she is named.
  await page.getByRole('link', { name: 'Security' }).click();
  await page.getByRole('button', { name: /Ida Lund/ }).click();
  const file = page.getByRole('complementary', { name: 'Visit in full' });
  await expect(file).toContainText('Restricted: Accuracy contested');
  await expect(file.getByRole('button', { name: 'Lift restriction' })).toBeVisible();
  await expect(file.getByRole('button', { name: 'Put on the watchlist' })).toHaveCount(0);
  await flawless(page);
  await file.getByRole('button', { name: 'Mark departure' }).click();
  await expect(page.getByText('Nobody is on site')).toBeVisible();
  await box(page).fill('ida');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await box(page).fill('77');
  const row = page.getByRole('row', { name: /Restricted/ });
  await expect(row).toBeVisible();
  await expect(page.locator('.page__list')).not.toContainText('Ida');
  await page.getByRole('link', { name: 'Reception' }).click();
  await page.getByRole('link', { name: /Cards/ }).first().click();
  await expect(page.locator('.page__list')).toContainText('Restricted');
  await expect(page.locator('.page__list')).not.toContainText('Ida');

  // Somebody with the role of security alone reads why, and has no buttons.
  const member = { userName: 'guard', passphrase: 'a long enough passphrase' };
  await core.call('console', 'staff.add', { ...member, displayName: 'Guard', roles: ['security'] });
  await button(page, 'Lock').click();
  await page.getByLabel('User name').fill(member.userName);
  await page.getByLabel('Passphrase').fill(member.passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await box(page).fill('77');
  await page.getByRole('row', { name: /Restricted/ }).click();
  await expect(file).toContainText('Restricted: Accuracy contested');
  await expect(file).toContainText('idalund@example.com');
  for (const name of ['Restrict…', 'Change restriction…', 'Lift restriction', 'Erase…'])
    await expect(file.getByRole('button', { name })).toHaveCount(0);
  expect(window.calls).toContain('visits.get');
});

test('an export says how many visits it leaves out', async ({ page }) => {
  const { core } = await site(page, '#office/exports');
  await expect(page.getByText('3 visits', { exact: true })).toBeVisible();
  const { results } = await core.call('console', 'visits.search', { text: 'ane', scope: 'all' });
  const reviewBy = dayAhead(9);
  const visitId = results[0]?.visitId as never;
  await core.call('console', 'visits.restrict', { visitId, reason: 'unlawful', reviewBy });
  await page.getByLabel('Purpose').selectOption('Request of an authority');
  const download = page.waitForEvent('download');
  await button(page, 'Save export').click();
  await download;
  await expect(page.getByText('2 visits saved. 1 restricted visit was left out.')).toBeVisible();
  await page.getByLabel('First day').fill(dayAhead(-3));
  await expect(page.getByText('2 visits · 1 restricted visit is left out')).toBeVisible();
});
