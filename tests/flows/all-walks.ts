/** Every walk that has a limit of seconds, one after another at the kiosk of one running Foyer. */
import type { Browser, Page } from 'playwright/test';
import { askControl } from '../../src/main/hosts/control.ts';
import { type HttpDesk, openDesk, until } from '../e2e/desk-over-http.ts';
import { type Installation, provisionFolder, type Visitor, withReaders } from '../e2e/running-foyer.ts';
import { createKeyboard } from '../wedge/keyboard.ts';
import { readerStrokes } from '../wedge/rhythms.ts';
import type { Person } from './person.ts';
import { goodbye, returning, returningByBadge, signOutByName, walkIn, withCode } from './walks.ts';

const visitor: Visitor = {
  name: 'Marie Lindholm',
  email: 'marie.lindholm@example.com',
  phone: '+45 01 23 45 67',
  company: 'Paper Boat Media',
  host: 'Dagny Friis',
};
const simulated = { name: '', profile: 'simulated', format: 'H10301', device: null, raw: null } as const;
const card = '2F623AE';

/** A data folder to copy, with readers at the desk and at the kiosk. */
export const provisionForWalks = (): Promise<string> =>
  provisionFolder(
    withReaders([
      { readerId: 'desk', place: 'desk', ...simulated },
      { readerId: 'slot', place: 'kiosk', ...simulated },
      { readerId: 'scanner', place: 'kiosk', ...simulated, profile: 'wedge' },
    ]),
  );

/** A kiosk at its welcome; `prepare` is asked before the page is opened. */
export async function withKiosk(
  browser: Browser,
  installation: Installation,
  use: (page: Page, desk: HttpDesk) => Promise<void>,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const foyer = await installation.start();
  // An address opens once, and the page needs one as well.
  const { out } = await installation.command('link', 'kiosk');
  const desk = await openDesk({ ...foyer, kiosk: out.trim().replace(/^kiosk: /, '') });
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    await prepare(page);
    await page.goto(foyer.kiosk);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await use(page, desk);
  } finally {
    desk.close();
    await foyer.stop();
  }
}

/** At the site, `2026-03-02`. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());

/** The visitor who signed in last gets the card at the desk. */
async function handCardOut(desk: HttpDesk, tapAtDesk: () => Promise<void>): Promise<void> {
  await tapAtDesk();
  await until(() => desk.taps().length > 0, 'the tap at the desk');
  const [tap] = desk.taps();
  if (tap === undefined) throw new Error('there is no tap');
  const { card: registered } = await desk.call('cards.register', {
    label: '0407',
    type: 'visitor',
    source: { by: 'tap', tap },
  });
  const { next } = await desk.read(tap);
  if (next === null) throw new Error('nobody waits for a card');
  await desk.call('cards.issue', { cardId: registered.cardId, visitId: next.visitId });
}

/** What the QR code of the visitor's badge holds; it is printed while they are on site. */
async function badgeOfVisitor(desk: HttpDesk): Promise<string> {
  const { results } = await desk.call('visits.search', { text: visitor.name, scope: 'all' });
  const [visit] = results;
  if (visit === undefined) throw new Error('the visitor was not found');
  return (await desk.call('visits.badgeCode', { visitId: visit.visitId })).code;
}

/** How a walk is told: what it is called, and the seconds it may take at human speed. */
export type Play = (
  name: string,
  limitS: number | null,
  go: (person: Person) => Promise<void>,
) => Promise<void>;

/** `play` is given every walk in turn, each from the welcome back to the welcome. */
export async function playWalks(
  page: Page,
  desk: HttpDesk,
  installation: Installation,
  play: Play,
): Promise<void> {
  const tap = async (place: 'desk' | 'kiosk'): Promise<void> => {
    const answer = await askControl(installation.dataFolder, {
      command: 'tap',
      card: `H10301:${card}`,
      place,
    });
    if (answer?.ok !== true) throw new Error(`the tap at the ${place} was refused`);
  };
  await play('walk-in, what is required', 45, (person) => walkIn(person, visitor, false));
  const badge = await badgeOfVisitor(desk);
  await play('sign-out by name and e-mail', 45, (person) => signOutByName(person, visitor));
  await play('walk-in, every field', 60, (person) => walkIn(person, visitor, true));
  await play('walk-in, every field and every word', null, (person) =>
    walkIn(person, visitor, true, 'every-word'),
  );
  await handCardOut(desk, () => tap('desk'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  const { typedCode } = await desk.call('invitations.make', {
    ...{ ...visitor, name: 'Jonas Vestergaard', validOn: today() },
  });
  await play('with a code', 15, (person) =>
    // As it is said aloud; the dash is for the eye.
    withCode(person, typedCode.replace('-', '')),
  );
  await play('returning, by name and e-mail', 20, (person) => returning(person, visitor));
  const scanner = await createKeyboard(page);
  await play('returning, by badge', 20, (person) =>
    returningByBadge(person, () => scanner.strike(readerStrokes(`${badge}\n`, 0, [8, 11, 9], 0.5))),
  );
  await play('sign-out by card', 3, async () => {
    await tap('kiosk');
    await goodbye(page);
  });
}
