import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

const day = 86_400_000;

/** Søren was here yesterday and is here today, Ane is here today. */
async function watch(page: Page): Promise<ConsoleWindow> {
  const clock = createTestClock(Date.now() - day);
  const core = createTestApp({ clock });
  await core.setUp();
  const old = await core.arrive('Søren Ask', { company: 'Old Works' });
  await core.signIn('yesterday');
  await core.call('console', 'visits.depart', { visitId: old }, 'yesterday');
  clock.advance(day);
  await core.arrive('Søren Ask', { company: 'New Works' });
  await core.arrive('Ane Bøg');
  core.settle();
  const window = await createConsoleWindow(page, core);
  await window.open('#security');
  await window.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security');
  return window;
}

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search visitors' });

test('it finds by what was typed, today before history, and marks what matched', async ({ page }) => {
  await watch(page);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('soren');
  await expect(page.getByText('2 visits found')).toBeVisible();
  const names = page.getByRole('row').filter({ hasText: 'Søren Ask' });
  await expect(names).toHaveCount(2);
  await expect(names.nth(0)).toContainText('New Works');
  await expect(names.nth(1)).toContainText('Old Works');
  await expect(names.nth(0).locator('mark').first()).toHaveText('Søren Ask');
  await expect(page.getByRole('rowheader')).toHaveText(['Today', 'Earlier']);
});

test('scopes narrow the search', async ({ page }) => {
  await watch(page);
  await box(page).fill('soren');
  await expect(page.getByText('2 visits found')).toBeVisible();
  await page.getByRole('radio', { name: 'Today' }).click();
  await expect(page.getByText('1 visit found')).toBeVisible();
  await page.getByRole('radio', { name: 'Unconfirmed' }).click();
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('radio', { name: 'On site' }).click();
  await expect(page.getByText('1 visit found')).toBeVisible();
});

test('a late answer to an earlier text is dropped', async ({ page }) => {
  const window = await watch(page);
  const held: (() => void)[] = [];
  window.answer('visits.search', async ({ text }, fromCore) => {
    const reply = await fromCore();
    if (text === 'ane') await new Promise<void>((resolve) => held.push(resolve));
    return reply;
  });
  await box(page).fill('ane');
  await expect.poll(() => held.length).toBe(1);
  await box(page).fill('soren');
  await expect(page.getByText('2 visits found')).toBeVisible();
  for (const release of held) release();
  // A later search passes through the same queue, so the late answer has arrived by then.
  await box(page).fill('soren ask');
  await expect.poll(() => window.calls.filter((name) => name === 'visits.search').length).toBeGreaterThan(2);
  await expect(page.getByRole('row', { name: /Søren Ask/ })).toHaveCount(2);
  await expect(page.getByRole('row', { name: /Ane Bøg/ })).toHaveCount(0);
});

for (const [place, name] of [
  ['#security', 'Search visitors'],
  ['#reception', 'Search visits'],
] as const)
  test(`a new search never shows what the one before it found: ${place}`, async ({ page }) => {
    const window = await watch(page);
    await window.open(place);
    const search = page.getByRole('searchbox', { name });
    await search.fill('old works');
    await expect(page.getByRole('row', { name: /Old Works/ })).toHaveCount(1);
    await search.fill('');
    await expect(page.getByRole('row', { name: /Ane Bøg/ })).toHaveCount(1);
    const held: (() => void)[] = [];
    window.answer('visits.search', async (_input, fromCore) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return fromCore();
    });
    await search.fill('ane');
    await expect.poll(() => held.length).toBe(1);
    await expect(page.getByRole('row', { name: /Ane Bøg/ })).toHaveCount(1);
    await expect(page.getByRole('row', { name: /Old Works/ })).toHaveCount(0);
    for (const release of held) release();
    await expect(page.getByText('1 visit found')).toBeVisible();
  });

test('it says when results are incomplete', async ({ page }) => {
  const window = await watch(page);
  window.answer('visits.search', async (_input, fromCore) => {
    const reply = await fromCore();
    return reply.ok ? { ok: true, value: { ...reply.value, complete: false } } : reply;
  });
  await box(page).fill('soren');
  await expect(page.getByText(/Not every visit has been looked at yet/)).toBeVisible();
});

test('without a text the list of those on site stands there with its counts', async ({ page }) => {
  const window = await watch(page);
  await expect(page.getByRole('row', { name: /Ane Bøg/ })).toBeVisible();
  await expect(page.getByText('Arrived today').locator('..')).toContainText('2');
  await window.core.arrive('Cilla Cedertræ');
  await expect(page.getByRole('row', { name: /Cilla Cedertræ/ })).toBeVisible();
});

test('one visit in full names the notice its visitor saw, and is asked for once', async ({ page }) => {
  const window = await watch(page);
  await page.getByRole('button', { name: /Ane Bøg/ }).click();
  const file = page.getByRole('complementary', { name: 'Visit in full' });
  await expect(file).toContainText('anebg@example.com');
  await expect(file).toContainText('Privacy notice shown');
  await expect(file.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await window.core.arrive('Cilla Cedertræ');
  await expect(page.getByRole('row', { name: /Cilla Cedertræ/ })).toBeVisible();
  // Each look is audited: an arrival elsewhere must not count as another.
  expect(window.calls.filter((name) => name === 'visits.get')).toHaveLength(1);
  await file.getByRole('button', { name: 'Mark departure' }).click();
  await expect(file).toContainText('marked by staff');
});

test('the on-site list prints on A4 with a box to tick, and leaves no list behind', async ({ page }) => {
  await watch(page);
  // The sheet is of the list on the screen: the heading alone may stand before the list has come.
  await expect(page.getByRole('row', { name: /Ane Bøg/ })).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.desk-sheet');
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('On site now');
  await expect(sheet.getByRole('row')).toHaveCount(3);
  await expect(sheet.locator('.desk-sheet__tick').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Security' })).toBeHidden();
  expect(await sheet.evaluate((element) => getComputedStyle(element).fontSize)).toMatch(/^14\.6/);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

test('a list of many runs over several pages of paper', async ({ page }) => {
  const window = await watch(page);
  for (let visitor = 0; visitor < 80; visitor += 1) await window.core.arrive(`Visitor Number ${visitor}`);
  await expect(page.getByRole('definition').first()).toHaveText('82');
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(2);
});
