import { expect, test } from 'playwright/test';
import { createInstallation, type Installation } from './running-foyer.ts';

let installation: Installation;

test.beforeEach(() => {
  installation = createInstallation();
});

test.afterEach(() => installation.remove());

test('the demo shows its sign-ins, a busy day and a panel that taps cards, at the slot too', async ({
  page,
  context,
}) => {
  const foyer = await installation.start({ demo: true });
  expect(foyer.setUpCode).toBeNull();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(foyer.console);
  const signIns = page.getByRole('region', { name: 'Sign-ins of the demo' });
  await signIns.getByRole('button', { name: /^reception/ }).click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reception');
  await expect(page.getByText('Everybody here is invented.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Overdue' })).toContainText('5');

  const pad = page.getByRole('region', { name: 'Card pad' });
  await page.getByRole('button', { name: 'Tap 0407' }).click();
  await expect(pad).toContainText('Free card');
  await pad.getByRole('button', { name: 'Issue card' }).click();
  await expect(pad).toContainText('Issued');
  await page.getByRole('button', { name: 'Tap 0425' }).click();
  await expect(pad).toContainText('Lost card');

  const kiosk = await context.newPage();
  await kiosk.goto(foyer.kiosk);
  await expect(kiosk.getByText('Demo · invented people')).toBeVisible();
  await page.bringToFront();
  const strip = page.getByRole('complementary', { name: 'Demo' });
  await strip.getByRole('radio', { name: 'Return slot' }).click();
  await strip.getByRole('button', { name: 'Tap 0407' }).click();
  await expect(strip).toContainText('The kiosk says what became of it.');
  await expect(kiosk.getByText('Your card is back and you are signed out.')).toBeVisible();
  await strip.getByRole('button', { name: 'Tap 0425' }).click();
  await expect(kiosk.getByRole('main').getByText('This card cannot be taken back here.')).toBeVisible();
});
