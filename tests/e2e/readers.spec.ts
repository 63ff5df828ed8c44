/**
 * A card is issued and returned by taps of a USB reader: the running product with the real node-hid on a device that
 * umockdev plays, its pages in Chromium. tests/hardware does the same on the kernel's own devices.
 */
import { rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { ReaderSettings } from '../../src/shared/contract/readers.ts';
import { sameCardMs } from '../../src/shared/same-card.ts';
import { vendorDescriptor } from '../readers/umockdev/device-files.ts';
import { type PlayedDevice, playDevice } from '../readers/umockdev/played-device.ts';
import {
  createInstallation,
  type Installation,
  passphrases,
  provisionFolder,
  signInAtKiosk,
  unlock,
  withReaders,
} from './running-foyer.ts';

const usbReader: ReaderSettings = {
  readerId: 'desk',
  name: '',
  place: 'desk',
  profile: 'raw',
  format: 'H10301',
  device: '1209:F0E1',
  raw: { offset: 2, length: 4, byteOrder: 'big' },
};
const visitor = {
  name: 'Aage Bakkegaard',
  email: 'aage.bakkegaard@example.com',
  phone: '+45 01 23 45 67',
  company: 'Paper Boat Media',
  host: 'Dagny F',
} as const;

/** 26 bits, right-aligned in four bytes. */
const report = (bits: number): readonly number[] => [
  ...[0x5e, 0x00],
  ...[24, 16, 8, 0].map((shift) => (bits >>> shift) & 0xff),
  ...Array<number>(10).fill(0),
];
const card = report(0x2f623ae);
const sameCardWithBadParity = report(0x2f623af);

test.skip(process.platform !== 'linux', 'umockdev plays devices of Linux');

let setUp: string;
let installation: Installation;
let reader: PlayedDevice;

test.beforeEach(async () => {
  setUp = await provisionFolder(withReaders([usbReader]));
  installation = createInstallation(setUp);
  reader = playDevice({
    ...{ vendorId: 0x1209, productId: 0xf0e1, product: 'Invented raw reader' },
    descriptor: vendorDescriptor,
  });
});

test.afterEach(async () => {
  // The player ends when its script does, and the product with it.
  reader.remove();
  await installation.remove();
  rmSync(setUp, { recursive: true });
});

test('taps of a USB reader hand a card out and take it back', async ({ browser }) => {
  const foyer = await installation.start({ under: reader.under });
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await desk.goto(foyer.console);
  await unlock(desk, 'desk', passphrases.desk);
  await desk.getByRole('link', { name: 'Reception' }).click();
  const pad = desk.getByRole('region', { name: 'Card pad' });
  await expect(pad).toContainText('Reader ready');

  await kiosk.goto(foyer.kiosk);
  await signInAtKiosk(kiosk, visitor);
  await expect(desk.getByText(visitor.name).first()).toBeVisible();

  reader.send(sameCardWithBadParity);
  await expect(pad).toContainText('Card cannot be read');
  reader.send(card);
  await expect(pad).toContainText('Unknown card');
  await pad.getByLabel('Label').fill('0407');
  await pad.getByRole('button', { name: 'Register card' }).click();
  await pad.getByRole('button', { name: 'Give to a visitor' }).click();
  await expect(pad).toContainText(visitor.name);
  await pad.getByRole('button', { name: 'Issue card' }).click();
  await expect(pad).toContainText('Issued');

  // Sooner it would be the same tap still.
  await desk.waitForTimeout(sameCardMs + 200);
  reader.send(card);
  await expect(pad).toContainText('Issued card');
  await expect(pad).toContainText(visitor.name);
  await pad.getByRole('button', { name: 'Return and sign out' }).click();
  await expect(pad).toContainText('Returned, visitor signed out');
  await desk.getByRole('link', { name: 'Security' }).click();
  await expect(desk.getByText('Nobody is on site')).toBeVisible();
});
