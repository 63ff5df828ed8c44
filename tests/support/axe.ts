/**
 * axe in the page as it stands. @axe-core/playwright brings its source to the page and opens another page at each
 * look, which takes four times as long as looking: here the source comes once for a document.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const tool = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(tool.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/**
 * Every violation with the elements it was found on; `exclude` is a selector, `without` are rules. With `target-size`,
 * which is off by default.
 */
export async function axeFaults(
  page: Page,
  exclude?: string,
  without: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async ([excluded, left]) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const { violations } = await axe.run(excluded === undefined ? document : { exclude: [[excluded]] }, {
        rules: {
          'target-size': { enabled: true },
          ...Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
        },
        resultTypes: ['violations'],
        iframes: false,
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
      );
    },
    [exclude, without] as const,
  );
}
