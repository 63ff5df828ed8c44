/** An invitation in the running product: made at the console, opened at the kiosk by a scanner that types. */
import { rmSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { createKeyboard } from '../wedge/keyboard.ts';
import { personStrokes, readerStrokes, together } from '../wedge/rhythms.ts';
import { inviteAtDesk } from './invite-at-desk.ts';
import {
  createInstallation,
  type Installation,
  passphrases,
  provisionFolder,
  type RunningFoyer,
  unlock,
} from './running-foyer.ts';

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

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Invites a visitor for today; both forms of the code, the scanned one as the core answered with it. */
async function invite(desk: Page): Promise<{ readonly typed: string; readonly scanned: string }> {
  await desk.goto(foyer.console);
  await unlock(desk, 'desk', passphrases.desk);
  const codes = await inviteAtDesk(desk);
  await expect(desk.getByRole('img', { name: 'QR code' })).toBeVisible();
  await desk.getByRole('button', { name: 'Close', exact: true }).click();
  return codes;
}

test('a scan at the welcome signs an expected visitor in, and uses the code up', async ({ browser }) => {
  const desk = await browser.newPage();
  const kiosk = await browser.newPage();
  const { typed, scanned } = await invite(desk);
  await kiosk.goto(foyer.kiosk);
  await expect(heading(kiosk)).toHaveText('Welcome to Harbour House.');
  const keyboard = await createKeyboard(kiosk);
  await keyboard.strike(readerStrokes(`${scanned}\n`, 0, [8, 11, 9], 0.5));
  await expect(heading(kiosk)).toHaveText('Welcome, Søren.');
  await kiosk.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(heading(kiosk)).not.toHaveText('Welcome, Søren.');
  await kiosk.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(heading(kiosk)).toContainText('Thank you');
  await expect(desk.getByText('Nobody is expected')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Done', exact: true }).click();
  await kiosk.getByRole('button', { name: 'I have a code', exact: true }).click();
  await kiosk.getByRole('textbox', { name: 'Code' }).fill(typed);
  await kiosk.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(kiosk.getByRole('textbox', { name: 'Code' })).toHaveAccessibleDescription(/not valid today/);
  await foyer.stop();
  for (const text of ['Månestrøm', 'soren.manestrom', typed, typed.replace('-', ''), scanned.slice(3)])
    expect(installation.filesWith(text), text).toEqual([]);
});

test('a scan while somebody types their name leaves the name as typed and goes nowhere', async ({
  browser,
}) => {
  const desk = await browser.newPage();
  const kiosk = await browser.newPage();
  const { scanned } = await invite(desk);
  await kiosk.goto(foyer.kiosk);
  await kiosk.getByRole('button', { name: 'Sign in', exact: true }).click();
  const keyboard = await createKeyboard(kiosk);
  const strokes = [...'Vigga'].map((character) => ({ character, gap: 120, dwell: 90, repeats: 0 }));
  const person = personStrokes(strokes, 'danish', 0);
  await keyboard.strike(together(person, readerStrokes(`${scanned}\n`, 1_500, [8, 11, 9], 0.5)));
  await expect(kiosk.getByRole('textbox', { name: 'Full name' })).toHaveValue('Vigga');
  await expect(heading(kiosk)).toHaveText('What is your name?');
  await kiosk.getByRole('button', { name: 'Start over', exact: true }).click();
  await expect(heading(kiosk)).toHaveText('Welcome to Harbour House.');
});
