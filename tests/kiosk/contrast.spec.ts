/** High contrast is the same on a light display and on a dark one. */
import { installFakeHost } from './fake-host.ts';
import { button, expect, expectHeading, test } from './kiosk-page.ts';

const colours = [
  '--surface',
  '--raised',
  '--text',
  '--muted',
  '--primary',
  '--on-primary',
  '--border',
  '--danger',
];

test('high contrast wins over the colours of a dark display', async ({ page, kioskAddress }) => {
  await installFakeHost(page);
  const seen: Record<string, readonly string[]> = {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(kioskAddress);
    await expectHeading(page, 'Welcome.');
    await button(page, 'Accessibility').click();
    await page.getByRole('switch', { name: 'High contrast' }).click();
    seen[colorScheme] = await page.evaluate((names) => {
      const style = getComputedStyle(document.documentElement);
      return names.map((name) => `${name} ${style.getPropertyValue(name).trim()}`);
    }, colours);
  }
  expect(seen.dark).toEqual(seen.light);
  expect(seen.dark).toContain('--surface #000');
});
