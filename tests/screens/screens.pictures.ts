/** `npm run screens`: every picture of docs/screens, from the real pages. */
import { test } from 'playwright/test';
import { createInstallation } from '../e2e/running-foyer.ts';
import { installFakeHost, readyWelcome } from '../kiosk/fake-host.ts';
import { button, test as kioskTest, søren } from '../kiosk/kiosk-page.ts';
import { installLooking, paint, speak } from '../kiosk/matrix/live-page.ts';
import { stops, type Walk } from '../kiosk/matrix/stops.ts';
import { freePort } from '../support/free-port.ts';
import { bindAlbum, type Photo, takePhoto } from './album.ts';
import { consolePages } from './console-pages.ts';
import { actAsOffice, actAsReception, actAsSecurity } from './demo-acts.ts';
import { openDemo, unlockDemo } from './demo-console.ts';
import {
  allPhotos,
  consolePhotos,
  danishPhotos,
  kioskPhotos,
  rightsPhoto,
  setUpPhoto,
  signInPhoto,
  uprightPhotos,
} from './photos.ts';

/** The layout of a 10.1" and of a 21.5" upright display, in fewer points. */
const small = {
  lying: { width: 960, height: 600, inches: 10.1 },
  upright: { width: 540, height: 960, inches: 21.5 },
};

for (const [title, shape, language, photos] of [
  ['English', 'lying', 'en', kioskPhotos],
  ['Danish', 'lying', 'da', danishPhotos],
  ['upright', 'upright', 'en', uprightPhotos],
] as const)
  kioskTest(`the kiosk, ${title}`, async ({ page, kioskAddress }) => {
    kioskTest.setTimeout(600_000);
    const { inches, ...size } = small[shape];
    await page.setViewportSize(size);
    await page.addInitScript((set) => localStorage.setItem('foyer.display-inches', set), String(inches));
    await installLooking(page);
    const host = await installFakeHost(page, { welcome: readyWelcome });
    const walk: Walk = { page, host, site: readyWelcome, visitor: søren.name, begin: async () => {} };
    await paint(page, 'light');
    await page.goto(kioskAddress);
    await button(page, 'Sign in').waitFor();
    for (const stop of stops) {
      await stop.go(walk);
      await page.locator(stop.shows).first().waitFor();
      const photo = photos.find((each) => each.stop === stop.name);
      if (photo !== undefined) {
        await speak(page, language);
        await page.locator(stop.shows).first().waitFor();
        await takePhoto(page, photo);
        if (photo.name === 'kiosk-full-notice') await takeRights(page);
        await speak(page, 'en');
      }
      await stop.leave?.(walk);
    }
  });

async function takeRights(page: Walk['page']): Promise<void> {
  const heading = page.locator('.reading__text').getByRole('heading', { name: /rights/i });
  await heading.first().evaluate((shown) => shown.scrollIntoView({ block: 'start' }));
  await takePhoto(page, rightsPhoto);
}

test('the console', async ({ page }) => {
  test.setTimeout(600_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const fresh = createInstallation();
  const demo = createInstallation();
  try {
    const foyer = await fresh.start();
    await page.goto(foyer.console);
    await page.getByLabel('Name of the site').waitFor();
    await takePhoto(page, setUpPhoto);
    const port = await freePort();
    await openDemo(page, demo, port);
    await takePhoto(page, signInPhoto);
    await unlockDemo(page, 'office');
    await actAsOffice(page, port);
    await unlockDemo(page, 'security');
    await actAsSecurity(page);
    await unlockDemo(page, 'reception');
    await actAsReception(page);
    let who = 'reception';
    for (const [index, consolePage] of consolePages.entries()) {
      if (consolePage.who !== who) await unlockDemo(page, consolePage.who);
      who = consolePage.who;
      await consolePage.go(page);
      await takePhoto(page, consolePhotos[index] as Photo);
      await consolePage.leave?.(page);
    }
  } finally {
    await fresh.remove();
    await demo.remove();
  }
});

test('the index', () => bindAlbum(allPhotos));
