import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { bytesOf, readPictureHead } from '../../src/shared/picture.ts';
import { createTestApp } from '../support/app.ts';
import { paintedBackground, paintedLogo, paintedPng } from '../support/painted-png.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from './console-window.ts';

async function sitePage(page: Page): Promise<ConsoleWindow> {
  const core = createTestApp();
  await core.setUp();
  const window = await createConsoleWindow(page, core);
  await window.open('#office/site');
  await window.signIn();
  await expect(page.getByRole('heading', { name: 'Looks' })).toBeVisible();
  return window;
}

async function looksAtTheKiosk({ core }: ConsoleWindow) {
  const welcome = await core.call('kiosk', 'site.welcome', {});
  if (welcome.state !== 'ready') throw new Error(welcome.state);
  return welcome.looks;
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const choose = async (page: Page, name: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name }).click();
  await (await opened).setFiles(file);
};

test('colour, greeting, background and display are chosen, seen at once, and saved', async ({ page }) => {
  const faults = watchForFaults(page);
  const window = await sitePage(page);
  const signIn = preview(page).locator('.touch-button--primary').first();
  await expect(preview(page).locator('h1').first()).toHaveText('Welcome.');
  await expect(signIn).toHaveCSS('background-color', 'rgb(10, 79, 148)');

  await page.getByLabel('Brand colour', { exact: true }).fill('#0F766E');
  await expect(signIn).toHaveCSS('background-color', 'rgb(15, 118, 110)');
  await page.getByLabel('Greeting in English').fill('Good morning at the harbour');
  await expect(preview(page).locator('h1').first()).toHaveText('Good morning at the harbour');
  await expect(preview(page).locator('.archway').first()).toBeAttached();
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await expect(preview(page).locator('.archway')).toHaveCount(0);
  await page.getByLabel('Diagonal of the kiosk’s display').fill('13,3');
  expect(await looksAtTheKiosk(window)).toMatchObject({ brandColour: '' });

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await looksAtTheKiosk(window)).toMatchObject({
    brandColour: '#0f766e',
    greetings: { en: 'Good morning at the harbour' },
    background: 'plain',
    displayInches: 13.3,
  });
  expect(faults).toEqual([]);
});

test('the preview is the kiosk’s own screens, out of reach, in each language, shape and theme', async ({
  page,
}) => {
  await sitePage(page);
  const headings = preview(page).locator('h1');
  await expect(headings).toHaveText(['Welcome.', 'What is your name?', /details/]);
  await preview(page).getByRole('radio', { name: 'Dansk' }).click();
  await expect(headings.nth(1)).toHaveText('Hvad hedder du?');
  await preview(page).getByRole('radio', { name: 'Lying' }).click();
  await preview(page).getByRole('radio', { name: 'Dark' }).click();
  await expect(preview(page).locator('.preview-root').first()).toHaveAttribute('data-theme', 'dark');
  await expect(preview(page).locator('.preview-root').first()).toHaveAttribute('data-shape', 'landscape');
  // Nothing in it takes the focus or is told to a screen reader.
  for (const root of await preview(page).locator('.preview-root').all())
    await expect(root).toHaveAttribute('inert');
  await preview(page).getByRole('radio', { name: 'Dansk' }).focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.shadowRoot ?? null)).toBeNull();
  for (const { width, height } of await preview(page)
    .locator('.looks-preview__glass')
    .evaluateAll((glasses) => glasses.map((glass) => glass.getBoundingClientRect())))
    expect(width / height).toBeCloseTo(1280 / 800, 1);
});

test('a colour nobody could see is refused, with the nearest that can be', async ({ page }) => {
  const window = await sitePage(page);
  await page.getByLabel('Brand colour', { exact: true }).fill('#ffe600');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Brand colour', { exact: true })).toHaveAccessibleDescription(/too pale/);
  await expect(page.getByLabel('Brand colour', { exact: true })).toHaveValue('#ffe600');
  await page.getByRole('button', { name: /^Use #/ }).click();
  const nearest = await page.getByLabel('Brand colour', { exact: true }).inputValue();
  expect(nearest).toMatch(/^#[0-9a-f]{6}$/);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await looksAtTheKiosk(window)).toMatchObject({ brandColour: nearest });
});

test('a logo is drawn anew, shown, and taken away', async ({ page }) => {
  const faults = watchForFaults(page);
  const window = await sitePage(page);
  await choose(page, 'Choose a logo', { name: 'logo.png', mimeType: 'image/png', buffer: paintedLogo() });
  await expect(page.getByText('Logo saved')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Logo' })).toBeVisible();
  await expect(preview(page).locator('.site-logo').first()).toBeVisible();
  const { logo } = await looksAtTheKiosk(window);
  expect(logo).toMatch(/^[0-9a-f]{64}$/);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(page.getByText('Logo removed')).toBeVisible();
  expect(await looksAtTheKiosk(window)).toMatchObject({ logo: null });
  await expect(preview(page).locator('.foyer-mark').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('an SVG becomes a picture: nothing in it runs, nothing is fetched, nothing of it is kept', async ({
  page,
}) => {
  const window = await sitePage(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">
    <script>parent.document.title = 'run'; fetch('https://elsewhere.invalid/script')</script>
    <image href="https://elsewhere.invalid/picture.png" width="10" height="10"/>
    <rect width="300" height="100" rx="20" fill="#0f766e" onclick="alert(1)"/></svg>`;
  await choose(page, 'Choose a logo', {
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(svg),
  });
  await expect(page.getByText('Logo saved')).toBeVisible();
  const { picture } = await window.core.call('kiosk', 'site.picture', { role: 'logo' });
  expect(picture?.type).toBe('image/png');
  const bytes = bytesOf(picture?.base64 ?? '');
  expect(bytes && readPictureHead(bytes)).toMatchObject({ width: 300, height: 100 });
  expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
  expect(await page.title()).not.toBe('run');
});

test('a picture too large is made smaller, and what is none is refused in words', async ({ page }) => {
  const window = await sitePage(page);
  let seed = 7;
  const noise = paintedPng(1_600, 900, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return [seed >> 7, seed >> 11, seed >> 15, 255].map((value) => value & 255) as [
      number,
      number,
      number,
      number,
    ];
  });
  await choose(page, 'Choose a logo', { name: 'noise.png', mimeType: 'image/png', buffer: noise });
  await expect(page.getByText(/Logo saved|too large/)).toBeVisible();
  await choose(page, 'Choose a picture', {
    name: 'hills.png',
    mimeType: 'image/png',
    buffer: paintedBackground(),
  });
  await expect(page.getByText('Picture saved')).toBeVisible();
  const { picture } = await window.core.call('kiosk', 'site.picture', { role: 'background' });
  expect(picture?.type).toBe('image/webp');

  const before = await looksAtTheKiosk(window);
  await choose(page, 'Choose a picture', {
    name: 'text.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture at all'),
  });
  await expect(page.getByText('This is not a PNG, JPEG, WebP or SVG picture.')).toBeVisible();
  expect(await looksAtTheKiosk(window)).toEqual(before);
});

test('which languages this machine can read aloud is said in words', async ({ page }) => {
  await page.addInitScript(() => {
    const voices = [
      { name: 'Far Danish', lang: 'da-DK', localService: false },
      { name: 'Near English', lang: 'en_GB', localService: true },
    ];
    const engine = Object.assign(new EventTarget(), { getVoices: () => voices });
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
  });
  await sitePage(page);
  await expect(page.getByText('English: Near English')).toBeVisible();
  await expect(page.getByText('Dansk: no voice on this machine.')).toBeVisible();
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
])
  test(`the page is whole and clean at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await sitePage(page);
    await expect(preview(page).locator('h1')).toHaveCount(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    await page.getByRole('heading', { name: 'Looks' }).scrollIntoViewIfNeeded();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/office-${size.width}.png` });
  });
