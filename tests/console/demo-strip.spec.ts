import { expect, test } from 'playwright/test';
import type { ReaderPlace, ReaderStatus } from '../../src/shared/contract/readers.ts';
import { createTestApp, createTestClock } from '../support/app.ts';
import { createConsoleWindow } from './console-window.ts';

const simulated = (place: ReaderPlace, more: Partial<ReaderStatus> = {}): ReaderStatus => ({
  readerId: place,
  name: '',
  profile: 'simulated',
  place,
  state: 'ready',
  advice: 'none',
  ...more,
});

test('cards of the demo are tapped at the desk, and in the return slot where there is a simulated one', async ({
  page,
}) => {
  const tapped: string[] = [];
  const core = createTestApp({
    clock: createTestClock(Date.now()),
    demo: { signIns: [], taps: [{ card: 'H10301:2F623AE', label: '042' }] },
    tapSimulated: async (card, place) => {
      tapped.push(`${place} ${card}`);
      return null;
    },
  });
  await core.setUp();
  core.app.readersChanged([simulated('desk'), simulated('kiosk', { profile: 'pcprox' })], 0);
  const window = await createConsoleWindow(page, core);
  await window.open();
  await window.signIn();
  const strip = page.getByRole('complementary', { name: 'Demo' });
  const card = strip.getByRole('button', { name: 'Tap Card 042' });
  await card.click();
  await expect(strip.getByRole('radiogroup')).toHaveCount(0);
  core.app.readersChanged([simulated('desk'), simulated('kiosk')], 0);
  await strip.getByRole('radio', { name: 'Return slot' }).click();
  await card.click();
  await strip.getByRole('radio', { name: 'Desk' }).click();
  await card.click();
  await expect
    .poll(() => tapped)
    .toEqual(['desk H10301:2F623AE', 'kiosk H10301:2F623AE', 'desk H10301:2F623AE']);
  await strip.getByRole('radio', { name: 'Return slot' }).click();
  core.app.readersChanged([simulated('desk')], 0);
  await expect(strip.getByRole('radiogroup')).toHaveCount(0);
  await card.click();
  await expect.poll(() => tapped.at(-1)).toBe('desk H10301:2F623AE');
});
