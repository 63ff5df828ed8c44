/** What a stop of the walk through the console is, and the ways to one: by address and place alone, so in any language. */
import { expect, type Page } from 'playwright/test';
import type { ConsoleWindow } from '../console-window.ts';

export interface Stop {
  readonly name: string;
  /** The file of src/renderer whose heading stands on the page or on its dialog. */
  readonly of: string;
  /** The page's address within the console; none for what stands before it, which `go` opens. */
  readonly place?: string;
  /** Must be on the page when it is looked at. */
  readonly shows: string;
  /** In CSS pixels, of each control; 24 where it is not told. */
  readonly least?: number;
  /** Made of the same pieces as this stop, with other words in them: axe finds there what it finds here. */
  readonly like?: string;
  go?(page: Page, window: ConsoleWindow): Promise<void>;
  leave?(page: Page, window: ConsoleWindow): Promise<void>;
}

export const dialog = 'dialog[open]';

export const press = (selector: string) => async (page: Page) => page.locator(selector).first().click();

export const pressAll =
  (...selectors: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const selector of selectors) await press(selector)(page);
  };

export const dismiss = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.locator(dialog)).toHaveCount(0);
};

export const type = (selector: string, text: string) => async (page: Page) =>
  page.locator(selector).first().fill(text);

/** Gives a file to the file field that is shown. */
export const chooseFile = (name: string, mimeType: string, lines: readonly string[]) => async (page: Page) =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType, buffer: Buffer.from(lines.join('\r\n')) });
