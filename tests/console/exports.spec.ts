/** Exports in the office: chosen, counted, saved, stopped. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { exportPageVisits, VisitsFile } from '../../src/shared/contract/exports.ts';
import { zipEntries } from '../support/zip-entries.ts';
import { type ConsoleWindow, createConsoleWindow } from './console-window.ts';

async function office(page: Page, names: readonly string[]): Promise<ConsoleWindow> {
  const window = await createConsoleWindow(page);
  await window.core.setUp();
  for (const name of names) await window.core.arrive(name);
  await window.open('#office/exports');
  await window.signIn();
  await expect(page.getByRole('heading', { name: 'Exports', level: 1 })).toBeVisible();
  return window;
}

const save = (page: Page) => page.getByRole('button', { name: 'Save export' });

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await save(page).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('says how many before anything is made, and wants a purpose', async ({ page }) => {
  const { calls } = await office(page, ['Anna Holm', 'Bo Friis']);
  await expect(page.getByText('2 visits', { exact: true })).toBeVisible();
  await save(page).click();
  await expect(page.getByText('Choose what the export is for.')).toBeVisible();
  expect(calls).not.toContain('exports.start');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('each format holds the visits and only the columns chosen', async ({ page }) => {
  await office(page, ['Anna Holm', '=SUM(Bo)']);
  await page.getByLabel('Purpose').selectOption('Looking into an incident');
  const csv = await saved(page);
  expect(csv.name).toMatch(/^visits-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.bytes.toString()).toContain(`"'=SUM(Bo)"`);
  expect(csv.bytes.toString()).not.toContain('@example.com');
  await expect(page.getByText('2 visits saved.')).toBeVisible();

  await page.getByLabel('E-mail').check();
  await page.getByRole('radio', { name: /JSON/ }).check();
  const json = await saved(page);
  const file = VisitsFile.parse(JSON.parse(json.bytes.toString()));
  expect(file.visits.map(({ name }) => name)).toEqual(['Anna Holm', '=SUM(Bo)']);
  expect(file.visits[0]?.email).toBe('annaholm@example.com');

  await page.getByRole('radio', { name: /XLSX/ }).check();
  const { bytes } = await saved(page);
  // The browser's own parser: every part is XML, and every cell is text.
  const found = await page.evaluate(
    (parts) =>
      parts.map(([name = '', xml = '']) => {
        const read = new DOMParser().parseFromString(xml, 'application/xml');
        return {
          name,
          faults: read.querySelectorAll('parsererror').length,
          formulas: read.querySelectorAll('f').length,
          texts: [...read.querySelectorAll('c[t="inlineStr"] t')].map(({ textContent }) => textContent),
        };
      }),
    [...zipEntries(bytes)].map(([name, xml]) => [name, xml.toString()]),
  );
  expect(found.every(({ faults, formulas }) => faults === 0 && formulas === 0)).toBe(true);
  const texts = found.find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.texts;
  expect(texts).toContain('=SUM(Bo)');
  expect(texts).toContain('Anna Holm');
});

test('faults of the choice stand beside it', async ({ page }) => {
  await office(page, ['Anna Holm']);
  await page.getByLabel('Last day').fill('2020-01-01');
  await expect(page.getByText('Choose the first day or one after it.')).toBeVisible();
  await expect(save(page)).toBeDisabled();
  await page.getByLabel('First day').fill('2018-01-01');
  await expect(page.getByText('At most 400 days at a time.')).toBeVisible();
  for (const choice of await page.getByRole('checkbox').all()) await choice.uncheck();
  await expect(page.getByText('Choose at least one column.')).toBeVisible();
});

test('a page without an answer is asked for again, and the file has everybody once', async ({ page }) => {
  const names = Array.from({ length: exportPageVisits + 2 }, (_, number) => `Visitor ${number}`);
  const window = await office(page, names);
  let lost = 0;
  window.answer('exports.page', async (input, core) => {
    const reply = await core();
    if (input.page !== 1 || lost > 0) return reply;
    lost += 1;
    return { ok: false, code: 'unavailable' };
  });
  await page.getByLabel('Purpose').selectOption('Legal claim');
  await page.getByRole('radio', { name: /JSON/ }).check();
  const { bytes } = await saved(page);
  expect(lost).toBe(1);
  const file = VisitsFile.parse(JSON.parse(bytes.toString()));
  expect(file.visits.map(({ name }) => name)).toEqual(names);
});

test('stopped, it saves nothing', async ({ page }) => {
  const window = await office(page, ['Anna Holm']);
  let goOn = (): void => undefined;
  const held = new Promise<void>((resume) => {
    goOn = resume;
  });
  window.answer('exports.page', async (_input, core) => {
    await held;
    return core();
  });
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.getByLabel('Purpose').selectOption('Legal claim');
  await save(page).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. No file was saved.')).toBeVisible();
  goOn();
  // The pages of the next export come behind the one that was let go, so its file would be there by then.
  await saved(page);
  await expect(page.getByText('1 visit saved.')).toBeVisible();
  expect(downloads).toBe(1);
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
]) {
  test(`nothing is wider than ${viewport.width} pixels`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await office(page, ['Anna Holm']);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
  });
}
