import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { createClosing, guardClosing, judgeClosing } from '../../src/main/hosts/electron/closing.ts';
import { refused, stand } from './observed.ts';

test.each([
  ['kiosk', false, false, 'close'],
  ['console', false, false, 'close'],
  ['kiosk', true, false, 'refuse'],
  ['console', true, false, 'ask'],
  ['kiosk', true, true, 'close'],
  ['console', true, true, 'close'],
] as const)('%s, locked %s, allowed %s: %s', (door, locked, allowed, verdict) => {
  expect(judgeClosing(door, locked, allowed)).toBe(verdict);
});

function guarded(door: 'kiosk' | 'console', locked: boolean, signedIn: boolean) {
  const closing = createClosing();
  let asked = 0;
  let quits = 0;
  const window = stand<BrowserWindow>({ webContents: stand() });
  guardClosing(window, {
    door,
    locked,
    closing,
    staffSignedIn: async () => {
      asked += 1;
      return signedIn;
    },
    quit: () => {
      quits += 1;
    },
  });
  const close = async (): Promise<boolean> => {
    const prevented = refused(window, 'close', {});
    await new Promise(setImmediate);
    return prevented;
  };
  return { window, close, closing, counts: () => ({ asked, quits }) };
}

test('a locked console closes Foyer when staff are signed in, and only then', async () => {
  const signedIn = guarded('console', true, true);
  expect(await signedIn.close()).toBe(true);
  expect(signedIn.counts()).toEqual({ asked: 1, quits: 1 });
  const nobody = guarded('console', true, false);
  expect(await nobody.close()).toBe(true);
  expect(nobody.counts()).toEqual({ asked: 1, quits: 0 });
});

test('a locked kiosk stays, without asking anyone, until Foyer is ended', async () => {
  const { close, closing, counts } = guarded('kiosk', true, true);
  expect(await close()).toBe(true);
  expect(counts()).toEqual({ asked: 0, quits: 0 });
  closing.allow();
  expect(await close()).toBe(false);
});

test('a window that is not locked closes, and no page can hold it open', async () => {
  const { close, window } = guarded('kiosk', false, false);
  expect(await close()).toBe(false);
  expect(refused(window.webContents as never, 'will-prevent-unload', {})).toBe(true);
});
