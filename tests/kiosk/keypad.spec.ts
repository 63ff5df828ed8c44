/** The kiosk without touching it: Tab, Shift+Tab, Enter and arrows alone, and the focus never out of sight. */
import type { Page } from 'playwright/test';
import { installFakeHost } from './fake-host.ts';
import { sizes } from './flawless.ts';
import { button, displays, expect, expectHeading, field, test, typeToReview } from './kiosk-page.ts';

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
    return active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '';
  });
}

/** Presses `key` until the control of that name has the focus. */
async function reach(page: Page, name: string, key: string, most = 60): Promise<void> {
  for (let presses = 0; presses <= most; presses += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} cannot be reached by ${key}; the focus is on ${await focusedName(page)}`);
}

/** Where the keys of the on-screen keyboard stand, by name. */
async function places(page: Page): Promise<Map<string, { readonly row: number; readonly x: number }>> {
  return new Map(
    await page.locator('.touch-keyboard [data-skbtn]').evaluateAll((keys) => {
      const tops = [...new Set(keys.map((key) => Math.round(key.getBoundingClientRect().top)))].sort(
        (a, b) => a - b,
      );
      return keys.map((key) => {
        const { left, width, top } = key.getBoundingClientRect();
        return [
          key.getAttribute('aria-label') ?? key.textContent ?? '',
          { row: tops.indexOf(Math.round(top)), x: left + width / 2 },
        ] as const;
      });
    }),
  );
}

/** Walks over the on-screen keyboard by arrows, as a person who sees it does, and presses each key by Enter. */
async function typeByArrows(page: Page, keys: readonly string[]): Promise<void> {
  const walked: string[] = [];
  for (const key of keys) {
    for (let steps = 0; steps < 40; steps += 1) {
      const now = await focusedName(page);
      walked.push(now);
      if (now === key) break;
      const where = await places(page);
      const [from, to] = [where.get(now), where.get(key)];
      if (from === undefined || to === undefined)
        throw new Error(`no way to ${key}, on the keys ${walked.join(', ')}`);
      await page.keyboard.press(
        from.row < to.row
          ? 'ArrowDown'
          : from.row > to.row
            ? 'ArrowUp'
            : from.x < to.x
              ? 'ArrowRight'
              : 'ArrowLeft',
      );
    }
    expect(await focusedName(page)).toBe(key);
    await page.keyboard.press('Enter');
  }
}

for (const [display, viewport] of Object.entries(displays))
  test(`in and out by arrows and Enter alone, typing on the on-screen keyboard: ${display}`, async ({
    page,
    kioskAddress,
  }) => {
    await page.setViewportSize(viewport);
    const host = await installFakeHost(page);
    await page.goto(kioskAddress);
    await expectHeading(page, 'Welcome.');
    await reach(page, 'Sign in', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field(page, 'Full name')).toBeFocused();
    await reach(page, 'q', 'ArrowDown');
    await typeByArrows(page, ['b', 'o', 'Space', 'l', 'i', 'Enter']);

    await expectHeading(page, 'How can we reach you?');
    await reach(page, 'q', 'ArrowDown');
    await typeByArrows(page, ['b', 'o', 'At sign', 'l', 'i', '.dk', 'Enter']);
    await expect(field(page, 'Phone')).toBeFocused();
    await reach(page, '1', 'ArrowDown');
    await typeByArrows(page, ['1', '2', '3', '4', '5', '6', 'Enter']);

    await expectHeading(page, 'Who are you visiting?');
    await reach(page, 'q', 'ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(field(page, 'Company')).toBeFocused();
    await reach(page, 'Continue', 'Tab');
    await page.keyboard.press('Enter');
    await reach(page, 'Read the full notice', 'ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.reading__text').focus();
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.locator('.reading__text').evaluate((text) => text.scrollTop))
      .toBeGreaterThan(0);
    await page.keyboard.press('ArrowLeft');
    await reach(page, 'Back', 'ArrowLeft');
    await page.keyboard.press('Enter');
    await reach(page, 'Continue', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Is everything right?');
    await reach(page, 'Confirm', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Thank you, Bo.');
    expect(await host.asked('visits.arrive')).toMatchObject([
      { name: 'Bo Li', email: 'bo@li.dk', phone: '123456', company: '', host: '' },
    ]);
    await reach(page, 'Done', 'ArrowDown');
    await page.keyboard.press('Enter');

    await expectHeading(page, 'Welcome.');
    await reach(page, 'Sign out', 'ArrowUp');
    await page.keyboard.press('Enter');
    await expect(field(page, 'Full name')).toBeFocused();
    await reach(page, 'q', 'ArrowDown');
    await typeByArrows(page, ['b', 'o', 'Space', 'l', 'i', 'Enter']);
    await expect(field(page, 'E-mail')).toBeFocused();
    await reach(page, 'q', 'ArrowDown');
    await typeByArrows(page, ['b', 'o', 'At sign', 'l', 'i', '.dk', 'Enter']);
    await expectHeading(page, 'Sign B••• L••• out?');
    await reach(page, 'Confirm', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Goodbye.');
    expect(await host.asked('visits.signOut')).toMatchObject([{ name: 'Bo Li', email: 'bo@li.dk' }]);
  });

test('the settings for one visitor are made by Tab and Enter, and left by Escape', async ({
  page,
  kioskAddress,
}) => {
  await installFakeHost(page);
  await page.goto(kioskAddress);
  await expectHeading(page, 'Welcome.');
  await reach(page, 'Accessibility', 'Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('switch', { name: 'Large text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'High contrast' })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await focusedName(page)).toBe('Accessibility');
  await expect(page.locator('html')).toHaveAttribute('data-large');
});

/** Looks at the control that has the focus now; runs in the page. Null when the focus has left the screen. */
function lookAtFocus(): { readonly what: string; readonly flaw: string | null } | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return null;
  const what = active.getAttribute('aria-label') ?? (active.textContent || active.id);
  const before = document.querySelector('[data-reached="last"]');
  const turnedBack =
    before !== null && !(before.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING);
  before?.setAttribute('data-reached', '');
  active.setAttribute('data-reached', 'last');
  if (turnedBack) return { what, flaw: 'comes before the one before it' };
  const { left, top, right, bottom, width, height } = active.getBoundingClientRect();
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
    return { what, flaw: 'out of sight' };
  for (const x of [left + 3, left + width / 2, right - 3]) {
    const over = document.elementFromPoint(x, top + height / 2);
    if (over === null || !(active.contains(over) || over.contains(active))) return { what, flaw: 'covered' };
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  return { what, flaw: hasRing ? null : 'without a ring' };
}

/** Tabs once through the screen: every control is reached, in reading order, whole and with nothing over it. */
async function expectFocusInSight(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => {
    for (const reached of document.querySelectorAll('[data-reached]'))
      reached.removeAttribute('data-reached');
    const first = document.querySelector<HTMLElement>('.kiosk');
    if (first === null) return;
    first.tabIndex = -1;
    first.focus();
    first.removeAttribute('tabindex');
  });
  for (let tabs = 0; tabs < 100; tabs += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(lookAtFocus);
    if (found === null) break;
    expect(found.flaw, `${screen}: ${found.what}`).toBeNull();
  }
  const missed = await page
    .locator('.kiosk')
    .locator('button:visible, input:visible, [tabindex="0"]:visible')
    .evaluateAll((controls) =>
      controls
        .filter((control) => !control.matches(':disabled, [data-reached]'))
        .map((control) => control.outerHTML.slice(0, 120)),
    );
  expect(missed, `${screen}: not reached`).toEqual([]);
}

for (const display of ['lying-10', 'upright-13'] as const)
  for (const large of [false, true])
    test(`the focus is in sight on every screen: ${display}${large ? ', large' : ''}`, async ({
      page,
      kioskAddress,
    }) => {
      const size = sizes[display];
      await page.setViewportSize(size);
      if ('inches' in size)
        await page.addInitScript(
          (inches) => localStorage.setItem('foyer.display-inches', inches),
          String(size.inches),
        );
      await installFakeHost(page);
      await page.goto(kioskAddress);
      if (large) {
        await button(page, 'Accessibility').click();
        await page.getByRole('switch', { name: 'Large text' }).click();
        await button(page, 'Close').click();
      }
      await expectHeading(page, 'Welcome.');
      await expectFocusInSight(page, 'attract');
      await button(page, 'Sign out').click();
      await expectFocusInSight(page, 'sign out');
      await button(page, 'Start over').click();
      if (large) return;
      await typeToReview(page);
      await expectFocusInSight(page, 'review');
      await button(page, 'Back').click();
      await expectFocusInSight(page, 'notice');
      await button(page, 'Read the full notice').click();
      await expectFocusInSight(page, 'full notice');
      await button(page, 'Back').click();
      await button(page, 'Back').click();
      await expectFocusInSight(page, 'visit');
      await button(page, 'Back').click();
      await expectFocusInSight(page, 'contact');
    });
