import { VisitId } from '../../src/shared/vocabulary.ts';
import { firstNotice, installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, tapKeys, test, typeToReview } from './kiosk-page.ts';

test('a visitor signs in by typing and reads the notice before it is recorded', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await expect(page.getByText('Nordlys House')).toBeVisible();
  await expect(page.getByText('Your details are deleted automatically after 30 days.')).toBeVisible();
  await typeToReview(page);
  expect(await host.asked('visits.arrive')).toEqual([]);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  await expect(page.getByRole('heading', { name: 'Please collect your card at the desk' })).toBeVisible();

  const [sent, ...more] = await host.asked('visits.arrive');
  expect(more).toEqual([]);
  expect(sent).toEqual({ ...søren, language: 'en', noticeId: firstNotice, visitId: expect.any(String) });
  expect(VisitId.safeParse(sent?.visitId).success).toBe(true);

  await button(page, 'Done').click();
  await expectHeading(page, 'Welcome.');
  await button(page, 'Sign in').click();
  await expect(field(page, 'Full name')).toHaveValue('');
});

test('company and host may stay empty, and no card is promised where none is due', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { cardDue: false });
  await page.goto(kioskAddress);
  await typeToReview(page, { ...søren, company: '', host: '' });
  await expect(page.getByText('Not given')).toHaveCount(2);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  await expect(page.getByText('collect your card')).toHaveCount(0);
  expect(await host.asked('visits.arrive')).toMatchObject([{ company: '', host: '' }]);
});

for (const [display, viewport] of [
  ['upright', { width: 1080, height: 1920 }],
  ['lying', { width: 1280, height: 800 }],
] as const)
  test(`a visitor signs in with the on-screen keyboard alone, ${display}`, async ({ page, kioskAddress }) => {
    await page.setViewportSize(viewport);
    const host = await installFakeHost(page);
    await page.goto(kioskAddress);
    await button(page, 'Sign in').click();
    await tapKeys(page, 'søren kjær-holm');
    await expect(field(page, 'Full name')).toHaveValue('Søren Kjær-Holm');
    await expect(field(page, 'Full name')).toBeFocused();
    await button(page, 'Enter').click();

    await expectHeading(page, 'How can we reach you?');
    await tapKeys(page, 'soren7@example');
    await button(page, '.dk').click();
    await expect(field(page, 'E-mail')).toHaveValue('soren7@example.dk');
    await button(page, 'Enter').click();
    await expect(field(page, 'Phone')).toBeFocused();
    await tapKeys(page, '+45 123');
    await button(page, 'Delete').click();
    await tapKeys(page, '345678');
    await expect(field(page, 'Phone')).toHaveValue('+45 12345678');
    await button(page, 'Enter').click();

    await expectHeading(page, 'Who are you visiting?');
    await tapKeys(page, 'byg & bo');
    await expect(field(page, 'Company')).toHaveValue('Byg & bo');
    await button(page, 'Enter').click();
    await expect(field(page, 'Host')).toBeFocused();
    await tapKeys(page, 'mette');
    await button(page, 'Enter').click();

    await button(page, 'Continue').click();
    await button(page, 'Confirm').click();
    await expectHeading(page, 'Thank you, Søren.');
    expect(await host.asked('visits.arrive')).toMatchObject([
      {
        name: 'Søren Kjær-Holm',
        email: 'soren7@example.dk',
        phone: '+45 12345678',
        company: 'Byg & bo',
        host: 'Mette',
      },
    ]);
  });

test('a visitor signs in with a real keyboard alone, without ever touching the screen', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  const { keyboard } = page;
  const tabTo = async (name: string): Promise<void> => {
    const wanted = button(page, name);
    for (let tabs = 0; tabs < 20; tabs += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} cannot be reached by Tab`);
  };
  await tabTo('Sign in');
  await keyboard.press('Enter');
  await keyboard.type('Anna Berg');
  await keyboard.press('Enter');
  await keyboard.type('anna@example.com');
  await keyboard.press('Enter');
  await keyboard.type('12345678');
  await keyboard.press('Enter');
  await expectHeading(page, 'Who are you visiting?');
  await tabTo('Continue');
  await keyboard.press('Enter');
  await expectHeading(page, 'What happens to your details');
  await tabTo('Continue');
  await keyboard.press('Space');
  await expectHeading(page, 'Is everything right?');
  await tabTo('Confirm');
  await keyboard.press('Enter');
  await expectHeading(page, 'Thank you, Anna.');
});

test('the on-screen keys can be pressed by keypad, and keep the focus while they are', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  for (const name of ['a', 'n', 'n']) {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
    await expect(button(page, name)).toBeFocused();
  }
  await button(page, 'éèü: Accented letters').focus();
  await page.keyboard.press('Space');
  await button(page, 'á').focus();
  await page.keyboard.press('Space');
  await expect(field(page, 'Full name')).toHaveValue('Anná');
});

test('text goes in where the caret stands, and shift turns one letter', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  const name = field(page, 'Full name');
  await tapKeys(page, 'ana');
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 1));
  await tapKeys(page, 'n');
  await expect(name).toHaveValue('Anna');
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(4, 4));
  await button(page, 'Shift').click();
  await tapKeys(page, 'bb');
  await expect(name).toHaveValue('AnnaBb');
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(0, 4));
  await button(page, 'Delete').click();
  await expect(name).toHaveValue('Bb');
});

test('the keyboard remembers nothing of what was typed with it', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await tapKeys(page, 'anna');
  const remembered = await page.evaluate(() => {
    const { SimpleKeyboardInstances: keyboards } = window as unknown as {
      readonly SimpleKeyboardInstances: Readonly<Record<string, { readonly input: object }>>;
    };
    return Object.values(keyboards).map(({ input }) => Object.values(input).join(''));
  });
  expect(remembered).toEqual(['']);
});

test('going back keeps what was typed, and the review changes one answer at a time', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Back').click();
  await expectHeading(page, 'What happens to your details');
  await button(page, 'Back').click();
  await expect(field(page, 'Company')).toHaveValue(søren.company);
  await expect(field(page, 'Host')).toHaveValue(søren.host);
  await button(page, 'Back').click();
  await expect(field(page, 'E-mail')).toHaveValue(søren.email);
  await expect(field(page, 'Phone')).toHaveValue(søren.phone);
  await button(page, 'Back').click();
  await expect(field(page, 'Full name')).toHaveValue(søren.name);
  for (let presses = 0; presses < 4; presses += 1) await button(page, 'Continue').click();
  await expectHeading(page, 'Is everything right?');

  await button(page, 'Change: Phone').click();
  await field(page, 'Phone').fill('87654321');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Is everything right?');
  await expect(page.getByText('87654321')).toBeVisible();
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  expect(await host.asked('visits.arrive')).toMatchObject([{ ...søren, phone: '87654321' }]);
});

test('Danish from end to end, recorded with the Danish notice', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page);
  await page.goto(kioskAddress);
  const dansk = button(page, 'Dansk');
  await expect(dansk).toHaveAttribute('lang', 'da');
  await dansk.click();
  await expectHeading(page, 'Velkommen.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await button(page, 'Tjek ind').click();
  for (const key of ['æ', 's', 'Mellemrum', 'ø', 'å']) await button(page, key).click();
  await expect(field(page, 'Fulde navn')).toHaveValue('Æs Øå');
  await button(page, 'Fortsæt').click();
  await field(page, 'E-mail').fill('aes@example.dk');
  await field(page, 'Telefon').fill('12345678');
  await button(page, 'Fortsæt').click();
  await button(page, 'Fortsæt').click();
  await expectHeading(page, 'Det sker der med dine oplysninger');
  await button(page, 'Læs hele teksten').click();
  await expect(page.getByRole('heading', { name: 'Dine rettigheder' })).toBeAttached();
  await button(page, 'Tilbage').click();
  await button(page, 'Fortsæt').click();
  await button(page, 'Bekræft').click();
  await expectHeading(page, 'Tak, Æs.');
  expect(await host.asked('visits.arrive')).toMatchObject([{ language: 'da' }]);
  await button(page, 'Færdig').click();
  await expectHeading(page, 'Welcome.');
});

test('who has a code is told the truth and can sign in by name', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'I have a code').click();
  await expectHeading(page, 'Codes are not used here yet');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await button(page, 'Sign in').click();
  await expect(field(page, 'Full name')).toBeFocused();
});
