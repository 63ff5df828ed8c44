import type { Page } from 'playwright/test';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import { type FakeHost, installFakeHost, readyWelcome } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, expect, expectHeading, field, søren, tapKeys, test, typeToReview } from './kiosk-page.ts';

type Outcome = Extract<FoyerEvent, { type: 'card.returned' }>['outcome'];

const withSlot = { ...readyWelcome, returnSlot: true };

const putIn = (host: FakeHost, outcome: Outcome): Promise<void> =>
  host.emit({ type: 'card.returned', readerId: 'kiosk', outcome });

const notice = (page: Page) => page.locator('.bar__notice');

test('a kiosk with a slot says so where people leave, and one without does not', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.goto(kioskAddress);
  await expect(page.getByText('Put your card in the slot, and you are signed out.')).toBeVisible();
  await button(page, 'Sign out').click();
  await expect(page.getByText(/^Put your card in the slot\. Or type/)).toBeVisible();
  await button(page, 'Back').click();
  await host.setWelcome(readyWelcome);
  await expect(page.getByText(/slot/)).toHaveCount(0);
  await button(page, 'Sign out').click();
  await expect(page.getByText(/slot/)).toHaveCount(0);
});

for (const from of ['the welcome', 'signing out'] as const)
  test(`a card put in at ${from} says goodbye without a name and makes room by itself`, async ({
    page,
    kioskAddress,
  }) => {
    const host = await installFakeHost(page, { welcome: withSlot });
    await page.clock.install();
    await page.goto(kioskAddress);
    await expectHeading(page, 'Welcome.');
    if (from === 'signing out') {
      await button(page, 'Sign out').click();
      await field(page, 'Full name').fill(søren.name);
    }
    await putIn(host, 'signed-out');
    await expectHeading(page, 'Thank you.');
    await expect(page.getByText('Your card is back and you are signed out.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await page.content()).not.toContain(søren.name);
    await page.clock.runFor(21_000);
    await expectHeading(page, 'Welcome.');
    expect(await host.asked('visits.signOut')).toEqual([]);
  });

test('a card that had no open visit is back all the same', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await putIn(host, 'returned');
  await expectHeading(page, 'Thank you.');
  await expect(page.getByText('Your card is back.', { exact: true })).toBeVisible();
  await button(page, 'Done').click();
  await expectHeading(page, 'Welcome.');
});

test('after a goodbye by name the card can follow, and the next card gets all its time', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign out').click();
  await field(page, 'Full name').fill(søren.name);
  await field(page, 'E-mail').fill(søren.email);
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await expect(page.getByText('Please hand your card in at the desk')).toBeVisible();
  await putIn(host, 'returned');
  await expectHeading(page, 'Thank you.');
  await page.clock.runFor(8_000);
  await putIn(host, 'signed-out');
  await expect(page.getByText('Your card is back and you are signed out.')).toBeVisible();
  await page.clock.runFor(8_000);
  await expectHeading(page, 'Thank you.');
  await page.clock.runFor(4_000);
  await expectHeading(page, 'Welcome.');
});

test('while somebody else types there is only a short notice; words, focus and idle time stay', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await tapKeys(page, 'Anna');
  const name = field(page, 'Full name');
  const before = await name.boundingBox();
  await putIn(host, 'signed-out');
  await expect(notice(page)).toHaveText('A card was handed back. Thank you.');
  await expect(page.getByRole('status').filter({ hasText: 'A card was handed back.' })).toHaveCount(1);
  await expectHeading(page, 'What is your name?');
  await expect(name).toBeFocused();
  expect(await name.boundingBox()).toEqual(before);
  await tapKeys(page, ' Berg');
  await expect(name).toHaveValue('Anna Berg');
  await page.clock.runFor(21_000);
  await expect(notice(page)).toHaveCount(0);
  await expect(name).toHaveValue('Anna Berg');
  // Somebody else's card is no sign that this visitor is still there.
  await putIn(host, 'returned');
  await page.clock.runFor(51_000);
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible();
});

test('a card that is not taken is sent to the desk, in neutral words, wherever somebody is', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.clock.install();
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  const words = {
    'not-out': 'This card cannot be taken back here. Please hand it to the desk.',
    unreadable: 'The card could not be read. Please hand it to the desk.',
  } as const;
  for (const outcome of ['not-out', 'unreadable'] as const) {
    await putIn(host, outcome);
    await expectHeading(page, 'Welcome.');
    await expect(page.locator('.strip')).toHaveText(words[outcome]);
    await page.clock.runFor(21_000);
    await expect(page.locator('.strip')).toHaveCount(0);
  }
  await button(page, 'Sign out').click();
  await field(page, 'Full name').fill('Anna Berg');
  await putIn(host, 'unreadable');
  await expect(page.locator('.strip')).toHaveText(words.unreadable);
  await expect(field(page, 'Full name')).toHaveValue('Anna Berg');
  await expect(field(page, 'Full name')).toBeFocused();
});

test('the thanks of a new visitor stay when another card comes back', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.goto(kioskAddress);
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, 'Thank you, Søren.');
  await putIn(host, 'signed-out');
  await expect(notice(page)).toBeVisible();
  await expectHeading(page, 'Thank you, Søren.');
  await expect(page.getByText('Please collect your card at the desk')).toBeVisible();
});

test('an open accessibility panel gives way to the goodbye, in the language chosen', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, { welcome: withSlot });
  await page.goto(kioskAddress);
  await button(page, 'Dansk').click();
  await button(page, 'Tilgængelighed').click();
  await putIn(host, 'signed-out');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectHeading(page, 'Tak.');
  await expect(page.getByText('Dit kort er tilbage, og du er tjekket ud.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Færdig')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Welcome.');
});

const says = {
  en: {
    language: 'English',
    signIn: 'Sign in',
    signOut: 'Sign out',
    back: 'Back',
    done: 'Done',
    name: 'Full name',
    next: 'Continue',
    access: 'Accessibility',
    large: 'Large text',
    contrast: 'High contrast',
    lower: 'Lower controls',
    close: 'Close',
  },
  da: {
    language: 'Dansk',
    signIn: 'Tjek ind',
    signOut: 'Tjek ud',
    back: 'Tilbage',
    done: 'Færdig',
    name: 'Fulde navn',
    next: 'Fortsæt',
    access: 'Tilgængelighed',
    large: 'Stor tekst',
    contrast: 'Høj kontrast',
    lower: 'Lavere knapper',
    close: 'Luk',
  },
} as const;

for (const [display, size] of Object.entries(sizes))
  for (const { language, large, dark } of [
    { language: 'en', large: false, dark: false },
    { language: 'da', large: false, dark: true },
    { language: 'da', large: true, dark: false },
  ] as const)
    test(`every screen with a slot is whole and clean: ${display}, ${language}${large ? ', large, contrast, lower' : ''}${dark ? ', dark' : ''}`, async ({
      page,
      kioskAddress,
    }) => {
      const say = says[language];
      const withAxe = display === 'lying-10';
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light' });
      await page.setViewportSize(size);
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', inches),
          String(size.inches),
        );
      const host = await installFakeHost(page, { welcome: withSlot });
      await page.goto(kioskAddress);
      await button(page, say.language).click();
      if (large) {
        await button(page, say.access).click();
        for (const mode of [say.large, say.contrast, say.lower])
          await page.getByRole('switch', { name: mode }).click();
        await button(page, say.close).click();
      }
      await expectFlawless(page, 'attract', withAxe);
      await putIn(host, 'not-out');
      await expectFlawless(page, 'attract, card not taken', withAxe);
      await button(page, say.signOut).click();
      await expectFlawless(page, 'sign out, card not taken', withAxe);
      await button(page, say.back).click();
      await button(page, say.signIn).click();
      await putIn(host, 'unreadable');
      await expect(notice(page)).toBeVisible();
      await expectFlawless(page, 'name, card not read', withAxe);
      await field(page, say.name).fill(søren.name);
      await button(page, say.next).click();
      await putIn(host, 'unreadable');
      await expectFlawless(page, 'contact, card not read', withAxe);
      // Whatever lies below the notice can still be touched.
      await button(page, say.back).click();
      await button(page, say.back).click();
      await putIn(host, 'signed-out');
      await expect(button(page, say.done)).toBeVisible();
      await expectFlawless(page, 'goodbye', withAxe);
    });
