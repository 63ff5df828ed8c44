import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openDatabase } from './decrypted.ts';
import { createInstallation, type Installation, provisionFolder } from './running-foyer.ts';

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

const databaseFile = (): string => join(installation.dataFolder, 'foyer.db');
const keyFile = (): string => join(installation.dataFolder, 'foyer.key');

function fingerprint(): string {
  return createHash('sha256').update(readFileSync(databaseFile())).digest('hex');
}

test('a second start hands over to the first and changes nothing', async ({ page }) => {
  const first = await installation.start();
  const second = await installation.startAndEnd();
  expect(second.code).toBe(0);
  expect(second.err).toContain('already running');
  // Fresh addresses of the first: they open, and so do those it printed itself.
  const address = /^console: (.+)$/m.exec(second.out)?.[1] ?? '';
  for (const url of [address, first.console]) {
    await page.goto(url);
    await expect(page.getByLabel('User name')).toBeVisible();
  }
  expect((await first.stop()).code).toBe(0);
});

test('a link opens once, and the link command makes another', async ({ browser }) => {
  const foyer = await installation.start();
  const open = async (url: string): Promise<number> => {
    const context = await browser.newContext();
    const status = (await (await context.newPage()).goto(url))?.status() ?? 0;
    await context.close();
    return status;
  };
  expect(await open(foyer.kiosk)).toBe(200);
  expect(await open(foyer.kiosk)).toBeGreaterThanOrEqual(400);
  const { out, code } = await installation.command('link', 'kiosk');
  expect(code).toBe(0);
  expect(await open(out.trim())).toBe(200);
});

test('a tap is refused where the reader is not the simulated one or the number is none', async () => {
  await installation.start();
  expect((await installation.command('tap', 'H10301:2F623AF')).code).toBe(1);
  expect((await installation.command('tap', 'H10301')).code).toBe(2);
  expect((await installation.command('tap', 'H10301:2F623AE')).code).toBe(0);
});

const faults: readonly {
  readonly name: string;
  readonly title: string;
  spoil(): void;
}[] = [
  {
    name: 'a newer version',
    title: 'The data comes from a newer Foyer',
    spoil() {
      const database = openDatabase(installation.dataFolder);
      database.pragma('user_version = 99');
      database.close();
    },
  },
  {
    name: 'another key',
    title: 'The key does not fit the data',
    spoil: () => writeFileSync(keyFile(), `${randomBytes(32).toString('hex')}\n`),
  },
  { name: 'no key', title: 'The key to the data is missing', spoil: () => rmSync(keyFile()) },
  { name: 'zero length', title: 'The database file is empty', spoil: () => truncateSync(databaseFile(), 0) },
  {
    name: 'damage',
    title: 'The database is damaged',
    spoil() {
      const file = openSync(databaseFile(), 'r+');
      writeSync(file, randomBytes(4096), 0, 4096, 0);
      closeSync(file);
    },
  },
];

for (const { name, title, spoil } of faults)
  test(`a database with ${name} shows a screen that says so, and stays as it is`, async ({ page }) => {
    spoil();
    const before = fingerprint();
    const foyer = await installation.start();
    expect(foyer.setUpCode).toBeNull();
    await page.goto(foyer.console);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('What to do')).toBeVisible();
    await page.goto(foyer.kiosk);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
    const { err } = await foyer.stop();
    expect(err).toMatch(/^foyer: .+\.$/m);
    expect(fingerprint()).toBe(before);
  });

test('a database that is gone is not made anew', async ({ page }) => {
  rmSync(databaseFile());
  const foyer = await installation.start();
  await page.goto(foyer.console);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The database file is missing');
  await foyer.stop();
  expect(installation.files()).not.toContain('foyer.db');
});
