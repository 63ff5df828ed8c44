import type { Page } from 'playwright/test';
import { installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';

const question = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' });

test('after a minute it asks, and after half a minute more everything typed is gone', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Dansk').click();
  await button(page, 'Tilgængelighed').first().click();
  await page.getByRole('switch', { name: 'Høj kontrast' }).click();
  await button(page, 'Luk').click();
  await button(page, 'Tjek ind').click();
  await field(page, 'Fulde navn').fill('Anna Berg');
  await page.clock.runFor(59_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(page.getByRole('dialog')).toContainText('Er du her stadig?');
  await expect(button(page, 'Jeg skal bruge mere tid')).toBeFocused();
  await page.clock.runFor(30_000);
  await expectHeading(page, 'Welcome.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
  await button(page, 'Sign in').click();
  await expect(field(page, 'Full name')).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).toBe(
    '[{},{}]',
  );
});

test('more time can be had as often as it takes, and costs nothing', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill('Anna Berg');
  for (let times = 0; times < 4; times += 1) {
    await page.clock.runFor(85_000);
    await button(page, 'I need more time').click();
    await expect(question(page)).toHaveCount(0);
    await expect(field(page, 'Full name')).toHaveValue('Anna Berg');
    await expect(field(page, 'Full name')).toBeFocused();
  }
});

test('typing is a sign of life', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  for (const letter of 'anna') {
    await button(page, letter).click();
    await page.clock.runFor(50_000);
    await expect(question(page)).toHaveCount(0);
  }
});

test('the welcome asks nobody', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await page.clock.runFor(70_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the thanks clear themselves, and nothing of the visitor stays', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  await page.clock.runFor(15_000);
  await expect(
    page.getByText(/^This screen clears itself in [45] seconds\. Touch it to keep it\.$/),
  ).toBeVisible();
  await page.clock.runFor(6_000);
  await expectHeading(page, 'Welcome.');
  const { name, email, phone, company, host } = søren;
  const shown = await page.content();
  for (const personal of [name, email, phone, company, host]) expect(shown).not.toContain(personal);
});

test('time does not stand still while the host is lost', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill('Anna Berg');
  await host.setSilent(true);
  await page.clock.runFor(95_000);
  await host.setSilent(false);
  await page.clock.runFor(3_000);
  await expectHeading(page, 'Welcome.');
});

const unhurry = async (page: Page): Promise<void> => {
  await button(page, 'Accessibility').first().click();
  await page.getByRole('switch', { name: 'No time limit' }).click();
  await button(page, 'Close').click();
};

test('without a time limit nothing is deleted, only covered, until somebody goes on or starts over', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await unhurry(page);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill('Anna Berg');
  for (let times = 0; times < 2; times += 1) {
    await page.clock.runFor(59_000);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.clock.fastForward('02:00:00');
    await expect(question(page)).toContainText('Nothing has been deleted.');
    await expect(question(page)).not.toContainText('second');
    await button(page, 'Go on').click();
    await expect(field(page, 'Full name')).toHaveValue('Anna Berg');
    await expect(field(page, 'Full name')).toBeFocused();
  }
  await page.clock.fastForward('00:02:00');
  await question(page).getByRole('button', { name: 'Start over' }).click();
  await expectHeading(page, 'Welcome.');
  await button(page, 'Sign in').click();
  await expect(field(page, 'Full name')).toHaveValue('');
  // The next visitor has the usual time again.
  await page.clock.runFor(61_000);
  await expect(question(page)).toContainText('second');
});

test('the thanks stay while they are touched, and without a time limit until they are done with', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  for (let times = 0; times < 3; times += 1) {
    await page.clock.runFor(18_000);
    await page.mouse.click(5, 300);
    await expectHeading(page, 'Thank you, Søren.');
  }
  await page.clock.runFor(21_000);
  await expectHeading(page, 'Welcome.');

  await unhurry(page);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  await expect(page.getByText('clears itself')).toHaveCount(0);
  await page.clock.runFor(300_000);
  await expectHeading(page, 'Thank you, Søren.');
  await button(page, 'Done').click();
  await expectHeading(page, 'Welcome.');
});
