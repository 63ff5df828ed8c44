/** A console of the demo, signed in as somebody who may do everything. */
import type { Page } from 'playwright/test';
import type { Installation } from '../e2e/running-foyer.ts';

export async function openDemo(page: Page, installation: Installation): Promise<void> {
  const foyer = await installation.start({ demo: true });
  await page.goto(foyer.console);
  await page.getByRole('region', { name: 'Sign-ins of the demo' }).waitFor();
}

export async function unlockDemo(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: 'Sign-ins of the demo' })
    .getByRole('button', { name: /^admin/ })
    .click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.locator('.rail').waitFor();
}
