import { rmSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { pagesHold } from './decrypted.ts';
import {
  createInstallation,
  type Installation,
  passphrases,
  provisionFolder,
  signInAtKiosk,
  unlock,
} from './running-foyer.ts';

const visitor = {
  name: 'Ægir Skumringslygte',
  email: 'aegir.skumringslygte@example.com',
  phone: '+45 02 34 56 78',
  company: 'Quiet Valve GmbH',
  host: 'Kåre T',
};

let setUp: string;
let installation: Installation;

test.beforeAll(async () => {
  setUp = await provisionFolder();
});

test.afterAll(() => rmSync(setUp, { recursive: true, force: true }));

test.beforeEach(() => {
  installation = createInstallation(setUp);
});

test.afterEach(() => installation.remove());

async function visit(page: Page): Promise<void> {
  const foyer = await installation.start();
  await page.goto(foyer.kiosk);
  await signInAtKiosk(page, visitor);
  await foyer.stop();
}

async function openOffice(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await unlock(page, 'admin', passphrases.admin);
  await page.getByRole('link', { name: 'Office' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Retention');
}

test('shortened retention and Purge now take everything of the visitor away', async ({ page }) => {
  await visit(page);
  const foyer = await installation.start({ days: 5 });
  await openOffice(page, foyer.console);
  for (const clock of ['Contact details', 'Visit record', 'Link between card and visitor'])
    await page.getByLabel(clock, { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Retention saved')).toBeVisible();
  await page.getByRole('button', { name: 'Purge now' }).click();
  await expect(page.getByText('nothing left').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('started by staff').first()).toBeVisible();
  await expect(page.getByText('0 visit records, 0 with contact details')).toBeVisible();
  await foyer.stop();
  expectGone();
});

test('after a month the visitor is purged without anybody asking', async ({ page }) => {
  await visit(page);
  const foyer = await installation.start({ days: 31 });
  await openOffice(page, foyer.console);
  await expect(page.getByText('late, the machine was off').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('0 visit records, 0 with contact details')).toBeVisible();
  await foyer.stop();
  expectGone();
});

test('within the retention the visit is still there', async ({ page }) => {
  await visit(page);
  const foyer = await installation.start({ days: 28 });
  await openOffice(page, foyer.console);
  await expect(page.getByText('1 visit records, 1 with contact details')).toBeVisible();
  await foyer.stop();
  // What the other tests look for can be found as long as it is there.
  for (const text of everything) expect(pagesHold(installation.dataFolder, text), text).toBe(true);
});

const everything = [
  visitor.name,
  'Skumringslygte',
  visitor.email,
  visitor.phone,
  visitor.company,
  visitor.host,
];

/** Neither the files as they lie on the disk nor the pages behind the key hold anything of the visitor. */
function expectGone(): void {
  for (const text of everything) {
    expect(installation.filesWith(text), text).toEqual([]);
    expect(pagesHold(installation.dataFolder, text), text).toBe(false);
  }
}
