import { expect, test } from 'playwright/test';
import type { WordFile } from '../../src/main/core/words/site-words.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { createConsoleWindow, watchForFaults } from './console-window.ts';

const wordFiles: readonly WordFile[] = [
  {
    name: 'fi.json',
    content: JSON.stringify({
      kiosk: { attract: { greeting: 'Tervetuloa.', lede: '<b>Hei</b>' }, frme: { back: 'Takaisin' } },
    }),
  },
  { name: 'et.json', content: '{' },
  { name: 'suomi.json', content: '{}' },
];

test('the office says where the words of each language come from and what is wrong with them', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const core = createTestApp({ clock: createTestClock(Date.now()), wordFiles });
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await window.open('#office/site');
  await window.signIn();
  const report = page.getByRole('region', { name: 'Words of the kiosk' });
  await expect(report.getByRole('row', { name: /^Deutsch/ })).toContainText('Complete');
  const finnish = report.getByRole('row', { name: /^Suomi/ });
  await expect(finnish).toContainText('a file of the site');
  await expect(finnish).toContainText('The notice is read in English.');
  await finnish.getByText('1 text is left out').click();
  await expect(finnish).toContainText('kiosk.attract.lede: The text has markup');
  await finnish.getByText('1 key is unknown and left out').click();
  await expect(finnish).toContainText('kiosk.frme.back');
  await finnish.getByText(/\d+ texts are shown in English/).click();
  const skeleton = finnish.getByRole('region', { name: 'Missing texts as a file, in English' });
  const file = JSON.parse((await skeleton.textContent()) ?? '') as {
    readonly kiosk: { readonly attract: Readonly<Record<string, string>> };
  };
  expect(file.kiosk.attract.signIn).toBe('Sign in');
  expect(file.kiosk.attract.greeting).toBeUndefined();
  await expect(report.getByRole('row', { name: /^Eesti/ })).toContainText('The file is not JSON');
  await expect(report).toContainText('suomi.json: The name of the file is not two small letters');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(faults).toEqual([]);
});

test('an administrator offers other languages, also one of the site, and the kiosk hears of it', async ({
  page,
}) => {
  const core = createTestApp({ clock: createTestClock(Date.now()), wordFiles });
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await window.open('#office/site');
  await window.signIn();
  const choices = page.getByRole('group', { name: 'Languages at the kiosk' });
  await expect(choices.getByRole('checkbox', { name: 'Eesti' })).toHaveCount(0);
  await choices.getByRole('checkbox', { name: 'Polski' }).check();
  await choices.getByRole('checkbox', { name: 'Suomi' }).check();
  await choices.getByRole('checkbox', { name: 'Dansk' }).uncheck();
  await page.getByLabel('First language').selectOption('pl');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await core.call('kiosk', 'site.welcome', {})).toMatchObject({
    languages: ['en', 'pl', 'fi'],
    defaultLanguage: 'pl',
  });
});

test('a new installation offers Danish and English until somebody chooses', async ({ page }) => {
  const core = createTestApp({ clock: createTestClock(Date.now()), wordFiles });
  const window = await createConsoleWindow(page, core);
  await window.open();
  const choices = page.getByRole('group', { name: 'Languages at the kiosk' });
  for (const [name, chosen] of [
    ['Dansk', true],
    ['English', true],
    ['Deutsch', false],
    ['Suomi', false],
  ] as const)
    expect(await choices.getByRole('checkbox', { name }).isChecked(), name).toBe(chosen);
});
