import { expect, type Page, test } from 'playwright/test';
import { StorageFault } from '../../src/shared/contract/site.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { createConsoleWindow, watchForFaults } from './console-window.ts';

async function fillIn(page: Page, code: string): Promise<void> {
  const fields = {
    'Code from the terminal': code,
    'Name of the site': 'Harbour House',
    Controller: 'Harbour A/S',
    Address: 'Quay 1, 8000 Aarhus',
    'Contact e-mail': 'privacy@example.com',
    'Supervisory authority': 'Datatilsynet',
    'User name': 'ada',
    Name: 'Ada Administrator',
    Passphrase: 'four quiet words here',
    'Passphrase again': 'four quiet words here',
  };
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}

test('a new installation is set up, shows the recovery key once, and goes on to sign-in', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up Foyer');
  await fillIn(page, core.app.setUpCode() ?? '');
  await page.getByRole('radio', { name: /types like a keyboard/ }).check();
  await page.getByLabel('USB ids of the device').fill('08ff:0009');
  await page.getByLabel('How numbers are read').selectOption('DEZ10');
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep the recovery key');
  await expect(page.getByText('TEST-RECOVERY-KEY')).toBeVisible();
  await page.getByRole('button', { name: 'Continue to sign-in' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await expect(page.getByText('TEST-RECOVERY-KEY')).toHaveCount(0);
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel('Passphrase').fill('four quiet words here');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('navigation', { name: 'Consoles' })).toBeVisible();
  expect(core.app.siteReaders()).toEqual([
    {
      readerId: 'desk',
      name: '',
      place: 'desk',
      profile: 'keyboard',
      format: 'DEZ10',
      device: '08FF:0009',
      raw: null,
    },
  ]);
  expect(faults).toEqual([]);
});

test('whoever does not know the reader, or looks at one that is not theirs, is set up without one', async ({
  page,
}) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await fillIn(page, core.app.setUpCode() ?? '');
  await page.getByRole('radio', { name: /reports of its own/ }).check();
  await page.getByLabel('Number takes').fill('3');
  await page.getByRole('radio', { name: 'I do not know' }).check();
  await expect(page.getByLabel('USB ids of the device')).toHaveCount(0);
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep the recovery key');
  expect(core.app.siteReaders()).toEqual([]);
});

test('a place in the report that no reader has is said beside its field', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await fillIn(page, core.app.setUpCode() ?? '');
  await page.getByRole('radio', { name: /reports of its own/ }).check();
  await page.getByLabel('USB ids of the device').fill('nonsense');
  await page.getByLabel('Number takes').fill('65');
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByLabel('USB ids of the device')).toHaveAccessibleDescription(/for example 08FF:0009/);
  await expect(page.getByLabel('Number takes')).toHaveAccessibleDescription(/not right.*1 to 64/);
  await expect(page.getByText('2 fields need another look')).toBeVisible();
  expect(window.calls).not.toContain('site.setUp');
});

test('every fault stands beside its field and what was typed stays', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await page.getByLabel('Name of the site').fill('Harbour House');
  await page.getByLabel('Contact e-mail').fill('nonsense');
  await page.getByLabel('Passphrase', { exact: true }).fill('too short');
  await page.getByLabel('Passphrase again').fill('something else');
  await page.getByLabel('Contact details').fill('91');
  await page.getByRole('checkbox', { name: 'Dansk' }).uncheck();
  await page.getByRole('checkbox', { name: 'English' }).uncheck();
  await page.getByRole('radio', { name: /reports of its own/ }).check();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  const described = {
    'Code from the terminal': /fill this in/,
    Controller: /fill this in/,
    'Contact e-mail': /anna@example\.com/,
    Passphrase: /too short/,
    'Passphrase again': /not the same/,
    'Contact details': /1 to 90/,
    'USB ids of the device': /fill this in/,
  };
  for (const [label, words] of Object.entries(described))
    await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(words);
  await expect(page.getByLabel('Name of the site')).toHaveValue('Harbour House');
  await expect(page.getByLabel('Contact e-mail')).toHaveValue('nonsense');
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('too short');
  await expect(page.getByText(/\d+ fields need another look/)).toBeVisible();
  expect(window.calls).not.toContain('site.setUp');
});

test('a wrong code is said beside the code', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await fillIn(page, 'WRONG-CODE');
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByLabel('Code from the terminal')).toHaveAccessibleDescription(/not the set-up code/);
  await expect(page.getByLabel('Code from the terminal')).toBeFocused();
  await expect(page.getByLabel('Name of the site')).toHaveValue('Harbour House');
});

test('an installation set up meanwhile leads to sign-in', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  const window = await createConsoleWindow(page, core);
  await window.open();
  await fillIn(page, core.app.setUpCode() ?? '');
  await core.setUp();
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByText('Foyer has been set up already.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue to sign-in' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

for (const fault of StorageFault.options)
  test(`the fault ${fault} says what to do and that nothing was overwritten`, async ({ page }) => {
    const window = await createConsoleWindow(page);
    window.answer('site.welcome', () => ({ ok: true, value: { state: 'fault', fault } }));
    await window.open();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Connecting');
    await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(0);
    await expect(page.getByText('Nothing was overwritten')).toBeVisible();
    await page.getByRole('button', { name: 'Dansk' }).click();
    await expect(page.getByText('Intet er overskrevet')).toBeVisible();
  });
