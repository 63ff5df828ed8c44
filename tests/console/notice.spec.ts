/** The office's editor of the notice, and what staff see of the notice a visitor was shown. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

async function noticeOffice(page: Page): Promise<ConsoleWindow> {
  const window = await createConsoleWindow(page);
  await window.core.setUp();
  await window.open('#office/notice');
  await window.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy notice');
  return window;
}

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const entrySwitch = (page: Page, name: string) =>
  page.getByRole('switch', { name: `${name} stands in the notice` });

async function fillParking(page: Page): Promise<void> {
  await page.getByLabel('Title').fill('Parking');
  for (const [field, text] of [
    ['Purpose', 'To know whose car stands where.'],
    ['Categories of data', 'Number plate and time.'],
    ['People concerned', 'Drivers.'],
    ['Source', 'The camera at the gate.'],
    ['Interest pursued', 'Room for guests.'],
    ['How long it is kept', '7 days.'],
  ] as const)
    await page.getByLabel(field).fill(text);
}

const inEnglish = async ({ core }: ConsoleWindow) => core.call('kiosk', 'notice.current', { language: 'en' });

test('an entry is turned on, seen in the preview and published; the next visitor reads it', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const window = await noticeOffice(page);
  const publish = page.getByRole('button', { name: 'Publish' });
  await expect(publish).toBeDisabled();
  await tab(page, 'Register').click();
  await expect(entrySwitch(page, 'Visits and reception')).toBeChecked();
  await expect(entrySwitch(page, 'Visits and reception')).toBeDisabled();
  await entrySwitch(page, 'Video surveillance').click();
  await expect(page.getByText('Visitors do not read it yet.')).toBeVisible();
  expect((await inEnglish(window)).version).toBe(1);

  await tab(page, 'Notice').click();
  const text = page.locator('article.notice');
  await expect(text).toContainText('Also here: Video surveillance.');
  await expect(page.locator('.kiosk-picture .also')).toHaveText(/Video surveillance/);
  await page.getByRole('radio', { name: 'Full', exact: true }).click();
  await expect(page.locator('.kiosk-picture .reading__text')).toContainText(
    'Pictures and video without sound',
  );
  await page.getByRole('radio', { name: 'Dansk' }).click();
  await expect(page.locator('.kiosk-picture .reading__text')).toContainText('Tv-overvågning');

  await tab(page, /Changes/).click();
  await expect(page.getByText('Video surveillance now in the notice')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Her er også: Tv-overvågning.' })).toBeVisible();

  await publish.click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();
  await expect(publish).toBeDisabled();
  const { version, content } = await inEnglish(window);
  expect(version).toBe(2);
  expect(content.also).toContain('Video surveillance');
  expect(faults).toEqual([]);
});

test('an own entry: faults beside their fields, what is typed kept, the missing language listed', async ({
  page,
}) => {
  const window = await noticeOffice(page);
  await tab(page, 'Register').click();
  await page.getByRole('button', { name: 'Add entry' }).click();
  await page.getByLabel('Title').fill('Parking');
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByLabel('Purpose')).toHaveAccessibleDescription('Please fill this in.');
  await expect(page.getByLabel('How long it is kept')).toHaveAccessibleDescription('Please fill this in.');
  await expect(page.getByLabel('Title')).toHaveValue('Parking');
  await fillParking(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('.kiosk-picture .reading__text')).toContainText('Number plate and time.');
  await page.getByRole('button', { name: 'Save in the draft' }).click();

  await expect(page.getByText('Parking has no words in Danish.')).toBeVisible();
  await page.getByRole('button', { name: 'Write Danish: Parking' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('');
  await fillParking(page);
  await page.getByLabel('Title').fill('Parkering');
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByText('Not the same in every language')).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();
  const { content } = await window.core.call('kiosk', 'notice.current', { language: 'da' });
  expect(content.sections.map(({ heading }) => heading)).toContain('Parkering');

  await page.getByRole('button', { name: 'Edit Parking' }).click();
  await page.getByRole('button', { name: 'Remove entry' }).click();
  await expect(page.getByRole('switch', { name: /Parking/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByRole('switch', { name: /Parking/ })).toBeVisible();
});

test('the words of Foyer are changed and brought back', async ({ page }) => {
  const window = await noticeOffice(page);
  await tab(page, 'Register').click();
  await page.getByRole('button', { name: 'Edit Visits and reception' }).click();
  await expect(page.getByText('30 days for contact details')).toBeVisible();
  await expect(page.getByLabel('How long it is kept')).toHaveCount(0);
  await page.getByLabel('Purpose').fill('To know who is here.');
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByText('In Danish it still reads as it came with Foyer.')).toBeVisible();
  await page.getByRole('button', { name: 'Edit Visits and reception' }).click();
  await page.getByRole('button', { name: 'Back to the words of Foyer' }).click();
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByText('Not the same in every language')).toHaveCount(0);
  const { register, differs } = await window.core.call('console', 'notice.draft', {});
  expect(register.entries[0]?.words).toEqual({});
  expect(differs).toBe(false);
});

test('somebody else changes the draft meanwhile: it is told, the text is kept, and whoever typed decides', async ({
  page,
}) => {
  const window = await noticeOffice(page);
  const elsewhere = async (purpose: string): Promise<void> => {
    const { revision, register, catalogue } = await window.core.call('console', 'notice.draft', {});
    const words = catalogue.find(({ entryId }) => entryId === 'surveys')?.words.en;
    if (!words) throw new Error('the catalogue has surveys');
    const entries = register.entries.map((entry) =>
      entry.entryId === 'surveys' ? { ...entry, words: { en: { ...words, purpose } } } : entry,
    );
    await window.core.call('console', 'notice.saveDraft', { revision, register: { entries } });
  };
  const purposes = async (): Promise<(string | undefined)[]> => {
    const { register } = await window.core.call('console', 'notice.draft', {});
    return ['surveys', 'events'].map(
      (id) => register.entries.find(({ entryId }) => entryId === id)?.words.en?.purpose,
    );
  };
  await tab(page, 'Register').click();
  await page.getByRole('button', { name: 'Edit Events, meetings and webinars' }).click();
  await page.getByLabel('Purpose').fill('To know who comes.');
  await elsewhere('Theirs.');
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByText('Somebody else has changed the draft meanwhile.')).toBeVisible();
  await expect(page.getByLabel('Purpose')).toHaveValue('To know who comes.');
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect(entrySwitch(page, 'Surveys')).toBeVisible();
  expect(await purposes()).toEqual(['Theirs.', 'To know who comes.']);

  await page.getByRole('button', { name: 'Edit Surveys' }).click();
  await page.getByLabel('Purpose').fill('Mine.');
  await elsewhere('Theirs again.');
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByText('Somebody else has changed this entry in the draft meanwhile.')).toBeVisible();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByLabel('Purpose')).toHaveValue('Theirs again.');
});

test('every version is read in each language, with how many visits saw it', async ({ page }) => {
  const window = await noticeOffice(page);
  await window.core.arrive('Ane Aa');
  await window.core.call('console', 'retention.change', { contactDays: 11, visitDays: 12, cardLinkDays: 10 });
  await tab(page, 'Versions').click();
  const versions = page.locator('.versions > li');
  await expect(versions.nth(0)).toContainText('in force');
  await expect(versions.nth(0)).toContainText('because of changed retention · 0 visits began with it');
  await expect(versions.nth(1)).toContainText('because of the set-up · 1 visit began with it');
  await page.getByRole('button', { name: 'Read version 1: Dansk' }).click();
  const dialog = page.getByRole('dialog', { name: 'Notice, version 1' });
  await expect(dialog.locator('article[lang="da"]')).toContainText('Slettes 30 dage efter dit besøg');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Read version 2: English' }).click();
  await expect(page.getByRole('dialog')).toContainText('Deleted 11 days after you leave');
});

test('security opens the very text a visitor was shown', async ({ page }) => {
  const window = await createConsoleWindow(page);
  await window.core.setUp();
  await window.core.arrive('Ane Aa', { language: 'da' });
  await window.open('#security');
  await window.signIn();
  await window.core.call('console', 'retention.change', { contactDays: 5, visitDays: 5, cardLinkDays: 5 });
  await page.getByRole('searchbox', { name: 'Search visitors' }).fill('Ane');
  await page.getByRole('button', { name: /Ane Aa/ }).click();
  await expect(page.getByRole('article')).toContainText(/Version 1 of/);
  await page.getByRole('button', { name: 'Read the notice' }).click();
  const dialog = page.getByRole('dialog', { name: 'Notice, version 1' });
  await expect(dialog.locator('article[lang="da"]')).toContainText('Slettes 30 dage efter dit besøg');
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
])
  test(`every part is whole, and clean to axe: ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await noticeOffice(page);
    const look = async (part: string): Promise<void> => {
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, part).toBeLessThanOrEqual(0);
      const inside = await page
        .locator('.office__body')
        .evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(inside, part).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        part,
      ).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count(), part).toBe(1);
    };
    await look('notice');
    for (const display of ['Lying 15.6″', 'Lying 10.1″']) {
      await page.getByRole('radio', { name: display }).click();
      await look(display);
    }
    await tab(page, 'Register').click();
    await entrySwitch(page, 'Surveys').click();
    await expect(page.getByText('Visitors do not read it yet.')).toBeVisible();
    await look('register');
    await page.getByRole('button', { name: 'Edit Surveys' }).click();
    await expect(page.locator('.kiosk-picture')).toBeVisible();
    await look('editor');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await tab(page, /Changes/).click();
    await look('changes');
    await tab(page, 'Versions').click();
    await look('versions');
  });
