/** Reception: visits, the card pad, expected visitors and events, cards, registering. */
import type { Page } from 'playwright/test';
import type { ConsoleWindow } from '../console-window.ts';
import { cardOf } from './lively-site.ts';
import { chooseFile, dialog, dismiss, press, pressAll, type Stop, type } from './stop.ts';

const row = '.visits .desk-row-button';
const openRow = '.visits .desk-row-button[aria-expanded="true"]';
const acts = '.visit-actions > .desk-actions > .desk-button';
const search = 'input[type="search"]';
const tapped = '.pad .tapped:not(.tapped--quiet)';
const putAside = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.locator('.pad .tapped--quiet').waitFor();
};

const tap = (number: number) => async (_page: Page, window: ConsoleWindow) => window.tap(cardOf(number));
const page = 'reception/reception-page.tsx';

const visitStops: readonly Stop[] = [
  { name: 'reception', of: page, place: 'reception', shows: '.visits tbody tr' },
  { name: 'a visit opened', of: page, place: 'reception', shows: '.visits__detail', go: press(row) },
  {
    name: 'correcting details',
    of: 'reception/correct-details.tsx',
    place: 'reception',
    shows: `${dialog} form`,
    go: press(`${acts}:nth-of-type(3)`),
    leave: dismiss,
  },
  {
    name: 'a badge that was not printed',
    of: page,
    place: 'reception',
    shows: '.page--reception .desk-message--bad',
    async go(inPage, window) {
      window.answer('badges.print', () => ({ ok: false, code: 'unavailable' }));
      await press(acts)(inPage);
    },
    async leave(inPage, window) {
      window.answer('badges.print', (_input, core) => core());
      await pressAll('.desk-message--bad .desk-button--quiet', openRow)(inPage);
    },
  },
  {
    name: 'printing badges',
    of: 'badges/print-badges-dialog.tsx',
    place: 'reception',
    shows: `${dialog} .badge-preview svg`,
    go: press('.page__scroll > .desk-actions .desk-button'),
    leave: dismiss,
  },
  {
    name: 'nobody to show',
    of: page,
    place: 'reception',
    shows: '.page__scroll .desk-nothing',
    go: press('.desk-tabs__alarm, .desk-tabs button:nth-of-type(4)'),
    leave: press('.desk-tabs button'),
  },
  {
    name: 'search at reception',
    of: page,
    place: 'reception',
    shows: '.search-line',
    go: type(search, 'ma'),
  },
  {
    name: 'nothing found at reception',
    of: page,
    place: 'reception',
    shows: '.page__scroll .desk-nothing',
    go: type(search, 'qqqqqq'),
    leave: type(search, ''),
  },
];

const padStops: readonly Stop[] = [
  {
    name: 'a card on the pad',
    of: page,
    place: 'reception',
    shows: tapped,
    go: tap(4711),
  },
  {
    name: 'choosing who gets the card',
    of: page,
    place: 'reception',
    shows: '.receiver__list [role="option"]',
    go: press('.pad__who .desk-button'),
    async leave(inPage) {
      await press('.receiver > .desk-button')(inPage);
      await putAside(inPage);
    },
  },
  {
    name: 'a card given out',
    of: page,
    place: 'reception',
    shows: '.pad__advice',
    async go(inPage, window) {
      await tap(4712)(inPage, window);
      await press('.pad [data-first]')(inPage);
    },
    leave: putAside,
  },
  {
    name: 'a card that is out on the pad',
    of: page,
    place: 'reception',
    shows: '.pad .tapped--issued',
    go: tap(4712),
  },
  {
    name: 'a card taken back',
    of: page,
    place: 'reception',
    shows: '.pad .tapped--good',
    go: press('.pad [data-first]'),
    leave: putAside,
  },
  {
    name: 'a lost card on the pad',
    of: page,
    place: 'reception',
    shows: '.pad .tapped--bad[role="alert"]',
    async go(inPage, window) {
      await tap(4713)(inPage, window);
      await press('.pad .desk-button--danger')(inPage);
      await inPage.locator('.pad .tapped--bad[role="status"]').waitFor();
      await tap(4713)(inPage, window);
    },
    async leave(inPage) {
      // Found again, for the pages that come.
      await press('.pad .desk-button--large:not([data-first])')(inPage);
      await inPage.locator('.pad .tapped--good').waitFor();
      await putAside(inPage);
    },
  },
  {
    name: 'an unknown card on the pad',
    of: page,
    place: 'reception',
    shows: tapped,
    go: tap(9999),
    leave: putAside,
  },
  {
    name: 'a card that cannot be read',
    of: page,
    place: 'reception',
    shows: '.pad .tapped--bad',
    go: async (_page, window) => window.tap({ kind: 'unreadable', reason: 'random-uid' }),
    leave: putAside,
  },
];

const expectedPlace = 'reception/expected';
const eventRow = '.events__list .desk-row-button';
const leaveEvent = async (inPage: Page): Promise<void> => {
  // Its guests and its printing lead back to the event.
  await inPage.keyboard.press('Escape');
  await inPage.locator(`${dialog} .desk-facts`).waitFor();
  await dismiss(inPage);
};

const expectedStops: readonly Stop[] = [
  { name: 'expected', of: page, place: expectedPlace, shows: '.expected tbody tr' },
  {
    name: 'inviting',
    of: 'reception/invite-dialog.tsx',
    place: expectedPlace,
    shows: dialog,
    go: press('.page__list .desk-button--primary'),
  },
  {
    name: 'inviting with faults',
    of: 'reception/invite-dialog.tsx',
    place: expectedPlace,
    shows: `${dialog} .desk-field__fault`,
    go: press(`${dialog} button[type="submit"]`),
    leave: dismiss,
  },
  {
    name: "an invitation's code",
    of: 'reception/invitation-code.tsx',
    place: expectedPlace,
    shows: `${dialog} .desk-qr`,
    go: press('.expected__acts .desk-button:nth-last-of-type(2)'),
    leave: dismiss,
  },
  {
    name: 'planning an event',
    of: 'reception/events/plan-event.tsx',
    place: expectedPlace,
    shows: dialog,
    go: press('.page__list .desk-actions .desk-button:nth-of-type(2)'),
    leave: dismiss,
  },
  {
    name: 'reading a calendar',
    of: 'reception/events/import-calendar.tsx',
    place: expectedPlace,
    shows: dialog,
    go: press('.page__list .desk-actions .desk-button:nth-of-type(3)'),
  },
  {
    name: 'a calendar that was read',
    of: 'reception/events/import-calendar.tsx',
    place: expectedPlace,
    shows: `${dialog} .events__report`,
    go: chooseFile('calendar.ics', 'text/calendar', [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nordlys//EN'],
      ...['BEGIN:VEVENT', 'UID:1@nordlys.example', 'DTSTAMP:20350101T080000Z', 'DTSTART:20350305T090000Z'],
      ...['SUMMARY:Generalforsamling i Arbejdsmarkedsuddannelsesadministrationen', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'UID:2@nordlys.example', 'DTSTAMP:20350101T080000Z', 'DTSTART:20350306T090000Z'],
      ...['SUMMARY:Breakfast', 'ATTENDEE;CN=Ane Bøg:mailto:ane@example.com', 'END:VEVENT', 'END:VCALENDAR'],
    ]),
    leave: dismiss,
  },
  {
    name: 'an event and its guests',
    of: 'reception/events/event-dialog.tsx',
    place: expectedPlace,
    shows: `${dialog} tbody tr`,
    go: press(eventRow),
  },
  {
    name: 'calling an event off',
    of: 'reception/events/event-dialog.tsx',
    place: expectedPlace,
    shows: `${dialog} .desk-button--danger`,
    go: press(`${dialog} .desk-button--quiet`),
    leave: dismiss,
  },
  {
    name: 'adding guests',
    of: 'reception/events/add-guests.tsx',
    place: expectedPlace,
    shows: `${dialog} textarea`,
    go: pressAll(eventRow, `${dialog} .desk-button--primary`),
  },
  {
    name: 'guests that were looked at',
    of: 'reception/events/add-guests.tsx',
    place: expectedPlace,
    shows: `${dialog} .events__report`,
    async go(inPage) {
      await type(
        `${dialog} textarea`,
        'Maximiliane-Alexandra Wolfeschlegelsteinhausenbergerdorff, maximiliane@example.com\nNobody, not an address',
      )(inPage);
      await press(`${dialog} .desk-actions .desk-button`)(inPage);
    },
    leave: leaveEvent,
  },
  {
    name: 'printing invitations',
    of: 'reception/events/print-invitations.tsx',
    place: expectedPlace,
    shows: `${dialog} .form-stack .desk-message`,
    go: pressAll(eventRow, `${dialog} .desk-actions .desk-button:nth-of-type(2)`),
  },
  {
    name: 'invitations ready to print',
    of: 'reception/events/print-invitations.tsx',
    place: expectedPlace,
    shows: `${dialog} .form-stack .desk-message`,
    async go(inPage) {
      const lead = await inPage.locator(`${dialog} .desk-message`).textContent();
      await press(`${dialog} .desk-button--primary`)(inPage);
      await inPage.waitForFunction(
        ([selector, before]) => document.querySelector(selector)?.textContent !== before,
        [`${dialog} .desk-message`, lead] as const,
      );
    },
    leave: leaveEvent,
  },
];

const otherStops: readonly Stop[] = [
  { name: 'cards', of: page, place: 'reception/cards', shows: '.inventory tbody tr' },
  {
    name: 'retiring a card',
    of: page,
    place: 'reception/cards',
    shows: '.inventory .desk-button--danger',
    go: press('.inventory .desk-actions .desk-button:nth-of-type(2)'),
    leave: press('.inventory .desk-button--danger + .desk-button'),
  },
  {
    name: 'registering a card',
    of: 'reception/register-number.tsx',
    place: 'reception/cards',
    shows: dialog,
    go: press('.inventory__top > .desk-button'),
    leave: dismiss,
  },
  { name: 'register', of: page, place: 'reception/register', shows: '.page--reception form' },
  {
    name: 'register with faults',
    of: page,
    place: 'reception/register',
    shows: '.desk-field__fault',
    go: press('.page--reception form button[type="submit"]'),
  },
  {
    name: 'hosts to choose at reception',
    of: page,
    place: 'reception/register',
    shows: '.host-field__list button',
    go: type('.host-field input', 'met'),
    leave: type('.host-field input', ''),
  },
];

export const receptionStops: readonly Stop[] = [...visitStops, ...padStops, ...expectedStops, ...otherStops];
