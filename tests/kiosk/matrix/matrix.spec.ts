/**
 * Every screen in every look. `npm test` looks at the combinations in which every pair of values meets,
 * `npm run test:matrix` at all of them (docs/decisions/027-matrix.md).
 */
import { axeFaults } from '../../support/axe.ts';
import { installFakeHost } from '../fake-host.ts';
import { button, expect, test } from '../kiosk-page.ts';
import { installPlayedSpeech } from '../played-speech.ts';
import { type Combination, combinations, displays, type Theme, textModes, walkOf } from './dimensions.ts';
import { installLooking, lookAtTheFocus, lookIn, paint, speak } from './live-page.ts';
import { type Stop, stops, type Walk, welcome } from './stops.ts';

const which = process.env.FOYER_MATRIX ?? 'pairs';
const chosen = combinations(which);
const walks = Map.groupBy(chosen, (combination) => walkOf(combination as never));

/**
 * axe takes as long as a hundred measures, and what it finds hangs on no language: each screen once in each theme
 * and text mode, and once on each display.
 */
function looksForAxe(): ReadonlySet<Combination> {
  const met = new Set<string>();
  return new Set(
    chosen.filter(({ screen, theme, mode, display }) => {
      const ways = which === 'all' ? [`${theme} ${mode}`, display] : [theme, mode, display];
      const fresh = ways.map((way) => `${screen}: ${way}`).filter((way) => !met.has(way));
      for (const way of fresh) met.add(way);
      return fresh.length > 0;
    }),
  );
}
const withAxe = looksForAxe();

/** All looks at one stop in one theme. */
async function lookAt(walk: Walk, stop: Stop, theme: Theme, looks: readonly Combination[]) {
  const { page, host } = walk;
  const found: [Combination, readonly string[]][] = [];
  await paint(page, theme);
  const bare = stop.visitor === false || stop.again !== undefined;
  const together = bare
    ? []
    : await lookIn(
        page,
        looks.map(({ language }) => language),
        stop.shows,
        theme === 'forced',
      );
  for (const [index, look] of looks.entries()) {
    let flaws = together[index] ?? [];
    if (bare) {
      if (stop.visitor === false) {
        await host.setWelcome(welcome);
        await page.locator('.screen--attract').waitFor();
        await speak(page, look.language);
        await stop.go(walk);
      } else {
        await speak(page, look.language);
        await stop.again?.(walk);
      }
      flaws = (await lookIn(page, [], stop.shows, theme === 'forced'))[0] ?? [];
    }
    if (withAxe.has(look)) {
      if (!bare) await speak(page, look.language);
      flaws = [...flaws, ...(await axeFaults(page)), ...(await lookAtTheFocus(page))];
    }
    found.push([look, flaws]);
  }
  return found;
}

for (const [title, looks] of walks)
  test(`every screen is whole: ${title}`, async ({ page, kioskAddress }) => {
    test.setTimeout(900_000);
    const { display, mode, theme } = looks[0] as Combination;
    const { inches, ...size } = displays[display];
    await page.setViewportSize(size);
    await page.addInitScript((set) => localStorage.setItem('foyer.display-inches', set), String(inches));
    await installPlayedSpeech(page);
    await installLooking(page);
    const host = await installFakeHost(page, { welcome });
    const walk: Walk = {
      page,
      host,
      site: welcome,
      async begin() {
        const switches = [...textModes[mode], ...(theme === 'contrast' ? ['High contrast'] : [])];
        if (switches.length === 0) return;
        await button(page, 'Accessibility').click();
        for (const name of switches) await page.getByRole('switch', { name }).click();
        await button(page, 'Close').click();
      },
    };
    await paint(page, 'light');
    await page.goto(kioskAddress);
    await button(page, 'Sign in').waitFor();
    const seen: (Combination & { readonly flaws: readonly string[] })[] = [];
    const begun = performance.now();
    for (const stop of stops) {
      await stop.go(walk);
      await page.locator(stop.shows).first().waitFor();
      const here = Map.groupBy(
        looks.filter(({ screen }) => screen === stop.name),
        (look) => look.theme,
      );
      for (const [look, paintedLooks] of here)
        for (const [combination, flaws] of await lookAt(walk, stop, look, paintedLooks))
          seen.push({ ...combination, flaws });
      await paint(page, 'light');
      if (stop.visitor !== false) await speak(page, 'en');
      await stop.leave?.(walk);
    }
    const flawed = seen.filter(({ flaws }) => flaws.length > 0);
    test.info().annotations.push({ type: 'matrix', description: JSON.stringify(seen) });
    if (process.env.FOYER_MATRIX_PROGRESS)
      process.stdout.write(
        `${title}: ${seen.length} looks, ${flawed.length} with flaws, ${Math.round((performance.now() - begun) / 1000)} s\n`,
      );
    expect(seen.length).toBe(looks.length);
    expect(
      flawed.map(({ screen, theme: painted, language, flaws }) => [
        `${screen}, ${painted}, ${language}`,
        flaws,
      ]),
    ).toEqual([]);
  });
