import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { ownName } from '../../src/renderer/words/own-name.ts';
import { kioskLanguages } from '../../src/shared/words/kiosk-words.ts';
import { installFakeHost, type ReadyWelcome, readyWelcome } from './fake-host.ts';
import { button, expect, expectHeading, field, tapLetters, test } from './kiosk-page.ts';

const all: ReadyWelcome = { ...readyWelcome, languages: [...kioskLanguages], defaultLanguage: 'pl' };

const finnish: ReadyWelcome = {
  ...readyWelcome,
  languages: ['fi', 'en', 'da'],
  defaultLanguage: 'fi',
  words: {
    revision: '1',
    languages: [
      { language: 'fi', keyboard: 'sv' },
      { language: 'en', keyboard: null },
    ],
  },
};
const finnishWords = {
  fi: {
    'kiosk.attract.greeting': 'Tervetuloa.',
    'kiosk.attract.signIn': 'Kirjaudu',
    'kiosk.field.name': 'Nimi',
  },
  en: { 'kiosk.attract.greeting': 'Welcome to the harbour.' },
};

/** Every text the page has ever shown, from its very first paint on. */
async function watchTexts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.defineProperty(window, 'seenTexts', { value: seen });
    const look = (): void => {
      for (const element of document.querySelectorAll<HTMLElement>('#root :not(:has(*))'))
        if (!element.classList.contains('unseen') && element.checkVisibility())
          seen.add(element.textContent ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => [...(window as unknown as { seenTexts: Set<string> }).seenTexts]);
}

test('the whole sign-in in Polish on the on-screen keyboard', async ({ page, kioskAddress }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  const host = await installFakeHost(page, { welcome: { ...all, defaultLanguage: 'en' } });
  await page.goto(kioskAddress);
  const polski = button(page, 'Polski');
  await expect(polski).toHaveAttribute('lang', 'pl');
  await polski.click();
  await expectHeading(page, 'Witamy.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await expect(page.getByText('Państwa dane są automatycznie usuwane po 30 dniach.')).toBeVisible();
  await button(page, 'Zarejestruj wejście').click();

  await expectHeading(page, 'Jak się Pani/Pan nazywa?');
  await expect(page.getByRole('region', { name: 'Klawiatura' })).toHaveAttribute('lang', 'pl');
  await tapLetters(page, 'Łucja Żółć-Brzęś');
  await expect(field(page, 'Imię i nazwisko')).toHaveValue('Łucja Żółć-Brzęś');
  await button(page, 'Enter').click();

  await tapLetters(page, 'lucja@example');
  await button(page, '.pl').click();
  await expect(field(page, 'E-mail')).toHaveValue('lucja@example.pl');
  await button(page, 'Enter').click();
  await tapLetters(page, '12');
  await button(page, 'Dalej').click();
  await expect(page.getByText('Prosimy wpisać na przykład tak: +48 22 123 45 67.')).toBeVisible();
  await tapLetters(page, '3456789');
  await button(page, 'Enter').click();

  await expectHeading(page, 'Kogo Pani/Pan odwiedza?');
  await tapLetters(page, 'Źródło');
  await button(page, 'Enter').click();
  await tapLetters(page, 'Jaś');
  await button(page, 'Enter').click();
  await expectHeading(page, 'Jak przetwarzamy Państwa dane');
  await button(page, 'Pełna informacja').click();
  await expect(page.getByRole('heading', { name: 'Państwa prawa' })).toBeAttached();
  await button(page, 'Wstecz').click();
  await button(page, 'Dalej').click();
  await button(page, 'Potwierdź').click();
  await expectHeading(page, 'Dziękujemy, Łucja.');
  await expect(page.getByText(/Ekran zostanie wyczyszczony za \d+ sekund/)).toBeVisible();
  expect(await host.asked('visits.arrive')).toMatchObject([
    {
      name: 'Łucja Żółć-Brzęś',
      email: 'lucja@example.pl',
      phone: '123456789',
      company: 'Źródło',
      host: 'Jaś',
      language: 'pl',
    },
  ]);
  await button(page, 'Gotowe').click();
  await expectHeading(page, 'Welcome.');
});

test('a name typed with a wrong accent is put right by the next key, and a real keyboard goes on beside it', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page, { welcome: all });
  await page.goto(kioskAddress);
  await button(page, 'Zarejestruj wejście').click();
  const name = field(page, 'Imię i nazwisko');
  await page.keyboard.type('Józ');
  await expect(name).toBeFocused();
  await button(page, 'ż zamiast z').click();
  await expect(name).toHaveValue('Jóż');
  await button(page, 'ź zamiast ż').click();
  await expect(name).toHaveValue('Jóź');
  await expect(name).toBeFocused();
  await button(page, 'z zamiast ź').click();
  await page.keyboard.type('ef');
  await expect(name).toHaveValue('Józef');
  await expect(button(page, 'ę zamiast e')).toHaveCount(0);
});

test('candidates stand still: no key moves while a name is typed', async ({ page, kioskAddress }) => {
  await installFakeHost(page, { welcome: all });
  await page.goto(kioskAddress);
  await button(page, 'Zarejestruj wejście').click();
  const places = () =>
    page
      .locator('.touch-keyboard [data-skbtn]')
      .evaluateAll((keys) => keys.map((key) => JSON.stringify(key.getBoundingClientRect())));
  const before = await places();
  for (const letters of ['z', 'a', 'k', ' ']) {
    await page.keyboard.type(letters);
    expect(await places()).toEqual(before);
  }
});

test('the first screen comes in the language of the site, and nothing else is ever shown', async ({
  page,
  kioskAddress,
}) => {
  const seen = await watchTexts(page);
  await installFakeHost(page, { welcome: all });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Witamy.');
  const english = [
    'Welcome.',
    'Sign in',
    'One moment, please',
    'What is your name?',
    'Continue',
    'Accessibility',
  ];
  expect((await seen()).filter((text) => english.includes(text))).toEqual([]);
  // A visitor in German goes, and the next one is greeted in Polish.
  await button(page, 'Deutsch').click();
  await expectHeading(page, 'Willkommen.');
  await button(page, 'Anmelden').click();
  await expectHeading(page, 'Wie heißen Sie?');
  await page.evaluate(() => (window as unknown as { seenTexts: Set<string> }).seenTexts.clear());
  await button(page, 'Neu beginnen').click();
  await expectHeading(page, 'Witamy.');
  expect(await seen()).not.toContain('Willkommen.');
  expect((await seen()).filter((text) => english.includes(text))).toEqual([]);
});

test('what a language needs comes from the own server, and English alone comes with the page', async ({
  page,
  kioskAddress,
}) => {
  const requests: URL[] = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  const host = await installFakeHost(page, { welcome: { ...readyWelcome, languages: ['fr', 'en'] } });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await button(page, 'Français').click();
  await expectHeading(page, 'Bienvenue.');
  expect(new Set(requests.map(({ host: asked }) => asked))).toEqual(new Set([new URL(kioskAddress).host]));
  const texts = await Promise.all(
    requests
      .filter(({ pathname }) => pathname.endsWith('.js'))
      .map(async ({ href }) => (await page.request.get(href)).text()),
  );
  expect(texts.some((text) => text.includes('Enregistrer mon arrivée'))).toBe(true);
  // Languages the site does not offer are never fetched.
  expect(texts.some((text) => text.includes('Zarejestruj wejście'))).toBe(false);
  expect(await host.asked('words.site')).toEqual([]);
});

test('the language can be changed while the host cannot be reached', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome: all });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Witamy.');
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  for (const [language, greeting] of [
    ['es', 'Le damos la bienvenida.'],
    ['nb', 'Velkommen.'],
    ['sv', 'Välkommen.'],
  ] as const) {
    await button(page, ownName(language)).click();
    await expectHeading(page, greeting);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
  expect(await host.asked('site.welcome')).not.toEqual([]);
});

test('a file of the site adds a language with its keyboard and changes words; what it lacks is English', async ({
  page,
  kioskAddress,
}) => {
  const seen = await watchTexts(page);
  await installFakeHost(page, { welcome: finnish, words: finnishWords });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Tervetuloa.');
  expect(await seen()).not.toContain('Welcome.');
  await expect(button(page, 'Suomi')).toHaveAttribute('lang', 'fi');
  await expect(button(page, 'I have a code')).toBeVisible();
  await button(page, 'English').click();
  await expectHeading(page, 'Welcome to the harbour.');
  await button(page, 'Suomi').click();
  await button(page, 'Kirjaudu').click();
  for (const key of ['å', 'ä', 'ö']) await button(page, key).click();
  await expect(field(page, 'Nimi')).toHaveValue('Åäö');
});

test('words that changed with the files are fetched again', async ({ page, kioskAddress }) => {
  const host = await installFakeHost(page, { welcome: finnish, words: finnishWords });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Tervetuloa.');
  await host.setWords('fi', { 'kiosk.attract.greeting': 'Hyvää päivää.' });
  await host.setWelcome({ ...finnish, words: { ...finnish.words, revision: '2' } });
  await expectHeading(page, 'Hyvää päivää.');
});

test('a language of the site without words is not offered; without any the kiosk speaks English', async ({
  page,
  kioskAddress,
}) => {
  const host = await installFakeHost(page, {
    welcome: { ...readyWelcome, languages: ['et', 'de'], defaultLanguage: 'et' },
  });
  await page.goto(kioskAddress);
  await expectHeading(page, 'Willkommen.');
  await expect(page.locator('.chip')).toHaveText(['Deutsch']);
  await host.setWelcome({ ...readyWelcome, languages: ['et'], defaultLanguage: 'et' });
  await expectHeading(page, 'Welcome.');
});

test.describe('a machine that speaks German', () => {
  test.use({ locale: 'de-DE' });
  test('says in German that nobody answers yet', async ({ page, kioskAddress }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'foyer', {
        value: {
          door: 'kiosk',
          call: async () => ({ ok: false, code: 'unavailable' }),
          subscribe: () => () => {},
        },
      });
    });
    await page.goto(kioskAddress);
    await expectHeading(page, 'Einen Augenblick bitte');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('every chip says its language in the words of that language', async ({ page, kioskAddress }) => {
  await installFakeHost(page, { welcome: all });
  await page.goto(kioskAddress);
  for (const language of kioskLanguages) {
    const chip = button(page, ownName(language));
    await expect(chip).toHaveAttribute('lang', language);
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    const words = JSON.parse(
      readFileSync(resolve(import.meta.dirname, `../../src/shared/words/${language}/kiosk.json`), 'utf8'),
    ) as { readonly attract: { readonly greeting: string } };
    await expectHeading(page, words.attract.greeting);
  }
});
