/**
 * The built kiosk page on a server of its own, under the content security policy that both hosts send. Every
 * breach of the policy and every error on the page fails the test that caused it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, type Locator, type Page } from 'playwright/test';
import { answerPage } from './pages.ts';

export const test = base.extend<{ readonly faults: readonly string[] }, { readonly kioskAddress: string }>({
  kioskAddress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const server = createServer((request, response) =>
        answerPage(new URL(request.url ?? '/', 'http://kiosk').pathname, response),
      );
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk.html`);
      await new Promise((closed) => server.close(closed));
    },
    { scope: 'worker' },
  ],
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // A browser asks for an icon that nothing here has.
        if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
          faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { displays } from './sizes.ts';
export { expect };

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** Types on the on-screen keyboard alone, turning its layers over as a person would. */
export async function tapKeys(page: Page, text: string): Promise<void> {
  const keyboard = page.getByRole('region', { name: 'Keyboard' });
  const key = (name: string): Locator => keyboard.getByRole('button', { name, exact: true });
  const names: Readonly<Record<string, string>> = {
    ' ': 'Space',
    '@': 'At sign',
    '.': 'Full stop',
    '-': 'Hyphen',
    '+': 'Plus',
  };
  for (const character of text) {
    const name = names[character] ?? character.toLowerCase();
    if ((await key(name).count()) === 0) {
      const isLetter = /\p{L}|\s/u.test(character);
      const isPlain = /[a-z\s]/i.test(character);
      const letters = 'abc: Letters';
      const layer = !isLetter ? '123: Digits and signs' : isPlain ? letters : 'éèü: Accented letters';
      if ((await key(layer).count()) === 0) await key(letters).click();
      if ((await key(name).count()) === 0) await key(layer).click();
    }
    await key(name).click();
  }
}

/**
 * Types on the on-screen keyboard alone, in whatever language it has: plain letters, accents by the candidates of
 * their letter, or else from the layer of accents; spaces, digits and signs where they stand.
 */
export async function tapLetters(page: Page, text: string): Promise<void> {
  const key = (name: string): Locator => page.locator(`.touch-keyboard [data-skbtn="${name}"]`);
  const candidate = (letter: string): Locator =>
    page.locator('.touch-keyboard [data-skbtn^="{candidate"]').filter({ hasText: letter });
  const bases: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', œ: 'o', æ: 'a', ß: 's', đ: 'd' };
  for (const character of text) {
    const small = character.toLowerCase();
    const plain = character === ' ' ? '{space}' : small;
    if ((await key(plain).count()) > 0) {
      await key(plain).click();
      continue;
    }
    const base = bases[small] ?? small.normalize('NFD').slice(0, 1);
    await key(base).click();
    await candidate(character).click();
  }
}

export interface TypedVisitor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly host: string;
}

export const søren: TypedVisitor = {
  name: 'Søren Kjær',
  email: 'soren@example.dk',
  phone: '+45 12 34 56 78',
  company: 'Byg og Bo',
  host: 'Mette Holm',
};

/** From the welcome to the review, typed on a real keyboard. */
export async function typeToReview(page: Page, visitor: TypedVisitor = søren): Promise<void> {
  await button(page, 'Sign in').click();
  await field(page, 'Full name').fill(visitor.name);
  await button(page, 'Continue').click();
  await field(page, 'E-mail').fill(visitor.email);
  await field(page, 'Phone').fill(visitor.phone);
  await button(page, 'Continue').click();
  await field(page, 'Company').fill(visitor.company);
  await field(page, 'Host').fill(visitor.host);
  await button(page, 'Continue').click();
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Is everything right?');
}
