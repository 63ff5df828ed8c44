/**
 * How long a person at human speed (person.ts) takes at the kiosk of the running product, how many touches that
 * is, how soon the screen answers a touch, and whether the page's memory stays flat over many visitors. Limits:
 * docs/performance.md. Exit code 1 when something is over its limit.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright/test';
import playwrightConfig from '../../playwright.config.ts';
import { isWithin, type Measurement, report } from '../../scripts/bench/measurement.ts';
import { timed } from '../../scripts/bench/numbers.ts';
import { createInstallation } from '../e2e/running-foyer.ts';
import { type Play, playWalks, provisionForWalks, withKiosk } from './all-walks.ts';
import { measureMemory } from './memory.ts';
import { paintTimes, watchPaint } from './paint.ts';
import { createPerson } from './person.ts';

const { values } = parseArgs({
  options: { visitors: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
const visitors = Number(values.visitors);
if (!Number.isInteger(visitors) || visitors < 100) {
  process.stderr.write('foyer: --visitors takes a whole number from 100\n');
  process.exit(2);
}

const measurements: Measurement[] = [];
const tell = (text: string): void => void process.stderr.write(`flows: ${text}\n`);

function walkOn(page: Page): Play {
  return async (name, limitS, go) => {
    tell(name);
    const person = createPerson(page);
    const tookMs = await timed(() => go(person));
    measurements.push(
      { name, value: tookMs / 1000, unit: 's', limit: limitS },
      { name: `${name}: touches of buttons and fields`, value: person.taps(), unit: 'taps', limit: null },
      { name: `${name}: keys`, value: person.keys(), unit: 'keys', limit: null },
      { name: `${name}: words read`, value: person.wordsRead(), unit: 'words', limit: null },
    );
  };
}

const measureIn = (browser: Browser): Promise<void> =>
  withKiosk(
    browser,
    installation,
    async (page, desk) => {
      await playWalks(page, desk, installation, walkOn(page));
      measurements.push(...(await paintTimes(page)));
    },
    watchPaint,
  );

const measureMemoryIn = (browser: Browser): Promise<void> =>
  withKiosk(browser, installation, async (page) => {
    tell(`${visitors} visitors in a row`);
    measurements.push(...(await measureMemory(page, visitors)));
  });

/**
 * What the compilers make of functions that run often stands in the same heap and comes little by little over
 * hundreds of visitors: without them all that grows there is what the page keeps.
 */
const withoutCompilers = '--js-flags=--no-opt --no-maglev --no-sparkplug';

const setUp = await provisionForWalks();
const installation = createInstallation(setUp);
const { launchOptions = {} } = playwrightConfig.use ?? {};

async function inBrowser(args: readonly string[], measure: typeof measureIn): Promise<void> {
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
  try {
    await measure(browser);
  } finally {
    await browser.close();
  }
}

try {
  await inBrowser([], measureIn);
  await inBrowser([withoutCompilers], measureMemoryIn);
} finally {
  await installation.remove();
  rmSync(setUp, { recursive: true, force: true });
}
process.stdout.write(
  values.json ? `${JSON.stringify({ visitors, measurements }, null, 2)}\n` : `${report(measurements)}\n`,
);
process.exit(measurements.every(isWithin) ? 0 : 1);
