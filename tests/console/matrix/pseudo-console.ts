/** Gives the console its English words 40 % longer, as it fetches them. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { pseudo } from '../../support/pseudo-language.ts';

const assets = join(
  process.env.FOYER_TEST_RENDERER ?? resolve(import.meta.dirname, '../../../out/renderer'),
  'assets',
);

/** Every text of a built file of words: they stand in it as literals between backticks. */
function lengthen(file: string): string {
  return file.replaceAll(/`((?:\\.|[^`\\])*)`/g, (_literal, text: string) => `\`${pseudo(text)}\``);
}

export async function speakPseudo(page: Page): Promise<void> {
  const files = globSync(join(assets, 'console-*.js')).filter((path) =>
    /^var \w+=\{navigation:`Consoles`/.test(readFileSync(path, 'utf8')),
  );
  const [words] = files;
  if (words === undefined || files.length > 1) throw new Error(`${files.length} files of English words`);
  await page.route(`**/assets/${basename(words)}`, (route) =>
    route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      body: lengthen(readFileSync(words, 'utf8')),
    }),
  );
}
