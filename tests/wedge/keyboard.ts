/**
 * Real key events with the times they were struck at, through the DevTools protocol. The page is busy until all of
 * a script wait in its queue, so that what a loaded machine does between two of them changes nothing.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright/test';
import type { KeyEvent } from './rhythms.ts';

const virtualKeys: Readonly<Record<string, number>> = { Enter: 13, Tab: 9, Backspace: 8, Escape: 27 };

function virtualKey(code: string, key: string): number {
  const named = virtualKeys[key];
  if (named !== undefined) return named;
  return /^(Key|Digit)/.test(code) ? code.charCodeAt(code.length - 1) : 0;
}

export interface Keyboard {
  /** Strikes all of `events`; resolves when the page has had the last, and time has passed it by. */
  strike(events: readonly KeyEvent[]): Promise<void>;
}

/** An address that answers when the page may go on. */
const goOn = '/keys-are-waiting';

export async function createKeyboard(page: Page): Promise<Keyboard> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  return {
    async strike(events) {
      const first = events[0]?.at ?? 0;
      const { promise: mayGoOn, resolve: letGoOn } = Promise.withResolvers<void>();
      await page.route(`**${goOn}`, async (route) => {
        await mayGoOn;
        await route.fulfill({ body: '' });
      });
      const now = await page.evaluate(() => performance.timeOrigin + performance.now());
      const isBusy = page.waitForRequest(`**${goOn}`);
      const busy = page.evaluate((address) => {
        const request = new XMLHttpRequest();
        request.open('GET', address, false);
        request.send();
      }, goOn);
      await isBusy;
      const sent = events.map(({ at, type, facts }) => {
        const { key, code, shift, repeat } = facts;
        const text = key === 'Enter' ? '\r' : key.length === 1 ? key : '';
        return devtools.send('Input.dispatchKeyEvent', {
          type: type === 'up' ? 'keyUp' : text === '' ? 'rawKeyDown' : 'keyDown',
          timestamp: (now + at - first) / 1000,
          modifiers: shift ? 8 : 0,
          key,
          code,
          autoRepeat: repeat,
          windowsVirtualKeyCode: virtualKey(code, key),
          ...(type === 'down' && text !== '' ? { text, unmodifiedText: text } : {}),
        });
      });
      // Answered by the browser, in turn: by then it has passed the keys on.
      await devtools.send('Target.getTargetInfo');
      await wait(100);
      letGoOn();
      await busy;
      await Promise.all(sent);
      await page.unroute(`**${goOn}`);
      const over = now + (events.at(-1)?.at ?? 0) - first + 150;
      await page.evaluate(
        (until) =>
          new Promise((resolve) => setTimeout(resolve, until - performance.timeOrigin - performance.now())),
        over,
      );
    },
  };
}
