/** The kiosk's page with a keyboard reader beside it, in Chromium. */
import { type FakeHost, installFakeHost, readyWelcome } from '../kiosk/fake-host.ts';
import { button, expect, expectHeading, field, test } from '../kiosk/kiosk-page.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import { type KeyEvent, personStrokes, readerStrokes, together } from './rhythms.ts';

const card = '0027314141';
const scan = (start: number, gap = 9): KeyEvent[] => readerStrokes(`${card}\n`, start, [gap], 0.5);
const type = (text: string, start = 0, gap = 110): KeyEvent[] =>
  personStrokes(
    [...text].map((character) => ({ character, gap, dwell: 90, repeats: 0 })),
    'danish',
    start,
  );

let host: FakeHost;
let keyboard: Keyboard;

test.beforeEach(async ({ page, kioskAddress }) => {
  host = await installFakeHost(page, { welcome: { ...readyWelcome, capturesKeyboard: true } });
  await page.goto(kioskAddress);
  keyboard = await createKeyboard(page);
  await button(page, 'Sign in').waitFor();
});

const scans = async (): Promise<string[]> => (await host.asked('readers.typed')).map(({ text }) => text);

test('a scan while a visitor types leaves the field as typed and is handed in once', async ({ page }) => {
  await button(page, 'Sign in').click();
  await field(page, 'Full name').focus();
  // Between two keys, and between the keys of two letters that a reader could have struck too.
  for (const start of [500, 520, 570, 640, 700]) {
    await field(page, 'Full name').fill('');
    await keyboard.strike(together(type('Freja Beck-Fabæk 2'), scan(start)));
    await expect(field(page, 'Full name')).toHaveValue('Freja Beck-Fabæk 2');
    await expectHeading(page, /name/i);
  }
  expect(await scans()).toEqual(Array(5).fill(card));
});

test('a person’s keys arrive as they would have: at the caret, over the selection, and to be undone', async ({
  page,
}) => {
  await button(page, 'Sign in').click();
  const name = field(page, 'Full name');
  await name.fill('Paul Boat');
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 4));
  await page.keyboard.type('1abc2', { delay: 120 });
  await expect(name).toHaveValue('Pa1abc2 Boat');
  const undone: string[] = [];
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.press('Control+z');
    undone.push(await name.inputValue());
  }
  expect(undone).toContain('Paul Boat');
});

test('what is held comes before Enter, and the form goes on with all of it', async ({ page }) => {
  await button(page, 'Sign in').click();
  await field(page, 'Full name').focus();
  await keyboard.strike(together(type('Ada Bab'), type('\n', 7 * 110 - 110 + 30)));
  await field(page, 'E-mail').waitFor();
  // `type` leaves its gap before the first key, so Enter lay 30 ms after the last letter.
  await button(page, 'Back').click();
  await expect(field(page, 'Full name')).toHaveValue('Ada Bab');
});

test('no scan presses the button that has the focus', async ({ page }) => {
  await button(page, 'Sign in').focus();
  await keyboard.strike(scan(0));
  await expect(button(page, 'Sign in')).toBeVisible();
  expect(await scans()).toEqual([card]);
  await keyboard.strike(type('\n'));
  await expect(field(page, 'Full name')).toBeVisible();
});

test('keys to the page at large are dispatched again, in order', async ({ page }) => {
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seen', seen);
    for (const kind of ['keydown', 'keyup'] as const)
      document.addEventListener(kind, (event) => seen.push(`${kind} ${event.key}`));
  });
  await keyboard.strike(together(type('1x'), scan(600)));
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([
    'keydown 1',
    'keyup 1',
    'keydown x',
    'keyup x',
  ]);
});

test('a busy page turns neither a scan into typing nor typing into a scan', async ({ page }) => {
  await button(page, 'Sign in').click();
  await field(page, 'Full name').focus();
  await page.evaluate(() => {
    // Busy for a tenth of a second, idle for a hundredth.
    const work = setInterval(() => {
      const until = performance.now() + 100;
      while (performance.now() < until);
    }, 110);
    setTimeout(() => clearInterval(work), 5000);
  });
  await keyboard.strike(together(type('Ada Cade 12'), scan(650)));
  await expect(field(page, 'Full name')).toHaveValue('Ada Cade 12');
  expect(await scans()).toEqual([card]);
});

test('where the site has no such reader, nothing is held', async ({ page }) => {
  await host.setWelcome(readyWelcome);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').focus();
  await keyboard.strike(readerStrokes(card, 0, [9], 0.5));
  await expect(field(page, 'Full name')).toHaveValue(card);
  expect(await scans()).toEqual([]);
});

test('what is typed for a person is the browser’s own doing, after a twentieth of a second', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const waits: { text: string; wait: number; trusted: boolean }[] = [];
    let struckAt = 0;
    // Before the page's own: it sees every key.
    window.addEventListener('keydown', (event) => (struckAt = event.timeStamp), true);
    window.addEventListener('input', (event) =>
      waits.push({
        text: (event as InputEvent).data ?? '',
        wait: Math.round(performance.now() - struckAt),
        trusted: event.isTrusted,
      }),
    );
    Reflect.set(window, 'waits', waits);
  });
  await page.reload();
  await button(page, 'Sign in').click();
  await field(page, 'Full name').focus();
  await page.keyboard.type('Cad Gods 100', { delay: 150 });
  await expect(field(page, 'Full name')).toHaveValue('Cad Gods 100');
  const waits: { text: string; wait: number; trusted: boolean }[] = await page.evaluate(() =>
    Reflect.get(window, 'waits'),
  );
  expect(waits.map(({ text }) => text).join('')).toBe('Cad Gods 100');
  expect(waits.every(({ trusted }) => trusted)).toBe(true);
  const held = waits.filter(({ text }) => /[0-9a-f]/i.test(text)).map(({ wait }) => wait);
  const free = waits.filter(({ text }) => !/[0-9a-f]/i.test(text)).map(({ wait }) => wait);
  test
    .info()
    .annotations.push({ type: 'waited, ms', description: `held ${held.join()}; free ${free.join()}` });
  expect(Math.min(...held)).toBeGreaterThan(Math.min(...free));
});
