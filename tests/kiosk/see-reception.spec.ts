import { installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';

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

test('whoever goes back from there has finished: the next visitor is another visit', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { seeReception: true });
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Please speak to reception');
  await button(page, 'Back').click();
  await host.setSeeReception(false);
  await typeToReview(page, { ...søren, name: 'Ane Ask' });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Ane.');
  const asked = await host.asked('visits.arrive');
  expect(new Set(asked.map(({ visitId }) => visitId)).size).toBe(2);
});
