import { rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { createInstallation, type Installation, provisionFolder, signInAtKiosk } from './running-foyer.ts';

const visitor = {
  name: 'Łukasz Østersgnist',
  email: 'lukasz.ostersgnist@example.com',
  phone: '+45 03 45 67 89',
  company: '',
  host: '',
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

test('a visitor without a card signs out at the kiosk', async ({ page }) => {
  const foyer = await installation.start();
  expect(foyer.setUpCode).toBeNull();
  await page.goto(foyer.kiosk);
  await signInAtKiosk(page, visitor);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('textbox', { name: 'Full name' }).fill(visitor.name.toUpperCase());
  await page.getByRole('textbox', { name: 'E-mail' }).fill(visitor.email);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Goodbye.');
});
