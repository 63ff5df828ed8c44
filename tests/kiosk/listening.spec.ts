/** Listen mode: every screen in every language, with a speech engine that the test plays. */
import type { Page } from 'playwright/test';
import { installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, field, søren, test, typeToReview } from './kiosk-page.ts';
import { installPlayedSpeech, type PlayedSpeech } from './played-speech.ts';

/** Waits until something that matches was said; everything said since the last time. */
async function heard(speech: PlayedSpeech, expected: string | RegExp): Promise<string[]> {
  const all: string[] = [];
  await expect(async () => {
    all.push(...(await speech.said()));
    const found = all.some((text) =>
      typeof expected === 'string' ? text === expected : expected.test(text),
    );
    expect(found, `${expected} in ${all.join(' | ')}`).toBe(true);
  }).toPass({ timeout: 15_000 });
  return all;
}

/** Everything a person who sees the screen sees: headings, controls by their accessible name, faults. */
async function shown(page: Page): Promise<string[]> {
  const root =
    (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog') : page.locator('.kiosk main');
  const names = await root
    .getByRole('button')
    .or(root.getByRole('switch'))
    .or(root.getByRole('textbox'))
    .evaluateAll((controls) =>
      controls.map((control) => {
        const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
        const by = (control.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id));
        return (
          (
            control.getAttribute('aria-label') ??
            [...labels, ...by].map((label) => label?.textContent ?? '').join('') ??
            ''
          ).trim() || (control.textContent ?? '').trim()
        );
      }),
    );
  const faults = await root.getByRole('alert').allInnerTexts();
  const headings = await root.getByRole('heading').allInnerTexts();
  return [...headings, ...names, ...faults].map((text) => text.trim()).filter((text) => text !== '');
}

/** Reads the screen anew and looks for everything shown among what was said. */
async function expectWhollyRead(page: Page, speech: PlayedSpeech, screen: string): Promise<void> {
  await page.waitForTimeout(250);
  const stop = page.locator('[data-listen][aria-label^="Stop"]');
  if ((await stop.count()) > 0) await page.keyboard.press('F2');
  await speech.said();
  await page.keyboard.press('F2');
  const wanted = await shown(page);
  expect(wanted.length, screen).toBeGreaterThan(0);
  const said = (await speech.said()).join(' ');
  // The button is called by what it did before it was pressed.
  for (const text of wanted)
    if (!/^(Stop reading|Read aloud|Stop oplæsning|Læs op)$/.test(text))
      expect(said, `${screen} says ${text}`).toContain(text);
  await page.keyboard.press('F2');
}

const languages = {
  en: {
    chip: 'English',
    voice: 'Near English',
    signIn: 'Sign in',
    name: 'Full name',
    phone: 'Phone',
    next: 'Continue',
    full: 'Read the full notice',
    back: 'Back',
    confirm: 'Confirm',
    done: 'Done',
    out: 'Sign out',
    code: 'I have a code',
    access: 'Accessibility',
    close: 'Close',
  },
  da: {
    chip: 'Dansk',
    voice: 'Near Danish',
    signIn: 'Tjek ind',
    name: 'Fulde navn',
    phone: 'Telefon',
    next: 'Fortsæt',
    full: 'Læs hele teksten',
    back: 'Tilbage',
    confirm: 'Bekræft',
    done: 'Færdig',
    out: 'Tjek ud',
    code: 'Jeg har en kode',
    access: 'Tilgængelighed',
    close: 'Luk',
  },
} as const;

for (const [language, say] of Object.entries(languages))
  test(`every screen is read whole, by a voice of this machine: ${language}`, async ({
    page,
    kioskAddress,
  }) => {
    const speech = await installPlayedSpeech(page);
    const host = await installFakeHost(page);
    await page.goto(kioskAddress);
    await button(page, say.chip).click();
    await page.keyboard.press('F2');
    await heard(speech, /Velkommen|Welcome/);
    const look = (screen: string): Promise<void> => expectWhollyRead(page, speech, screen);
    await look('attract');
    await button(page, say.access).click();
    await look('accessibility');
    await button(page, say.close).click();
    await button(page, say.code).click();
    await look('code');
    await button(page, say.back).click();
    await button(page, say.out).click();
    await field(page, say.name).fill(søren.name);
    await button(page, say.out).last().click();
    await page.getByRole('alert').first().waitFor();
    await look('sign out with a fault');
    await button(page, say.back).click();
    await button(page, say.signIn).click();
    await look('name');
    await field(page, say.name).fill(søren.name);
    await button(page, say.next).click();
    await field(page, 'E-mail').fill('soren');
    await button(page, say.next).click();
    await page.getByRole('alert').first().waitFor();
    await look('contact with faults');
    await field(page, 'E-mail').fill(søren.email);
    await field(page, say.phone).fill(søren.phone);
    await button(page, say.next).click();
    await look('visit');
    await button(page, say.next).click();
    await button(page, say.full).waitFor();
    await look('notice');
    await button(page, say.full).click();
    await look('full notice');
    await button(page, say.back).click();
    await button(page, say.next).click();
    await look('review');
    await host.refuseNext('visits.arrive', { ok: false, code: 'internal', reference: 'abc' });
    await button(page, say.confirm).click();
    await page.getByRole('alert').waitFor();
    await look('review with trouble');
    await button(page, say.confirm).click();
    await expectHeading(page, /Søren/);
    await look('done');
    expect((await speech.voices()).filter((voice) => voice !== 'Near English')).toEqual(
      language === 'en' ? [] : [say.voice],
    );
  });

test('a new screen is read by itself; a touch, the key and the next screen cut it off', async ({
  page,
  kioskAddress,
}) => {
  const speech = await installPlayedSpeech(page);
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await button(page, 'Accessibility').click();
  await page.getByRole('switch', { name: 'Read aloud' }).click();
  await heard(speech, /Make this screen easier/);
  await button(page, 'Close').click();
  await heard(speech, 'Welcome.');
  await expect(button(page, 'Stop reading')).toBeVisible();

  let cut = await speech.cancelled();
  await page.mouse.click(5, 300);
  expect(await speech.cancelled()).toBe(cut + 1);
  await expect(button(page, 'Read aloud')).toBeVisible();
  await button(page, 'Read aloud').click();
  await heard(speech, 'Welcome.');
  cut = await speech.cancelled();
  await button(page, 'Stop reading').click();
  expect(await speech.cancelled()).toBe(cut + 1);
  await page.keyboard.press('F2');
  await heard(speech, 'Welcome.');

  cut = await speech.cancelled();
  await button(page, 'Sign in').focus();
  await page.keyboard.press('Enter');
  await heard(speech, 'What is your name?');
  expect(await speech.cancelled()).toBeGreaterThan(cut);
});

test('what is typed is repeated, what is reached is named, and a value is spelled', async ({
  page,
  kioskAddress,
}) => {
  const speech = await installPlayedSpeech(page);
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await page.keyboard.press('F2');
  await heard(speech, 'Welcome.');
  await button(page, 'Sign in').click();
  await heard(speech, 'What is your name?');
  await button(page, 'a').click();
  await heard(speech, 'capital a');
  await page.keyboard.type('@');
  await heard(speech, 'At sign');
  await page.keyboard.press('Backspace');
  await heard(speech, 'deleted');
  await page.keyboard.type('b');
  await page.keyboard.press('F4');
  expect((await heard(speech, 'capital a')).slice(-2)).toEqual(['capital a', 'b']);
  await button(page, 'Spell').click();
  await heard(speech, 'capital a');
  await field(page, 'Full name').focus();
  await page.keyboard.press('Tab');
  await heard(speech, 'Continue, button.');
  await page.keyboard.press('Shift+Tab');
  await heard(speech, 'Full name, text field. contains Ab.');
  await button(page, 'Continue').click();
  await button(page, 'Continue').click();
  await heard(speech, /Please fill this in/);
});

test('it ends with the visitor, and the question whether anybody is there is read, too', async ({
  page,
  kioskAddress,
}) => {
  const speech = await installPlayedSpeech(page);
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await page.keyboard.press('F2');
  await page.clock.runFor(1_000);
  await heard(speech, 'What is your name?');
  await page.clock.runFor(61_000);
  await heard(speech, 'Are you still there?');
  const cut = await speech.cancelled();
  await page.clock.runFor(31_000);
  await expectHeading(page, 'Welcome.');
  expect(await speech.cancelled()).toBeGreaterThan(cut);
  await speech.said();
  await button(page, 'Sign in').click();
  await page.clock.runFor(1_000);
  expect(await speech.said()).toEqual([]);
});

test('whoever listens is there: a long text is read to its end before anybody is asked', async ({
  page,
  kioskAddress,
}) => {
  const speech = await installPlayedSpeech(page);
  await installFakeHost(page);
  await page.clock.install();
  await page.goto(kioskAddress);
  await button(page, 'Sign in').click();
  await page.keyboard.press('F2');
  for (let sentences = 0; sentences < 3; sentences += 1) {
    await page.clock.runFor(50_000);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await speech.finishOne();
  }
});

test('a machine without a voice of its own says so, and no voice of a server is used', async ({
  page,
  kioskAddress,
}) => {
  const far = { name: 'Far English', lang: 'en-US', localService: false };
  const speech = await installPlayedSpeech(page, [far]);
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await page.keyboard.press('F2');
  await button(page, 'Accessibility').click();
  const listen = page.getByRole('switch', { name: 'Read aloud' });
  await expect(listen).toHaveAccessibleDescription('This machine has no voice for this language');
  await listen.click({ force: true });
  await expect(listen).toHaveAttribute('aria-checked', 'false');
  expect(await speech.said()).toEqual([]);
  // A voice that was installed meanwhile is found without a new start.
  await speech.setVoices([far, { name: 'Near English', lang: 'en-GB', localService: true }]);
  await expect(listen).toHaveAccessibleDescription(/headphones/);
  await listen.click();
  await heard(speech, /Make this screen easier/);
  expect(await speech.voices()).toEqual(['Near English']);
});

test('the review is read with everything that was typed', async ({ page, kioskAddress }) => {
  const speech = await installPlayedSpeech(page);
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await typeToReview(page);
  await page.keyboard.press('F2');
  const said = (await heard(speech, /Confirm/)).join(' ');
  for (const typed of Object.values(søren)) expect(said).toContain(typed);
});
