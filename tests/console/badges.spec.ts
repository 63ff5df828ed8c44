import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { createBadgePaper } from '../../src/main/badge-paper/thread.ts';
import type { PrintJob, PrintOutcome } from '../../src/shared/transport.ts';
import { codeIn, drawPages, pageSizes } from '../badges/paper.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { type ConsoleWindow, card, createConsoleWindow, watchForFaults } from './console-window.ts';

const folder = new URL('../../resources/badges/', import.meta.url);
const own = readdirSync(folder).map((name) => ({
  name,
  content: readFileSync(new URL(name, folder), 'utf8'),
}));
const program = new URL('../../src/main/badge-paper-process.ts', import.meta.url);

async function desk(page: Page, site: typeof own = []): Promise<ConsoleWindow> {
  const core = createTestApp({
    clock: createTestClock(Date.now()),
    designFiles: { own, site },
    badgePaper: createBadgePaper(program),
  });
  await core.setUp();
  await core.arrive('Ane Ask', { company: 'Nordwind Energi A/S' });
  await core.arrive('Bo Bøg');
  const made = await createConsoleWindow(page, core);
  await page.addInitScript(() => {
    // A dialog that stays open until the test closes it.
    window.print = () => undefined;
  });
  return made;
}

async function open(window: ConsoleWindow): Promise<void> {
  await window.open();
  await window.signIn();
}

/** The host prints, as Electron does. */
async function withPrinter(page: Page, outcomes: PrintOutcome[]): Promise<PrintJob[]> {
  const jobs: PrintJob[] = [];
  await page.exposeFunction('hostPrints', (job: PrintJob) => {
    jobs.push(job);
    return outcomes.shift() ?? 'printed';
  });
  await page.addInitScript(() => {
    const bridge = window as unknown as {
      foyer: { printing?: unknown };
      hostPrints: (job: unknown) => Promise<string>;
    };
    bridge.foyer.printing = {
      printers: async () => ['QL-820', 'Office'],
      print: (job: unknown) => bridge.hostPrints(job),
    };
  });
  return jobs;
}

const finish = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('afterprint')));
const sheet = (page: Page) => page.locator('.badge-sheet');

test('a badge is printed by its button and by B, a name tag by T; names are in the page only meanwhile', async ({
  page,
}) => {
  const faults = watchForFaults(page);
  const window = await desk(page);
  await open(window);
  await page.getByRole('button', { name: /Ane Ask/ }).click();
  await page.getByRole('button', { name: 'Print badge', exact: true }).click();
  await expect(sheet(page)).toContainText('Ane Ask');
  await expect(sheet(page)).toContainText('Nordwind Energi A/S');
  await expect(sheet(page)).not.toContainText('example.com');
  await finish(page);
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByText('1 sent to the printer')).toBeVisible();
  await page.keyboard.press('b');
  await expect(sheet(page)).toContainText('Host');
  await finish(page);
  await expect(sheet(page)).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(sheet(page)).toContainText('Ane Ask');
  await expect(sheet(page)).not.toContainText('Date');
  await finish(page);
  await expect(sheet(page)).toHaveCount(0);
  expect(page.url()).not.toMatch(/Ane|FB:|blob/);
  expect(faults).toEqual([]);
});

test('letters typed into the search print nothing', async ({ page }) => {
  const window = await desk(page);
  await open(window);
  await page.getByRole('button', { name: /Ane Ask/ }).click();
  await page.getByRole('searchbox').or(page.getByLabel('Search visitors')).first().fill('');
  await page.keyboard.type('bt');
  await expect(sheet(page)).toHaveCount(0);
  expect(window.calls).not.toContain('badges.print');
});

test('the browser prints a page for each badge, as large as the label, with its code', async ({ page }) => {
  const window = await desk(page);
  await open(window);
  await page.getByRole('tab', { name: /Waiting for a card/ }).click();
  await page.getByRole('button', { name: 'Print badges (2)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print badges' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Print 2' }).click();
  await expect(sheet(page).locator('.badge-page')).toHaveCount(2);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sizes = pageSizes(pdf);
  expect(sizes).toHaveLength(2);
  for (const { width, height } of sizes) {
    // Chromium rounds paper to whole pixels of 1/96 inch.
    expect(Math.abs(width - 62)).toBeLessThan(0.3);
    expect(Math.abs(height - 100)).toBeLessThan(0.3);
  }
  const codes = drawPages(pdf, 203).map((each) => codeIn(each, 203, { x: 0, y: 0, width: 61, height: 99 }));
  expect(new Set(codes).size).toBe(2);
  for (const code of codes) {
    expect(code).toMatch(/^FB:[0-9A-F]{32}$/);
    const found = await window.core.call('kiosk', 'visits.badge', { by: 'camera', code: code ?? '' });
    expect(found).toMatchObject({ found: { state: 'on-site' } });
  }
  await finish(page);
});

test('some of those listed are printed on one sheet, or saved as a PDF without a name in its own', async ({
  page,
}) => {
  const window = await desk(page);
  await open(window);
  await page.getByRole('button', { name: 'Print badges (2)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print badges' });
  await dialog.getByRole('radio', { name: 'Name tags' }).check();
  await dialog.getByRole('combobox', { name: 'Design' }).selectOption('name-tag-a4');
  await dialog.getByRole('checkbox', { name: /Bo Bøg/ }).uncheck();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('name-tags.pdf');
  const pdf = readFileSync(await file.path());
  expect(pageSizes(pdf)).toEqual([{ width: expect.closeTo(210, 2), height: expect.closeTo(297, 2) }]);
  await expect(page.getByText(/1 saved as PDF/)).toBeVisible();
  const audit = window.core.database
    .prepare("SELECT detail FROM audit WHERE act = 'badges.print'")
    .pluck()
    .all();
  expect(audit).toEqual(['name-tag']);
});

test('a printer that fails is told, blocks nothing, and is tried again', async ({ page }) => {
  const window = await desk(page);
  const jobs = await withPrinter(page, ['failed', 'no-printer', 'printed']);
  await window.core.call('console', 'staff.signIn', {
    userName: 'admin',
    passphrase: 'correct horse battery staple',
  });
  await window.core.call('console', 'badges.change', {
    ...{ badge: 'badge-54x86', nameTag: 'name-tag-62x100', onCardIssue: false },
    printer: 'QL-820',
  });
  await window.core.call('console', 'staff.signOut', {});
  await open(window);
  await page.getByRole('button', { name: /Ane Ask/ }).click();
  await page.getByRole('button', { name: 'Print badge', exact: true }).click();
  const fault = page.getByRole('alert').filter({ hasText: 'The badge was not printed' });
  await expect(fault).toContainText('The printer did not take it.');
  expect(jobs).toEqual([{ printer: 'QL-820', width: 54, height: 86 }]);
  await page.getByRole('button', { name: 'No card needed' }).click();
  await expect(page.getByRole('row', { name: /Ane Ask/ })).toContainText('no card');
  await fault.getByRole('button', { name: 'Try again' }).click();
  await expect(fault).toContainText('The chosen printer is not there.');
  const download = page.waitForEvent('download');
  await fault.getByRole('button', { name: 'Save as PDF' }).click();
  expect((await download).suggestedFilename()).toBe('badges.pdf');
  await expect(fault).toHaveCount(0);
  await expect(sheet(page)).toHaveCount(0);
});

test('a badge goes with every card where the office says so, and never by itself', async ({ page }) => {
  const window = await desk(page);
  const jobs = await withPrinter(page, []);
  await open(window);
  const give = async (number: number, label: string): Promise<void> => {
    const tap = window.core.tap(card(number));
    await window.core.call('console', 'cards.register', {
      label,
      type: 'visitor',
      source: { by: 'tap', tap },
    });
    window.tap(card(number));
    await page.getByRole('region', { name: 'Card pad' }).getByRole('button', { name: 'Issue card' }).click();
    await expect(page.getByRole('region', { name: 'Card pad' })).toContainText(/issued/i);
  };
  await give(5, 'V-5');
  expect(jobs).toEqual([]);
  await page.getByRole('link', { name: 'Office' }).click();
  await page.getByRole('link', { name: 'Site', exact: true }).click();
  const choice = page.getByRole('checkbox', { name: 'Print a badge when a card is issued' });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await page.getByLabel('Printer of this machine').selectOption('Office');
  await page.getByRole('button', { name: 'Use for printing' }).click();
  await expect(page.getByText('Badges are changed')).toBeVisible();
  await page.getByRole('link', { name: 'Reception' }).click();
  await give(6, 'V-6');
  await expect.poll(() => jobs).toEqual([{ printer: 'Office', width: 62, height: 100 }]);
});

test('the office shows designs, and what is wrong with those of the site by file and field', async ({
  page,
}) => {
  const bad = JSON.stringify({
    ...JSON.parse(own[0]?.content ?? '{}'),
    paper: { width: 'wide', height: 100 },
  });
  const window = await desk(page, [{ name: 'mine.json', content: bad }]);
  await open(window);
  await page.getByRole('link', { name: 'Office' }).click();
  await page.getByRole('link', { name: 'Site', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Badges and name tags' })).toBeVisible();
  await expect(page.getByText('mine.json: paper.width')).toBeVisible();
  await page.getByLabel('Design of badges').selectOption('badge-a4');
  await page.getByRole('button', { name: 'Use for printing' }).click();
  await expect(page.getByText('Badges are changed')).toBeVisible();
  // The form of the site's other settings leaves it alone.
  await page.getByLabel('Name of the site').fill('Another House');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/saved/i).first()).toBeVisible();
  const { settings } = await window.core.call('console', 'site.settings', {});
  expect(settings).toMatchObject({ siteName: 'Another House', badges: { badge: 'badge-a4' } });
});
