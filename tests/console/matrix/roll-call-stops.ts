/** Roll calls, and what stands on every page: the alarm, the lock that comes, the disk that fills. */
import type { Page } from 'playwright/test';
import type { ConsoleWindow } from '../console-window.ts';
import { dialog, dismiss, press, type Stop } from './stop.ts';

const place = 'roll-call';
/** Marked with cold hands (docs/decisions/028-console-matrix.md). */
const least = 44;
const head = 'roll-call/roll-call-head.tsx';

async function saySpaceIsLow(window: ConsoleWindow, storageLow: boolean): Promise<void> {
  window.answer('site.welcome', async (_input, core) => {
    const reply = await core();
    return reply.ok && reply.value.state === 'ready'
      ? { ok: true, value: { ...reply.value, storageLow } }
      : reply;
  });
  await window.emit({ type: 'changed', areas: ['site'] });
}

const mark = async (page: Page): Promise<void> => {
  await press('.roll-call-row__mark')(page);
  await page.locator('.roll-call-row__undo').first().waitFor();
};

export const rollCallStops: readonly Stop[] = [
  { name: 'no roll call', of: 'roll-call/roll-call-page.tsx', place, shows: '.roll-calls', least },
  {
    name: 'a drill',
    of: head,
    place,
    shows: '.roll-call-row__undo',
    least,
    async go(page) {
      await press('.roll-call-start .desk-button:nth-of-type(2)')(page);
      await mark(page);
    },
  },
  {
    name: 'closing a roll call',
    of: head,
    place,
    shows: dialog,
    least,
    go: press('.roll-call__acts button:nth-of-type(2)'),
    async leave(page) {
      await press(`${dialog} .desk-button--danger`)(page);
      await page.locator('.roll-calls').waitFor();
    },
  },
  {
    name: 'past roll calls',
    of: 'roll-call/roll-call-page.tsx',
    place,
    shows: '.roll-calls__past li',
    least,
  },
  {
    name: 'the report of a roll call',
    of: 'roll-call/roll-call-reports.tsx',
    place,
    shows: `${dialog} .roll-calls__report`,
    least,
    go: press('.roll-calls__past li .desk-button'),
    leave: dismiss,
  },
  {
    name: 'roll call',
    of: head,
    place,
    shows: '.roll-call-row__undo',
    least,
    async go(page) {
      await press('.roll-call-start .desk-button--danger')(page);
      await mark(page);
    },
  },
  {
    name: 'roll call by host',
    of: head,
    place,
    shows: '.roll-call__section h3',
    least,
    go: press('.roll-call__tools .desk-tabs button:nth-of-type(2)'),
    leave: press('.roll-call__tools .desk-tabs button'),
  },
  {
    name: 'adding a person',
    of: 'roll-call/add-person.tsx',
    place,
    shows: dialog,
    least,
    go: press('.roll-call__tools .desk-button'),
  },
  {
    name: 'adding a person with a fault',
    of: 'roll-call/add-person.tsx',
    place,
    shows: `${dialog} .desk-field__fault`,
    least,
    go: press(`${dialog} button[type="submit"]`),
    leave: dismiss,
  },
  {
    name: 'security during a roll call',
    of: 'security/security-page.tsx',
    place: 'security',
    shows: '.roll-call-alarm',
  },
  {
    name: 'reception during a roll call, the disk nearly full',
    of: 'reception/reception-page.tsx',
    place: 'reception',
    shows: '.shell__screen > .desk-message--bad',
    go: async (_page, window) => saySpaceIsLow(window, true),
    leave: async (_page, window) => saySpaceIsLow(window, false),
  },
];

/** The last of all: nobody can do anything after them. */
export const shellStops: readonly Stop[] = [
  {
    name: 'the lock that comes',
    of: 'reception/reception-page.tsx',
    place: 'reception',
    shows: '.idle-warning',
    async go(page, { core }) {
      const { idleSeconds } = await core.call('console', 'staff.current', {});
      // The page's clock stands still a few seconds before it locks.
      await page.evaluate(
        (at) => {
          Date.now = () => at;
        },
        Date.now() + (idleSeconds - 10) * 1000,
      );
    },
  },
  {
    name: 'nothing allowed',
    of: 'console/console-shell.tsx',
    place: 'reception',
    shows: '.page .desk-nothing',
    async go(page, window) {
      window.answer('staff.current', async (_input, core) => {
        const reply = await core();
        if (!reply.ok || reply.value.staff === null) return reply;
        return { ok: true, value: { ...reply.value, staff: { ...reply.value.staff, roles: [] } } };
      });
      await page.reload();
    },
  },
];
