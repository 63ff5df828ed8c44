/** What the built shell does when a page dies, when it is locked, when its key is gone and when it is ended. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { askControl } from '../../src/main/hosts/control.ts';
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
  const running = new Set<RunningShell>();

  test.beforeEach(async () => {
    installation = await createInstallation();
  });

  test.afterEach(async () => {
    for (const shell of running) await shell.stop();
    running.clear();
    await installation.remove();
  });

  async function launch(...[parameters, keyring]: Parameters<Host['launch']>): Promise<RunningShell> {
    const shell = await host.launch(['--data', installation.dataFolder, ...parameters], keyring);
    running.add(shell);
    return shell;
  }

  const inData = (): string[] => readdirSync(installation.dataFolder);
  const signIn = { userName: administrator.userName, passphrase: administrator.passphrase };

  test('a page that dies comes back; one that keeps dying gives way to the safe screen', async () => {
    test.skip(!host.isStandIn, 'Playwright’s page of a dead Electron renderer cannot be used again.');
    const shell = await launch([]);
    await setUp(shell);
    for (let crashes = 0; crashes < 3; crashes += 1) {
      await shell.crash(await shell.page('/kiosk.html'));
      const kiosk = await shell.page('/kiosk.html');
      await expect(kiosk.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    }
    await shell.crash(await shell.page('/kiosk.html'));
    const safe = await shell.page('/safe.html');
    await expect(safe.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(safe.getByText('Please go to reception')).toBeVisible();
    // The console has its own count.
    const console = await shell.page('/console.html');
    await expect(console.getByRole('button', { name: 'Unlock' })).toBeVisible();
  });

  test('whoever was signed in at a console whose page died is no longer', async () => {
    test.skip(!host.isStandIn, 'Playwright’s page of a dead Electron renderer cannot be used again.');
    const shell = await launch([]);
    await setUp(shell);
    const console = await shell.page('/console.html');
    expect(await callFrom(console, 'staff.signIn', signIn)).toMatchObject({ ok: true });
    await shell.crash(console);
    const after = await shell.page('/console.html');
    expect(await callFrom(after, 'staff.current', {})).toMatchObject({ ok: true, value: { staff: null } });
  });

  test('a locked shell closes for staff at the console, and for nobody else', async () => {
    const shell = await launch(['--kiosk']);
    await setUp(shell);
    const kiosk = await shell.page('/kiosk.html');
    const console = await shell.page('/console.html');
    const closeChord = 'Control+Alt+Shift+Q';
    await kiosk.keyboard.press(closeChord);
    await console.keyboard.press(closeChord);
    expect(await callFrom(console, 'staff.current', {})).toMatchObject({ value: { staff: null } });
    expect(await callFrom(console, 'staff.signIn', signIn)).toMatchObject({ ok: true });
    await kiosk.keyboard.press(closeChord);
    expect(await callFrom(kiosk, 'site.welcome', {})).toMatchObject({ ok: true });
    // The page is gone before the last key is up again.
    await console.keyboard.press(closeChord).catch(() => {});
    expect(await shell.ended()).toBe(0);
  });

  test('the operating system ends it, locked or not, with everything written and nothing left over', async () => {
    const shell = await launch(['--kiosk']);
    await setUp(shell);
    await shell.stop();
    expect(await shell.ended()).toBe(0);
    const left = inData();
    expect(left).toEqual(expect.arrayContaining(['foyer.db', 'foyer.installation.json']));
    expect(left.filter((name) => /-wal$|-shm$|\.sock$|\.new$/.test(name))).toEqual([]);
  });

  test('the control socket answers for it and ends it', async () => {
    const shell = await launch([]);
    await shell.page('/kiosk.html');
    const state = { ok: true, host: 'electron', state: 'set-up' };
    await expect.poll(() => askControl(installation.dataFolder, { command: 'state' })).toMatchObject(state);
    expect(await askControl(installation.dataFolder, { command: 'link', door: 'kiosk' })).toEqual({
      ok: false,
      fault: 'no-links',
    });
    expect(await askControl(installation.dataFolder, { command: 'focus' })).toMatchObject({ ok: true });
    expect(await askControl(installation.dataFolder, { command: 'stop' })).toEqual({ ok: true });
    expect(await shell.ended()).toBe(0);
  });

  test('a bad command line is named, and nothing is started', async () => {
    const shell = await launch(['--colour', 'red']);
    expect(await shell.ended()).toBe(2);
    expect(shell.output()).toContain('--colour');
    expect(inData()).toEqual([]);
  });

  test('the key is sealed by the key ring; with another one the screens say so and nothing is overwritten', async () => {
    test.skip(!host.isStandIn, 'The key ring of this desktop is not a test’s to exchange.');
    const first = await launch([], { backend: 'gnome_libsecret', secret: 'one' });
    await setUp(first);
    await first.stop();
    expect(inData()).toContain('foyer.key.sealed');
    expect(inData()).not.toContain('foyer.key');
    const bytes = (): Buffer[] =>
      ['foyer.key.sealed', 'foyer.db'].map((name) => readFileSync(join(installation.dataFolder, name)));
    const before = bytes();

    const other = await launch([], { backend: 'gnome_libsecret', secret: 'two' });
    expect(await callFrom(await other.page('/kiosk.html'), 'site.welcome', {})).toEqual({
      ok: true,
      value: { state: 'fault', fault: 'missing-key' },
    });
    await other.stop();
    expect(bytes()).toEqual(before);

    const again = await launch([], { backend: 'gnome_libsecret', secret: 'one' });
    expect(await callFrom(await again.page('/kiosk.html'), 'site.welcome', {})).toMatchObject({
      ok: true,
      value: { state: 'ready' },
    });
  });

  test('a key ring that protects nothing is refused, and the log says so', async () => {
    test.skip(!host.isStandIn, 'The key ring of this desktop is not a test’s to exchange.');
    const shell = await launch([], { backend: 'basic_text', secret: 'peanuts' });
    await setUp(shell);
    expect(inData()).toContain('foyer.key');
    expect(inData()).not.toContain('foyer.key.sealed');
    const log = readFileSync(join(installation.dataFolder, 'log/foyer.log'), 'utf8');
    expect(log).toContain('"event":"key-ring-refused","backend":"basic_text"');
  });
}
