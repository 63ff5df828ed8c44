/**
 * Nothing of a visitor stays at the kiosk once they are gone. What they type is struck key by key and never passed
 * into the page by the test, so that whatever is found was kept by the page itself.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { button, expect, expectHeading, field, test } from '../kiosk-page.ts';
import { type FrontDesk, openFrontDesk } from './front-desk.ts';
import { copy, storesOf, type Trace, tracesOf } from './traces.ts';

const visitor = {
  name: 'Zyxanthe Quorbleflint',
  email: 'qzv.marker@vexmarkt.example',
  phone: '+45 83 92 71 65',
  company: 'Wubbelkranz Fjordwerk',
  host: 'Ploxmire',
} as const;
/** Typed behind the name and deleted again. */
const second = 'Jhqxwvub';
const badCode = 'ZQ7X-9WVK';

/** Parts of each that no words of the kiosk have. */
const markers = [
  'zyxanth',
  'quorble',
  'qzv.mark',
  'vexmark',
  '83 92 7',
  '839271',
  'wubbelk',
  'fjordwer',
  'ploxmi',
  second.slice(0, 5),
  'zq7x-9',
  'zq7x9w',
];

let desk: FrontDesk;
test.beforeEach(async () => {
  // Time enough for a heap to be searched while somebody is in the middle of something.
  desk = await openFrontDesk({ idleSeconds: 600, countdownSeconds: 60 });
});
test.afterEach(() => desk.close());

/** A desk that soon asks whether anybody is there. */
async function openHastyDesk(): Promise<void> {
  await desk.close();
  desk = await openFrontDesk({ idleSeconds: 4, countdownSeconds: 2 });
}

async function open(page: Page): Promise<void> {
  await page.goto(desk.address);
  await expectHeading(page, 'Welcome.');
}

/** Strikes a text's keys in a field, as a person at a keyboard does. */
async function strike(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).click();
  await page.keyboard.type(text);
}

async function typeName(page: Page): Promise<void> {
  await button(page, 'Sign in').click();
  await strike(page, 'Full name', visitor.name + second);
  for (let deleted = 0; deleted < second.length; deleted += 1) await page.keyboard.press('Backspace');
}

async function typeContact(page: Page): Promise<void> {
  await typeName(page);
  await button(page, 'Continue').click();
  await strike(page, 'E-mail', visitor.email);
  await strike(page, 'Phone', visitor.phone);
}

async function typeVisit(page: Page): Promise<void> {
  await typeContact(page);
  await button(page, 'Continue').click();
  await strike(page, 'Company', visitor.company);
  await strike(page, 'Host', visitor.host);
}

async function goToReview(page: Page): Promise<void> {
  await typeVisit(page);
  await button(page, 'Continue').click();
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Is everything right?');
}

/** The kiosk is ready for the next visitor, and has forgotten the last. */
async function expectForgotten(page: Page, also: readonly string[] = []): Promise<void> {
  await button(page, 'Sign in').waitFor();
  await expect
    .poll(() => tracesOf(page, [...markers, ...also]), { intervals: [500, 2_000], timeout: 20_000 })
    .toEqual([] satisfies Trace[]);
  const [databases, caches] = await storesOf(page);
  expect([databases, caches]).toEqual([0, 0]);
  // Neither undoing nor going back brings anything up again.
  const address = page.url();
  await button(page, 'Sign in').click();
  await field(page, 'Full name').click();
  await page.keyboard.press('Control+z');
  await expect(field(page, 'Full name')).toHaveValue('');
  await button(page, 'Start over').click();
  await expectHeading(page, 'Welcome.');
  expect(page.url()).toBe(address);
}

/** Not by the heading: what the test reads of a page stays in the memory of the test's own scripts there. */
async function thanked(page: Page): Promise<void> {
  await button(page, 'Done').waitFor();
}

async function expectPresent(page: Page, marker: string): Promise<void> {
  const places = (await tracesOf(page, [marker])).map(({ place }) => place);
  expect(places).toContain('heap');
}

test('a visitor who signed in', async ({ page }) => {
  await desk.core.call('console', 'hosts.add', {
    name: 'Ploxmire Habermund',
    email: 'habermund@nordlys.example',
    department: 'Sales',
    phone: '',
  });
  await open(page);
  await typeVisit(page);
  await page.locator('.picker__answer').first().click();
  await button(page, 'Continue').click();
  await button(page, 'Read the full notice').click();
  await button(page, 'Back').click();
  await button(page, 'Continue').click();
  await button(page, 'Change: Phone').click();
  await button(page, 'Continue').click();
  await expectPresent(page, 'quorble');
  await button(page, 'Confirm').click();
  await thanked(page);
  await button(page, 'Done').click();
  await expectForgotten(page, ['habermu', 'ploxmire h']);
});

test('a visitor whose thanks clear themselves', async ({ page }) => {
  await open(page);
  await goToReview(page);
  await button(page, 'Confirm').click();
  await thanked(page);
  await expectForgotten(page);
});

for (const [where, walk] of [
  ['name', typeName],
  ['contact', typeContact],
  ['host', typeVisit],
  ['review', goToReview],
] as const)
  test(`a visitor who walked away from the ${where}`, async ({ page }) => {
    await openHastyDesk();
    await open(page);
    await walk(page);
    await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible();
    await expectForgotten(page);
  });

test('a visitor who was expected, and one whose code opened nothing', async ({ page }) => {
  const { typedCode } = await desk.core.call('console', 'invitations.make', {
    ...visitor,
    validOn: '2026-03-02',
  });
  await open(page);
  await button(page, 'I have a code').click();
  await strike(page, 'Code', badCode);
  await button(page, 'Continue').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await button(page, 'Back').click();
  await expectForgotten(page);
  await button(page, 'I have a code').click();
  await strike(page, 'Code', typedCode);
  await button(page, 'Continue').click();
  await button(page, 'Continue').waitFor();
  await expect(field(page, 'Code')).toHaveCount(0);
  await expectPresent(page, 'quorble');
  await button(page, 'Start over').click();
  await expectForgotten(page, [typedCode, typedCode.replace('-', '')]);
  await button(page, 'I have a code').click();
  await strike(page, 'Code', typedCode);
  await button(page, 'Continue').click();
  await expect(field(page, 'Code')).toHaveCount(0);
  await button(page, 'Continue').click();
  await button(page, 'Read the full notice').waitFor();
  await button(page, 'Continue').click();
  await thanked(page);
  await button(page, 'Done').click();
  await expectForgotten(page, [typedCode, typedCode.replace('-', '')]);
});

test('a visitor who signed out, and one whom nobody knew', async ({ page }) => {
  await desk.core.arrive(visitor.name, { email: visitor.email });
  await open(page);
  await button(page, 'Sign out').click();
  await strike(page, 'Full name', `${visitor.name}x`);
  await strike(page, 'E-mail', visitor.email);
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await button(page, 'Start over').click();
  await expectForgotten(page);
  await button(page, 'Sign out').click();
  await strike(page, 'Full name', visitor.name);
  await strike(page, 'E-mail', visitor.email);
  await button(page, 'Sign out').click();
  await button(page, 'Confirm').click();
  await button(page, 'Done').click();
  await expectForgotten(page);
});

test('a visitor who was here before, and whose earlier details never come to the kiosk', async ({ page }) => {
  await desk.core.arrive(visitor.name, visitor);
  await open(page);
  await button(page, 'I have been here before').click();
  await strike(page, 'Full name', visitor.name);
  await strike(page, 'E-mail', visitor.email);
  await button(page, 'Continue').click();
  await strike(page, 'Host', visitor.host);
  await button(page, 'Continue').click();
  await expectHeading(page, /happens to your details/);
  await expectPresent(page, 'quorble');
  expect(await tracesOf(page, ['83 92 7', '839271', 'wubbelk'])).toEqual([]);
  await button(page, 'Continue').click();
  await thanked(page);
  expect(await tracesOf(page, ['83 92 7', '839271', 'wubbelk'])).toEqual([]);
  await button(page, 'Done').click();
  await expectForgotten(page);
});

test('a visitor who was refused, misunderstood, and left without an answer', async ({ page }) => {
  await openHastyDesk();
  await open(page);
  await goToReview(page);
  desk.refuseNext('visits.arrive', { ok: false, code: 'internal', reference: 'abc' });
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toBeVisible();
  desk.refuseNext('visits.arrive', { ok: false, code: 'bad-input', fields: { email: 'email' } });
  await button(page, 'Confirm').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await button(page, 'Start over').click();
  await expectForgotten(page);

  await goToReview(page);
  desk.refuseNext('visits.arrive', { ok: false, code: 'notice-outdated' });
  await button(page, 'Confirm').click();
  await expectHeading(page, /happens to your details/);
  await button(page, 'Continue').click();
  // Two silences: the screen says so and asks again by itself, and nobody waits for the answer.
  desk.refuseNext('visits.arrive', { ok: false, code: 'unavailable' });
  desk.refuseNext('site.welcome', { ok: false, code: 'unavailable' });
  await button(page, 'Confirm').click();
  await expectForgotten(page);
});

test('a visitor who typed on the screen', async ({ page }) => {
  await open(page);
  await button(page, 'Sign in').click();
  const keys = page.getByRole('region', { name: 'Keyboard' });
  for (const letter of 'quorblefłint') {
    const key = keys.getByRole('button', { name: letter === 'ł' ? 'l' : letter, exact: true });
    await key.click();
    if (letter === 'ł') await page.locator('[data-skbtn^="{candidate"]').filter({ hasText: 'ł' }).click();
  }
  await expect(field(page, 'Full name')).toHaveValue('Quorblefłint');
  await expectPresent(page, 'quorble');
  await button(page, 'Start over').click();
  await expectForgotten(page);
});

test('nothing of a visitor stands in any file of the browser', async ({ playwright, launchOptions }) => {
  const profile = mkdtempSync(join(tmpdir(), 'foyer-profile-'));
  try {
    const browser = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      locale: 'en-GB',
    });
    const page = browser.pages()[0] ?? (await browser.newPage());
    await open(page);
    await goToReview(page);
    await button(page, 'Confirm').click();
    await thanked(page);
    await button(page, 'Done').click();
    await button(page, 'Sign in').waitFor();
    await page.evaluate(() => localStorage.setItem('foyer.test', 'written for comparison'));
    await browser.close();
    const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
      .map((name) => join(profile, name))
      .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
    const holding = (text: string): string[] =>
      files.filter((name) => {
        const bytes = readFileSync(name);
        return ['utf8', 'utf16le', 'latin1'].some((form) =>
          bytes.includes(Buffer.from(text, form as BufferEncoding)),
        );
      });
    expect(holding('written for comparison')).not.toEqual([]);
    for (const text of Object.values(visitor)) expect(holding(text), text).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a page that keeps something is found out', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const kept: string[] = [];
    document.addEventListener('input', ({ target }) => kept.push((target as HTMLInputElement).value));
  });
  await typeName(page);
  await button(page, 'Start over').click();
  await expectHeading(page, 'Welcome.');
  const found = await tracesOf(page, markers);
  expect(found.map(({ place }) => place)).toContain('heap');
  // Also the letters that were deleted again.
  expect(found.map(({ marker }) => marker)).toContain(second.slice(0, 5));
  expect(found.find(({ place }) => place === 'heap')?.path).toContain('.kept');

  await page.evaluate(() => sessionStorage.setItem('last', 'of zyxanthe'));
  expect((await tracesOf(page, markers)).map(({ place }) => place)).toContain('session storage');
  await copy(page, 'of zyxanthe');
  expect((await tracesOf(page, markers)).map(({ place }) => place)).toContain('clipboard');
  await copy(page, '');
});
