/** The code screen of a kiosk with a camera. The camera is drawn in the page: no machine that runs tests has one. */
import type { Page } from 'playwright/test';
import { encode } from 'uqr';
import { button, field } from '../kiosk-page.ts';
import type { Stop, Walk } from './stops.ts';

declare global {
  interface Window {
    /** What the drawn camera sees: a QR code, as large as given, its middle so far down (0 to 1). */
    cameraScene: { code: readonly (readonly boolean[])[]; middle: number };
    cameraStream: MediaStream | undefined;
  }
}

const foreign = encode('https://example.org/menu', { ecc: 'M', border: 2 }).data;

/** Runs in the page, after it was opened; sees nothing from outside itself. */
function installCamera(code: readonly (readonly boolean[])[]): void {
  window.cameraScene = { code, middle: 1 };
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  const draw = (): void => {
    if (context === null) return;
    const wall = context.createLinearGradient(0, 0, 640, 480);
    wall.addColorStop(0, '#dfe8ee');
    wall.addColorStop(1, '#8fa6b8');
    context.fillStyle = wall;
    context.fillRect(0, 0, 640, 480);
    const { code: rows, middle } = window.cameraScene;
    const side = 300 / rows.length;
    context.fillStyle = '#fff';
    context.fillRect(150, middle * 480 - 170, 340, 340);
    context.fillStyle = '#1c2730';
    for (const [y, row] of rows.entries())
      for (const [x, dark] of row.entries())
        if (dark) context.fillRect(170 + x * side, middle * 480 - 150 + y * side, side + 0.5, side + 0.5);
  };
  setInterval(draw, 100);
  draw();
  const { mediaDevices } = navigator;
  mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput' } as MediaDeviceInfo];
  mediaDevices.getUserMedia = async () => {
    window.cameraStream = canvas.captureStream(10);
    return window.cameraStream;
  };
}

/** Half of the code is outside the picture, so that nothing is read. */
async function useCamera({ page }: Walk): Promise<void> {
  await button(page, 'Use the camera').click();
  await seesSomething(page);
}

const seesSomething = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);

export const cameraStops: readonly Stop[] = [
  {
    name: 'code with a camera',
    screen: 'code',
    shows: '.camera-button',
    async go({ page, host, site }) {
      await page.evaluate(installCamera, foreign);
      await host.setWelcome({ ...site, cameraReadsCodes: true });
      await button(page, 'Use the camera').waitFor();
      await field(page, 'Code').fill('');
    },
  },
  {
    name: 'code with a camera and a fault',
    screen: 'code',
    shows: '.fields:has(.touch-field__fault) > .camera-button',
    async go({ page }) {
      await field(page, 'Code').fill('K7QF2M9W');
      await button(page, 'Continue').click();
    },
  },
  {
    name: 'camera',
    picture: 'The code held before the camera; no picture is kept or sent.',
    screen: 'code',
    shows: '.camera__words[role="status"]',
    go: useCamera,
  },
  {
    name: 'camera with another code',
    screen: 'code',
    shows: '.camera__words[role="alert"]',
    async go({ page }) {
      await page.evaluate(() => {
        window.cameraScene.middle = 0.5;
      });
      await page.locator('.camera__words[role="alert"]').waitFor();
    },
  },
  {
    name: 'camera pulled out',
    screen: 'code',
    shows: '.lede [role="status"]',
    async go({ page }) {
      await page.evaluate(() => window.cameraStream?.getTracks()[0]?.dispatchEvent(new Event('ended')));
    },
    leave: ({ host, site }) => host.setWelcome(site),
  },
];
