/**
 * Takes the pictures of docs/screens and writes their index. A picture is at most 80 kB and shows invented people
 * only.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

export const albumFolder = join(import.meta.dirname, '../../docs/screens');
/** Bytes. */
export const largestPicture = 80_000;

export interface Photo {
  /** Of the file, without `.jpg`; its first word is the part of the product. */
  readonly name: string;
  readonly caption: string;
}

export async function takePhoto(page: Page, { name }: Photo): Promise<void> {
  // A fade caught half-way shows a screen nobody sees.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const path = join(albumFolder, `${name}.jpg`);
  mkdirSync(albumFolder, { recursive: true });
  for (const quality of [80, 65, 50, 40]) {
    await page.screenshot({ path, type: 'jpeg', quality, animations: 'disabled', caret: 'hide' });
    if (statSync(path).size <= largestPicture) return;
  }
  throw new Error(`${name}.jpg has more than ${largestPicture} bytes`);
}

/** The index as it stands in the folder. */
export function indexOf(photos: readonly Photo[]): string {
  const rows = photos.map(({ name, caption }) => `### ${caption}\n\n![${caption}](${name}.jpg)\n`);
  return `# Screens\n\nMade by \`npm run screens\` from the real pages, with invented people.\n\n${rows.join('\n')}`;
}

/** Writes the index and removes pictures that nobody takes any more. */
export function bindAlbum(photos: readonly Photo[]): void {
  writeFileSync(join(albumFolder, 'README.md'), indexOf(photos));
  for (const file of readdirSync(albumFolder))
    if (file !== 'README.md' && !photos.some(({ name }) => `${name}.jpg` === file))
      rmSync(join(albumFolder, file));
}
