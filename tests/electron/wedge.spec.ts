/** The built shell beside a keyboard reader: scans are taken out of both windows' keys before their pages see them. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { CallInput } from '../../src/shared/contract/contract.ts';
import type { Strike } from '../support/electron-stand-in/keyboard.ts';
import { type KeyEvent, personStrokes, readerStrokes, together } from '../wedge/rhythms.ts';
import { type Host, type RunningShell, realElectron, standIn } from './hosts.ts';
import { administrator, callFrom, createInstallation, type Installation, setUp } from './installation.ts';

test.describe.configure({ timeout: 240_000 });

for (const host of [standIn, realElectron])
  test.describe(`on ${host.name}`, () => {
    test.skip(host.missing !== null, `Not run in ${host.name}: ${host.missing}.`);
    runTests(host);
  });

/** Each scan another card, because one card within a second and a half counts once. */
let lastCard = 27_314_141;
const nextCard = (): string => {
  lastCard += 1;
  return String(lastCard).padStart(10, '0');
};
const scan = (card: string, start = 0): KeyEvent[] => readerStrokes(`${card}\n`, start, [9], 0.5);

function type(text: string, start = 0): KeyEvent[] {
  const strokes = [...text].map((character) => ({ character, gap: 110, dwell: 80, repeats: 0 }));
  return personStrokes(strokes, 'danish', start);
}

function runTests(host: Host): void {
  let installation: Installation;
  let shell: RunningShell;
  let kiosk: Page;
  let console: Page;

  const strike = (door: 'kiosk' | 'console', events: readonly KeyEvent[]): Promise<void> => {
    const first = events[0]?.at ?? 0;
    const strikes = events.map(({ at, type: direction, facts }): Strike => {
      const { key, code, shift, control, alt, meta, repeat, composing } = facts;
      return {
        at: at - first,
        input: {
          ...{ type: direction === 'up' ? 'keyUp' : 'keyDown', key, code, shift, control, alt, meta },
          ...{ isAutoRepeat: repeat, isComposing: composing, location: 0, modifiers: shift ? ['shift'] : [] },
        },
      };
    });
    return shell.strike(`/${door}.html`, strikes);
  };

  /** Gives the site these readers, and leaves somebody signed in. */
  async function giveReaders(readers: CallInput<'site.change'>['readers']): Promise<void> {
    await callFrom(console, 'staff.signIn', administrator);
    const reply = await callFrom(console, 'site.settings', {});
    const { settings } = (reply as { value: { settings: CallInput<'site.change'> } }).value;
    expect(await callFrom(console, 'site.change', { ...settings, readers })).toMatchObject({ ok: true });
  }

  /** The cards that were tapped, as the console hears of them from now on. */
  async function followTaps(): Promise<() => Promise<string[]>> {
    await console.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      Reflect.get(window, 'foyer').subscribe((event: { type: string }) => {
        if (event.type.startsWith('card.')) heard.push(event.type);
      });
    });
    return () => console.evaluate(() => Reflect.get(window, 'heard') as string[]);
  }

  /** What a page's own scripts see of its keys from now on. */
  async function watchKeys(page: Page): Promise<() => Promise<string>> {
    await page.evaluate(() => {
      const keys: string[] = [];
      Reflect.set(window, 'seenKeys', keys);
      window.addEventListener('keydown', (event) => keys.push(event.key), true);
    });
    return () => page.evaluate(() => (Reflect.get(window, 'seenKeys') as string[]).join(''));
  }

  test.beforeAll(async () => {
    installation = await createInstallation();
    shell = await host.launch(['--data', installation.dataFolder]);
    await setUp(shell);
    kiosk = await shell.page('/kiosk.html');
    console = await shell.page('/console.html');
    await giveReaders([
      { readerId: 'desk', name: '', place: 'desk', profile: 'wedge', format: 'DEC', device: null, raw: null },
    ]);
  });

  test.afterAll(async () => {
    await shell?.stop();
    await installation?.remove();
  });

  test('a scan reaches no page of either window, and is a tap to the console', async () => {
    for (const [door, page] of [['kiosk', kiosk] as const, ['console', console] as const]) {
      const taps = await followTaps();
      const seen = await watchKeys(page);
      await strike(door, scan(nextCard()));
      await expect.poll(taps).toEqual(['card.tapped']);
      expect(await seen()).toBe('');
    }
  });

  test('a visitor’s typing stays as it is, with a scan in its middle', async () => {
    await kiosk.getByRole('button', { name: 'Sign in', exact: true }).click();
    const name = kiosk.getByRole('textbox', { name: 'Full name' });
    await name.focus();
    const taps = await followTaps();
    // The scan takes 100 ms, and one letter falls into it.
    await strike('kiosk', together(type('Freja Gregersen 12 æbc'), scan(nextCard(), 8 * 110 - 40)));
    await expect(name).toHaveValue('Freja Gregersen 12 æbc');
    await expect.poll(taps).toEqual(['card.tapped']);
    await strike('kiosk', type('\bd\n'));
    await expect(kiosk.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
    await kiosk.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(name).toHaveValue('Freja Gregersen 12 æbd');
  });

  test('a passphrase stays empty under a scan, and is typed as ever', async () => {
    await callFrom(console, 'staff.signOut', {});
    await console.reload();
    const passphrase = console.getByLabel('Passphrase', { exact: true });
    await passphrase.focus();
    await strike('console', scan(nextCard()));
    await expect(passphrase).toHaveValue('');
    await console.getByRole('textbox', { name: 'User name' }).focus();
    await strike('console', type(administrator.userName));
    await passphrase.focus();
    await strike('console', type(`${administrator.passphrase}\n`));
    await expect(console.getByRole('link', { name: 'Office' })).toBeVisible();
  });

  test('without such a reader every key passes', async () => {
    await giveReaders([]);
    const seen = await watchKeys(kiosk);
    const card = nextCard();
    await strike('kiosk', readerStrokes(card, 0, [9], 0.5));
    await expect.poll(seen).toBe(card);
  });
}
