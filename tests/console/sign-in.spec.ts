import { expect, test } from 'playwright/test';
import { administrator, createTestApp, createTestClock } from '../support/app.ts';
import { createConsoleWindow, watchForFaults } from './console-window.ts';

async function readyCore() {
  const core = createTestApp({ clock: createTestClock(Date.now()) });
  await core.setUp();
  return core;
}

test('a member of staff signs in and sees the consoles of their roles', async ({ page }) => {
  const faults = watchForFaults(page);
  const core = await readyCore();
  const window = await createConsoleWindow(page, core);
  await window.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to the console');
  await window.signIn();
  const rail = page.getByRole('navigation', { name: 'Consoles' });
  for (const name of ['Reception', 'Security', 'Office'])
    await expect(rail.getByRole('link', { name })).toBeVisible();
  await expect(rail.getByRole('button', { name: 'Lock' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('somebody with one role sees their console and the roll call', async ({ page }) => {
  const core = await readyCore();
  await core.signIn('office');
  await core.call(
    'console',
    'staff.add',
    {
      userName: 'guard',
      displayName: 'Gudrun Guard',
      roles: ['security'],
      passphrase: 'a quiet night round',
    },
    'office',
  );
  const window = await createConsoleWindow(page, core);
  // An address for a console the roles do not allow leads to the one they do.
  await window.open('#office/staff');
  await page.getByLabel('User name').fill('guard');
  await page.getByLabel('Passphrase').fill('a quiet night round');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security');
  const rail = page.getByRole('navigation', { name: 'Consoles' });
  await expect(rail.getByRole('link')).toHaveText(['Security', 'Roll call']);
});

test('after a wrong passphrase the user name stays and the passphrase goes', async ({ page }) => {
  const window = await createConsoleWindow(page, await readyCore());
  await window.open();
  await page.getByLabel('User name').fill(administrator.userName);
  await page.getByLabel('Passphrase').fill('not the right one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('User name and passphrase do not match.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue(administrator.userName);
  await expect(page.getByLabel('Passphrase')).toHaveValue('');
  await expect(page.getByLabel('Passphrase')).toBeFocused();
});

test('empty fields are named beside the field', async ({ page }) => {
  const window = await createConsoleWindow(page, await readyCore());
  await window.open();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByLabel('User name')).toHaveAccessibleDescription(/Please fill this in/);
  await expect(page.getByLabel('Passphrase')).toHaveAccessibleDescription(/Please fill this in/);
});

test('a lock-out counts down in seconds and lets go of the button', async ({ page }) => {
  const window = await createConsoleWindow(page, await readyCore());
  window.answer('staff.signIn', () => ({ ok: false, code: 'locked-out', retryAfterSeconds: 3 }));
  await window.open();
  await page.getByLabel('User name').fill(administrator.userName);
  await page.getByLabel('Passphrase').fill('not the right one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/Try again in \d seconds?/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled();
  await expect(page.getByText(/Too many tries/)).toBeHidden();
});

test('the demo shows its sign-ins and one tap fills in the form', async ({ page }) => {
  const core = createTestApp({
    clock: createTestClock(Date.now()),
    demo: {
      signIns: [
        { userName: administrator.userName, passphrase: administrator.passphrase, roles: ['administrator'] },
      ],
      taps: [{ card: 'H10301:2F623AE', label: '042' }],
    },
  });
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await window.open();
  await page.getByRole('button', { name: new RegExp(`^${administrator.userName}`) }).click();
  await expect(page.getByLabel('User name')).toHaveValue(administrator.userName);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('complementary', { name: 'Demo' })).toContainText('Everybody here is invented');
  await expect(page.getByRole('button', { name: 'Tap Card 042' })).toBeVisible();
});

test('the console speaks Danish at a touch', async ({ page }) => {
  const window = await createConsoleWindow(page, await readyCore());
  await window.open();
  await page.getByRole('button', { name: 'Dansk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log ind på konsollen');
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await expect(page.getByRole('button', { name: 'Lås op' })).toBeVisible();
});

test('without contact to the core the page says so and goes on by itself', async ({ page }) => {
  const window = await createConsoleWindow(page, await readyCore());
  let reachable = false;
  window.answer('site.welcome', (_input, fromCore) =>
    reachable ? fromCore() : { ok: false, code: 'unavailable' },
  );
  await window.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connecting');
  reachable = true;
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});
