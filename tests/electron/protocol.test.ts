import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createPageHandler,
  type PageHandler,
  schemePrivileges,
} from '../../src/main/hosts/electron/protocol.ts';
import { cameraHeaders, contentSecurityPolicy } from '../../src/main/hosts/page-headers.ts';
import { readStaticFiles } from '../../src/main/hosts/server/static-files.ts';

let folder = '';
let kiosk: PageHandler;
let console: PageHandler;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets', 'camera'), { recursive: true });
  for (const [name, content] of [
    ['kiosk.html', 'the kiosk'],
    ['console.html', 'the console'],
    ['pair.html', 'the pairing page'],
    ['assets/index.js', 'script'],
    ['assets/camera/reader.js', 'reader'],
    ['assets/odd.xyz', 'odd'],
    ['assets/æ ø.svg', '<svg/>'],
  ] as const)
    writeFileSync(join(renderer, name), content);
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(renderer, 'assets', 'link.js'));
  const files = readStaticFiles(renderer);
  kiosk = createPageHandler(files, 'kiosk');
  console = createPageHandler(files, 'console');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = async (handler: PageHandler, address: string): Promise<Response> => handler(new Request(address));

test('each door gets its own page and the files beside it', async () => {
  expect(await (await get(kiosk, 'app://foyer/kiosk.html')).text()).toBe('the kiosk');
  expect((await get(kiosk, 'app://foyer/console.html')).status).toBe(404);
  expect(await (await get(console, 'app://foyer/console.html')).text()).toBe('the console');
  expect((await get(console, 'app://foyer/kiosk.html')).status).toBe(404);
  const script = await get(kiosk, 'app://foyer/assets/index.js?v=1');
  expect([script.status, script.headers.get('content-type')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
});

test('every answer carries the policy and is not kept', async () => {
  const { 'content-security-policy': withCamera } = cameraHeaders;
  for (const [handler, address, policy] of [
    [kiosk, 'app://foyer/kiosk.html', withCamera],
    [kiosk, 'app://foyer/assets/camera/reader.js', withCamera],
    [kiosk, 'app://foyer/assets/index.js', contentSecurityPolicy],
    [kiosk, 'app://foyer/safe.html', contentSecurityPolicy],
    [kiosk, 'app://foyer/missing', contentSecurityPolicy],
    [console, 'app://foyer/console.html', contentSecurityPolicy],
  ] as const) {
    const { headers } = await get(handler, address);
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('permissions-policy')?.includes('camera=(self)')).toBe(policy === withCamera);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
});

test.each([
  'app://foyer/',
  'app://foyer/assets',
  'app://foyer/assets/',
  'app://foyer/assets/odd.xyz',
  'app://foyer/assets/link.js',
  'app://foyer/../secret.js',
  'app://foyer/%2e%2e/secret.js',
  'app://foyer/..%2fsecret.js',
  'app://foyer/..%5csecret.js',
  'app://foyer/assets/..%2f..%2fsecret.js',
  'app://foyer//etc/passwd',
  'app://foyer/assets/index.js%00.html',
  'app://foyer/assets\\index.js',
  'app://foyer/KIOSK.html',
  'app://other/kiosk.html',
  'app://foyer:81/kiosk.html',
  'https://foyer/kiosk.html',
])('%s is not there', async (address) => {
  const response = await get(kiosk, address);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('Not found');
});

test('no address reaches a file outside the folder', async () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '',
    '%2e%2e',
    '%2E.',
    '..%2f',
    '..\\',
    'secret.js',
    'assets',
    '%00',
    '~',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const response = await get(kiosk, `app://foyer/${parts.join('/')}`);
      expect(await response.text()).not.toContain('secret');
    }),
  );
});

test('pages are read, never written to', async () => {
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(kiosk(new Request('app://foyer/kiosk.html', { method })).status).toBe(405);
});

test('the safe screen has no script and no style in the page', async () => {
  const page = await (await get(kiosk, 'app://foyer/safe.html')).text();
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|style=|<style|\son\w+=/i);
  expect((await get(kiosk, 'app://foyer/safe.css')).headers.get('content-type')).toMatch('text/css');
});

test('the scheme has the powers it needs and none more', () => {
  expect(schemePrivileges).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  });
});
