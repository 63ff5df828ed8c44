/** The running product, its pages in a browser, and a card reader that types into whatever page has the keyboard. */
import { rmSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { createKeyboard, type Keyboard } from '../wedge/keyboard.ts';
import { type KeyEvent, personStrokes, readerStrokes, together } from '../wedge/rhythms.ts';
import {
  createInstallation,
  type Installation,
  passphrases,
  provisionFolder,
  type RunningFoyer,
  unlock,
} from './running-foyer.ts';

/** Printed forms of cards in the format that the site is set up with, H10301. */
const card = '100,60179';
const otherCard = '118,01603';

let setUp: string;
let installation: Installation;
let foyer: RunningFoyer;

test.beforeAll(async () => {
  setUp = await provisionFolder((example) => {
    const plan = JSON.parse(example);
    plan.settings.readers[0].profile = 'wedge';
    return JSON.stringify(plan);
  });
});

test.afterAll(() => rmSync(setUp, { recursive: true, force: true }));

test.beforeEach(async () => {
  installation = createInstallation(setUp);
  foyer = await installation.start();
});

test.afterEach(() => installation.remove());

const scan = (text: string, start = 0): KeyEvent[] => readerStrokes(`${text}\n`, start, [8, 11, 9], 0.5);

function type(text: string, start = 0): KeyEvent[] {
  const strokes = [...text].map((character) => ({ character, gap: 120, dwell: 90, repeats: 0 }));
  return personStrokes(strokes, 'danish', start);
}

async function openDesk(page: Page): Promise<Keyboard> {
  await page.goto(foyer.console);
  await unlock(page, 'desk', passphrases.desk);
  await page.getByRole('link', { name: 'Reception' }).click();
  await expect(page.getByRole('region', { name: 'Card pad' })).toBeVisible();
  return createKeyboard(page);
}

test('a scan while a visitor types leaves their field as typed and is one tap at the desk', async ({
  browser,
}) => {
  const desk = await browser.newPage();
  await openDesk(desk);
  const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await kiosk.goto(foyer.kiosk);
  const keyboard = await createKeyboard(kiosk);
  await kiosk.getByRole('button', { name: 'Sign in', exact: true }).click();
  const name = kiosk.getByRole('textbox', { name: 'Full name' });
  await name.focus();
  // The reader needs 90 ms; a letter of the visitor's, and one that cards have too, fall into them.
  await keyboard.strike(together(type('Freja Beck Fabricius'), scan(card, 4 * 120 + 70)));
  await expect(name).toHaveValue('Freja Beck Fabricius');
  await keyboard.strike(together(type(' 2'), scan(card, 1900)));
  await expect(name).toHaveValue('Freja Beck Fabricius 2');
  await expect(kiosk.getByRole('heading', { level: 1 })).toContainText(/name/i);

  const pad = desk.getByRole('region', { name: 'Card pad' });
  await expect(pad).toContainText('Unknown card');
  await expect(pad).toContainText('60179');
});

test('at the desk a scan opens the card pad, wherever the focus is', async ({ page }) => {
  const keyboard = await openDesk(page);
  const pad = page.getByRole('region', { name: 'Card pad' });
  const search = page.getByRole('searchbox').first();
  await search.focus();
  await keyboard.strike(scan(card));
  await expect(pad).toContainText('60179');
  await expect(search).toHaveValue('');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.strike(scan(otherCard));
  await expect(pad).toContainText('1603');
  // Keys of the console are still keys.
  await keyboard.strike(personStrokes([{ character: '/', gap: 0, dwell: 80, repeats: 0 }], 'us'));
  await expect(search).toBeFocused();
  await keyboard.strike(type('abe 12'));
  await expect(search).toHaveValue('abe 12');
});

test('a passphrase stays empty, and nothing is handed in for nobody', async ({ browser }) => {
  const desk = await browser.newPage();
  await openDesk(desk);
  const locked = await browser.newPage();
  await locked.goto((await installation.command('link', 'console')).out.trim());
  await expect(locked.getByRole('button', { name: 'Unlock' })).toBeVisible();
  const keyboard = await createKeyboard(locked);
  const passphrase = locked.getByLabel('Passphrase');
  await passphrase.focus();
  await keyboard.strike(scan(card));
  await expect(passphrase).toHaveValue('');
  await expect(locked.getByRole('alert')).toHaveCount(0);
  await locked.getByLabel('User name').focus();
  await keyboard.strike(scan(card));
  await expect(locked.getByLabel('User name')).toHaveValue('');
  await expect(desk.getByRole('region', { name: 'Card pad' })).not.toContainText('60179');
  // Typed by a person it is a passphrase.
  await locked.getByLabel('User name').focus();
  await keyboard.strike(type('desk'));
  await passphrase.focus();
  await keyboard.strike(type(`${passphrases.desk}\n`));
  await expect(locked.getByRole('navigation').first()).toBeVisible();
});
