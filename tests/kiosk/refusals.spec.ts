import { installFakeHost, readyWelcome, secondNotice } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';

test('a fault stands by its field, is read out with it, and goes when it is mended', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  const name = field(page, 'Full name');
  await expect(name).toBeFocused();
  await button(page, 'Continue').click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription('Please fill this in.');
  await name.fill('1234');
  await expect(name).toHaveAccessibleDescription('A name needs at least one letter.');
  await name.fill(`A${'a'.repeat(120)}`);
  await expect(name).toHaveAccessibleDescription('This is too long. 120 characters are the most.');
  await name.fill('Anna');
  await expect(name).not.toHaveAttribute('aria-invalid');
  await button(page, 'Continue').click();

  const email = field(page, 'E-mail');
  await email.fill('anna');
  await field(page, 'Phone').fill('12345678');
  await button(page, 'Continue').click();
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription('Please write it like anna@example.com.');
  await expect(email).toHaveValue('anna');
  await expect(field(page, 'Phone')).not.toHaveAttribute('aria-invalid');
});

test('what the core refuses comes back to its field with the text kept', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await host.refuseNext('visits.arrive', { ok: false, code: 'bad-input', fields: { phone: 'phone' } });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'How can we reach you?');
  await expect(field(page, 'Phone')).toHaveAccessibleDescription('Please write it like +45 12 34 56 78.');
  await expect(field(page, 'Phone')).toHaveValue(søren.phone);
  await expect(field(page, 'E-mail')).toHaveValue(søren.email);
});

test('a notice that changed meanwhile is shown again, and the new one is recorded', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await host.renewNotice();
  await host.refuseNext('visits.arrive', { ok: false, code: 'notice-outdated' });
  await button(page, 'Confirm').click();
  await expectHeading(page, 'What happens to your details (2)');
  await expect(page.getByText('The notice has just changed. Please read it again.')).toBeVisible();
  await button(page, 'Continue').click();
  await expect(page.getByText(søren.email)).toBeVisible();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  const [first, second] = await host.asked('visits.arrive');
  expect(second).toEqual({ ...first, noticeId: secondNotice });
});

test('a lost host is said, nothing typed is lost, and the same visit is sent again by itself', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await host.setSilent(true);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'One moment, please');
  await expect(page.getByText('What you typed is kept.')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await host.setSilent(false);
  await expectHeading(page, 'Thank you, Søren.');
  const [first, second] = await host.asked('visits.arrive');
  expect(second).toEqual(first);
});

test('a host lost while somebody types gives them their text and caret back', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill('Anna Be');
  await host.setSilent(true);
  await page.clock.runFor(10_000);
  await expectHeading(page, 'One moment, please');
  await host.setSilent(false);
  await page.clock.runFor(3_000);
  await expectHeading(page, 'What is your name?');
  await expect(field(page, 'Full name')).toHaveValue('Anna Be');
  await expect(field(page, 'Full name')).toBeFocused();
});

test('a notice that cannot be had is said, and can be asked for again', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await host.refuseNext('notice.current', { ok: false, code: 'internal', reference: 'abc' });
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill(søren.name);
  await button(page, 'Continue').click();
  await field(page, 'E-mail').fill(søren.email);
  await field(page, 'Phone').fill(søren.phone);
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await expect(page.getByText('That did not work.')).toBeVisible();
  await expect(button(page, 'Continue')).toHaveCount(0);
  await button(page, 'Try again').click();
  await expectHeading(page, 'What happens to your details');
});

test('any other refusal leaves the review as it is, with kind words', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await host.refuseNext('visits.arrive', { ok: false, code: 'storage-full' });
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toContainText('paper list');
  await host.refuseNext('visits.arrive', { ok: false, code: 'internal', reference: 'abc' });
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toHaveText(
    'That did not work. Please try again, or speak to reception.',
  );
  await expect(page.getByText(søren.email)).toBeVisible();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
});

test('signing out takes exact name and e-mail, and keeps them when it does not work', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign out').click();
  await button(page, 'Sign out').click();
  await expect(field(page, 'Full name')).toHaveAccessibleDescription('Please fill this in.');
  await field(page, 'Full name').fill('Anna Berg');
  await field(page, 'E-mail').fill('anna@example.com');
  await host.refuseNext('visits.signOut', { ok: false, code: 'not-found' });
  await button(page, 'Sign out').click();
  await expectHeading(page, 'Sign A••• B••• out?');
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toContainText('No visit matches this name and e-mail');
  await expect(field(page, 'Full name')).toHaveValue('Anna Berg');
  await expect(field(page, 'E-mail')).toHaveValue('anna@example.com');
  await host.refuseNext('visits.signOut', { ok: false, code: 'throttled', retryAfterSeconds: 40 });
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toHaveText('Too many tries. Try again in 40 seconds.');
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Goodbye.');
  await expect(page.getByRole('heading', { name: 'Please hand your card in at the desk' })).toBeVisible();
  expect((await host.asked('visits.signOut')).at(-1)).toEqual({
    name: 'Anna Berg',
    email: 'anna@example.com',
  });
  await button(page, 'Done').click();
  await expectHeading(page, 'Welcome.');
});

test('a desk that cannot take anyone says so, and opens by itself', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, {
    welcome: { state: 'set-up', timeZone: 'Europe/Copenhagen', languages: ['da', 'en'] },
  });
  await page.goto(kioskAddress);
  await expectHeading(page, 'This desk is being set up');
  await host.setWelcome({ state: 'fault', fault: 'damaged' });
  await expectHeading(page, 'This screen is out of order');
  await expect(page.getByText('damaged')).toHaveCount(0);
  await host.setWelcome({ ...readyWelcome, storageLow: true });
  await expectHeading(page, 'Please sign in on paper');
  await expect(button(page, 'Sign in')).toHaveCount(0);
  await host.setWelcome(readyWelcome);
  await expectHeading(page, 'Welcome.');
  await expect(button(page, 'Sign in')).toBeVisible();
});
