/**
 * The kiosk in a Chromium whose camera sees what a test draws. Chromium opens its file anew whenever the camera is
 * opened, so that a test says what is seen before it presses the button.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { installFakeHost, readyWelcome } from '../kiosk/fake-host.ts';
import { test as base, button, expectHeading } from '../kiosk/kiosk-page.ts';
import { drawnFrame } from './drawn-frame.ts';

/** Frames a second. */
const rate = 10;

/**
 * Uncompressed video (YUV4MPEG2, 4:2:0) that shows each text as a QR code for as many frames, and nothing for an
 * empty text.
 */
export function filmOf(texts: readonly string[], framesEach: number): Buffer {
  const [width, height] = [640, 480];
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420jpeg\n`)];
  for (const text of texts) {
    const { data } = drawnFrame(text === '' ? { width, height } : { text, width, height, module: 8 });
    const luma = Buffer.alloc(width * height);
    for (let pixel = 0; pixel < luma.length; pixel += 1) luma[pixel] = data[pixel * 4] ?? 0;
    const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
    for (let count = 0; count < framesEach; count += 1) parts.push(frame);
  }
  return Buffer.concat(parts);
}

interface CameraFixtures {
  /** From now on the camera sees these QR codes in turn, for half a second each. */
  readonly shows: (...texts: readonly string[]) => void;
}

export const test = base.extend<CameraFixtures, { readonly film: string }>({
  film: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foyer-camera-'));
      await use(join(folder, 'film.y4m'));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    ({ launchOptions, film }, use) =>
      use({
        ...launchOptions,
        args: [
          ...(launchOptions.args ?? []),
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${film}`,
        ],
      }),
    { scope: 'worker' },
  ],
  shows: async ({ film, context }, use) => {
    const shows = (...texts: readonly string[]): void => writeFileSync(film, filmOf(texts, rate / 2));
    shows('');
    await context.grantPermissions(['camera']);
    await use(shows);
  },
});

declare global {
  interface Window {
    /** Every track of a camera that the page was ever given. */
    cameraTracks: MediaStreamTrack[];
  }
}

/** How many of the camera's tracks run and how many have ended. */
export const tracksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => window.cameraTracks.map(({ readyState }) => readyState));

/** At the code screen of a site whose cameras read codes. */
export async function openCodeScreen(
  page: Page,
  address: string,
  options: Parameters<typeof installFakeHost>[1] = {},
) {
  await page.addInitScript(() => {
    window.cameraTracks = [];
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      window.cameraTracks.push(...stream.getTracks());
      return stream;
    };
  });
  const host = await installFakeHost(page, {
    welcome: { ...readyWelcome, cameraReadsCodes: true },
    ...options,
  });
  await page.goto(address);
  await expectHeading(page, 'Welcome.');
  await button(page, 'I have a code').click();
  await expectHeading(page, 'Your code?');
  return host;
}

/** Addresses of everything the pages of `context` and their workers load. */
export function loadedBy(context: BrowserContext): readonly string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  return addresses;
}
