import { installFakeHost } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, displays, expect, expectHeading, field, søren, test } from './kiosk-page.ts';

const words = {
  en: {
    language: 'English',
    signIn: 'Sign in',
    code: 'I have a code',
    name: 'Full name',
    phone: 'Phone',
    next: 'Continue',
    confirm: 'Confirm',
    full: 'Read the full notice',
    back: 'Back',
    done: 'Done',
    out: 'Sign out',
    access: 'Accessibility',
    close: 'Close',
    large: 'Large text',
    contrast: 'High contrast',
    lower: 'Lower controls',
  },
  da: {
    language: 'Dansk',
    signIn: 'Tjek ind',
    code: 'Jeg har en kode',
    name: 'Fulde navn',
    phone: 'Telefon',
    next: 'Fortsæt',
    confirm: 'Bekræft',
    full: 'Læs hele teksten',
    back: 'Tilbage',
    done: 'Færdig',
    out: 'Tjek ud',
    access: 'Tilgængelighed',
    close: 'Luk',
    large: 'Stor tekst',
    contrast: 'Høj kontrast',
    lower: 'Lavere knapper',
  },
} as const;

type Mode = 'large' | 'contrast' | 'lower';
const ways: readonly {
  readonly language: 'en' | 'da';
  readonly modes: readonly Mode[];
  readonly dark?: true;
}[] = [
  { language: 'en', modes: [] },
  { language: 'da', modes: ['large', 'contrast', 'lower'] },
  { language: 'da', modes: [], dark: true },
];
for (const [display, size] of Object.entries(sizes))
  for (const { language, modes, dark } of ways) {
    const title = [display, language, ...modes, ...(dark ? ['dark'] : [])].join(', ');
    test(`every screen is whole and clean: ${title}`, async ({ page, kioskAddress }) => {
      test.setTimeout(300_000);
      // What axe finds does not depend on the display; the measures do.
      const withAxe = display === 'lying-10';
      const say = words[language];
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light' });
      await page.setViewportSize(size);
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', inches),
          String(size.inches),
        );
      const host = await installFakeHost(page);
      await page.goto(kioskAddress);
      await button(page, say.language).click();
      if (modes.length > 0) {
        await button(page, say.access).click();
        for (const mode of modes) await page.getByRole('switch', { name: say[mode] }).click();
        await expectFlawless(page, 'accessibility', withAxe);
        await button(page, say.close).click();
      }
      await expectFlawless(page, 'attract', withAxe);
      await button(page, say.code).click();
      await expectFlawless(page, 'code', withAxe);
      await button(page, say.back).click();

      await button(page, say.out).click();
      await field(page, say.name).fill(søren.name);
      await field(page, 'E-mail').fill(søren.email);
      await host.refuseNext('visits.signOut', { ok: false, code: 'not-found' });
      await button(page, say.out).click();
      await page.getByRole('alert').waitFor();
      await expectFlawless(page, 'sign out', withAxe);
      await button(page, say.back).click();

      await button(page, say.signIn).click();
      await expectFlawless(page, 'name', withAxe);
      await field(page, say.name).fill(`${søren.name} ${'Vesterbro-Lindegaard '.repeat(4)}`);
      await button(page, say.next).click();
      await field(page, 'E-mail').fill('soren');
      await button(page, say.next).click();
      await page.getByRole('alert').first().waitFor();
      await expectFlawless(page, 'contact with faults', withAxe);
      await field(page, 'E-mail').fill(søren.email);
      await field(page, say.phone).fill(søren.phone);
      await expectFlawless(page, 'phone pad', withAxe);
      await button(page, say.next).click();
      await expectFlawless(page, 'company and host', withAxe);
      await button(page, say.next).click();
      await expectFlawless(page, 'notice', withAxe);
      await button(page, say.full).click();
      await expectFlawless(page, 'full notice', withAxe);
      await button(page, say.back).click();
      await button(page, say.next).click();
      await host.refuseNext('visits.arrive', { ok: false, code: 'internal', reference: 'abc' });
      await button(page, say.confirm).click();
      await page.getByRole('alert').waitFor();
      await expectFlawless(page, 'review with trouble', withAxe);
      await button(page, say.confirm).click();
      await expectHeading(page, /Søren/);
      await expectFlawless(page, 'done', withAxe);
    });
  }

test('the short notice is whole on a plain display of every size, in each language', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  for (const size of Object.values(displays))
    for (const say of Object.values(words)) {
      await page.setViewportSize(size);
      await page.goto(kioskAddress);
      await button(page, say.language).click();
      await button(page, say.signIn).click();
      await field(page, say.name).fill(søren.name);
      await button(page, say.next).click();
      await field(page, 'E-mail').fill(søren.email);
      await field(page, say.phone).fill(søren.phone);
      await button(page, say.next).click();
      await button(page, say.next).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/details|oplysninger/);
      const hidden = await page
        .locator('.screen__scroll')
        .evaluate((shown) => shown.scrollHeight - shown.clientHeight);
      expect(hidden, `${size.width} × ${size.height} ${say.language}`).toBeLessThanOrEqual(1);
    }
});

test('without styles of its own in the markup, and without anything from elsewhere', async ({
  page,
  kioskAddress,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await expect(page.locator('[style]:not(html)')).toHaveCount(0);
  expect([...hosts]).toEqual([new URL(kioskAddress).host]);
});

test('fields are closed to autofill, spelling help and the system keyboard; the page to menus and dragging', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  const name = field(page, 'Full name');
  await expect(name).toHaveAttribute('autocomplete', 'off');
  await expect(name).toHaveAttribute('spellcheck', 'false');
  await expect(name).toHaveAttribute('inputmode', 'none');
  const prevented = await page.evaluate(() =>
    ['contextmenu', 'dragstart', 'drop'].map(
      (type) => !document.body.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
    ),
  );
  expect(prevented).toEqual([true, true, true]);
});
