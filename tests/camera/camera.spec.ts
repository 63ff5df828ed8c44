/** An invitation's code held before the kiosk's camera, from the frame to the invitation. */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright/test';
import { browserArguments } from '../../src/main/hosts/browser.ts';
import { cameraHeaders } from '../../src/main/hosts/page-headers.ts';
import { goodCameraCode, goodCode, invited, readyWelcome } from '../kiosk/fake-host.ts';
import { button, expect, expectHeading, field } from '../kiosk/kiosk-page.ts';
import { installPlayedSpeech } from '../kiosk/played-speech.ts';
import { filmOf, loadedBy, openCodeScreen, test, tracksOf } from './camera-page.ts';

const unknownCode = 'FC:FFEEDDCCBBAA99887766554433221100';

test('a code before the camera opens its invitation by itself', async ({
  page,
  context,
  kioskAddress,
  shows,
}) => {
  shows('', goodCameraCode);
  const loaded = loadedBy(context);
  const host = await openCodeScreen(page, kioskAddress);
  expect(loaded.filter((address) => /camera|wasm/.test(address))).toEqual([]);
  await button(page, 'Use the camera').click();
  await expectHeading(page, 'Welcome, Łucja.');
  expect(await host.asked('invitations.open')).toEqual([{ by: 'camera', code: goodCameraCode }]);
  expect(await tracksOf(page)).toEqual(['ended']);
  await expect(page.getByText(invited.email, { exact: true })).toBeVisible();
  const own = new URL(kioskAddress).origin;
  expect(loaded.filter((address) => !address.startsWith(`${own}/`))).toEqual([]);
  const files = loaded.filter((address) => address.includes('/assets/camera/'));
  expect(files.map((address) => address.split('.').at(-1)).sort()).toEqual(['js', 'wasm']);
});

test('the picture is a mirror, the keyboard makes room, and what is typed stays', async ({
  page,
  kioskAddress,
  shows,
}) => {
  shows('');
  await openCodeScreen(page, kioskAddress);
  const keyboard = page.getByRole('region', { name: 'Keyboard' });
  await field(page, 'Code').fill('K7QF');
  await button(page, 'Use the camera').click();
  await expect(page.getByText('Hold the code in front of the camera.')).toBeVisible();
  const video = page.locator('video');
  await expect
    .poll(() => video.evaluate((picture: HTMLVideoElement) => picture.currentTime))
    .toBeGreaterThan(0);
  expect(await video.evaluate((picture) => getComputedStyle(picture).transform)).toMatch(/^matrix\(-1,/);
  await expect(keyboard).toBeHidden();
  await expect(field(page, 'Code')).toHaveValue('K7QF');
  expect(await tracksOf(page)).toEqual(['live']);

  await button(page, 'Type the code').click();
  await expect(keyboard).toBeVisible();
  await expect(field(page, 'Code')).toBeFocused();
  await expect(field(page, 'Code')).toHaveValue('K7QF');
  expect(await tracksOf(page)).toEqual(['ended']);

  await button(page, 'Use the camera').click();
  await expect(page.locator('video')).toBeVisible();
  await field(page, 'Code').click();
  await expect(keyboard).toBeVisible();
  await field(page, 'Code').fill(goodCode);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('foreign codes are missed once each, and nothing of them is asked', async ({
  page,
  kioskAddress,
  shows,
}) => {
  shows('https://example.org/menu', '', 'WIFI:S:guests;;');
  const host = await openCodeScreen(page, kioskAddress);
  await button(page, 'Use the camera').click();
  await expect(page.getByText('That is another code.')).toBeVisible();
  // The film is played more than twice, so that each is seen again and again.
  await page.waitForTimeout(4000);
  await expect(page.getByText('That is another code.')).toBeVisible();
  expect(await host.asked('invitations.open')).toEqual([]);
  // Once more from the start: the same codes are no new misses.
  await button(page, 'Type the code').click();
  await button(page, 'Use the camera').click();
  await expect(page.getByText('That is another code.')).toBeVisible();
  await page.waitForTimeout(2000);
  await button(page, 'Type the code').click();
  for (let tries = 1; tries <= 2; tries += 1) {
    await field(page, 'Code').fill(`ZZZZ-ZZZ${tries}`);
    await button(page, 'Continue').click();
    await expect(field(page, 'Code')).toHaveAccessibleDescription(/not valid today/);
  }
  await field(page, 'Code').fill('ZZZZ-ZZZ3');
  await button(page, 'Continue').click();
  await expectHeading(page, 'Please speak to reception');
});

test('a code that opens nothing is tried once however long it is held there; another one is tried', async ({
  page,
  kioskAddress,
  shows,
}) => {
  shows(unknownCode);
  const host = await openCodeScreen(page, kioskAddress);
  await button(page, 'Use the camera').click();
  await expect(page.getByText(/not valid today/)).toBeVisible();
  await page.waitForTimeout(2500);
  await expect(page.getByText(/not valid today/)).toBeVisible();
  expect(await host.asked('invitations.open')).toEqual([{ by: 'camera', code: unknownCode }]);
  await expect(field(page, 'Code')).not.toHaveAccessibleDescription(/./);
  await button(page, 'Type the code').click();
  shows(goodCameraCode);
  await button(page, 'Use the camera').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('while nobody answers the camera is off, and the same code is no miss afterwards', async ({
  page,
  kioskAddress,
  shows,
}) => {
  shows(goodCameraCode);
  const host = await openCodeScreen(page, kioskAddress);
  await host.setSilent(true);
  await button(page, 'Use the camera').click();
  await expectHeading(page, 'One moment, please');
  expect(await tracksOf(page)).toEqual(['ended']);
  await host.setSilent(false);
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/contact was lost/);
  await button(page, 'Use the camera').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('the camera ends with the screen, with a question whether anybody is there, and with the visitor', async ({
  page,
  kioskAddress,
  shows,
}) => {
  shows('');
  const host = await openCodeScreen(page, kioskAddress);
  const turnOn = async (): Promise<void> => {
    await button(page, 'Use the camera').click();
    await expect.poll(async () => (await tracksOf(page)).at(-1)).toBe('live');
  };
  const ended = (count: number) => expect.poll(() => tracksOf(page)).toEqual(Array(count).fill('ended'));
  await turnOn();
  await button(page, 'Back').click();
  await ended(1);
  await button(page, 'I have a code').click();
  await expect(button(page, 'Use the camera')).toBeVisible();
  await turnOn();
  await button(page, 'Start over').click();
  await ended(2);
  await button(page, 'I have a code').click();
  await turnOn();
  const welcome = { ...readyWelcome, cameraReadsCodes: true };
  await host.setWelcome({ ...welcome, kiosk: { idleSeconds: 1, countdownSeconds: 600 } });
  await expect(page.locator('dialog[open]')).toBeVisible();
  await ended(3);
  await host.setWelcome(welcome);
  await expect(page.locator('dialog[open]')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Keyboard' })).toBeVisible();
  await turnOn();
  await host.setWelcome(readyWelcome);
  await ended(4);
  await expect(button(page, 'Use the camera')).toBeHidden();
});

const failedWords = 'The camera cannot be used right now. Please type the code.';

test('where a camera is refused the form stays, with a line', async ({
  page,
  context,
  kioskAddress,
  shows,
}) => {
  shows(goodCameraCode);
  const devtools = await context.newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  const { browserContextId = '' } = targetInfo;
  const permission = { name: 'camera' };
  await devtools.send('Browser.setPermission', { permission, setting: 'denied', browserContextId });
  await openCodeScreen(page, kioskAddress);
  await field(page, 'Code').fill('K7QF');
  await button(page, 'Use the camera').click();
  await expect(page.getByText(failedWords)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(button(page, 'Use the camera')).toBeHidden();
  await expect(field(page, 'Code')).toBeFocused();
  await expect(field(page, 'Code')).toHaveValue('K7QF');
  await field(page, 'Code').fill(goodCode);
  await button(page, 'Continue').click();
  await expectHeading(page, 'Welcome, Łucja.');
});

test('a camera that is pulled out leaves the form as it was', async ({ page, kioskAddress, shows }) => {
  shows('');
  await openCodeScreen(page, kioskAddress);
  await field(page, 'Code').fill('K7QF');
  await button(page, 'Use the camera').click();
  await expect(page.getByText('Hold the code in front of the camera.')).toBeVisible();
  await page.evaluate(() => window.cameraTracks[0]?.dispatchEvent(new Event('ended')));
  await expect(page.getByText(failedWords)).toBeVisible();
  await expect(field(page, 'Code')).toHaveValue('K7QF');
  await expect(field(page, 'Code')).toBeFocused();
  expect(await tracksOf(page)).toEqual(['ended']);
});

test('a reader that fails is a camera that cannot be used', async ({ page, kioskAddress, shows }) => {
  shows(goodCameraCode);
  await page.route('**/frame-worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: cameraHeaders,
      body: 'onmessage = () => postMessage({ reading: null });',
    }),
  );
  await openCodeScreen(page, kioskAddress);
  await button(page, 'Use the camera').click();
  await expect(page.getByText(failedWords)).toBeVisible();
  expect(await tracksOf(page)).toEqual(['ended']);
});

test('keys reach the camera and leave it', async ({ page, kioskAddress, shows }) => {
  shows('');
  await openCodeScreen(page, kioskAddress);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Use the camera')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Hold the code in front of the camera.')).toBeVisible();
  await expect(button(page, 'Type the code')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(button(page, 'Continue')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Code')).toBeFocused();
});

test('who listens hears of the camera and of what it reads', async ({ page, kioskAddress, shows }) => {
  shows('', '', 'https://example.org/menu');
  const speech = await installPlayedSpeech(page);
  await openCodeScreen(page, kioskAddress);
  const all: string[] = [];
  const hears = (words: RegExp) =>
    expect
      .poll(async () => {
        all.push(...(await speech.said()));
        return all.join(' ');
      })
      .toMatch(words);
  await page.keyboard.press('F2');
  await hears(/hold it in front of the camera.*Use the camera, button/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await hears(/That is another code/);
  all.length = 0;
  await page.keyboard.press('F2');
  await page.keyboard.press('F2');
  await hears(/That is another code.*Type the code, button/);
});

test('the kiosk window that Foyer opens asks nobody for the camera, and never has a microphone', async ({
  kioskAddress,
  film,
  launchOptions,
}) => {
  writeFileSync(film, filmOf([''], 5));
  const given = browserArguments({ door: 'kiosk', url: '', profile: '', locked: false });
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...given.filter((argument) => argument.includes('capture'))],
  });
  const page = await browser.newPage();
  await page.goto(kioskAddress);
  const asked = (wanted: MediaStreamConstraints) =>
    page.evaluate(
      (constraints) =>
        navigator.mediaDevices.getUserMedia(constraints).then(
          (stream) => stream.getTracks().map(({ kind }) => kind),
          (error: Error) => error.name,
        ),
      wanted,
    );
  expect(await asked({ video: true })).toEqual(['video']);
  expect(await asked({ audio: true })).toBe('NotAllowedError');
  expect(await asked({ video: true, audio: true })).not.toContain('audio');
  await browser.close();
});
