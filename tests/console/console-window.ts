/**
 * The console in Chromium on the real core: the built page is served with the headers of the product, and
 * `window.foyer` leads to an app in this process. A test can answer single calls itself, to delay or refuse them.
 */
import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { securityHeaders } from '../../src/main/hosts/page-headers.ts';
import type { CardReading } from '../../src/main/readers/card-read.ts';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import type { FoyerEvent } from '../../src/shared/contract/events.ts';
import type { Reply } from '../../src/shared/reply.ts';
import { administrator, createTestApp, createTestClock, type TestApp } from '../support/app.ts';

/** Never reached: every request to it is answered from the folder below. */
const origin = 'https://console.invalid';
const folder = process.env.FOYER_TEST_RENDERER ?? resolve(import.meta.dirname, '../../out/renderer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

type Answers = {
  [Name in CallName]?: (
    input: CallInput<Name>,
    core: () => Promise<Reply<CallOutput<Name>>>,
  ) => Promise<Reply<CallOutput<Name>>> | Reply<CallOutput<Name>>;
};

export interface ConsoleWindow {
  readonly core: TestApp;
  /** Names of the calls the page has made, in order. */
  readonly calls: CallName[];
  /** Answers a call instead of the core from now on. */
  answer<Name extends CallName>(name: Name, answer: NonNullable<Answers[Name]>): void;
  emit(event: FoyerEvent): Promise<void>;
  tap(reading: CardReading): void;
  open(place?: string): Promise<void>;
  signIn(): Promise<void>;
}

/** What a card of the site's format reads as. */
export function card(number: number): CardReading {
  return { kind: 'credential', credential: { format: 'H10301', facility: '118', number: String(number) } };
}

export async function createConsoleWindow(
  page: Page,
  core: TestApp = createTestApp({ clock: createTestClock(Date.now()) }),
): Promise<ConsoleWindow> {
  const answers: Answers = {};
  const calls: CallName[] = [];
  let closed = false;
  page.on('close', () => {
    closed = true;
  });

  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname === '/' ? '/console.html' : pathname;
    try {
      const body = readFileSync(resolve(folder, `.${path}`));
      await route.fulfill({
        body,
        headers: { ...securityHeaders, 'content-type': types[extname(path)] ?? 'application/octet-stream' },
      });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
  await page.exposeFunction('foyerCall', async (name: CallName, input: unknown) => {
    calls.push(name);
    const fromCore = (): Promise<Reply<unknown>> =>
      core.app.call({ door: 'console', connectionId: 'console-1' }, name, input);
    const answer = answers[name] as
      | ((input: unknown, core: () => Promise<Reply<unknown>>) => Promise<Reply<unknown>>)
      | undefined;
    return answer ? answer(input, fromCore) : fromCore();
  });
  await page.addInitScript(() => {
    const listeners = new Set<(event: unknown) => void>();
    const bridge = window as unknown as {
      foyer: unknown;
      foyerEmit: (event: unknown) => void;
      foyerCall: (name: string, input: unknown) => Promise<unknown>;
    };
    bridge.foyerEmit = (event) => {
      for (const listener of listeners) listener(event);
    };
    bridge.foyer = {
      door: 'console',
      call: (name: string, input: unknown) => bridge.foyerCall(name, input),
      subscribe(listener: (event: unknown) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  const emit = async (event: FoyerEvent): Promise<void> => {
    if (closed) return;
    await page
      .evaluate(
        (sent) => (window as unknown as { foyerEmit?: (e: unknown) => void }).foyerEmit?.(sent),
        event,
      )
      .catch(() => undefined);
  };
  core.app.subscribe((event, doors) => {
    if (doors.includes('console')) void emit(event);
  });

  return {
    core,
    calls,
    answer(name, answer) {
      answers[name] = answer as never;
    },
    emit,
    tap: (reading) => void core.tap(reading),
    async open(place = '') {
      await page.goto(`${origin}/${place}`);
    },
    async signIn() {
      await page.getByLabel('User name').fill(administrator.userName);
      await page.getByLabel('Passphrase').fill(administrator.passphrase);
      await page.getByRole('button', { name: 'Unlock' }).click();
      await expect(page.getByRole('navigation', { name: 'Consoles' })).toBeVisible();
    },
  };
}

/** Faults that a page must never show: errors, and whatever the content security policy had to stop. */
export function watchForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  return faults;
}
