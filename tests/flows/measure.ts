/**
 * How long a person at human speed (person.ts) takes at the kiosk of the running product, how many touches that
 * is, how soon the screen answers a touch, and whether the page's memory stays flat over many visitors. Limits:
 * docs/performance.md. Exit code 1 when something is over its limit.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright/test';
import playwrightConfig from '../../playwright.config.ts';
import { isWithin, type Measurement, report } from '../../scripts/bench/measurement.ts';
import { timed } from '../../scripts/bench/numbers.ts';
import { askControl } from '../../src/main/hosts/control.ts';
import { type HttpDesk, openDesk, until } from '../e2e/desk-over-http.ts';
import {
  createInstallation,
  type Installation,
  provisionFolder,
  type Visitor,
  withReaders,
} from '../e2e/running-foyer.ts';
import { createKeyboard } from '../wedge/keyboard.ts';
import { readerStrokes } from '../wedge/rhythms.ts';
import { measureMemory } from './memory.ts';
import { paintTimes, watchPaint } from './paint.ts';
import { createPerson, type Person } from './person.ts';
import { goodbye, returning, returningByBadge, signOutByName, walkIn, withCode } from './walks.ts';

const { values } = parseArgs({
  options: { visitors: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
const visitors = Number(values.visitors);
if (!Number.isInteger(visitors) || visitors < 100) {
  process.stderr.write('foyer: --visitors takes a whole number from 100\n');
  process.exit(2);
}

const visitor: Visitor = {
  name: 'Marie Lindholm',
  email: 'marie.lindholm@example.com',
  phone: '+45 01 23 45 67',
  company: 'Paper Boat Media',
  host: 'Dagny Friis',
};
const simulated = { name: '', profile: 'simulated', format: 'H10301', device: null, raw: null } as const;
const card = '2F623AE';

const measurements: Measurement[] = [];
const tell = (text: string): void => void process.stderr.write(`flows: ${text}\n`);

async function walk(name: string, limitS: number | null, page: Page, go: (person: Person) => Promise<void>) {
  tell(name);
  const person = createPerson(page);
  const tookMs = await timed(() => go(person));
  measurements.push(
    { name, value: tookMs / 1000, unit: 's', limit: limitS },
    { name: `${name}: touches of buttons and fields`, value: person.taps(), unit: 'taps', limit: null },
    { name: `${name}: keys`, value: person.keys(), unit: 'keys', limit: null },
    { name: `${name}: words read`, value: person.wordsRead(), unit: 'words', limit: null },
  );
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

async function measureFlows(page: Page, desk: HttpDesk, installation: Installation): Promise<void> {
  const tap = async (place: 'desk' | 'kiosk'): Promise<void> => {
    const answer = await askControl(installation.dataFolder, {
      command: 'tap',
      card: `H10301:${card}`,
      place,
    });
    if (answer?.ok !== true) throw new Error(`the tap at the ${place} was refused`);
  };
  await walk('walk-in, what is required', 45, page, (person) => walkIn(person, visitor, false));
  const badge = await badgeOfVisitor(desk);
  await walk('sign-out by name and e-mail', 45, page, (person) => signOutByName(person, visitor));
  await walk('walk-in, every field', 60, page, (person) => walkIn(person, visitor, true));
  await walk('walk-in, every field and every word', null, page, (person) =>
    walkIn(person, visitor, true, 'every-word'),
  );
  await handCardOut(desk, () => tap('desk'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  const { typedCode } = await desk.call('invitations.make', {
    ...{ ...visitor, name: 'Jonas Vestergaard', validOn: today() },
  });
  await walk('with a code', 15, page, (person) =>
    // As it is said aloud; the dash is for the eye.
    withCode(person, typedCode.replace('-', '')),
  );
  await walk('returning, by name and e-mail', 20, page, (person) => returning(person, visitor));
  const scanner = await createKeyboard(page);
  await walk('returning, by badge', 20, page, (person) =>
    returningByBadge(person, () => scanner.strike(readerStrokes(`${badge}\n`, 0, [8, 11, 9], 0.5))),
  );
  await walk('sign-out by card', 3, page, async () => {
    await tap('kiosk');
    await goodbye(page);
  });
}

async function measureIn(browser: Browser, installation: Installation): Promise<void> {
  const foyer = await installation.start();
  // An address opens once, and the page needs one as well.
  const { out } = await installation.command('link', 'kiosk');
  const desk = await openDesk({ ...foyer, kiosk: out.trim().replace(/^kiosk: /, '') });
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    await watchPaint(page);
    await page.goto(foyer.kiosk);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await measureFlows(page, desk, installation);
    measurements.push(...(await paintTimes(page)));
  } finally {
    desk.close();
    await foyer.stop();
  }
}

async function measureMemoryIn(browser: Browser, installation: Installation): Promise<void> {
  tell(`${visitors} visitors in a row`);
  const foyer = await installation.start();
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    await page.goto(foyer.kiosk);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    measurements.push(...(await measureMemory(page, visitors)));
  } finally {
    await foyer.stop();
  }
}

/**
 * What the compilers make of functions that run often stands in the same heap and comes little by little over
 * hundreds of visitors: without them all that grows there is what the page keeps.
 */
const withoutCompilers = '--js-flags=--no-opt --no-maglev --no-sparkplug';

const setUp = await provisionFolder(
  withReaders([
    { readerId: 'desk', place: 'desk', ...simulated },
    { readerId: 'slot', place: 'kiosk', ...simulated },
    { readerId: 'scanner', place: 'kiosk', ...simulated, profile: 'wedge' },
  ]),
);
const installation = createInstallation(setUp);
const { launchOptions = {} } = playwrightConfig.use ?? {};

async function inBrowser(args: readonly string[], measure: typeof measureIn): Promise<void> {
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
  try {
    await measure(browser, installation);
  } finally {
    await browser.close();
  }
}

try {
  await inBrowser([], measureIn);
  await inBrowser([withoutCompilers], measureMemoryIn);
} finally {
  await installation.remove();
  rmSync(setUp, { recursive: true, force: true });
}
process.stdout.write(
  values.json ? `${JSON.stringify({ visitors, measurements }, null, 2)}\n` : `${report(measurements)}\n`,
);
process.exit(measurements.every(isWithin) ? 0 : 1);
