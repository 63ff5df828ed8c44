import type { App, Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isOwnAddress } from '../../src/main/hosts/electron/origin.ts';
import { denyPermissions } from '../../src/main/hosts/electron/permissions.ts';
import {
  commandLineSwitches,
  confineTraffic,
  hideAddresses,
  refuseCertificates,
} from '../../src/main/hosts/electron/traffic.ts';
import { savedFileTypes } from '../../src/shared/saved-files.ts';
import type { Door } from '../../src/shared/vocabulary.ts';
import { refused, stand } from './observed.ts';

type Answerer = (...parameters: unknown[]) => unknown;

/** A session that keeps the handlers it is given. */
function observedSession() {
  const handlers: Record<string, Answerer> = {};
  const keep = (name: string) => (handler: Answerer) => {
    handlers[name] = handler;
  };
  const session = stand<Session>({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('screen'),
    setCertificateVerifyProc: keep('certificate'),
    setSpellCheckerEnabled: (enabled: boolean) => {
      handlers.spelling = () => enabled;
    },
    setProxy: async (proxy: object) => {
      handlers.proxy = () => proxy;
    },
    webRequest: { onBeforeRequest: keep('traffic') },
  });
  /** What a handler passes to its callback, or returns. */
  const ask = (name: string, ...parameters: unknown[]): unknown => {
    let answer: unknown;
    const returned = handlers[name]?.(...parameters, (value: unknown) => {
      answer = value;
    });
    return answer === undefined ? returned : answer;
  };
  return { session, ask };
}

type Asked = Partial<{ isMainFrame: boolean; securityOrigin: string; mediaTypes: string[] }>;

/** What a window of `door` is answered that asks for `permission`, and that looks whether it has it. */
function askedFor(door: Door, permission: string, given: Asked = {}): readonly [unknown, unknown] {
  const { session, ask } = observedSession();
  denyPermissions(session, door);
  const details = { isMainFrame: true, securityOrigin: 'app://foyer/', mediaTypes: ['video'], ...given };
  const answers: boolean[] = [];
  ask('request', {}, permission, (allowed: boolean) => answers.push(allowed), details);
  const [mediaType = 'unknown'] = details.mediaTypes;
  const { isMainFrame, securityOrigin } = details;
  return [answers[0], ask('check', {}, permission, securityOrigin, { isMainFrame, mediaType })];
}

test.each(['kiosk', 'console'] as const)('the %s is denied every permission it has no use for', (door) => {
  for (const permission of ['geolocation', 'notifications', 'hid', 'openExternal', 'fullscreen'])
    expect(askedFor(door, permission)).toEqual([false, false]);
  const { session, ask } = observedSession();
  denyPermissions(session, door);
  expect(ask('device', { deviceType: 'hid' })).toBe(false);
  expect(ask('screen', {})).toBe(null);
});

test('a camera is the kiosk’s alone: in its own window, without sound', () => {
  expect(askedFor('kiosk', 'media')).toEqual([true, true]);
  expect(askedFor('kiosk', 'media', { securityOrigin: 'app://foyer' })).toEqual([true, true]);
  const others: readonly Asked[] = [
    { isMainFrame: false },
    { securityOrigin: 'https://example.com/' },
    { securityOrigin: 'app://foyer.example/' },
    { securityOrigin: '' },
    { mediaTypes: ['audio'] },
    { mediaTypes: [] },
  ];
  for (const other of others)
    expect(askedFor('kiosk', 'media', other), JSON.stringify(other)).toEqual([false, false]);
  expect(askedFor('kiosk', 'media', { mediaTypes: ['video', 'audio'] })[0]).toBe(false);
  expect(askedFor('kiosk', 'display-capture')).toEqual([false, false]);
  expect(askedFor('console', 'media')).toEqual([false, false]);
});

test.each([
  ['app://foyer/kiosk.html', true],
  ['app://foyer/assets/index.js?v=1', true],
  ['blob:app://foyer/0190', true],
  ['data:image/png;base64,AA', true],
  ['app://foyer', false],
  ['app://foyer.example/kiosk.html', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://foyer/', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.com/0190', false],
  ['https://example.com/app://foyer/', false],
  ['devtools://devtools/bundled/x', false],
  ['chrome://gpu', false],
])('a request for %s passes: %s', (url, passes) => {
  const { session, ask } = observedSession();
  confineTraffic(session, 'kiosk');
  expect(ask('traffic', { url })).toEqual({ cancel: !passes });
  expect(isOwnAddress(url)).toBe(passes);
});

const download = (address: string, type: string) => ({ getURL: () => address, getMimeType: () => type });

test('downloads, certificates, spelling dictionaries and proxies are out', () => {
  const { session, ask } = observedSession();
  confineTraffic(session, 'kiosk');
  expect(refused(session, 'will-download', {}, download('blob:app://foyer/0190', 'text/csv'))).toBe(true);
  expect(ask('certificate', {})).toBe(-2);
  expect(ask('spelling')).toBe(false);
  expect(ask('proxy')).toEqual({ mode: 'direct' });
});

test.each<readonly [address: string, type: string, passes: boolean]>([
  ...Object.values(savedFileTypes).map((type) => ['blob:app://foyer/0190', type, true] as const),
  ['blob:app://foyer/0190', 'text/csv;charset=utf-8', true],
  ['blob:app://foyer/0190', 'application/x-msdownload', false],
  ['blob:app://foyer/0190', '', false],
  ['blob:app://foyer/0190', 'text/html', false],
  ['blob:https://example.com/0190', 'text/csv', false],
  ['app://foyer/console.html', 'text/csv', false],
  ['data:text/csv,a', 'text/csv', false],
])('the console may save %s as %s: %s', (address, type, passes) => {
  const { session } = observedSession();
  confineTraffic(session, 'console');
  expect(refused(session, 'will-download', {}, download(address, type))).toBe(!passes);
});

test('certificate errors, client certificates and log-ins are refused for all windows', () => {
  const app = stand<App>();
  refuseCertificates(app);
  const answers: unknown[][] = [];
  const answer = (...values: unknown[]): void => void answers.push(values);
  expect(refused(app, 'certificate-error', {}, {}, 'https://x', 'expired', {}, answer)).toBe(true);
  expect(refused(app, 'select-client-certificate', {}, {}, 'https://x', [{}], answer)).toBe(true);
  expect(refused(app, 'login', {}, {}, {}, {}, answer)).toBe(true);
  expect(answers).toEqual([[false], [], []]);
});

test('Chromium has no name to connect to, and WebRTC tells no address', () => {
  expect(commandLineSwitches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  let policy = '';
  hideAddresses({
    setWebRTCIPHandlingPolicy: (value) => {
      policy = value;
    },
  } as WebContents);
  expect(policy).toBe('disable_non_proxied_udp');
});
