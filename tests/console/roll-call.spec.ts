import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

const names = ['Ane Bøg', 'Łukasz Wiśniewski', 'Søren Månestrøm', 'Þóra Jónsdóttir'];

/** Four on site, one of them signed out five minutes ago; security's screen is open. */
async function watch(page: Page, place: 'security' | 'roll-call' = 'security'): Promise<ConsoleWindow> {
  const minute = 60_000;
  const clock = createTestClock(Date.now() - 20 * minute);
  const core = createTestApp({ clock });
  await core.setUp();
  for (const name of names) await core.arrive(name);
  const left = await core.arrive('Lilly Left');
  clock.advance(15 * minute);
  await core.signIn('earlier');
  await core.call('console', 'visits.depart', { visitId: left }, 'earlier');
  clock.advance(5 * minute);
  core.settle();
  const window = await createConsoleWindow(page, core);
  await window.open(`#${place}`);
  await window.signIn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    place === 'security' ? 'Security' : 'Roll call',
  );
  return window;
}

const number = (page: Page) => page.locator('.roll-call__number');
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const section = (page: Page, name: string) =>
  page.locator('.roll-call__section').filter({ has: page.getByRole('heading', { name }) });

test('one key starts it; unaccounted come first, each line says how sure it is', async ({ page }) => {
  const faults = watchForFaults(page);
  await watch(page);
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roll call');
  await expect(number(page)).toHaveText('4 unaccounted');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Unaccounted: 4', 'Accounted for: 1']);
  await expect(row(page, 'Ane Bøg')).toContainText(/signed in \d\d:\d\d, no card/);
  await expect(row(page, 'Lilly Left')).toContainText('signed out by staff 5 minutes ago');
  expect(faults).toEqual([]);
});

test('Safe and Undo change the number at once, and a row moves only when it has been left alone', async ({
  page,
}) => {
  const { core } = await watch(page);
  await page.getByRole('button', { name: 'Start roll call' }).click();
  await page.getByRole('button', { name: 'Safe: Ane Bøg' }).click();
  await expect(number(page)).toHaveText('3 unaccounted');
  // Drawn with the number: the row stands where it stood, and the headings say the same.
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Unaccounted: 3',
    'Accounted for: 2',
  ]);
  await expect(row(page, 'Ane Bøg')).toContainText('Ada Administrator');
  await expect(section(page, 'Accounted for')).toContainText('Ane Bøg');
  await page.getByRole('button', { name: 'Undo: Ane Bøg' }).click();
  await expect(number(page)).toHaveText('4 unaccounted');
  await expect(section(page, 'Unaccounted')).toContainText('Ane Bøg');
  const { people } = await core.call('console', 'rollCalls.current', {});
  const marks = people.find(({ name }) => name === 'Ane Bøg')?.marks.map(({ state }) => state);
  expect(marks).toEqual(['safe', 'withdrawn']);
});

test('marks without a network wait, survive a reload as ids, and count once', async ({ page }) => {
  const { core, answer } = await watch(page);
  await page.getByRole('button', { name: 'Start roll call' }).click();
  await expect(number(page)).toHaveText('4 unaccounted');
  answer('rollCalls.mark', async (_input, send) => {
    // The core takes it and the answer is lost on the way.
    await send();
    return { ok: false, code: 'unavailable' };
  });
  for (const name of names.slice(0, 3)) await page.getByRole('button', { name: `Safe: ${name}` }).click();
  await expect(page.getByText('3 marks waiting')).toBeVisible();
  await expect(number(page)).toHaveText('1 unaccounted');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).toContain('foyer.waiting-marks');
  for (const name of names) expect(kept).not.toContain(name.split(' ')[0]);
  await page.reload();
  await expect(page.getByText('3 marks waiting')).toBeVisible();
  answer('rollCalls.mark', (_input, send) => send());
  await expect(page.getByText('marks waiting')).toHaveCount(0);
  await expect(number(page)).toHaveText('1 unaccounted');
  const { people } = await core.call('console', 'rollCalls.current', {});
  expect(people.flatMap(({ marks }) => marks)).toHaveLength(3);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a person on no list is added by name, also without a network, and the name never reaches the disk', async ({
  page,
}) => {
  const { core, answer } = await watch(page);
  await page.getByRole('button', { name: 'Start roll call' }).click();
  answer('rollCalls.addPerson', () => ({ ok: false, code: 'unavailable' }));
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await page.getByLabel('Full name').fill('Curt Courier');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Safe: Curt Courier' }).click();
  await expect(page.getByText('2 marks waiting')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
    'Curt',
  );
  answer('rollCalls.addPerson', (_input, send) => send());
  await expect(page.getByText('marks waiting')).toHaveCount(0);
  const { people } = await core.call('console', 'rollCalls.current', {});
  expect(people.find(({ name }) => name === 'Curt Courier')).toMatchObject({
    joined: 'unlisted',
    account: 'marked-safe',
  });
});

test('a drill says so everywhere, and closing keeps a report and signs nobody out', async ({ page }) => {
  const { core } = await watch(page);
  await page.keyboard.press('Shift+F9');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Drill');
  await expect(page.locator('.roll-call__watermark')).toContainText('Drill');
  await page.getByRole('link', { name: 'Security' }).click();
  await expect(page.getByRole('link', { name: /Roll call: drill/ })).toContainText('4 people unaccounted');
  await page.getByRole('link', { name: /Open the list/ }).click();
  await page.getByRole('button', { name: 'Safe: Søren Månestrøm' }).click();
  await page.getByRole('button', { name: 'Close roll call' }).click();
  await expect(page.getByRole('dialog')).toContainText('3 people are unaccounted for.');
  await page.getByRole('button', { name: 'Close it now' }).click();
  await page.getByRole('button', { name: /^Report of/ }).click();
  const report = page.getByRole('dialog');
  await expect(report).toContainText('5 on the list · 3 unaccounted · 1 marked safe · 1 signed out by staff');
  await expect(report).toContainText('Safe: Ada Administrator');
  expect((await core.call('console', 'visits.onSite', {})).visits).toHaveLength(4);
});

test('whoever signs in during a roll call joins it, marked', async ({ page }) => {
  const { core } = await watch(page);
  await page.keyboard.press('F9');
  await expect(number(page)).toHaveText('4 unaccounted');
  await core.arrive('Late Comer');
  await expect(number(page)).toHaveText('5 unaccounted');
  await expect(row(page, 'Late Comer')).toContainText('after the start');
});

for (const [width, height] of [
  [1280, 800],
  [800, 1280],
  [390, 844],
  [1920, 1080],
] as const)
  test(`fits ${width} × ${height} by touch: rows of 16 mm, nothing overflows, axe clean`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: width < 1900,
    });
    const page = await context.newPage();
    await watch(page, 'roll-call');
    await page.getByRole('button', { name: 'Start roll call' }).tap();
    await page.getByRole('button', { name: 'Safe: Ane Bøg' }).tap();
    await expect(section(page, 'Accounted for')).toContainText('Ane Bøg');
    const sizes = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      rows: [...document.querySelectorAll('.roll-call-row')].map(
        (each) => each.getBoundingClientRect().height,
      ),
      coarse: matchMedia('(pointer: coarse)').matches,
    }));
    expect(sizes.wide).toBeLessThanOrEqual(0);
    for (const rowHeight of sizes.rows) expect(rowHeight).toBeGreaterThanOrEqual(sizes.coarse ? 96 : 64);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    if (process.env.FOYER_PICTURES)
      await page.screenshot({ path: `${process.env.FOYER_PICTURES}/rc-${width}.png` });
    await context.close();
  });

test('prints on A4 with a box to tick for each person, pages numbered', async ({ page }) => {
  const { core } = await watch(page);
  for (let index = 0; index < 60; index += 1) await core.arrive(`Visitor Number ${index}`);
  await page.keyboard.press('Shift+F9');
  await expect(number(page)).toHaveText('64 unaccounted');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.locator('.desk-sheet');
  await expect(sheet.getByRole('row')).toHaveCount(67);
  await expect(sheet).toContainText('Drill');
  expect(await sheet.evaluate((element) => getComputedStyle(element).fontSize)).toBe('14.6667px');
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(process.env.FOYER_PICTURES && { path: `${process.env.FOYER_PICTURES}/rc.pdf` }),
  });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  // A4 in points, rounded as Chromium does.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});
