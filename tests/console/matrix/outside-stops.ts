/** Pages that stand before the consoles: nobody is signed in, or Foyer cannot be used yet. */
import type { Page } from 'playwright/test';
import { StorageFault } from '../../../src/shared/contract/site.ts';
import { administrator } from '../../support/app.ts';
import type { ConsoleWindow } from '../console-window.ts';
import { press, type Stop } from './stop.ts';

const open = async (_page: Page, window: ConsoleWindow) => window.open();
const plain = '.plain h1';

/** The core answers again. */
const recover = async (_page: Page, window: ConsoleWindow): Promise<void> => {
  window.answer('site.welcome', (_input, core) => core());
  window.answer('staff.signIn', (_input, core) => core());
};

async function trySignIn(page: Page): Promise<void> {
  await page.locator('input[name="userName"]').fill(administrator.userName);
  await page.locator('input[name="passphrase"]').fill('not the passphrase');
  await page.locator('button[type="submit"]').click();
  await page.locator('.desk-message--bad').waitFor();
}

async function openSetUp(_page: Page, window: ConsoleWindow): Promise<void> {
  window.answer('site.welcome', () => ({
    ok: true,
    value: { state: 'set-up', timeZone: 'Europe/Copenhagen', languages: ['da', 'de', 'en', 'pl'] as never },
  }));
  await window.open();
}

async function finishSetUp(page: Page, window: ConsoleWindow): Promise<void> {
  const fields = {
    code: 'ABCD-EFGH',
    'settings.siteName': 'Harbour House',
    'settings.controller.name': 'Harbour A/S',
    'settings.controller.address': 'Quay 1, 8000 Aarhus',
    'settings.controller.contactEmail': 'privacy@example.com',
    'settings.controller.authority': 'Datatilsynet',
    'administrator.userName': 'ada',
    'administrator.displayName': 'Ada Administrator',
    'administrator.passphrase': 'four quiet words here',
    again: 'four quiet words here',
  };
  for (const [name, text] of Object.entries(fields)) await page.locator(`input[name="${name}"]`).fill(text);
  window.answer('site.setUp', () => ({
    ok: true,
    value: { recoveryKey: 'K7QM-2XWD-9RTA-5HNE-VC3P-8BGY-4LJS-6FUZ-K7QM-2XWD-9RTA-5HNE-VC3P' },
  }));
  await page.locator('button[type="submit"]').click();
}

export const outsideStops: readonly Stop[] = [
  {
    name: 'connecting',
    of: 'console/connecting-page.tsx',
    shows: plain,
    async go(_page, window) {
      window.answer('site.welcome', () => new Promise<never>(() => undefined));
      await window.open();
    },
    leave: recover,
  },
  {
    name: 'connecting, refused',
    of: 'console/connecting-page.tsx',
    shows: '.desk-message--bad',
    async go(_page, window) {
      window.answer('site.welcome', () => ({ ok: false, code: 'internal' }));
      await window.open();
    },
    leave: recover,
  },
  ...StorageFault.options.map(
    (fault, index): Stop => ({
      name: `the fault ${fault}`,
      of: 'console/fault-page.tsx',
      shows: '.fault-steps',
      ...(index === 0 ? {} : { like: `the fault ${StorageFault.options[0]}` }),
      async go(_page, window) {
        window.answer('site.welcome', () => ({ ok: true, value: { state: 'fault', fault } }));
        await window.open();
      },
      leave: recover,
    }),
  ),
  { name: 'set-up', of: 'console/set-up/set-up-page.tsx', shows: '.set-up', go: openSetUp },
  {
    name: 'set-up with faults',
    of: 'console/set-up/set-up-page.tsx',
    shows: '.set-up__end .desk-message--bad',
    // The questions of a reader of its own are the most there are.
    async go(page) {
      await page.locator('input[type="radio"][value="raw"]').check();
      await press('button[type="submit"]')(page);
    },
  },
  {
    name: 'the recovery key',
    of: 'console/set-up/recovery-key-page.tsx',
    shows: '.recovery-key',
    async go(page, window) {
      await openSetUp(page, window);
      await finishSetUp(page, window);
    },
    leave: recover,
  },
  { name: 'signing in', of: 'console/sign-in-page.tsx', shows: 'input[name="passphrase"]', go: open },
  {
    name: 'signing in, a wrong passphrase',
    of: 'console/sign-in-page.tsx',
    shows: '.desk-message--bad',
    go: trySignIn,
  },
  {
    name: 'signing in, too often wrong',
    of: 'console/sign-in-page.tsx',
    shows: 'button[type="submit"]:disabled',
    async go(page, window) {
      window.answer('staff.signIn', () => ({ ok: false, code: 'locked-out', retryAfterSeconds: 887 }));
      await trySignIn(page);
    },
    leave: recover,
  },
  {
    name: 'signing in, in the demo',
    of: 'console/sign-in-page.tsx',
    shows: '.demo-sign-ins',
    async go(_page, window) {
      window.answer('site.welcome', async (_input, core) => {
        const reply = await core();
        if (!reply.ok || reply.value.state !== 'ready') return reply;
        const signIns = (['reception', 'security', 'privacy', 'administrator'] as const).map((role) => ({
          userName: role,
          passphrase: 'four words to try out',
          roles: [role],
        }));
        return { ok: true, value: { ...reply.value, demo: { signIns, taps: [] } } };
      });
      await window.open();
    },
    leave: recover,
  },
  {
    name: 'pairing a browser',
    of: 'pair.html',
    shows: '#code',
    go: async (_page, window) => window.open('pair.html'),
  },
  {
    name: 'pairing a browser without a code',
    of: 'pair.html',
    shows: '#code[aria-invalid="true"]',
    go: press('button[type="submit"]'),
  },
];
