/** Every page of the console in every look (docs/decisions/028-console-matrix.md). */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { areas } from '../../../src/renderer/console/place.ts';
import { createConsoleWindow, watchForFaults } from '../console-window.ts';
import { type Combination, combinations, displays, walkOf } from './dimensions.ts';
import { livelySite } from './lively-site.ts';
import { lookAtFocus, lookForFlaws } from './page-flaws.ts';
import { speakPseudo } from './pseudo-console.ts';
import { type Stop, stops } from './stops.ts';

const which = process.env.FOYER_MATRIX ?? 'pairs';
const walks = Map.groupBy(combinations(which), (combination) => walkOf(combination as never));

async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

async function lookAt(page: Page, stop: Stop, looks: readonly Combination[]): Promise<string[]> {
  const found: string[] = [];
  for (const [index, { theme }] of looks.entries()) {
    await page.emulateMedia({
      reducedMotion: 'reduce',
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      forcedColors: theme === 'forced' ? 'active' : 'none',
    });
    const flaws = [
      ...(await page.evaluate(lookForFlaws, stop.least ?? 24)),
      ...(await page.evaluate(lookAtFocus)),
      // axe takes as long as a hundred measures: once a page and walk, and in the whole matrix only.
      ...(which !== 'pairs' && index === 0 ? await axeFaults(page) : []),
    ];
    found.push(...flaws.map((flaw) => `${stop.name}, ${theme}: ${flaw}`));
  }
  return found;
}

for (const [title, looks] of walks)
  test(`every page is whole: ${title}`, async ({ page }) => {
    test.setTimeout(900_000);
    page.setDefaultTimeout(10_000);
    const { display, language } = looks[0] as Combination;
    await page.setViewportSize(displays[display]);
    const faults = watchForFaults(page);
    const window = await createConsoleWindow(page, await livelySite());
    if (language === 'pseudo') await speakPseudo(page);
    await window.open('#reception');
    await window.signIn();
    if (language === 'da') {
      await page.locator('.language button[lang="da"]').click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'da');
    }
    const found: string[] = [];
    for (const stop of stops) {
      const here = looks.filter((look) => look.stop === stop.name);
      await page.evaluate((place) => {
        location.hash = place;
      }, stop.place);
      try {
        await stop.go?.(page, window);
        await page.locator(stop.shows).first().waitFor();
      } catch (error) {
        // The pages after it are looked at all the same.
        found.push(`${stop.name}: not reached, ${String(error).slice(0, 300)}`);
        await page.keyboard.press('Escape');
        continue;
      }
      found.push(...(await lookAt(page, stop, here)));
      if (process.env.FOYER_PICTURES)
        await page.screenshot({
          path: `${process.env.FOYER_PICTURES}/${display}-${language}-${stop.name.replaceAll(/[^a-z]+/g, '-')}.png`,
        });
      await stop.leave?.(page, window);
    }
    expect([...found, ...faults]).toEqual([]);
  });

test('every page that the console leads to is a stop', async ({ page }) => {
  const window = await createConsoleWindow(page, await livelySite());
  await window.open('#reception');
  await window.signIn();
  const led = new Set<string>();
  for (const area of areas) {
    await page.evaluate((place) => {
      location.hash = place;
    }, area);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const links = page.locator('a[href^="#"]');
    for (const address of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
      led.add(address?.slice(1) ?? '');
  }
  expect(led.size).toBeGreaterThan(areas.length);
  // An area's own address is that of its first page.
  const isStop = (address: string) =>
    stops.some(({ place }) => place === address || place.startsWith(`${address}/`));
  expect([...led].filter((address) => !isStop(address))).toEqual([]);
});
