/**
 * What staff wait for at the console, from the call, the key or the tap to the picture, in Chromium on the running
 * server host. A picture is there when the message that follows its frame is.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { askControl } from '../../src/main/hosts/control.ts';
import { createStores } from '../../src/main/store/stores.ts';
import { office, signInStaff, value } from './commands.ts';
import { type Installation, newVisitId, open, signIn } from './installation.ts';
import type { Measurement } from './measurement.ts';
import { rank } from './numbers.ts';
import { createRandomNumber, inventPerson } from './people.ts';

const people = 500;
const rounds = 20;
const taps = 60;
const cards = 20;
/** The facility of every card that `fill` registers. */
const facility = 118;

/** As many on site as the roll call shall have, the last of them with cards. */
async function prepare(installation: Installation): Promise<void> {
  const opened = open(installation);
  const stores = createStores(opened.database);
  const notice = stores.notices.latest('en');
  if (notice === undefined) throw new Error('there is no notice');
  const random = createRandomNumber(4);
  const now = Date.now();
  const missing = people - stores.visits.onSiteCounts().onSite;
  const visitIds = Array.from({ length: missing }, () => newVisitId(now));
  stores.transact(() => {
    visitIds.forEach((id, index) => {
      const { host, ...contact } = inventPerson(20_000_000 + index, random);
      stores.visits.insert({
        ...{ id, host, contact, arrivedAt: now, waits: false, hostSequence: null, language: 'en' },
        ...{ noticeSequence: notice.sequence, cardDue: true, recognition: index },
      });
    });
  });
  await signInStaff(opened);
  const { cards: all } = await value<{ cards: { cardId: string; credential: { number: string } }[] }>(
    opened,
    office,
    'cards.list',
    {},
  );
  for (const { cardId, credential } of all.filter(({ credential: { number } }) => Number(number) < cards)) {
    const visitId = visitIds[Number(credential.number)];
    await value(opened, office, 'cards.issue', { cardId, visitId });
  }
  await value(opened, office, 'rollCalls.start', { rollCallId: newVisitId(now), kind: 'drill' });
  opened.app.close();
}

/** H10301 as a reader sends it: even parity over the first 13 bits, odd over the last 13, hexadecimal. */
function cardOf(number: number): string {
  const data = (facility << 16) | number;
  const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length;
  const first = ones(data >>> 12) % 2;
  const last = 1 - (ones(data & 0xfff) % 2);
  return ((first << 25) | (data << 1) | last).toString(16).toUpperCase();
}

/** Starts the server host; its console's address, and how to end it. */
async function startServer({ folder }: Installation, serverFile: string) {
  const child = spawn(
    process.execPath,
    [serverFile, '--data', folder, '--no-open', '--port', '0', '--reader', 'simulated'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const [, link] = /^console: (\S+)$/m.exec(printed) ?? [];
      if (link !== undefined) resolve(link);
    });
    child.on('exit', (code) => reject(new Error(`the server host ended with ${code}`)));
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.on('close', resolve));
    },
  };
}

const go = (page: Page, place: string): Promise<unknown> => page.evaluate(`location.hash = '${place}'`);
const painted = (page: Page, is: string): Promise<number> => page.evaluate(`foyerPainted(${is})`);
const instant = (page: Page, text: string): Promise<number> => page.evaluate(text);

async function rollCallOpens(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await go(page, 'security');
    await painted(page, `() => document.querySelector('input[type=search]') !== null`);
    await instant(page, `(foyerCalls.delete('rollCalls.current'), 0)`);
    await go(page, 'roll-call');
    const at = await painted(
      page,
      `() => document.querySelectorAll('.roll-call-row').length >= ${people} && foyerCalls.has('rollCalls.current')`,
    );
    times.push(at - (await instant(page, `foyerCalls.get('rollCalls.current').sentAt`)));
  }
  return times;
}

async function keysToResults(page: Page): Promise<number[]> {
  await go(page, 'security');
  const box = page.locator('input[type="search"]');
  const random = createRandomNumber(5);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await box.fill('');
    await painted(page, `() => document.querySelector('input[type=search]').value === ''`);
    await page.waitForTimeout(100);
    for (const letter of inventPerson(round, random)
      .name.replace(/[^a-z]/gi, '')
      .slice(0, 4)) {
      await instant(page, `(foyerCalls.delete('visits.search'), 0)`);
      await box.press(letter);
      const at = await painted(
        page,
        // The same people as before change no row; the list is busy no more then.
        `({ changedAt }) => changedAt > (foyerCalls.get('visits.search')?.answeredAt ?? Infinity)`,
      );
      times.push(at - (await instant(page, 'foyerKeyAt')));
      // As fast as a quick typist.
      await page.waitForTimeout(100);
    }
  }
  return times;
}

async function tapsToHolder(page: Page, { folder }: Installation): Promise<number[]> {
  await go(page, 'reception');
  // The console is open all day: the day's visitors are on it before the first card is.
  await page
    .locator('.visits .desk-row-button')
    .nth(people / 10)
    .waitFor();
  const times: number[] = [];
  for (let round = 0; round < taps; round += 1) {
    await instant(page, `(foyerCalls.delete('cards.read'), 0)`);
    const label = `Card ${round % cards}`;
    const from = Date.now();
    const answer = await askControl(folder, {
      command: 'tap',
      card: `H10301:${cardOf(round % cards)}`,
      place: 'desk',
    });
    if (answer?.ok !== true) throw new Error('the tap was refused');
    const at = await painted(
      page,
      `({ changedAt }) => changedAt > (foyerCalls.get('cards.read')?.answeredAt ?? Infinity) &&
        [...document.querySelectorAll('.pad .tapped')].some(({ textContent }) => textContent.includes('${label}'))`,
    );
    times.push(at - from);
    await page.waitForTimeout(700);
  }
  return times;
}

/** Changes the installation: 500 people are on site afterwards, and a roll call is open. */
export async function measureScreens(installation: Installation, serverFile: string): Promise<Measurement[]> {
  await prepare(installation);
  const server = await startServer(installation, serverFile);
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({
      executablePath: process.env.FOYER_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript({ path: join(import.meta.dirname, 'painted.js') });
    await page.goto(server.address);
    await page.getByLabel('User name').fill(signIn.userName);
    await page.getByLabel('Passphrase').fill(signIn.passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('navigation', { name: 'Consoles' }).waitFor();
    const rollCall = await rollCallOpens(page);
    const keys = await keysToResults(page);
    const taps = await tapsToHolder(page, installation);
    const line = (name: string, times: readonly number[], limit: number): Measurement[] => [
      { name: `${name}, p50`, value: rank(times, 0.5), unit: 'ms', limit: null },
      { name: `${name}, p95`, value: rank(times, 0.95), unit: 'ms', limit },
    ];
    return [
      ...line('roll call of 500 people, call to picture', rollCall, 300),
      ...line('search, key to picture', keys, 50),
      ...line('tap to picture of the holder', taps, 60),
    ];
  } finally {
    await browser?.close();
    await server.stop();
  }
}
