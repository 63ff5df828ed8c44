/** The built shell from end to end: its windows, its walls, and the pages behind them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from 'playwright';
import { expect, test } from 'playwright/test';
import { askControl } from '../../src/main/hosts/control.ts';
import { type CallName, callNames, contract } from '../../src/shared/contract/contract.ts';
import type { Access } from '../../src/shared/contract/definition.ts';
import { preloadWorld } from '../support/electron-stand-in/worlds.ts';
import { type Host, type RunningShell, realElectron, standIn } from './hosts.ts';
import { administrator, callFrom, createInstallation, type Installation, setUp } from './installation.ts';

// A start of the shell is a start of Chromium, and some tests make several, on machines with other work to do.
test.describe.configure({ timeout: 240_000 });

for (const host of [standIn, realElectron])
  test.describe(`on ${host.name}`, () => {
    test.skip(host.missing !== null, `Not run in ${host.name}: ${host.missing}.`);
    runTests(host);
  });

function runTests(host: Host): void {
  let installation: Installation;
  let shell: RunningShell;
  let kiosk: Page;
  let console: Page;

  test.beforeAll(async () => {
    installation = await createInstallation();
    shell = await host.launch(['--data', installation.dataFolder]);
    await setUp(shell);
    kiosk = await shell.page('/kiosk.html');
    console = await shell.page('/console.html');
  });

  test.afterAll(async () => {
    await shell?.stop();
    await installation?.remove();
  });

  test('both windows open, each with its page and one heading', async () => {
    await expect(kiosk.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect(kiosk.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(console.getByRole('textbox', { name: 'User name' })).toBeVisible();
    await expect(console.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('staff sign in at the console', async () => {
    await console.getByRole('textbox', { name: 'User name' }).fill(administrator.userName);
    await console.getByLabel('Passphrase', { exact: true }).fill(administrator.passphrase);
    await console.getByRole('button', { name: 'Unlock' }).click();
    await expect(console.getByRole('link', { name: 'Office' })).toBeVisible();
    expect(await callFrom(console, 'site.settings', {})).toMatchObject({ ok: true });
    // The kiosk has gained nothing by it.
    expect(await callFrom(kiosk, 'site.settings', {})).toEqual({ ok: false, code: 'not-allowed' });
    expect(await callFrom(console, 'staff.signOut', {})).toMatchObject({ ok: true });
  });

  test('the kiosk reaches no call that is not the visitor’s', async () => {
    const accessOf = (name: CallName): readonly Access[] => contract[name].access;
    const forStaff = callNames.filter((name) => !accessOf(name).includes('kiosk'));
    expect(forStaff.length).toBeGreaterThan(10);
    for (const name of forStaff) {
      const reply = await callFrom(kiosk, name, {});
      expect(reply, name).toMatchObject({
        ok: false,
        code: accessOf(name).includes('set-up') ? 'already-set-up' : 'not-allowed',
      });
    }
    expect(await callFrom(kiosk, 'constructor', {})).toEqual({ ok: false, code: 'unknown-call' });
  });

  test('a message that is too large is refused before it is read', async () => {
    expect(await callFrom(kiosk, 'visits.signOut', { name: 'x'.repeat(70_000), email: '' })).toEqual({
      ok: false,
      code: 'too-large',
    });
  });

  test('a page has one object of Foyer’s and nothing of Electron or Node', async () => {
    const own = [
      [kiosk, 'call,door,subscribe,takesScans'],
      [console, 'call,door,printing,subscribe,takesScans'],
    ] as const;
    for (const [page, keys] of own) {
      expect(
        await page.evaluate(() => [
          typeof Reflect.get(window, 'require'),
          typeof Reflect.get(window, 'process'),
          typeof Reflect.get(window, 'module'),
          typeof Reflect.get(window, 'ipcRenderer'),
          Object.keys(Reflect.get(window, 'foyer')).sort().join(),
          window.isSecureContext,
        ]),
      ).toEqual(['undefined', 'undefined', 'undefined', 'undefined', keys, true]);
    }
    expect(await kiosk.evaluate(() => Reflect.get(window, 'foyer').door)).toBe('kiosk');
    expect(await console.evaluate(() => Reflect.get(window, 'foyer').door)).toBe('console');
  });

  test('neither address nor script leads a page elsewhere', async () => {
    const shown = [kiosk.url(), console.url()];
    const attempts = [
      () => location.assign('https://example.com/'),
      () => location.assign(location.pathname === '/kiosk.html' ? 'console.html' : 'kiosk.html'),
      () => location.assign('?door=console'),
      () => void window.open('https://example.com/'),
      () => void window.open(location.href, 'second', 'noopener'),
      () => {
        const link = document.createElement('a');
        Object.assign(link, { href: 'https://example.com/', target: '_blank' });
        document.body.append(link);
        link.click();
        link.remove();
      },
      () => {
        const form = document.createElement('form');
        form.action = 'https://example.com/';
        document.body.append(form);
        form.submit();
        form.remove();
      },
    ];
    for (const page of [kiosk, console])
      for (const attempt of attempts) {
        await page.evaluate(attempt);
        // The page still answers, where it was.
        await expect.poll(() => callFrom(page, 'site.welcome', {})).toMatchObject({ ok: true });
        expect([kiosk.url(), console.url()]).toEqual(shown);
      }
    await expect.poll(() => kiosk.context().pages().length).toBeLessThanOrEqual(2);
  });

  test('nothing a page tries leaves the machine, not even without its policy', async () => {
    const seen: string[] = [];
    const server: Server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const tryAll = (page: Page): Promise<string> =>
      page.evaluate(async (address) => {
        navigator.sendBeacon(`${address}/beacon`, 'x');
        const image = new Image();
        const shown = new Promise((resolve) => {
          image.onload = () => resolve('image');
          image.onerror = () => resolve('none');
        });
        image.src = `${address}/image`;
        const fetched = fetch(`${address}/fetch`, { mode: 'no-cors' }).then(
          () => 'fetch',
          () => 'none',
        );
        return [await shown, await fetched].join();
      }, outside);
    const devtools = await kiosk.context().newCDPSession(kiosk);
    const failures: string[] = [];
    const note = (request: Request): void => {
      if (request.url().startsWith(outside)) failures.push(request.failure()?.errorText ?? '');
    };
    try {
      expect(await tryAll(kiosk)).toBe('none,none');
      await devtools.send('Page.setBypassCSP', { enabled: true });
      await kiosk.reload();
      kiosk.on('requestfailed', note);
      expect(await tryAll(kiosk)).toBe('none,none');
      await expect.poll(() => failures.length).toBeGreaterThanOrEqual(2);
      // Not the resolver, which is the last wall: the shell itself has said no.
      for (const failure of failures) expect(failure).toMatch(/^net::ERR_BLOCKED_BY_CLIENT\b/);
      expect(seen).toEqual([]);
      // The counter counts.
      await fetch(`${outside}/control`);
      expect(seen).toEqual(['/control']);
    } finally {
      kiosk.off('requestfailed', note);
      await devtools.send('Page.setBypassCSP', { enabled: false });
      await kiosk.reload();
      server.close();
    }
  });

  test('every permission a page asks for is denied', async () => {
    for (const page of [kiosk, console]) {
      const states = await page.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
        const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
        return (await Promise.all(asked)).map(({ state }) => state).join();
      });
      expect(states).toBe('denied,denied,denied,denied,denied,denied');
      expect(await page.evaluate(() => Notification.permission)).toBe('denied');
    }
  });

  test('only the keys a page needs reach it', async () => {
    await kiosk.evaluate(() => {
      const keys: string[] = [];
      Reflect.set(window, 'seenKeys', keys);
      window.addEventListener('keydown', (event) => keys.push(event.key), true);
    });
    for (const key of [
      'F5',
      'F12',
      'Control+r',
      'Control+p',
      'Control+Shift+I',
      'Alt+ArrowLeft',
      'Control+v',
    ])
      await kiosk.keyboard.press(key);
    await kiosk.keyboard.press('Tab');
    await kiosk.keyboard.press('x');
    const seen = await kiosk.evaluate(() => Reflect.get(window, 'seenKeys') as string[]);
    expect(seen.filter((key) => !['Control', 'Shift', 'Alt'].includes(key))).toEqual(['Tab', 'x']);
  });

  test('a card tapped on the simulated reader is news to the console, and not to the kiosk', async () => {
    for (const page of [kiosk, console])
      await page.evaluate(() => {
        const types: string[] = [];
        Reflect.set(window, 'heard', types);
        Reflect.get(window, 'foyer').subscribe((event: { type: string }) => types.push(event.type));
      });
    const heard = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'heard'));
    const tap = (): Promise<unknown> =>
      askControl(installation.dataFolder, { command: 'tap', card: 'H10301:2F623AE' });
    await expect.poll(tap, { timeout: 30_000 }).toEqual({ ok: true });
    await expect.poll(() => heard(console)).toContain('card.tapped');
    expect(await heard(kiosk)).not.toContain('card.tapped');
  });

  test('a second start ends, and the first goes on', async () => {
    const second = await host.launch(['--data', installation.dataFolder]);
    expect(await second.ended()).toBe(0);
    expect(second.output()).toContain('already running');
    await second.stop();
    expect(await callFrom(kiosk, 'site.welcome', {})).toMatchObject({ ok: true });
  });

  test('a sender that is not the page itself is refused', async () => {
    test.skip(!host.isStandIn, 'Only the stand-in lets a test speak from inside the preload’s world.');
    const answers = await forgeCalls(console);
    expect(answers.frame).toEqual({ ok: false, code: 'wrong-origin' });
    expect(answers.page).toMatchObject({ ok: true });
    expect(answers.otherChannel).toMatch(/No handler registered for 'foyer:event'/);
  });
}

/** Speaks to the shell as a renderer that was taken over could: past the preload, from the page and from a frame. */
async function forgeCalls(page: Page): Promise<Record<'page' | 'frame' | 'otherChannel', unknown>> {
  const devtools = await page.context().newCDPSession(page);
  const contexts: { id: number; name: string; auxData?: { frameId?: string } }[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await devtools.send('Runtime.enable');
  await page.evaluate(() => {
    document.body.append(document.createElement('iframe'));
  });
  const worlds = (): typeof contexts => contexts.filter(({ name }) => name === preloadWorld);
  await expect.poll(() => worlds().length).toBe(2);
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const ask = async (inFrame: boolean, channel: string): Promise<unknown> => {
    const world = worlds().find(({ auxData }) => (auxData?.frameId !== frameTree.frame.id) === inFrame);
    const { result } = await devtools.send('Runtime.evaluate', {
      contextId: world?.id ?? 0,
      awaitPromise: true,
      returnByValue: true,
      expression: `new Promise((resolve) => {
        const receive = globalThis.electronStandInReceive;
        globalThis.electronStandInReceive = (text) => {
          const { id, value, fault } = JSON.parse(text);
          if (id !== -1) return receive?.(text);
          globalThis.electronStandInReceive = receive;
          resolve(fault ?? value);
        };
        electronStandInSend(JSON.stringify({
          kind: 'invoke', id: -1, channel: '${channel}',
          parameters: [['value', 'site.welcome'], ['value', '{}']],
        }));
      })`,
    });
    return typeof result.value === 'string' ? result.value : plain(result.value);
  };
  try {
    return {
      page: await ask(false, 'foyer:call'),
      frame: await ask(true, 'foyer:call'),
      otherChannel: await ask(false, 'foyer:event'),
    };
  } finally {
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  }
}

/** The stand-in's form of a value, as a value. */
function plain([kind, content]: readonly [string, unknown]): unknown {
  if (kind !== 'object') return content;
  return Object.fromEntries(
    (content as [string, [string, unknown]][]).map(([key, part]) => [key, plain(part)]),
  );
}
