/** The built shell as the host of other machines and as one of their kiosks: two shells, TLS between them. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { outboxFile } from '../../src/main/hosts/join/joined-device.ts';
import type { CallName, CallOutput } from '../../src/shared/contract/contract.ts';
import { newVisitId } from '../e2e/page-calls.ts';
import { type Host, type RunningShell, realElectron, standIn } from './hosts.ts';
import { administrator, callFrom, createInstallation, type Installation, setUp } from './installation.ts';

// Each test starts Chromium several times, on machines with other work to do.
test.describe.configure({ timeout: 240_000 });

for (const host of [standIn, realElectron])
  test.describe(`on ${host.name}`, () => {
    test.skip(host.missing !== null, `Not run in ${host.name}: ${host.missing}.`);
    runTests(host);
  });

async function value<Name extends CallName>(
  page: Page,
  name: Name,
  input: unknown,
): Promise<CallOutput<Name>> {
  const reply = await callFrom(page, name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return reply.value as CallOutput<Name>;
}

function printed(shell: RunningShell, name: string): string[] {
  return [...shell.output().matchAll(new RegExp(`^${name}: (\\S+)$`, 'gm'))].map(([, text = '']) => text);
}

function runTests(host: Host): void {
  const installations: Installation[] = [];
  const running = new Set<RunningShell>();

  test.afterEach(async () => {
    for (const shell of running) await shell.stop();
    running.clear();
    for (const installation of installations.splice(0)) await installation.remove();
  });

  async function launch(installation: Installation, ...parameters: string[]): Promise<RunningShell> {
    const shell = await host.launch(['--data', installation.dataFolder, ...parameters]);
    running.add(shell);
    return shell;
  }

  async function folder(): Promise<Installation> {
    const installation = await createInstallation();
    installations.push(installation);
    return installation;
  }

  async function stop(shell: RunningShell): Promise<void> {
    await shell.stop();
    running.delete(shell);
  }

  /** The host at its address, with staff at its console. */
  async function openHost(installation: Installation, port: number) {
    const shell = await launch(installation, '--listen', `127.0.0.1:${port}`);
    const isNew = port === 0;
    if (isNew) await setUp(shell);
    await expect.poll(() => printed(shell, 'fingerprint'), { timeout: 120_000 }).toHaveLength(1);
    const desk = await shell.page('/console.html');
    const { userName, passphrase } = administrator;
    await value(desk, 'staff.signIn', { userName, passphrase });
    const url = new URL(printed(shell, 'network').find((each) => each.includes('127.0.0.1')) ?? '');
    return { shell, desk, url, fingerprint: printed(shell, 'fingerprint')[0] ?? '' };
  }

  const pairing = async (
    { desk, url, fingerprint }: Awaited<ReturnType<typeof openHost>>,
    role: 'kiosk' | 'console',
  ): Promise<string[]> => {
    const { code } = await value(desk, 'devices.makeCode', { role, name: 'Lift', desk: '' });
    return ['--join', url.origin, '--code', code, '--fingerprint', fingerprint];
  };

  /** Over the transport of the page, as a visitor's sign-in goes. */
  async function arrive(kiosk: Page, name: string): Promise<CallOutput<'visits.arrive'>> {
    const { noticeId } = await value(kiosk, 'notice.current', { language: 'en' });
    const visitId = newVisitId();
    return value(kiosk, 'visits.arrive', {
      ...{ visitId, name, email: 'visitor@example.com', phone: '+45 12 34 56 78', company: '', host: '' },
      ...{ language: 'en', noticeId },
    });
  }

  const names = async (desk: Page): Promise<string[]> =>
    (await value(desk, 'visits.onSite', {})).visits.map(({ name }) => name);

  test('a second Foyer is a kiosk of the first, and loses nobody while that one is away', async () => {
    const [first, second] = [await folder(), await folder()];
    let hosting = await openHost(first, 0);
    const device = await launch(second, ...(await pairing(hosting, 'kiosk')));
    const kiosk = await device.page('/kiosk.html');
    await expect(kiosk.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    expect(device.output()).toContain('this is Lift, a kiosk of https://127.0.0.1:');
    expect(await arrive(kiosk, 'Anna Holm')).not.toMatchObject({ queued: true });
    expect(await names(hosting.desk)).toEqual(['Anna Holm']);
    // A kiosk has the visitor's calls alone, and no database.
    expect(await callFrom(kiosk, 'visits.onSite', {})).toMatchObject({ ok: false });
    expect(readdirSync(second.dataFolder)).not.toContain('foyer.db');

    const port = Number(hosting.url.port);
    await stop(hosting.shell);
    await expect
      .poll(() => callFrom(kiosk, 'site.welcome', {}), { timeout: 30_000 })
      .toMatchObject({ ok: true, value: { away: true } });
    expect(await arrive(kiosk, 'Bo Lund')).toMatchObject({ queued: true });
    expect(readdirSync(second.dataFolder)).toContain(outboxFile);

    hosting = await openHost(first, port);
    await expect.poll(() => names(hosting.desk), { timeout: 60_000 }).toContain('Bo Lund');
    expect((await names(hosting.desk)).sort()).toEqual(['Anna Holm', 'Bo Lund']);
  });

  test('a second Foyer is a console of the first, where staff sign in', async () => {
    const hosting = await openHost(await folder(), 0);
    const device = await launch(await folder(), ...(await pairing(hosting, 'console')));
    const desk = await device.page('/console.html');
    await desk.getByRole('textbox', { name: 'User name' }).fill(administrator.userName);
    await desk.getByLabel('Passphrase', { exact: true }).fill(administrator.passphrase);
    await desk.getByRole('button', { name: 'Unlock' }).click();
    await expect(desk.getByRole('link', { name: 'Office' })).toBeVisible();
    await arrive(await hosting.shell.page('/kiosk.html'), 'Clara Voss');
    await expect(desk.getByText('Clara Voss')).toBeVisible();
  });

  test('the tick in the office opens the network and closes it', async () => {
    const shell = await launch(await folder());
    await setUp(shell);
    const desk = await shell.page('/console.html');
    const { userName, passphrase } = administrator;
    await value(desk, 'staff.signIn', { userName, passphrase });
    expect(await value(desk, 'devices.list', {})).toMatchObject({ network: { listening: false } });
    await value(desk, 'devices.letJoin', { on: true });
    const network = async () => (await value(desk, 'devices.list', {})).network;
    // The port is everybody's: where another program has it, the office says so.
    await expect.poll(async () => (await network()).listening || (await network()).fault).toBeTruthy();
    await value(desk, 'devices.letJoin', { on: false });
    await expect.poll(async () => (await network()).listening).toBe(false);
  });

  test('where it cannot join, it says why and ends', async () => {
    const fingerprint = Array<string>(32).fill('00').join(':');
    const away = ['--join', 'https://127.0.0.1:9', '--code', 'K7QF-2M9X', '--fingerprint', fingerprint];
    const shell = await launch(await folder(), ...away);
    expect(await shell.ended()).toBe(1);
    expect(shell.output()).toContain('nobody answers at https://127.0.0.1:9');
  });
}
