import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownName } from '../../src/renderer/words/own-name.ts';
import { standardLooks } from '../../src/shared/contract/looks.ts';
import { flatWords, type KioskLanguage, kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { paintedBackground, paintedLogo } from '../support/painted-png.ts';
import { pseudoLanguage, pseudoWords } from '../support/pseudo-language.ts';
import { goodCode, installFakeHost, readyWelcome } from './fake-host.ts';
import { expectFlawless, sizes } from './flawless.ts';
import { button, displays, expect, expectHeading, field, søren, test } from './kiosk-page.ts';
import { installPlayedSpeech } from './played-speech.ts';

/** A site that chose everything: a pale label colour, a picture, a logo with its name, the longest greeting. */
const chosen = {
  welcome: {
    ...readyWelcome,
    siteName: 'Nordlys House, Harbour Front and Old Warehouse',
    looks: {
      ...standardLooks,
      brandColour: '#c2410c',
      greetings: {
        en: 'Good morning, and welcome to the Nordlys harbour warehouses',
        da: 'Godmorgen og velkommen til havnens pakhuse ved Nordlyskajen',
      },
      background: 'picture',
      logo: 'logo',
      picture: 'hills',
    },
  },
  pictures: {
    logo: { type: 'image/png', hash: 'logo', base64: paintedLogo().toString('base64') },
    background: { type: 'image/png', hash: 'hills', base64: paintedBackground().toString('base64') },
  },
} as const;

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
    codeField: say('code.field'),
    name: say('field.name'),
    email: say('field.email'),
    phone: say('field.phone'),
    company: say('field.company'),
    host: say('field.host'),
    enough: say('picker.enough'),
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
    listen: say('accessibility.listen'),
    done: say('frame.done'),
  };
}

type Mode = 'large' | 'contrast' | 'lower' | 'listen';
const ways: readonly {
  readonly language: KioskLanguage | typeof pseudoLanguage;
  readonly modes: readonly Mode[];
  readonly dark?: true;
  /** Only on these displays; on all without. */
  readonly on?: readonly string[];
  readonly looks?: true;
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
  { language: 'da', modes: ['listen'], looks: true },
  { language: 'en', modes: ['large', 'lower', 'listen'], dark: true, looks: true },
];
for (const [display, size] of Object.entries(sizes))
  for (const { language, modes, dark, looks, on } of ways) {
    if (on?.includes(display) === false) continue;
    const title = [display, language, ...modes, ...(dark ? ['dark'] : []), ...(looks ? ['looks'] : [])].join(
      ', ',
    );
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
      await installPlayedSpeech(page);
      const host = await installFakeHost(page, looks ? chosen : { welcome });
      await page.goto(kioskAddress);
      if (looks) await page.locator('.site-logo').waitFor();
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
      await field(page, say.codeField).fill('K7QF2M9Z');
      await button(page, say.next).click();
      await page.getByRole('alert').first().waitFor();
      await expectFlawless(page, 'code with a fault', withAxe);
      await field(page, say.codeField).fill(goodCode);
      await button(page, say.next).click();
      await expectHeading(page, /Łucja/);
      await expectFlawless(page, 'invited', withAxe);
      await button(page, say.back).click();
      await host.refuseNext('invitations.open', { ok: false, code: 'throttled', retryAfterSeconds: 30 });
      await field(page, say.codeField).fill(goodCode);
      await button(page, say.next).click();
      await button(page, say.done).waitFor();
      await expectFlawless(page, 'reception', withAxe);
      await button(page, say.back).click();

      await button(page, say.out).click();
      await field(page, say.name).fill(søren.name);
      await field(page, say.email).fill(søren.email);
      await host.refuseNext('visits.signOut', { ok: false, code: 'not-found' });
      await button(page, say.out).click();
      await button(page, say.confirm).waitFor();
      await expectFlawless(page, 'leaving', withAxe);
      await button(page, say.confirm).click();
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
      await field(page, say.company).fill('Byg og Bo');
      await field(page, say.host).fill('met');
      await expect(page.locator('.picker').getByRole('listitem')).toHaveCount(6);
      await expectFlawless(page, 'hosts to choose', withAxe);
      await host.refuseNext('hosts.find', { ok: false, code: 'throttled' });
      await field(page, say.host).fill('mett');
      await expect(page.getByText(say.enough).first()).toBeVisible();
      await expectFlawless(page, 'no more hosts to choose', withAxe);
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

test('the looks a site chose: its pictures from its own host, its colour where it can be read', async ({
  page,
  kioskAddress,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host);
  });
  const host = await installFakeHost(page, chosen);
  await page.goto(kioskAddress);
  await expectHeading(page, chosen.welcome.looks.greetings.en);
  await expect(page.locator('.backdrop img')).toHaveJSProperty('complete', true);
  expect(
    await page.locator('.backdrop img').evaluate((picture: HTMLImageElement) => picture.naturalWidth),
  ).toBeGreaterThan(0);
  await expect(button(page, 'Sign in')).toHaveCSS('background-color', 'rgb(194, 65, 12)');
  await expect(button(page, 'Sign in')).toHaveCSS('color', 'rgb(255, 255, 255)');
  expect([...hosts]).toEqual([new URL(kioskAddress).host]);
  expect((await host.asked('site.picture')).map(({ role }) => role).sort()).toEqual(['background', 'logo']);

  // What was taken away in the office is gone here without a new start.
  const { looks } = chosen.welcome;
  await host.setWelcome({
    ...chosen.welcome,
    looks: { ...looks, background: 'plain', logo: null, brandColour: '' },
  });
  await expect(page.locator('.backdrop')).toHaveCount(0);
  await expect(page.locator('.site-logo')).toHaveCount(0);
  await expect(page.locator('.archway')).toHaveCount(0);
  await expect(button(page, 'Sign in')).toHaveCSS('background-color', 'rgb(10, 79, 148)');
});

test('the diagonal a site sets gives keys their size in millimetres', async ({ page, kioskAddress }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  const host = await installFakeHost(page, {
    welcome: { ...readyWelcome, looks: { ...readyWelcome.looks, displayInches: 32 } },
  });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  const mm = () =>
    page.evaluate(() => Number.parseFloat(document.documentElement.style.getPropertyValue('--mm')));
  await expect.poll(mm).toBeCloseTo(2.71, 2);
  await host.setWelcome({ ...readyWelcome, looks: { ...readyWelcome.looks, displayInches: 21.5 } });
  await expect.poll(mm).toBeCloseTo(4.03, 2);
});

test('forced colours keep every control a border, and what is on can be told from what is off', async ({
  page,
  kioskAddress,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await installFakeHost(page, chosen);
  await page.goto(kioskAddress);
  const borderless = (): Promise<string[]> =>
    page.locator('.kiosk button:visible, .kiosk input:visible').evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(control);
          return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1;
        })
        .map((control) => control.textContent ?? ''),
    );
  await expectHeading(page, chosen.welcome.looks.greetings.en);
  expect(await borderless()).toEqual([]);
  const background = (name: string): Promise<string> =>
    button(page, name).evaluate((chip) => getComputedStyle(chip).backgroundColor);
  expect(await background('English')).not.toBe(await background('Dansk'));
  await button(page, 'Sign in').click();
  expect(await borderless()).toEqual([]);
});
