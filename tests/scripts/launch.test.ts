import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository } from '../../scripts/bootstrap/speak.mjs';
import { readStartArguments } from '../../scripts/launch/arguments.mjs';
import { readWordAndFolder } from '../../scripts/launch/control.mjs';
import * as ours from '../../scripts/launch/data-folder.mjs';
import { hasCardReaderLibrary, hasDisplay } from '../../scripts/launch/machine.mjs';
import { controlAddress } from '../../src/main/hosts/control-address.ts';
import { defaultDataFolder } from '../../src/main/hosts/data-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-launch-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the arguments of npm start', () => {
  test('paths count from the calling folder, the host is kept back', () => {
    expect(
      readStartArguments(
        ['--host', 'server', '--kiosk', '--data=d', '--port', '0', '--reader', 'none', '--no-open'],
        '/here',
      ),
    ).toEqual({
      host: 'server',
      open: false,
      forHost: ['--kiosk', '--data', '/here/d', '--port', '0', '--reader', 'none', '--no-open'],
    });
  });

  test('a configuration file may choose the host; the command line wins', () => {
    const file = join(folder, 'foyer.json');
    writeFileSync(file, JSON.stringify({ host: 'electron', noOpen: true }));
    expect(readStartArguments(['--config', 'foyer.json'], folder)).toEqual({
      host: 'electron',
      open: false,
      forHost: ['--config', file],
    });
    expect(readStartArguments(['--join', 'https://desk:4743'], folder).forHost).toEqual([
      '--join',
      'https://desk:4743',
    ]);
    expect(readStartArguments(['--config', file, '--host', 'server'], folder).host).toBe('server');
    expect(readStartArguments(['--config', 'gone.json'], folder).host).toBe(null);
  });

  test.each([
    [['--hots', 'server'], 'unknown option --hots'],
    [['--host', 'web'], '--host is electron, server, not web'],
    [['--port', '70000'], '--port is a number from 0 to 65535, not 70000'],
    [['--port', 'x'], '--port is a number'],
    [['--data'], '--data needs a value'],
    [['--data', '--kiosk'], '--data needs a value'],
    [['--reader', 'usb'], '--reader is auto, simulated, none, not usb'],
    [['server'], 'unknown option server'],
  ])('%j is refused by name', (given, message) => {
    expect(() => readStartArguments(given, '/')).toThrow(message);
  });
});

test('commands and the program agree on folders and addresses', () => {
  const machine = (platform: NodeJS.Platform, env: Record<string, string>) => ({
    platform,
    env,
    homeFolder: '/home/x',
    workingFolder: '/w',
  });
  for (const [platform, env] of [
    ['linux', {}],
    ['linux', { XDG_DATA_HOME: '/data' }],
    ['linux', { XDG_DATA_HOME: 'relative' }],
    ['darwin', {}],
    ['win32', { APPDATA: 'C:\\Users\\x\\AppData\\Roaming' }],
    ['win32', {}],
  ] as const)
    for (const demo of [false, true])
      expect(ours.defaultDataFolder(demo, machine(platform, env))).toBe(
        defaultDataFolder(machine(platform, env), demo),
      );
  for (const path of ['/short', `/${'long'.repeat(40)}`, 'relative'])
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(ours.controlAddress(path, platform)).toBe(controlAddress(path, platform));
});

test('a display is needed on Linux only', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
});

test("the card readers' library is found in a library folder or one below", () => {
  expect(hasCardReaderLibrary([folder], 'linux')).toBe(false);
  mkdirSync(join(folder, 'x86_64-linux-gnu'));
  writeFileSync(join(folder, 'x86_64-linux-gnu', 'libusb-1.0.so.0'), '');
  expect(hasCardReaderLibrary([join(folder, 'gone'), folder], 'linux')).toBe(true);
  expect(hasCardReaderLibrary([], 'darwin')).toBe(true);
});

describe('tap and link', () => {
  let server: Server | undefined;
  const asked: unknown[] = [];

  /** Answers every question with the same line, as a running Foyer would. */
  async function answering(answer: object): Promise<void> {
    asked.length = 0;
    server = createServer((socket) =>
      socket.on('data', (line) => {
        asked.push(JSON.parse(String(line)));
        socket.end(`${JSON.stringify(answer)}\n`);
      }),
    );
    await new Promise<void>((resolve) => server?.listen(ours.controlAddress(folder), resolve));
  }

  afterEach(async () => {
    if (server !== undefined) await new Promise((resolve) => server?.close(resolve));
    server = undefined;
  });

  function command(
    name: string,
    ...given: string[]
  ): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve) => {
      const result = { code: null as number | null, out: '', err: '' };
      import('node:child_process').then(({ spawn }) => {
        const child = spawn(process.execPath, [join(repository, 'scripts', `${name}.mjs`), ...given]);
        child.stdout.on('data', (piece) => (result.out += piece));
        child.stderr.on('data', (piece) => (result.err += piece));
        child.on('close', (code) => resolve({ ...result, code }));
      });
    });
  }

  test('a tap is passed on', async () => {
    await answering({ ok: true });
    expect(await command('tap', 'H10301:2F623AE', '--data', folder)).toEqual({
      code: 0,
      out: 'tapped H10301:2F623AE\n',
      err: '',
    });
    expect(asked).toEqual([{ command: 'tap', card: 'H10301:2F623AE', place: 'desk' }]);
  });

  test.each([[['--place', 'kiosk', 'DEC:1']], [['DEC:1', '--place=kiosk']]])(
    '%j taps at the kiosk',
    async (given) => {
      await answering({ ok: true });
      expect(await command('tap', ...given, '--data', folder)).toEqual({
        code: 0,
        out: 'tapped DEC:1 at the kiosk\n',
        err: '',
      });
      expect(asked).toEqual([{ command: 'tap', card: 'DEC:1', place: 'kiosk' }]);
    },
  );

  test('a place there is not is refused before anybody is asked', async () => {
    await answering({ ok: true });
    const result = await command('tap', 'DEC:1', '--place', 'roof', '--data', folder);
    expect(result.code).toBe(2);
    expect(result.err).toContain('--place is desk or kiosk');
    expect(asked).toEqual([]);
  });

  test.each([
    ['format', 2, 'is not a card number'],
    ['not-simulated', 1, 'does not use the simulated reader'],
    ['parity', 1, 'parity bits'],
    ['unavailable', 1, 'not running just now'],
    ['odd', 1, 'refused the tap (odd)'],
  ])('fault %s: exit code %i', async (fault, code, words) => {
    await answering({ ok: false, fault });
    const result = await command('tap', 'X:1', `--data=${folder}`);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
    expect(result.out).toBe('');
  });

  test('a fresh link is printed alone', async () => {
    await answering({ ok: true, url: 'http://127.0.0.1:1/kiosk?t=x' });
    expect(await command('link', 'kiosk', '--data', folder)).toEqual({
      code: 0,
      out: 'http://127.0.0.1:1/kiosk?t=x\n',
      err: '',
    });
  });

  test('nobody there: exit code 3, and what to do', () => {
    const tap = spawnSync(
      process.execPath,
      [join(repository, 'scripts/tap.mjs'), 'DEC:1', '--data', folder],
      {
        encoding: 'utf8',
      },
    );
    expect(tap.status).toBe(3);
    expect(tap.stderr).toContain('no Foyer is running');
    expect(tap.stderr).toContain('npm start');
  });

  test.each([[[]], [['a', 'b']], [['a', '--data']], [['a', '--other']]])('%j is refused', (given) => {
    expect(() => readWordAndFolder(given, 'usage')).toThrow();
  });
});
