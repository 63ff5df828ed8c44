/** Every frequent act at the console with keys alone (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11). */
import { expect, type Page, test } from 'playwright/test';
import { administrator } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';
import { aroundThePage, expectSeenFocus, tabTo } from './keyboard-walk.ts';
import { cardOf, livelySite } from './matrix/lively-site.ts';
import { dismiss } from './matrix/stop.ts';
import { stops } from './matrix/stops.ts';

async function opened(page: Page): Promise<ConsoleWindow> {
  const window = await createConsoleWindow(page, await livelySite());
  await window.open('#reception');
  await page.getByLabel('User name').waitFor();
  await expect(page.getByLabel('User name')).toBeFocused();
  await page.keyboard.type(administrator.userName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(administrator.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Consoles' })).toBeVisible();
  return window;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');

test('a visit is found, opened, corrected and marked as departed', async ({ page }) => {
  const faults = watchForFaults(page);
  await opened(page);
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search visits')).toBeFocused();
  await page.keyboard.type('elektro');
  const row = page.locator('.visits .desk-row-button').filter({ hasText: 'Þóra Jónsdóttir' });
  await expect(page.getByText('1 visit found')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  const correct = button(page, 'Correct details');
  await tabTo(page, correct);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expectSeenFocus(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(correct).toBeFocused();
  await tabTo(page, button(page, 'Mark departure'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^left \d/).first()).toBeVisible();
  // The button has gone with what it did: the row it stood in goes on.
  await expect(row).toBeFocused();
  await expectSeenFocus(page);
  expect(faults).toEqual([]);
});

test('whoever is marked as departed leaves the list, and the next in it has the focus', async ({ page }) => {
  await opened(page);
  const rows = page.locator('.visits .desk-row-button');
  await tabTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const [, second = '', third = ''] = await rows.allTextContents();
  await tabTo(page, button(page, 'Mark departure'));
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: second })).toHaveCount(0);
  await expect(rows.filter({ hasText: third })).toBeFocused();
  await expectSeenFocus(page);
});

test('security marks a departure, and the focus stays with the visit', async ({ page }) => {
  await opened(page);
  await tabTo(page, page.getByRole('link', { name: 'Security' }));
  await page.keyboard.press('Enter');
  // Nobody types into a page that they do not see yet.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search visitors' })).toBeFocused();
  await page.keyboard.type('elektro');
  await expect(page.locator('.search-line')).toContainText('1 visit');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const file = page.locator('.pad .file');
  await tabTo(page, file.getByRole('button', { name: 'Mark departure' }));
  await page.keyboard.press('Enter');
  await expect(file.getByRole('button', { name: 'Mark departure' })).toHaveCount(0);
  await expect(file.getByRole('button', { name: 'Close the visit' })).toBeFocused();
});

test('a card is given out and taken back at the pad', async ({ page }) => {
  const window = await opened(page);
  const pad = page.getByRole('region', { name: 'Card pad' });
  window.tap(cardOf(4711));
  await expect(pad.getByRole('button', { name: 'Issue card' })).toBeFocused();
  await expectSeenFocus(page);
  await tabTo(page, pad.getByRole('button', { name: 'Change' }), true);
  await page.keyboard.press('Enter');
  await expect(pad.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ane');
  await page.keyboard.press('Enter');
  await expect(pad.getByText('Ane Bøg')).toBeVisible();
  // Choosing leads back to the act it was for.
  await expect(pad.getByRole('button', { name: 'Issue card' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pad.getByText('Given to')).toBeVisible();
  window.tap(cardOf(4711));
  await expect(pad.getByRole('button', { name: 'Return card' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pad.getByText('Taken back from')).toBeVisible();
  window.tap(cardOf(4711));
  await expect(pad.getByRole('button', { name: 'Issue card' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pad.getByText('Tap a card')).toBeVisible();
});

test('a visitor is invited, and the dialogs lead back to where they were opened', async ({ page }) => {
  await opened(page);
  await tabTo(page, page.getByRole('link', { name: 'Expected' }));
  await page.keyboard.press('Enter');
  const invite = button(page, /^Invite/);
  await tabTo(page, invite);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Full name')).toBeFocused();
  await page.keyboard.type('Ragnhild Aas');
  await tabTo(page, dialog(page).getByLabel('E-mail'));
  await page.keyboard.type('ragnhild@example.com');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('heading', { name: /^The code of Ragnhild Aas/ })).toBeVisible();
  await expectSeenFocus(page);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(invite).toBeFocused();
});

test('a roll call is started, marked and undone', async ({ page }) => {
  await opened(page);
  await tabTo(page, page.getByRole('link', { name: 'Security' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roll call');
  const safe = button(page, 'Safe: Søren Månestrøm');
  await tabTo(page, safe);
  await page.keyboard.press('Enter');
  const undo = button(page, 'Undo: Søren Månestrøm');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(safe).toBeFocused();
  const add = button(page, 'Add a person');
  await tabTo(page, add, true);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Full name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
});

test('one goes from area to area, and to every page of the office', async ({ page }) => {
  await opened(page);
  for (const area of ['Security', 'Office', 'Roll call', 'Reception']) {
    const link = page.getByRole('navigation', { name: 'Consoles' }).getByRole('link', { name: area });
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(link).toBeFocused();
  }
  await tabTo(page, page.getByRole('navigation', { name: 'Consoles' }).getByRole('link', { name: 'Office' }));
  await page.keyboard.press('Enter');
  const views = page.locator('.office__views a');
  await views.first().waitFor();
  const names = await views.allTextContents();
  for (const name of names) {
    const link = page.locator('.office__views').getByRole('link', { name, exact: true });
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
  }
});

for (const width of [1280, 390])
  test(`no page keeps the focus, ${width} px`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    await opened(page);
    const places = new Set(
      stops.flatMap(({ place, go }) => (place === undefined || go !== undefined ? [] : [place])),
    );
    for (const place of places) {
      await page.evaluate((wanted) => {
        location.hash = wanted;
      }, place);
      await page
        .locator(stops.find((stop) => stop.place === place)?.shows ?? 'h1')
        .first()
        .waitFor();
      expect(await aroundThePage(page), place).toBeGreaterThan(6);
    }
  });

test('every dialog that Escape closes leads back to what opened it', async ({ page }) => {
  test.setTimeout(600_000);
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    // What was pressed on the page last, whatever was pressed in dialogs since.
    document.addEventListener(
      'click',
      ({ target }) => {
        const pressed = target instanceof Element ? target.closest('button') : null;
        if (pressed !== null && pressed.closest('dialog') === null)
          (window as unknown as { opener: Element }).opener = pressed;
      },
      true,
    );
  });
  const window = await opened(page);
  const lost: string[] = [];
  let closed = 0;
  for (const stop of stops.filter(({ place }) => place !== undefined)) {
    await page.evaluate((place) => {
      location.hash = place;
    }, stop.place ?? '');
    await stop.go?.(page, window);
    await page.locator(stop.shows).first().waitFor();
    await stop.leave?.(page, window);
    if (stop.leave !== dismiss) continue;
    closed += 1;
    const led = await page.evaluate(() => {
      const { opener } = window as unknown as { readonly opener: Element };
      const held = document.activeElement;
      return held === opener ? '' : `${held?.tagName} ${held?.className} instead of ${opener.textContent}`;
    });
    if (led !== '') lost.push(`${stop.name}: ${led}`);
  }
  expect(closed).toBeGreaterThan(20);
  expect(lost).toEqual([]);
});
