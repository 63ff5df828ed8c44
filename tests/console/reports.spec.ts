/** Reports in the office: counts of past days, drawn and as tables. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

const dayMs = 86_400_000;

/** A desk with visitors on past days: the oldest first. */
async function afterDays(page: Page, visitors: readonly number[]): Promise<ConsoleWindow> {
  const clock = createTestClock(Date.now() - visitors.length * dayMs);
  const core = createTestApp({ clock });
  const window = await createConsoleWindow(page, core);
  await core.setUp();
  for (const [day, number] of visitors.entries()) {
    for (let visitor = 0; visitor < number; visitor += 1) await core.arrive(`Visitor ${day} ${visitor}`);
    clock.advance(dayMs);
    core.settle();
  }
  await window.open('#office/reports');
  await window.signIn();
  return window;
}

const fact = (page: Page, name: string) =>
  page
    .locator('.report-facts > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

test('the counts of past days, without small numbers', async ({ page }) => {
  await afterDays(page, [12, 3, 9]);
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
  await expect(fact(page, 'Visits')).toHaveText('at least 21');
  const days = page.getByRole('region', { name: 'Visits by day' });
  await days.getByText('Show as a table').click();
  await expect(days.getByRole('row', { name: /12$/ })).toBeVisible();
  await expect(days.getByRole('row', { name: /fewer than five$/ })).toBeVisible();
  await expect(days.getByRole('row', { name: / 3$/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast', 'target-size'])
    .analyze();
  expect(violations).toEqual([]);
});

test('before anything was counted it says when to come back, and there is nothing to save', async ({
  page,
}) => {
  await afterDays(page, []);
  await expect(page.getByText(/The first day appears the morning after/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeDisabled();
});

test('the report is saved as a file', async ({ page }) => {
  await afterDays(page, [7]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('visits-by-day.csv');
});
