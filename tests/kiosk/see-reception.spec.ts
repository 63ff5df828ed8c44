import { installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, field, test, typeToReview } from './kiosk-page.ts';

test('who is asked to speak to reception sees the words of every other such screen, and nothing stays', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page, { seeReception: true });
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Please speak to reception');
  const seen = await page.getByRole('main').innerText();

  await button(page, 'Done').click();
  await button(page, 'I have a code').click();
  for (let tries = 0; tries < 5; tries += 1) {
    await field(page, 'Code').fill('AAAA-AAAA');
    await button(page, 'Continue').click();
    if (tries < 4) await expect(field(page, 'Code')).toHaveAttribute('aria-invalid', 'true');
  }
  await expectHeading(page, 'Please speak to reception');
  expect(await page.getByRole('main').innerText()).toBe(seen);
  expect(seen).not.toMatch(/Søren|block|list|security/i);
  await button(page, 'Done').click();
  await button(page, 'Sign in').click();
  await expect(field(page, 'Full name')).toHaveValue('');
});
