import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { badgeScan, goodCode, installFakeHost, readyWelcome } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, expect, expectHeading, field, test, typeToReview } from './kiosk-page.ts';

const welcome = { ...readyWelcome, away: true } as const;

test('a kiosk without its host says so, and a visitor signs in all the same', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page, { welcome });
  await page.goto(kioskAddress);
  await expect(page.getByText('Reception will see it a little later')).toBeVisible();
  await typeToReview(page);
  await button(page, 'Confirm').click();
  await expectHeading(page, /Thank you/);
  await expect(page.getByText('You are signed in; reception will confirm.')).toBeVisible();
  await expect(page.getByText('collect your card')).toHaveCount(0);
});

test('codes and signing out wait, kindly, and what was typed stays', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome });
  await page.goto(kioskAddress);
  await button(page, 'I have a code').click();
  const code = page.getByRole('textbox');
  await code.fill(goodCode);
  await host.refuseNext('invitations.open', { ok: false, code: 'away' });
  await button(page, 'Continue').click();
  await expect(code).toHaveAccessibleDescription(/This has to wait/);
  await button(page, 'Back').click();
  await button(page, 'Sign out').click();
  await field(page, 'Full name').fill('Anna Holm');
  await field(page, 'E-mail').fill('anna@example.com');
  await host.refuseNext('visits.signOut', { ok: false, code: 'away' });
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toContainText('This has to wait');
  await expect(field(page, 'Full name')).toHaveValue('Anna Holm');
});

test('coming again and badges wait, kindly, until the host is there', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome });
  await page.goto(kioskAddress);
  await button(page, 'I have been here before').click();
  await field(page, 'Full name').fill('Anna Holm');
  await field(page, 'E-mail').fill('anna@example.com');
  await button(page, 'Continue').click();
  await expect(page.getByRole('alert')).toContainText('This has to wait');
  await expect(field(page, 'Full name')).toHaveValue('Anna Holm');
  await host.setWelcome(readyWelcome);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Who are you visiting?');
  await button(page, 'Start over').click();
  await host.setWelcome(welcome);
  await host.refuseNext('visits.badge', { ok: false, code: 'away' });
  await host.emit({ type: 'code.scanned', scan: badgeScan, of: 'badge', readerId: 'scanner' });
  await expectHeading(page, 'Are you leaving?');
  await expect(page.getByRole('alert')).toContainText('This has to wait');
});

/** With the pseudo-language, whose words are two fifths longer. */
const everyLanguage = {
  ...welcome,
  languages: [...kioskLanguages, pseudoLanguage],
  words: { revision: 'test', languages: [{ language: pseudoLanguage, keyboard: null }] },
};

for (const [name, { width, height }] of Object.entries(sizes))
  test(`the welcome without a host fits ${name} in every language`, async ({ page, kioskAddress }) => {
    await page.setViewportSize({ width, height });
    await installFakeHost(page, { welcome: everyLanguage });
    await page.goto(kioskAddress);
    for (const language of everyLanguage.languages) {
      await page.locator(`.chip[lang="${language}"]`).click();
      await expect(page.locator(`.chip[lang="${language}"]`)).toHaveAttribute('aria-pressed', 'true');
      await expectFlawless(page, `${name} ${language}`, false);
    }
  });
