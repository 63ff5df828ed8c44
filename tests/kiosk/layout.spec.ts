import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownName } from '../../src/renderer/words/own-name.ts';
import { flatWords, type KioskLanguage, kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { pseudoLanguage, pseudoWords } from '../support/pseudo-language.ts';
import { installFakeHost, readyWelcome } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, displays, expect, expectHeading, field, søren, test } from './kiosk-page.ts';

const wordsFolder = resolve(import.meta.dirname, '../../src/shared/words');

/** Eight languages and the pseudo-language to choose from, as no site has more. */
const welcome = {
  ...readyWelcome,
  languages: [...kioskLanguages, pseudoLanguage],
  words: { revision: 'test', languages: [{ language: pseudoLanguage, keyboard: null }] },
};

/** What the controls are called in a language. */
function wordsIn(language: string) {
  const texts =
    language === pseudoLanguage
      ? new Map(Object.entries(pseudoWords()))
      : new Map(
          flatWords(JSON.parse(readFileSync(join(wordsFolder, language, 'kiosk.json'), 'utf8')), 'kiosk.'),
        );
  const say = (key: string): string => texts.get(`kiosk.${key}`) ?? key;
  return {
    language: ownName(language),
    signIn: say('attract.signIn'),
    code: say('attract.haveCode'),
    name: say('field.name'),
    email: say('field.email'),
    phone: say('field.phone'),
    next: say('frame.continue'),
    confirm: say('frame.confirm'),
    full: say('notice.readFull'),
    back: say('frame.back'),
    out: say('attract.signOut'),
    access: say('accessibility.open'),
    close: say('frame.close'),
    large: say('accessibility.large'),
    contrast: say('accessibility.contrast'),
    lower: say('accessibility.lower'),
  };
}

type Mode = 'large' | 'contrast' | 'lower';
const ways: readonly {
  readonly language: KioskLanguage | typeof pseudoLanguage;
  readonly modes: readonly Mode[];
  readonly dark?: true;
  /** Only on these displays; on all without. */
  readonly on?: readonly string[];
}[] = [
  { language: 'en', modes: [] },
  { language: 'da', modes: ['large', 'contrast', 'lower'] },
  { language: 'da', modes: [], dark: true },
  { language: pseudoLanguage, modes: [] },
  { language: 'pl', modes: [], on: ['upright-13', 'lying-10', 'lying-720'] },
  { language: 'de', modes: ['large', 'lower'], on: ['upright-13', 'lying-10'] },
  { language: 'fr', modes: ['large'], on: ['lying-10', 'upright-21'] },
  { language: 'es', modes: [], on: ['lying-720'] },
  { language: 'sv', modes: [], on: ['lying-10'] },
  { language: 'nb', modes: [], on: ['upright-13'] },
];
for (const [display, size] of Object.entries(sizes))
  for (const { language, modes, dark, on } of ways) {
    if (on?.includes(display) === false) continue;
    const title = [display, language, ...modes, ...(dark ? ['dark'] : [])].join(', ');
    test(`every screen is whole and clean: ${title}`, async ({ page, kioskAddress }) => {
      test.setTimeout(300_000);
      // What axe finds does not depend on the display; the measures do.
      const withAxe = display === 'lying-10';
      const say = wordsIn(language);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light' });
      await page.setViewportSize(size);
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', inches),
          String(size.inches),
        );
      const host = await installFakeHost(page, { welcome });
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
      await field(page, say.email).fill(søren.email);
      await host.refuseNext('visits.signOut', { ok: false, code: 'not-found' });
      await button(page, say.out).click();
      await page.getByRole('alert').waitFor();
      await expectFlawless(page, 'sign out', withAxe);
      await button(page, say.back).click();

      await button(page, say.signIn).click();
      await expectFlawless(page, 'name', withAxe);
      await field(page, say.name).fill(`${søren.name} ${'Vesterbro-Lindegaard '.repeat(4)}`);
      await button(page, say.next).click();
      await field(page, say.email).fill('soren');
      await button(page, say.next).click();
      await page.getByRole('alert').first().waitFor();
      await expectFlawless(page, 'contact with faults', withAxe);
      await field(page, say.email).fill(søren.email);
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

for (const language of kioskLanguages)
  test(`the short notice is whole on a plain display of every size: ${language}`, async ({
    page,
    kioskAddress,
  }) => {
    await installFakeHost(page, { welcome });
    const say = wordsIn(language);
    for (const size of Object.values(displays)) {
      await page.setViewportSize(size);
      await page.goto(kioskAddress);
      await button(page, say.language).click();
      await button(page, say.signIn).click();
      await field(page, say.name).fill(søren.name);
      await button(page, say.next).click();
      await field(page, say.email).fill(søren.email);
      await field(page, say.phone).fill(søren.phone);
      await button(page, say.next).click();
      await button(page, say.next).click();
      await expect(page.locator('.rows > .row')).toHaveCount(4);
      const hidden = await page
        .locator('.screen__scroll')
        .evaluate((shown) => shown.scrollHeight - shown.clientHeight);
      expect(hidden, `${size.width} × ${size.height}`).toBeLessThanOrEqual(1);
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
