import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserArguments, findBrowser, whyNoWindow } from '../../src/main/hosts/browser.ts';
import type { Machine } from '../../src/main/hosts/data-folder.ts';
import { createWindows } from '../../src/main/hosts/server/windows.ts';
import { eventually } from './support/eventually.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const linux: Machine = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin:/snap/bin', DISPLAY: ':0' },
  homeFolder: '/home/desk',
  workingFolder: '/',
};

describe('the browser', () => {
  it.each<[string, Machine, readonly string[], string | null]>([
    ['Chromium before Chrome', linux, ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['Edge where there is no other', linux, ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
    ['no snap', linux, ['/snap/bin/chromium'], null],
    ['none', linux, [], null],
    [
      'the one the administrator names',
      { ...linux, env: { ...linux.env, FOYER_BROWSER: '/opt/browser' } },
      ['/opt/browser', '/usr/bin/chromium'],
      '/opt/browser',
    ],
    [
      'no other than the one named',
      { ...linux, env: { ...linux.env, FOYER_BROWSER: '/opt/browser' } },
      ['/usr/bin/chromium'],
      null,
    ],
    [
      'Chrome on macOS',
      { ...linux, platform: 'darwin' },
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Edge on Windows',
      { ...linux, platform: 'win32', env: { 'ProgramFiles(x86)': '/Program Files (x86)' } },
      ['/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'],
      '/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ],
  ])('is %s', (_, machine, present, expected) => {
    expect(findBrowser(machine, (file) => present.includes(file))).toBe(expected);
  });

  it('is not opened without a display, as root, or when there is none', () => {
    expect(whyNoWindow(linux, 1000, '/usr/bin/chromium')).toBeNull();
    expect(whyNoWindow({ ...linux, env: {} }, 1000, '/usr/bin/chromium')).toContain('no display');
    expect(whyNoWindow(linux, 0, '/usr/bin/chromium')).toContain('root');
    expect(whyNoWindow(linux, 1000, null)).toContain('FOYER_BROWSER');
  });

  it('keeps nothing, speaks to nobody, and always has its sandbox', () => {
    const given = browserArguments({
      door: 'kiosk',
      url: 'http://127.0.0.1:1/kiosk',
      profile: '/p',
      locked: true,
    });
    expect(given).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/kiosk',
        '--user-data-dir=/p',
        '--incognito',
        '--kiosk',
        '--disable-sync',
        '--disable-background-networking',
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ]),
    );
    expect(given.join(' ')).not.toContain('no-sandbox');
    const ofConsole = browserArguments({ door: 'console', url: 'u', profile: '/p', locked: false });
    expect(ofConsole).not.toContain('--kiosk');
    const camera = '--auto-accept-camera-and-microphone-capture';
    expect([given.includes(camera), ofConsole.includes(camera)]).toEqual([true, false]);
  });
});

/** A program in the browser's place: writes down how it was started, then waits, or ends at once. */
function setUp(kiosk: boolean, lives: boolean) {
  const folder = temporaryFolder();
  const record = join(folder, 'started');
  const program = join(folder, 'browser.sh');
  writeFileSync(program, `#!/bin/sh\necho "$1 $2" >> "${record}"\n${lives ? 'exec sleep 60' : 'exit 0'}\n`);
  chmodSync(program, 0o755);
  const dataFolder = join(folder, 'data');
  mkdirSync(join(dataFolder, 'browser', 'kiosk'), { recursive: true });
  writeFileSync(join(dataFolder, 'browser', 'kiosk', 'left'), 'by a run that lost its power');
  let links = 0;
  const windows = createWindows({
    program,
    dataFolder,
    doors: ['kiosk', 'console'],
    kiosk,
    link(door) {
      links += 1;
      return `http://127.0.0.1:1/${door}?launch=${links}`;
    },
    log: () => undefined,
  });
  onTestFinished(() => windows.close());
  return {
    windows,
    dataFolder,
    started: () => (existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : []),
  };
}

describe.skipIf(process.platform === 'win32')('the windows', () => {
  it('open once each, in profiles of their own that are gone afterwards', async () => {
    const { windows, dataFolder, started } = setUp(false, true);
    expect(existsSync(join(dataFolder, 'browser'))).toBe(false);
    windows.open();
    windows.open();
    await eventually(() => expect(started()).toHaveLength(2));
    expect(started().sort()).toEqual([
      `--app=http://127.0.0.1:1/console?launch=1 --user-data-dir=${join(dataFolder, 'browser', 'console')}`,
      `--app=http://127.0.0.1:1/kiosk?launch=2 --user-data-dir=${join(dataFolder, 'browser', 'kiosk')}`,
    ]);
    const preferences = readFileSync(join(dataFolder, 'browser', 'kiosk', 'Default', 'Preferences'), 'utf8');
    expect(JSON.parse(preferences)).toMatchObject({
      autofill: { enabled: false },
      credentials_enable_service: false,
    });
    await windows.close();
    expect(existsSync(join(dataFolder, 'browser'))).toBe(false);
  });

  it('come back by themselves only at a locked kiosk', async () => {
    const { windows, started } = setUp(true, false);
    windows.open();
    await eventually(() =>
      expect(started().filter((line) => line.includes('/kiosk?')).length).toBeGreaterThan(1),
    );
    expect(started().filter((line) => line.includes('/console?'))).toHaveLength(1);
    await windows.close();
  });

  it('that were closed open again when asked for', async () => {
    const { windows, started } = setUp(false, false);
    await eventually(() => {
      windows.open();
      expect(started().length).toBeGreaterThanOrEqual(4);
    });
  });
});
