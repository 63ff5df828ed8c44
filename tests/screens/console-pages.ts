/** Every page of the console, reached by address and place alone, so in any language. */
import type { Page } from 'playwright/test';
import { closeRollCall } from './demo-acts.ts';

export interface ConsolePage {
  readonly name: string;
  /** Which sign-in of the demo reaches it. */
  readonly who: 'reception' | 'security' | 'office';
  readonly caption: string;
  go(page: Page): Promise<void>;
  leave?(page: Page): Promise<void>;
}

const at = (hash: string, shows: string) => async (page: Page) => {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await page.locator(shows).first().waitFor();
};

const pressEscape = (page: Page) => page.keyboard.press('Escape');

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
    name: 'event',
    who: 'reception',
    caption: 'Reception: an event, its guests, and how far their codes have come.',
    async go(page) {
      await at('#reception/expected', '.events__list')(page);
      await page.locator('.events__list .desk-row-button').first().click();
      await page.locator('dialog[open] tbody tr').first().waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'pad',
    who: 'reception',
    caption: 'Reception: a free card on the pad, and who gets it.',
    async go(page) {
      await at('#reception', '.page--reception table')(page);
      await page.locator('.demo__taps button').first().click();
      await page.locator('.pad .tapped--good').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'badges',
    who: 'reception',
    caption: 'Reception: badges of several visitors at once.',
    async go(page) {
      await at('#reception', '.page--reception table')(page);
      await page.locator('.page__scroll > .desk-actions .desk-button').click();
      await page.locator('dialog[open] .badge-preview svg').waitFor();
    },
    leave: pressEscape,
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
  {
    name: 'watchlist',
    who: 'security',
    caption: 'Security: the watchlist, each entry with the day it ends by itself.',
    async go(page) {
      await at('#security/watchlist', '.visits .desk-row-button')(page);
      await page.locator('.visits .desk-row-button').first().click();
      await page.locator('.pad .file').waitFor();
    },
  },
  {
    name: 'roll-call',
    who: 'security',
    caption: 'Roll call: how many are unaccounted for, and each of them to mark as safe.',
    async go(page) {
      await at('#roll-call', '.roll-call-start')(page);
      await page.locator('.roll-call-start .desk-button').first().click();
      await page.locator('.roll-call-row__mark').first().click();
      await page.locator('.roll-call-row__undo').first().waitFor();
    },
    leave: closeRollCall,
  },
  ...(
    [
      ['retention', 'Office: how long personal data is kept, the purge, and its certificates.'],
      ['holds', 'Office: restricted visits, for which reason, and when that is looked at again.'],
      ['site', 'Office: the site and its looks.'],
      ['hosts', 'Office: hosts.'],
      ['readers', 'Office: card readers.'],
      ['devices', 'Office: kiosks and consoles on the network.'],
      ['connections', 'Office: mail, webhooks, and programs that may invite.'],
      ['deliveries', 'Office: what was sent, what waits, and what was given up.'],
      ['staff', 'Office: staff and what each may do.'],
      ['audit', 'Office: the audit, act by act.'],
      ['notice', 'Office: the register of processing and the notice made from it.'],
      ['reports', 'Office: visits per day, hours and time on site, without a name.'],
      ['exports', 'Office: an export of visits, with what it is for.'],
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
