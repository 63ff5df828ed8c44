/** Every page of the console, reached by address and place alone, so in any language. */
import type { Page } from 'playwright/test';

export interface ConsolePage {
  readonly name: string;
  /** Which sign-in of the demo reaches it. */
  readonly who: 'reception' | 'security' | 'office';
  readonly caption: string;
  go(page: Page): Promise<void>;
}

const at = (hash: string, shows: string) => async (page: Page) => {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await page.locator(shows).first().waitFor();
};

/** In the order of the demo's sign-ins. */
export const consolePages: readonly ConsolePage[] = [
  {
    name: 'reception',
    who: 'reception',
    caption: 'Reception: who is in the house, and the card pad.',
    go: at('#reception', '.page--reception table'),
  },
  {
    name: 'expected',
    who: 'reception',
    caption: 'Reception: who is expected, each with a code.',
    go: at('#reception/expected', '.page--reception'),
  },
  {
    name: 'cards',
    who: 'reception',
    caption: 'Reception: every card.',
    go: at('#reception/cards', '.page--reception table'),
  },
  {
    name: 'register',
    who: 'reception',
    caption: 'Reception: registering somebody by hand.',
    go: at('#reception/register', '.page--reception form'),
  },
  {
    name: 'security',
    who: 'security',
    caption: 'Security: a search over everyone who is or was in the house.',
    async go(page) {
      await at('#security', 'input[type="search"]')(page);
      await page.locator('input[type="search"]').fill('ma');
      await page.locator('.desk-row-button').first().waitFor();
    },
  },
  {
    name: 'visit',
    who: 'security',
    caption: 'Security: one visit in full, with the notice its visitor read.',
    async go(page) {
      await at('#security', 'input[type="search"]')(page);
      await page.locator('input[type="search"]').fill('ma');
      await page.locator('.desk-row-button').first().click();
      await page.locator('aside').first().waitFor();
    },
  },
  ...(
    [
      ['retention', 'Office: how long personal data is kept, the purge, and its certificates.'],
      ['site', 'Office: the site and its looks.'],
      ['hosts', 'Office: hosts.'],
      ['readers', 'Office: card readers.'],
      ['staff', 'Office: staff and what each may do.'],
      ['audit', 'Office: the audit, act by act.'],
      ['notice', 'Office: the register of processing and the notice made from it.'],
    ] as const
  ).map(
    ([name, caption]): ConsolePage => ({
      name,
      who: 'office',
      caption,
      go: at(`#office/${name}`, '.office__body :is(table, form, article, li, dl)'),
    }),
  ),
];
