/**
 * Every screen of the kiosk in every state that looks different, in the order of one walk. A new screen is a new
 * stop at its place in the walk; `stops.test.ts` fails for a state of the flow that has none.
 */
import type { Page } from 'playwright/test';
import type { Screen } from '../../../src/renderer/kiosk/flow.ts';
import { kioskLanguages } from '../../../src/shared/words/kiosk-words.ts';
import { pseudoLanguage } from '../../support/pseudo-language.ts';
import { type FakeHost, goodCode, type ReadyWelcome, readyWelcome, visitorTypes } from '../fake-host.ts';
import { button, field, søren } from '../kiosk-page.ts';
import { cameraStops } from './camera-stops.ts';

/** Eight languages and the pseudo-language to choose from, as no site has more. */
export const welcome: ReadyWelcome = {
  ...readyWelcome,
  languages: [...kioskLanguages, pseudoLanguage],
  words: { revision: 'test', languages: [{ language: pseudoLanguage, keyboard: null }] },
};

export interface Walk {
  readonly page: Page;
  readonly host: FakeHost;
  /** What the site is like on this walk. */
  readonly site: ReadyWelcome;
  /** What the visitor of the usual way is called; without it a name as long as names get. */
  readonly visitor?: string;
  /** A new visitor at the welcome makes the walk's choices. */
  begin(): Promise<void>;
}

export interface Stop {
  readonly name: string;
  /** The state of the flow; null for what stands outside it or over it. */
  readonly screen: Screen | null;
  /** False where no visitor's choices hold. */
  readonly visitor?: false;
  /** From the stop before to this one, in English. */
  go(walk: Walk): Promise<void>;
  /** Caption of its picture in docs/screens; without, it is a variation that needs none. */
  readonly picture?: string;
  /** Brings words back that were spoken once, in the language they were spoken in. */
  again?(walk: Walk): Promise<void>;
  /** What must be on the screen in any language. */
  readonly shows: string;
  /** Leaves what stands over the screen, or what the next stop does not want. */
  leave?(walk: Walk): Promise<void>;
}

const press = (page: Page, name: string): Promise<void> => button(page, name).click();
const alert = '.touch-field__fault, .strip--bad';

/** In any language. */
const submit = (page: Page): Promise<void> =>
  page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit());

/** Refused for a reason that is not the visitor's: after five misses the kiosk sends them to reception. */
async function tryToSignOut({ page, host }: Walk): Promise<void> {
  await host.refuseNext('visits.signOut', { ok: false, code: 'internal', reference: 'abc' });
  await submit(page);
  await page.locator('.screen--message .touch-button--primary').click();
  await page.locator('.strip--bad').waitFor();
}

async function tryToConfirm({ page, host }: Walk): Promise<void> {
  await host.refuseNext('visits.arrive', { ok: false, code: 'internal', reference: 'abc' });
  await page.locator('.acts .touch-button--primary').click();
  await page.locator('.strip--bad').waitFor();
}

/** Nobody has touched the screen for a while. */
async function waitUntilAsked({ page, host, site }: Walk): Promise<void> {
  await host.setWelcome({ ...site, kiosk: { idleSeconds: 1, countdownSeconds: 600 } });
  await page.locator('dialog[open]').waitFor();
}

/** With the site's own time, nobody has been away long enough: the question goes by itself. */
async function stopAsking({ page, host, site }: Walk): Promise<void> {
  await host.setWelcome(site);
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
}

async function putCardIntoSlot({ page, host }: Walk): Promise<void> {
  await host.emit({ type: 'card.returned', readerId: 'slot', outcome: 'not-out' });
  await page.locator('.bar__notice').waitFor();
}

async function switchUnhurried({ page }: Walk): Promise<void> {
  await page.getByRole('button', { name: 'Accessibility' }).click();
  await page.getByRole('switch', { name: 'No time limit' }).click();
  await press(page, 'Close');
}

export const stops: readonly Stop[] = [
  {
    name: 'set-up missing',
    screen: null,
    visitor: false,
    shows: '.screen--quiet',
    go: ({ host }) =>
      host.setWelcome({ state: 'set-up', timeZone: 'Europe/Copenhagen', languages: ['en', 'da'] }),
  },
  {
    name: 'out of order',
    screen: null,
    visitor: false,
    shows: '.screen--quiet',
    go: ({ host }) => host.setWelcome({ state: 'fault', fault: 'damaged' }),
    leave: ({ host, site }) => host.setWelcome(site),
  },
  {
    name: 'attract',
    picture: 'The welcome: sign in, a code, or sign out; how long details are kept stands at the bottom.',
    screen: 'attract',
    shows: '.screen--attract',
    go: ({ begin }) => begin(),
  },
  {
    name: 'attract in two languages',
    screen: 'attract',
    shows: '.attract__acts .chips',
    go: ({ host, site }) => host.setWelcome({ ...site, languages: ['en', 'da'], returnSlot: true }),
  },
  {
    name: 'attract without room',
    screen: 'attract',
    shows: '.screen--attract:not(:has(.touch-button--primary))',
    go: ({ host, site }) => host.setWelcome({ ...site, storageLow: true }),
    leave: ({ host, site }) => host.setWelcome(site),
  },
  {
    name: 'accessibility',
    picture: 'Text, contrast, height, voice and time, for one visitor.',
    screen: null,
    shows: 'dialog[open]',
    go: ({ page }) => press(page, 'Accessibility'),
    leave: ({ page }) => press(page, 'Close'),
  },
  {
    name: 'code',
    picture: "An invitation's code.",
    screen: 'code',
    shows: '.fields--code',
    go: ({ page }) => press(page, 'I have a code'),
  },
  {
    name: 'code with a fault',
    screen: 'code',
    shows: alert,
    async go({ page }) {
      await field(page, 'Code').fill('K7QF2M9Z');
      await press(page, 'Continue');
    },
  },
  ...cameraStops,
  {
    name: 'invited',
    picture: 'What the invitation says; nothing is asked twice.',
    screen: 'invited',
    shows: '.screen:not(:has(form))',
    async go({ page }) {
      await field(page, 'Code').fill(goodCode);
      await press(page, 'Continue');
    },
  },
  {
    name: 'notice of the invited',
    screen: 'notice',
    shows: '.rows > .row',
    go: ({ page }) => press(page, 'Continue'),
    async leave({ page }) {
      await press(page, 'Back');
      await press(page, 'Back');
    },
  },
  {
    name: 'reception',
    picture: 'Too many codes were tried: reception goes on.',
    screen: 'reception',
    shows: '.screen--message',
    async go({ page, host }) {
      await host.refuseNext('invitations.open', { ok: false, code: 'throttled', retryAfterSeconds: 30 });
      await field(page, 'Code').fill(goodCode);
      await press(page, 'Continue');
    },
    leave: ({ page }) => press(page, 'Back'),
  },
  {
    name: 'sign-out',
    picture: 'Signing out by name and e-mail; there is no list to choose from.',
    screen: 'sign-out',
    shows: '.fields--2',
    go: ({ page }) => press(page, 'Sign out'),
  },
  {
    name: 'sign-out with a fault',
    screen: 'sign-out',
    shows: alert,
    async go(walk) {
      await field(walk.page, 'Full name').fill(søren.name);
      await field(walk.page, 'E-mail').fill(søren.email);
      await tryToSignOut(walk);
    },
    again: tryToSignOut,
  },
  {
    name: 'leaving',
    picture: 'Asked once before anybody is signed out, with first letters alone.',
    screen: 'leaving',
    shows: '.screen--message',
    go: ({ page }) => submit(page),
  },
  {
    name: 'signed-out',
    picture: 'Signed out, and what to do with the card.',
    screen: 'signed-out',
    shows: '.screen--done',
    go: ({ page }) => press(page, 'Confirm'),
  },
  {
    name: 'signed out by a card',
    screen: 'signed-out',
    shows: '.screen--done',
    go: ({ host }) => host.emit({ type: 'card.returned', readerId: 'slot', outcome: 'signed-out' }),
  },
  {
    name: 'known',
    picture: 'Somebody who was here before: name and e-mail, and the rest is found without being shown.',
    screen: 'known',
    shows: '.fields--2',
    async go({ page, begin }) {
      await press(page, 'Done');
      await begin();
      await press(page, 'I have been here before');
    },
  },
  {
    name: 'known without the host',
    screen: 'known',
    shows: alert,
    async go({ page, host, site }) {
      await host.setWelcome({ ...site, away: true });
      await field(page, 'Full name').fill(søren.name);
      await field(page, 'E-mail').fill(søren.email);
      await press(page, 'Continue');
    },
    leave: ({ host, site }) => host.setWelcome(site),
  },
  {
    name: 'host alone',
    screen: 'visit',
    shows: '.fields--1',
    go: ({ page }) => press(page, 'Continue'),
  },
  {
    name: 'notice read before',
    picture: 'Whoever comes again sees since when the notice is unchanged, and is registered here.',
    screen: 'notice',
    shows: '.notice-since',
    go: ({ page }) => press(page, 'Continue'),
    async leave({ page }) {
      await press(page, 'Back');
      await press(page, 'Back');
      await field(page, 'Full name').fill('');
      await field(page, 'E-mail').fill('');
      await press(page, 'Back');
    },
  },
  {
    name: 'name',
    picture: 'One question a screen, with a keyboard of its own.',
    screen: 'name',
    shows: '.fields--1',
    go: ({ page }) => press(page, 'Sign in'),
  },
  {
    name: 'contact with faults',
    screen: 'contact',
    shows: alert,
    async go({ page, visitor }) {
      const name = visitor ?? `${søren.name} ${'Vesterbro-Lindegaard '.repeat(4)}`;
      await field(page, 'Full name').fill(name);
      await press(page, 'Continue');
      await field(page, 'E-mail').fill('soren');
      await press(page, 'Continue');
    },
  },
  {
    name: 'contact',
    picture: 'How to reach the visitor; the phone has its own keys.',
    screen: 'contact',
    shows: '.touch-keyboard--phone',
    async go({ page }) {
      await field(page, 'E-mail').fill(søren.email);
      await field(page, 'Phone').fill(søren.phone);
    },
  },
  { name: 'visit', screen: 'visit', shows: '.fields--2', go: ({ page }) => press(page, 'Continue') },
  {
    name: 'hosts to choose',
    picture: 'The host, found while typing: first name, initial and department only.',
    screen: 'visit',
    shows: '.picker__answer',
    async go({ page }) {
      await field(page, 'Company').fill('Byg og Bo');
      await field(page, 'Host').fill('met');
    },
  },
  {
    name: 'no more hosts to choose',
    screen: 'visit',
    shows: '.picker__enough',
    async go({ page, host }) {
      await host.refuseNext('hosts.find', { ok: false, code: 'throttled' });
      await field(page, 'Host').fill('mett');
    },
  },
  {
    name: 'notice',
    picture: 'What happens to the details: who, what for, how long, and the rights.',
    screen: 'notice',
    shows: '.rows > .row',
    go: ({ page }) => press(page, 'Continue'),
  },
  {
    name: 'full notice',
    picture: 'The whole notice, to read at leisure.',
    screen: 'full-notice',
    shows: '.reading__section',
    go: ({ page }) => press(page, 'Read the full notice'),
    leave: ({ page }) => press(page, 'Back'),
  },
  {
    name: 'notice that changed',
    screen: 'notice',
    shows: '.strip',
    async go({ host }) {
      await host.renewNotice();
      await host.emit({ type: 'changed', areas: ['notice'] });
    },
  },
  {
    name: 'review',
    picture: 'Everything once more, each with a way to change it.',
    screen: 'review',
    shows: '.answers',
    go: ({ page }) => press(page, 'Continue'),
  },
  {
    name: 'a card in the slot',
    screen: 'review',
    shows: '.bar__notice',
    go: putCardIntoSlot,
    again: putCardIntoSlot,
  },
  {
    name: 'review with trouble',
    screen: 'review',
    shows: alert,
    go: tryToConfirm,
    again: tryToConfirm,
  },
  {
    name: 'lost',
    picture: 'Nobody answers: the screen says so and keeps what was typed.',
    screen: null,
    shows: '.kiosk:not([hidden]) .screen--quiet',
    async go({ host }) {
      await host.setSilent(true);
      await host.emit({ type: 'changed', areas: ['site'] });
    },
    async leave({ host }) {
      await host.setSilent(false);
      await host.emit({ type: 'changed', areas: ['site'] });
    },
  },
  {
    name: 'asked whether there',
    picture: 'Nobody has touched the screen; what was typed is deleted soon.',
    screen: null,
    shows: 'dialog[open]',
    go: waitUntilAsked,
    leave: stopAsking,
  },
  {
    name: 'covered without a time limit',
    screen: null,
    shows: 'dialog[open]',
    async go(walk) {
      await switchUnhurried(walk);
      await waitUntilAsked(walk);
    },
    async leave(walk) {
      await stopAsking(walk);
      await switchUnhurried(walk);
    },
  },
  {
    name: 'done',
    picture: 'Thanks, and what comes next.',
    screen: 'done',
    shows: '.screen--done',
    go: ({ page }) => press(page, 'Confirm'),
  },
  {
    name: 'type',
    picture: 'Where the site names types of visitor: a touch is the answer.',
    screen: 'type',
    shows: '.choices',
    async go({ page, host, site, begin }) {
      await press(page, 'Done');
      await host.setWelcome({ ...site, visitorTypes });
      await begin();
      await press(page, 'Sign in');
    },
  },
  {
    name: 'detail to choose',
    picture: 'What a type of visitor asks, one question a screen.',
    screen: 'detail',
    shows: '.choices',
    async go({ page }) {
      await press(page, 'Work in the house');
      await field(page, 'Full name').fill(søren.name);
      await press(page, 'Continue');
      await field(page, 'E-mail').fill(søren.email);
      await field(page, 'Phone').fill(søren.phone);
      await press(page, 'Continue');
      await press(page, 'Continue');
    },
  },
  {
    name: 'detail to type',
    screen: 'detail',
    shows: '.fields',
    go: ({ page }) => press(page, 'Something else'),
  },
  {
    name: 'rules',
    picture: 'The rules of the site for this type of visitor; one button says they were read.',
    screen: 'rules',
    shows: '.house-rules',
    go: ({ page }) => press(page, 'Continue'),
    leave: ({ host, site }) => host.setWelcome(site),
  },
];
