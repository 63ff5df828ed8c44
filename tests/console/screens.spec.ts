import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, card, createConsoleWindow, watchForFaults } from './console-window.ts';
import { onNetwork } from './network-state.ts';

/** Names that other programs trip over: right to left, with marks, long. */
const names = ['שרה כהן', 'Łukasz Żółć', 'Ng', `Maximiliane ${'von '.repeat(20)}Habsburg`];

async function consoles(page: Page, place = ''): Promise<ConsoleWindow> {
  const core = createTestApp({
    clock: createTestClock(Date.now()),
    demo: { signIns: [], taps: [{ card: 'H10301:2F623AE', label: '042' }] },
  });
  await core.setUp();
  for (const name of names) await core.arrive(name, { email: 'visitor@example.com' });
  await core.signIn('then');
  for (const [index, name] of names.entries()) {
    const details = {
      name,
      email: `host${index}@example.com`,
      department: 'Sales',
      phone: '+45 12 34 56 78',
    };
    await core.call('console', 'hosts.add', details, 'then');
  }
  const window = await createConsoleWindow(page, core);
  await window.open(place);
  await window.signIn();
  return window;
}

/** Every screen of the consoles and how to get there. */
const screens: readonly (readonly [
  place: string,
  go: (page: Page, window: ConsoleWindow) => Promise<void>,
  about?: string,
])[] = [
  ['#reception', async (page) => page.getByRole('button', { name: /Ng/ }).click()],
  [
    '#reception',
    async (page, window) => {
      window.tap(card(9));
      await expect(page.getByText('Unknown card', { exact: true })).toBeVisible();
    },
    'with an unknown card',
  ],
  ['#reception/cards', async () => undefined],
  [
    '#reception/register',
    async (page) => {
      await page.getByRole('button', { name: 'Register visitor' }).click();
      await expect(page.getByRole('article')).toBeVisible();
    },
  ],
  ['#security', async (page) => page.getByRole('button', { name: /Ng/ }).click()],
  ['#security/watchlist', async (page) => expect(page.getByText('Nobody is matched')).toBeVisible()],
  ['#office/retention', async () => undefined],
  ['#office/site', async () => undefined],
  // The core of these tests has no readers to ask: the page shows what is missing.
  ['#office/readers', async (page) => expect(page.getByText('sudo apt install libusb-1.0-0')).toBeVisible()],
  [
    '#office/readers',
    async (page) => {
      await page.getByRole('button', { name: 'Add reader' }).click();
      await page.getByLabel('Kind of reader').selectOption('raw');
    },
    'with a new reader',
  ],
  ['#office/hosts', async (page) => page.getByRole('button', { name: 'Add host' }).click()],
  [
    '#office/hosts',
    async (page) => {
      await page.getByRole('button', { name: 'Import CSV' }).click();
      await page.getByLabel('CSV file').setInputFiles({
        name: 'hosts.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Name,E-mail,Department\nA,b,c\nMette Holm,mette@x.dk,Sales\n'),
      });
      await expect(page.getByText('Nothing was imported.')).toBeVisible();
    },
    'with an import',
  ],
  ['#office/staff', async (page) => page.getByRole('button', { name: 'Add staff' }).click()],
  [
    '#office/devices',
    async (page, { core }) => {
      core.app.devices.networkChanged(onNetwork);
      await page.getByRole('button', { name: 'Pair a device' }).click();
      await page.getByLabel('Name').fill('Kiosk by the lift');
      await page.getByRole('button', { name: 'Make code' }).click();
      await expect(page.getByText('npm start -- --join')).toBeVisible();
    },
    'with a code',
  ],
  ['#office/audit', async () => undefined],
  ['#office/notice', async () => undefined],
];

for (const theme of ['light', 'dark'] as const)
  for (const [place, go, about] of screens)
    test(`${place}${about ? ` ${about}` : ''} is clean to axe, with one heading and large targets, ${theme}`, async ({
      page,
    }) => {
      const faults = watchForFaults(page);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const window = await consoles(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await go(page, window);
      await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
      await expect(page.locator('body')).not.toContainText('{{');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, [role=option]')]
          .map((element) => element.closest<HTMLElement>('label.desk-choice') ?? element)
          .filter((element) => element.checkVisibility())
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && box.height < 43.5)
          .map(({ element, box }) => `${Math.round(box.height)} px: ${element.outerHTML.slice(0, 120)}`),
      );
      expect(small).toEqual([]);
      expect(faults).toEqual([]);
    });

for (const [width, height] of [
  [1280, 800],
  [1440, 900],
  [1920, 1080],
] as const)
  test(`nothing runs over at ${width} × ${height}, in both languages`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const window = await consoles(page);
    for (const language of ['Dansk', 'English']) {
      await page.getByRole('button', { name: language }).click();
      for (const [place] of screens) {
        await page.evaluate((hash) => {
          globalThis.location.hash = hash;
        }, place);
        if (place === '#reception') window.tap(card(9));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const over = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, main *')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .filter((element) => getComputedStyle(element).overflowX !== 'visible')
            .filter((element) => !element.matches('.visits__contact, .desk-unseen, select, input'))
            .map((element) => element.outerHTML.slice(0, 100)),
        );
        expect(over, `${place} ${language}`).toEqual([]);
      }
    }
  });

test('a card is handed out with the keyboard alone', async ({ page }) => {
  const window = await consoles(page);
  await window.core.call('console', 'cards.register', {
    label: '042',
    type: 'visitor',
    source: { by: 'number', credential: { format: 'H10301', facility: '118', number: '1603' } },
  });
  await page.keyboard.press('/');
  await page.keyboard.type('ng');
  await expect(page.getByText('1 visit found')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /Ng/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Correct details' })).toBeVisible();
  window.tap(card(1603));
  await expect(page.getByRole('button', { name: 'Issue card' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Card pad' })).toContainText('Given to');
});
