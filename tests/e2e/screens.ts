/** Pictures of the screens for README.md and docs/screens, written only when `UPDATE_SCREENS=1`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

const folder = join(import.meta.dirname, '../../docs/screens');

export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENS !== '1') return;
  mkdirSync(folder, { recursive: true });
  // A fade caught half-way shows a screen nobody sees.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
