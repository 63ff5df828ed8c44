/** The notice at the kiosk: which one a visitor reads when another is published, and its two layers. */
import type { Page } from 'playwright/test';
import { firstNotice, installFakeHost, secondNotice } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';

async function toNotice(page: Page): Promise<void> {
  await button(page, 'Sign in').click();
  await fillToNotice(page);
}

async function fillToNotice(page: Page): Promise<void> {
  await field(page, 'Full name').fill(søren.name);
  await button(page, 'Continue').click();
  await field(page, 'E-mail').fill(søren.email);
  await field(page, 'Phone').fill(søren.phone);
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
}

test('a notice published while somebody reads it is shown, and said to be new', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await toNotice(page);
  await expectHeading(page, 'What happens to your details');
  await host.renewNotice();
  await host.emit({ type: 'changed', areas: ['notice'] });
  await expectHeading(page, 'What happens to your details (2)');
  await expect(page.getByText('The notice has just changed. Please read it again.')).toBeVisible();
  await button(page, 'Continue').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, /Søren/);
  expect((await host.asked('visits.arrive')).at(-1)?.noticeId).toBe(secondNotice);
});

test('a notice published before somebody reads it is simply the one they read', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await expect.poll(async () => (await host.asked('notice.current')).length).toBe(1);
  await host.renewNotice();
  await host.emit({ type: 'changed', areas: ['notice'] });
  await expect.poll(async () => (await host.asked('notice.current')).length).toBe(2);
  await fillToNotice(page);
  await expectHeading(page, 'What happens to your details (2)');
  await expect(page.getByText('The notice has just changed.')).toHaveCount(0);
});

test('whoever has read a notice keeps it: the visit names the one that was on screen', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await host.renewNotice();
  await host.emit({ type: 'changed', areas: ['notice'] });
  await button(page, 'Confirm').click();
  await expectHeading(page, /Søren/);
  expect((await host.asked('visits.arrive')).at(-1)?.noticeId).toBe(firstNotice);
});

test('the full layer says what the register says, and which version it is', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await toNotice(page);
  await button(page, 'Read the full notice').click();
  const text = page.locator('.reading__text');
  await expect(text.getByRole('heading', { name: 'Visits and reception' })).toBeAttached();
  await expect(text.getByRole('definition').filter({ hasText: 'Contact details: 30 days' })).toBeAttached();
  await expect(text).toContainText('Version 1 of 2 March 2026');
});
