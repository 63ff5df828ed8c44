/** Every page and dialog of the console, reached by address and place alone, so in any language. */

import type { Page } from 'playwright/test';
import { expect } from 'playwright/test';
import type { ConsoleWindow } from '../console-window.ts';
import { cardOf } from './lively-site.ts';

export interface Stop {
  readonly name: string;
  /** The page's address within the console; its place in the console's router. */
  readonly place: string;
  /** Must be on the page when it is looked at. */
  readonly shows: string;
  /** In CSS pixels, of each control; 24 where it is not told. */
  readonly least?: number;
  go?(page: Page, window: ConsoleWindow): Promise<void>;
  leave?(page: Page, window: ConsoleWindow): Promise<void>;
}

const press = (selector: string) => async (page: Page) => page.locator(selector).first().click();
const dismiss = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
};
const dialog = 'dialog[open]';

/** A page of the office, and the dialog that its first such button opens. */
const office = (view: string, shows: string, opens?: string): Stop[] => [
  { name: view, place: `office/${view}`, shows: `.office__body ${shows}` },
  ...(opens === undefined
    ? []
    : [
        {
          name: `${view}: dialog`,
          place: `office/${view}`,
          shows: dialog,
          go: press(`.office__body ${opens}`),
          leave: dismiss,
        },
      ]),
];

export const stops: readonly Stop[] = [
  { name: 'reception', place: 'reception', shows: '.visits tbody tr' },
  {
    name: 'a visit opened',
    place: 'reception',
    shows: '.visits__detail',
    go: press('.visits .desk-row-button'),
    leave: press('.visits .desk-row-button'),
  },
  {
    name: 'search at reception',
    place: 'reception',
    shows: '.search-line',
    go: async (page) => page.locator('input[type="search"]').fill('ma'),
    leave: async (page) => page.locator('input[type="search"]').fill(''),
  },
  {
    name: 'a card on the pad',
    place: 'reception',
    shows: '.pad .tapped:not(.tapped--quiet)',
    go: async (_page, window) => window.tap(cardOf(4711)),
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'an unknown card on the pad',
    place: 'reception',
    shows: '.pad .tapped:not(.tapped--quiet)',
    go: async (_page, window) => window.tap(cardOf(9999)),
    leave: async (page) => page.keyboard.press('Escape'),
  },
  { name: 'expected', place: 'reception/expected', shows: '.expected tbody tr' },
  {
    name: 'inviting',
    place: 'reception/expected',
    shows: dialog,
    go: press('.page__list .desk-button--primary'),
    leave: dismiss,
  },
  {
    name: 'planning an event',
    place: 'reception/expected',
    shows: dialog,
    go: press('.page__list .desk-actions .desk-button:nth-of-type(2)'),
    leave: dismiss,
  },
  {
    name: 'reading a calendar',
    place: 'reception/expected',
    shows: dialog,
    go: press('.page__list .desk-actions .desk-button:nth-of-type(3)'),
    leave: dismiss,
  },
  {
    name: 'an event and its guests',
    place: 'reception/expected',
    shows: `${dialog} tbody tr`,
    go: press('.events__list .desk-row-button'),
    leave: dismiss,
  },
  { name: 'cards', place: 'reception/cards', shows: '.inventory tbody tr' },
  {
    name: 'registering a card',
    place: 'reception/cards',
    shows: dialog,
    go: press('.inventory__top > .desk-button'),
    leave: dismiss,
  },
  { name: 'register', place: 'reception/register', shows: '.page--reception form' },
  {
    name: 'register with faults',
    place: 'reception/register',
    shows: '.desk-field__fault',
    go: press('.page--reception form button[type="submit"]'),
  },
  { name: 'security', place: 'security', shows: '.visits tbody tr' },
  {
    name: 'search of security',
    place: 'security',
    shows: '.visits__group',
    go: async (page) => page.locator('input[type="search"]').fill('ma'),
  },
  {
    name: 'a visit in full',
    place: 'security',
    shows: '.pad .file',
    go: press('.visits .desk-row-button'),
  },
  { name: 'watchlist', place: 'security/watchlist', shows: '.visits tbody tr' },
  {
    name: 'an entry of the watchlist',
    place: 'security/watchlist',
    shows: '.pad .file',
    go: press('.visits .desk-row-button'),
  },
  {
    name: 'adding to the watchlist',
    place: 'security/watchlist',
    shows: dialog,
    go: press('.page__list .desk-button--primary'),
    leave: dismiss,
  },
  {
    name: 'restricting a visit',
    place: 'security',
    shows: dialog,
    async go(page) {
      await press('.visits .desk-row-button')(page);
      await press('.pad .visit-hold .desk-button')(page);
    },
    leave: dismiss,
  },
  ...office('retention', 'form'),
  ...office('holds', 'tbody tr', '.desk-row-button'),
  ...office('site', 'form'),
  ...office('types', 'table'),
  {
    name: 'a type of visitor, new',
    place: 'office/types',
    shows: '.office__body form',
    go: press('.office__body .desk-button--primary'),
  },
  ...office('hosts', 'table', '.desk-button--primary'),
  ...office('readers', 'h1', '.desk-button'),
  ...office('devices', 'table', '.desk-button'),
  ...office('connections', 'table'),
  ...office('deliveries', 'tbody tr'),
  ...office('staff', 'table'),
  ...office('audit', 'table'),
  ...office('notice', 'h1'),
  ...office('reports', '.report-chart'),
  ...office('exports', 'form'),
  { name: 'past roll calls', place: 'roll-call', shows: '.roll-calls', least: 44 },
  {
    name: 'roll call',
    place: 'roll-call',
    shows: '.roll-call-row',
    least: 44,
    async go(page) {
      if ((await page.locator('.roll-call').count()) === 0)
        await page.locator('.roll-call-start .desk-button--danger').click();
      await page.locator('.roll-call-row__mark').first().click();
    },
  },
  {
    name: 'adding a person',
    place: 'roll-call',
    shows: dialog,
    least: 44,
    go: press('.roll-call__tools .desk-button'),
    leave: dismiss,
  },
  { name: 'security during a roll call', place: 'security', shows: '.roll-call-alarm' },
];
