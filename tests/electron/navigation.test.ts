import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { lockNavigation } from '../../src/main/hosts/electron/navigation.ts';
import { refused, stand } from './observed.ts';

const kioskPage = 'app://foyer/kiosk.html';

function locked(ownPage: string | null) {
  const lines: object[] = [];
  let open: (details: object) => { action: string } = () => ({ action: 'allow' });
  const contents = stand<WebContents>({
    setWindowOpenHandler: (handler: typeof open) => {
      open = handler;
    },
  });
  lockNavigation(
    contents,
    () => ownPage,
    (line) => lines.push(line),
  );
  const navigate = (url: string, isMainFrame = true): boolean =>
    refused(contents, 'will-frame-navigate', { url, isMainFrame });
  return { contents, navigate, open: () => open({ url: kioskPage }), lines };
}

test('a page may load itself again, in its main frame, and nothing else', () => {
  const { navigate } = locked(kioskPage);
  expect(navigate(kioskPage)).toBe(false);
  expect(navigate(kioskPage, false)).toBe(true);
  for (const url of [
    'app://foyer/console.html',
    'app://foyer/kiosk.html?x',
    'app://foyer/../kiosk.html',
    'app://other/kiosk.html',
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'about:blank',
    'javascript:1',
    '',
  ])
    expect(navigate(url), url).toBe(true);
});

test('contents the shell did not open navigate nowhere', () => {
  expect(locked(null).navigate(kioskPage)).toBe(true);
});

test('redirects, embedded pages and second windows are refused, and logged without addresses', () => {
  const { contents, open, navigate, lines } = locked(kioskPage);
  expect(refused(contents, 'will-redirect', { url: kioskPage })).toBe(true);
  expect(refused(contents, 'will-attach-webview', {})).toBe(true);
  expect(open()).toEqual({ action: 'deny' });
  navigate('https://example.com/?name=Ole');
  expect(lines).toHaveLength(4);
  expect(JSON.stringify(lines)).not.toContain('example');
});
