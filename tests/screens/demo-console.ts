/** A console of the demo, signed in by its own sign-ins. */
import type { Page } from 'playwright/test';
import type { Installation } from '../e2e/running-foyer.ts';

/** `port`: where devices are let in. */
export async function openDemo(page: Page, installation: Installation, port: number): Promise<void> {
  const foyer = await installation.start({ demo: true, more: ['--listen', `127.0.0.1:${port}`] });
  await page.goto(foyer.console);
  await page.getByRole('region', { name: 'Sign-ins of the demo' }).waitFor();
}

/** Locks first where somebody else is signed in. */
export async function unlockDemo(page: Page, who: 'reception' | 'security' | 'office'): Promise<void> {
  const signIns = page.getByRole('region', { name: 'Sign-ins of the demo' });
  if ((await page.locator('.rail').count()) > 0) await page.locator('.rail__foot > .rail__place').click();
  await signIns.getByRole('button', { name: new RegExp(`^${who}`) }).click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.locator('.rail').waitFor();
}
