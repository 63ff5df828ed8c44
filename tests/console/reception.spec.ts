import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

async function desk(page: Page): Promise<ConsoleWindow> {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  await core.arrive('Ane Ask');
  await core.arrive('Bo Bøg');
  const window = await createConsoleWindow(page, core);
  await window.open();
  await window.signIn();
  return window;
}

test('details are corrected with the rules of the contract beside the fields', async ({ page }) => {
  await desk(page);
  await page.getByRole('button', { name: /Ane Ask/ }).click();
  await page.getByRole('button', { name: 'Correct details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct details' });
  await dialog.getByLabel('E-mail').fill('not an address');
  await dialog.getByLabel('Full name').fill('Ane Asketræ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/anna@example\.com/);
  await expect(dialog.getByLabel('Full name')).toHaveValue('Ane Asketræ');
  await dialog.getByLabel('E-mail').fill('ane@example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Ane Asketræ/ })).toBeVisible();
});

test('a departure is marked and a visit is set aside', async ({ page }) => {
  await desk(page);
  await page.getByRole('button', { name: /Ane Ask/ }).click();
  await page.getByRole('button', { name: 'No card needed' }).click();
  await expect(page.getByRole('row', { name: /Ane Ask/ })).toContainText('no card');
  await page.getByRole('tab', { name: /Waiting for a card/ }).click();
  await expect(page.getByRole('row', { name: /Bo Bøg/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Ane Ask/ })).toHaveCount(0);
  await page.getByRole('button', { name: /Bo Bøg/ }).click();
  await page.getByRole('button', { name: 'Mark departure' }).click();
  await expect(page.getByText('Nobody is waiting for a card')).toBeVisible();
  await expect(page.getByRole('tab', { name: /On site/ })).toContainText('1');
});

test('reception registers a visitor who has been shown the notice', async ({ page }) => {
  const window = await desk(page);
  await page.getByRole('link', { name: 'Register visitor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register visitor');
  await page.getByLabel('Full name').fill('Cilla Cedertræ');
  await page.getByRole('button', { name: 'Register visitor' }).click();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/fill this in/);
  await expect(page.getByText('Show the notice to the visitor first')).toBeVisible();
  await page.getByLabel('E-mail').fill('cilla@example.com');
  await page.getByLabel('Phone').fill('12345678');
  await page.getByLabel('Language of the visitor').selectOption('da');
  await expect(page.locator('article[lang="da"]')).toBeVisible();
  await page.getByRole('checkbox', { name: 'The visitor has been shown the notice' }).check();
  await page.getByRole('button', { name: 'Register visitor' }).click();
  await expect(page.getByRole('row', { name: /Cilla Cedertræ/ })).toContainText('waiting');
  const [found] = (await window.core.call('console', 'visits.onSite', {})).visits;
  const file = await window.core.call('console', 'visits.get', { visitId: found?.visitId ?? '' });
  expect(file.visit.name).toBe('Cilla Cedertræ');
  expect(file.notice.language).toBe('da');
});

test('a notice that changed meanwhile must be shown again', async ({ page }) => {
  const window = await desk(page);
  await page.getByRole('link', { name: 'Register visitor' }).click();
  await page.getByLabel('Full name').fill('Cilla Cedertræ');
  await page.getByLabel('E-mail').fill('cilla@example.com');
  await page.getByLabel('Phone').fill('12345678');
  const shown = page.getByRole('checkbox', { name: 'The visitor has been shown the notice' });
  await shown.check();
  window.answer('visits.arrive', () => ({ ok: false, code: 'notice-outdated' }));
  await page.getByRole('button', { name: 'Register visitor' }).click();
  await expect(page.getByText(/The notice has just changed/)).toBeVisible();
  await expect(shown).not.toBeChecked();
  await expect(page.getByLabel('Full name')).toHaveValue('Cilla Cedertræ');
});

test('the inventory blocks, unblocks, retires, and takes a card by its number', async ({ page }) => {
  await desk(page);
  await page.getByRole('link', { name: 'Cards', exact: true }).click();
  await page.getByRole('button', { name: 'Register by number' }).click();
  const dialog = page.getByRole('dialog', { name: 'Register by number' });
  await dialog.getByRole('button', { name: 'Register card' }).click();
  await expect(dialog.getByLabel('Number', { exact: true })).toHaveAccessibleDescription(/./);
  await dialog.getByLabel('Facility code').fill('118');
  await dialog.getByLabel('Number', { exact: true }).fill('1603');
  await dialog.getByRole('button', { name: 'Register card' }).click();
  const row = page.getByRole('row', { name: /Card 001/ });
  await expect(row).toContainText('26 bit · 118 / 1603');
  await row.getByRole('button', { name: 'Block as lost: Card 001' }).click();
  await expect(row).toContainText('lost');
  await row.getByRole('button', { name: 'Unblock Card 001' }).click();
  await expect(row).toContainText('in stock');
  await row.getByRole('button', { name: 'Retire Card 001' }).click();
  await row.getByRole('button', { name: 'Retire for good' }).click();
  await expect(row).toContainText('retired');
});

test('a card whose visitor has left is under Cards out', async ({ page }) => {
  const window = await desk(page);
  const { core } = window;
  const { card } = await core.call('console', 'cards.register', {
    label: '7',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'H10301', facility: '1', number: '7' } },
  });
  const [visit] = (await core.call('console', 'visits.onSite', {})).visits;
  const visitId = visit?.visitId ?? '';
  await core.call('console', 'cards.issue', { cardId: card.cardId, visitId });
  await core.call('console', 'visits.depart', { visitId });
  await page.getByRole('tab', { name: /Cards out/ }).click();
  const row = page.getByRole('row', { name: new RegExp(visit?.name ?? '') });
  await expect(row).toContainText('No longer on site');
  await row.getByRole('button').click();
  await expect(page.getByRole('region', { name: 'Card pad' })).toContainText('Card 7');
});
