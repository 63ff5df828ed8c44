/** A camera in the running product: wanted in the office, an invitation made at the desk, its code held up at the kiosk. */
import { rmSync } from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { loadedBy, test } from '../camera/camera-page.ts';
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
  setUp = await provisionFolder();
});
test.afterAll(() => rmSync(setUp, { recursive: true, force: true }));
test.beforeEach(async () => {
  installation = createInstallation(setUp);
  foyer = await installation.start();
});
test.afterEach(() => installation.remove());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('once the office wants it, a code before the camera signs an expected visitor in', async ({
  page: kiosk,
  context,
  browser,
  shows,
}) => {
  const loaded = loadedBy(context);
  await kiosk.goto(foyer.kiosk);
  await press(kiosk, 'I have a code');
  await expect(heading(kiosk)).toHaveText('Your code?');
  await expect(kiosk.getByRole('button', { name: 'Use the camera' })).toBeHidden();

  const office = await browser.newPage();
  await office.goto(foyer.console);
  await unlock(office, 'admin', passphrases.admin);
  await office.getByRole('link', { name: 'Office' }).click();
  await office.getByRole('link', { name: 'Site', exact: true }).click();
  await office.getByLabel('Camera reads codes at kiosks').check();
  await press(office, 'Save');
  await expect(office.getByText('Settings saved')).toBeVisible();
  await office.close();

  const desk = await browser.newPage();
  const { out } = await installation.command('link', 'console');
  await desk.goto(out.trim());
  await unlock(desk, 'desk', passphrases.desk);
  const { scanned } = await inviteAtDesk(desk);
  shows('', scanned);
  await press(kiosk, 'Use the camera');
  await expect(heading(kiosk)).toHaveText('Welcome, Søren.');
  await press(kiosk, 'Continue');
  await expect(heading(kiosk)).not.toHaveText('Welcome, Søren.');
  await press(kiosk, 'Continue');
  await expect(heading(kiosk)).toContainText('Thank you');

  // Used up: the same picture opens nothing any more.
  await press(kiosk, 'Done');
  await press(kiosk, 'I have a code');
  await press(kiosk, 'Use the camera');
  await expect(kiosk.getByText(/not valid today/)).toBeVisible();
  const own = new URL(foyer.kiosk).origin;
  expect(loaded.filter((address) => !address.startsWith(`${own}/`) && !address.startsWith('data:'))).toEqual(
    [],
  );
  // A page that goes on asking would take the host's end for a fault.
  await kiosk.close();
  await foyer.stop();
  expect(installation.filesWith(scanned.slice(3))).toEqual([]);
});
