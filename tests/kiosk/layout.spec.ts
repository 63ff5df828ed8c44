import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { installFakeHost } from './fake-host.ts';
import { button, displays, expect, expectHeading, field, søren, test } from './kiosk-page.ts';

interface Flaw {
  readonly what: string;
  readonly flaw: string;
}

/**
 * Looks at the page as a finger does: every control that is not inside a scrolled text lies wholly on the display,
 * is at least `least` millimetres high and wide, and nothing lies over its middle; and nothing scrolls the page.
 */
function lookForFlaws(least: number): Flaw[] {
  const flaws: Flaw[] = [];
  const { innerWidth: width, innerHeight: height } = window;
  const root = document.documentElement;
  const mm = Number.parseFloat(root.style.getPropertyValue('--mm'));
  if (root.scrollWidth > width || root.scrollHeight > height) flaws.push({ what: 'page', flaw: 'scrolls' });
  const dialog = document.querySelector('dialog[open]');
  for (const control of (dialog ?? document).querySelectorAll<HTMLElement>('button, input')) {
    if (control.closest('.screen__scroll, .reading__text, .finished')) continue;
    const box = control.getBoundingClientRect();
    if (box.width === 0) continue;
    const what = control.getAttribute('aria-label') ?? (control.textContent || control.id);
    if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
      flaws.push({ what, flaw: 'leaves the display' });
    if (box.height < least * mm - 1 || box.width < least * mm - 1)
      flaws.push({
        what,
        flaw: `is ${(box.width / mm).toFixed(1)} × ${(box.height / mm).toFixed(1)} mm`,
      });
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!(top instanceof Node && (control.contains(top) || top.contains(control))))
      flaws.push({ what, flaw: `lies under ${top?.tagName} ${top?.className}` });
  }
  const bar = document.querySelector('.bar')?.getBoundingClientRect();
  const heading = document.querySelector('h1')?.getBoundingClientRect();
  if (bar && heading && heading.top < bar.bottom - 0.5 * mm)
    flaws.push({ what: 'h1', flaw: 'lies over the bar' });
  for (const text of document.querySelectorAll<HTMLElement>('h1, h2, p, label, .touch-button span')) {
    const box = text.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > width + 1 || text.scrollWidth > text.clientWidth + 2))
      if (getComputedStyle(text).display !== 'inline')
        flaws.push({ what: text.textContent ?? '', flaw: 'is cut off' });
  }
  return flaws;
}

async function expectFlawless(page: Page, screen: string, withAxe: boolean): Promise<void> {
  // 12.7 mm is the floor for keys (ux.md); everything else is larger.
  expect(await page.evaluate(lookForFlaws, 12.6), screen).toEqual([]);
  expect(await page.getByRole('heading', { level: 1 }).count(), `${screen}: one h1`).toBe(1);
  if (!withAxe) return;
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    screen,
  ).toEqual([]);
}

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
const sizes = {
  ...displays,
  'upright-13': { width: 1080, height: 1920, inches: 13.3 },
  'lying-720': { width: 1280, height: 720 },
} as const;

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

test('the short notice is whole on a plain display of every size', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  for (const size of Object.values(displays)) {
    await page.setViewportSize(size);
    await page.goto(kioskAddress);
    await button(page, 'Sign in').click();
    await field(page, 'Full name').fill(søren.name);
    await button(page, 'Continue').click();
    await field(page, 'E-mail').fill(søren.email);
    await field(page, 'Phone').fill(søren.phone);
    await button(page, 'Continue').click();
    await button(page, 'Continue').click();
    await expectHeading(page, 'What happens to your details');
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
