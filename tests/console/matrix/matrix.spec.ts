/** Every page of the console in every look (docs/decisions/028-console-matrix.md). */
import { expect, type Page, test } from 'playwright/test';
import { areas } from '../../../src/renderer/console/place.ts';
import { administrator } from '../../support/app.ts';
import { axeFaults } from '../../support/axe.ts';
import { type ConsoleWindow, createConsoleWindow, watchForFaults } from '../console-window.ts';
import { axeLooks, type Combination, combinations, displays, type Theme, walkOf } from './dimensions.ts';
import { livelySite } from './lively-site.ts';
import { lookAtFocus, lookForFlaws } from './page-flaws.ts';
import { speakPseudo } from './pseudo-console.ts';
import { sourcePieces } from './source-pieces.ts';
import type { Stop } from './stop.ts';
import { stops } from './stops.ts';

const which = process.env.FOYER_MATRIX ?? 'pairs';
const chosen = combinations(which);
const walks = Map.groupBy(chosen, (combination) => walkOf(combination as never));
const withAxe = new Set([...axeLooks(which)].map((look) => JSON.stringify(look)));

/** So faint that it changes no letter's contrast by more than a twentieth; the head says what it says. */
const decoration = '.roll-call__watermark';

const isSame = (one: Combination, other: Combination): boolean =>
  one.stop === other.stop && one.theme === other.theme;

/** The pseudo-language makes each text longer at its end, so that no name of a button begins with the button's own words. */
const ofWords = ['label-content-name-mismatch'];

interface Seen extends Combination {
  readonly flaws: readonly string[];
}

async function paint(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    reducedMotion: 'reduce',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'forced' ? 'active' : 'none',
  });
  // The page hears of it as an event, and is painted after that.
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
}

async function lookAt(page: Page, stop: Stop, looks: readonly Combination[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const look of looks) {
    await paint(page, look.theme);
    const flaws = [
      ...(await page.evaluate(lookForFlaws, stop.least ?? 24)),
      ...(await page.evaluate(lookAtFocus)),
      ...(withAxe.has(JSON.stringify(look))
        ? await axeFaults(page, decoration, look.language === 'pseudo' ? ofWords : [])
        : []),
    ];
    seen.push({ ...look, flaws });
  }
  return seen;
}

/** Goes to a stop; whoever is not signed in yet, and has to be, is. */
async function reach(page: Page, window: ConsoleWindow, stop: Stop, language: string): Promise<void> {
  if (stop.place !== undefined) {
    if ((await page.locator('.shell').count()) === 0) {
      await window.open('#reception');
      await page.locator('input[name="userName"]').fill(administrator.userName);
      await page.locator('input[name="passphrase"]').fill(administrator.passphrase);
      await page.locator('button[type="submit"]').click();
      await page.locator('.shell').waitFor();
    }
    await page.evaluate((place) => {
      location.hash = place;
    }, stop.place);
  }
  await stop.go?.(page, window);
  const danish = page.locator('.language button[lang="da"][aria-pressed="false"]');
  if (language === 'da' && (await danish.count()) > 0) {
    await danish.first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  }
  await page.locator(stop.shows).first().waitFor();
}

const headingOf = (page: Page): Promise<string> =>
  page.locator('dialog[open] h2, h1').evaluateAll((all) => {
    const inDialog = all.filter((each) => each.closest('dialog[open]') !== null);
    const [heading] = inDialog.length > 0 ? inDialog : all.filter((each) => each.checkVisibility());
    return heading?.textContent ?? '';
  });

for (const [title, looks] of walks)
  test(`every page is whole: ${title}`, async ({ page }) => {
    test.setTimeout(3_600_000);
    page.setDefaultTimeout(10_000);
    const { display, language } = looks[0] as Combination;
    await page.setViewportSize(displays[display]);
    await paint(page, 'light');
    const faults = watchForFaults(page);
    const window = await createConsoleWindow(page, await livelySite());
    if (language === 'pseudo') await speakPseudo(page);
    if (language === 'da')
      await page.addInitScript(() => Object.defineProperty(navigator, 'language', { value: 'da' }));
    const begun = performance.now();
    const seen: Seen[] = [];
    const lost: string[] = [];
    const headings: (readonly [string, string])[] = [];
    for (const stop of stops) {
      const here = looks.filter((look) => look.stop === stop.name);
      try {
        await reach(page, window, stop, language);
        headings.push([stop.of, await headingOf(page)]);
        seen.push(...(await lookAt(page, stop, here)));
        await paint(page, 'light');
        if (process.env.FOYER_PICTURES)
          await page.screenshot({
            path: `${process.env.FOYER_PICTURES}/${display}-${language}-${stop.name.replaceAll(/[^a-z]+/g, '-')}.png`,
          });
        await stop.leave?.(page, window);
      } catch (error) {
        // The pages after it are looked at all the same.
        const flaws = [`not reached: ${String(error).slice(0, 300)}`];
        seen.push(
          ...here
            .filter((look) => !seen.some((each) => isSame(each, look)))
            .map((look) => ({ ...look, flaws })),
        );
        if (here.length === 0) lost.push(`${stop.name}: ${flaws}`);
        await page.keyboard.press('Escape');
      }
    }
    if (language === 'en')
      for (const { file, source, title: wanted } of sourcePieces())
        if (!headings.some(([of, heading]) => of === file && (wanted ?? /./).test(heading)))
          lost.push(`${file} has a heading that no stop shows: ${source}`);
    const flawed = seen.filter(({ flaws }) => flaws.length > 0);
    test.info().annotations.push({ type: 'matrix', description: JSON.stringify(seen) });
    if (process.env.FOYER_MATRIX_PROGRESS)
      process.stdout.write(
        `${title}: ${seen.length} looks, ${flawed.length} with flaws, ${Math.round((performance.now() - begun) / 1000)} s\n`,
      );
    expect([
      ...lost,
      ...flawed.flatMap(({ stop, theme, flaws }) => flaws.map((flaw) => `${stop}, ${theme}: ${flaw}`)),
      ...faults,
    ]).toEqual([]);
    expect(seen.length).toBe(looks.length);
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
    stops.some(({ place }) => place === address || place?.startsWith(`${address}/`));
  expect([...led].filter((address) => !isStop(address))).toEqual([]);
});
