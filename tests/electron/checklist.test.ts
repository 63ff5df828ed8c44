/**
 * The twenty items of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), each with its
 * check: here where the source can show it, and by name where another test does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { webPreferences } from '../../src/main/hosts/electron/web-preferences.ts';

const root = join(import.meta.dirname, '../..');

/** Every source file with its text, by path. */
const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')] as const),
);

/** Files in which `pattern` occurs outside comments. */
function filesWith(pattern: RegExp): string[] {
  const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  return [...sources].filter(([, text]) => pattern.test(bare(text))).map(([file]) => file);
}

const inShell = /^src\/(main\/hosts\/electron\/|main\/electron\.ts|preload\/)/;
const preferences = webPreferences('console', '/preload.cjs');

describe('Electron’s security checklist', () => {
  test('1 only secure content: no page or shell file names an address on the network', () => {
    const addresses = filesWith(/['"`](?:https?|wss?|ftp):\/\//);
    expect(addresses.filter((file) => inShell.test(file) || file.endsWith('.html'))).toEqual([]);
  });
  test('2 no Node in pages', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });
  test('3 context isolation', () => expect(preferences.contextIsolation).toBe(true));
  test('4 sandbox: for each page, and for the program as a whole', () => {
    expect(preferences.sandbox).toBe(true);
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['src/main/electron.ts']);
    expect(filesWith(/no-sandbox/).filter((file) => inShell.test(file))).toEqual([]);
  });
  test('5 permission requests are handled: see confinement.test.ts; here, for every session', () => {
    expect(filesWith(/fromPartition\(/)).toEqual(['src/main/hosts/electron/shell.ts']);
    expect(filesWith(/denyPermissions\(own, door\)/)).toEqual(['src/main/hosts/electron/shell.ts']);
    expect(filesWith(/defaultSession/)).toEqual([]);
  });
  test('6 web security stays on', () => expect(preferences.webSecurity).toBe(true));
  test('7 a content security policy on everything served: see protocol.test.ts', () => {
    expect(filesWith(/bypassCSP/)).toEqual([]);
  });
  test('8 no insecure content', () => expect(preferences.allowRunningInsecureContent).toBe(false));
  test('9 no experimental features', () => expect(preferences.experimentalFeatures).toBe(false));
  test('10 no Blink features', () => expect(filesWith(/enableBlinkFeatures/)).toEqual([]));
  test('11, 12 no webview, so none with popups or options: see navigation.test.ts', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(filesWith(/<webview|allowpopups/)).toEqual([]);
  });
  test('13, 14 navigation and windows are refused: see navigation.test.ts; here, for every window', () => {
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['src/main/hosts/electron/shell.ts']);
    expect(filesWith(/'web-contents-created', [^;]*lockNavigation\(contents,/)).toEqual([
      'src/main/hosts/electron/shell.ts',
    ]);
  });
  test('15 nothing is opened outside', () => {
    expect(filesWith(/openExternal|openPath|import \{[^}]*\bshell\b[^}]*\} from 'electron'/)).toEqual([]);
  });
  test('16 one exact version of Electron, installed from the lock file', () => {
    const version = (file: string): string => JSON.parse(readFileSync(join(root, file), 'utf8')).version;
    const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect(version('node_modules/electron/package.json')).toBe(wanted);
  });
  test('17 every message’s sender is checked: see ipc.test.ts; here, that there is one handler', () => {
    expect(filesWith(/ipcMain\.(handle|on|once|handleOnce)\(/)).toEqual(['src/main/hosts/electron/shell.ts']);
    expect(filesWith(/ipcRenderer\.(send|postMessage|sendSync)/)).toEqual([]);
  });
  test('18 no file addresses', () => {
    expect(filesWith(/file:\/\/|loadFile\(/)).toEqual([]);
    expect(filesWith(/\.loadURL\(/)).toEqual(['src/main/hosts/electron/shell.ts']);
  });
  test('19 nothing needs a fuse left in: helper processes are utility processes, not Electron run as Node', () => {
    const needy = filesWith(/ELECTRON_RUN_AS_NODE|NODE_OPTIONS|child_process|--inspect/);
    expect(needy.filter((file) => inShell.test(file))).toEqual([]);
  });
  test('20 Electron stays in its folder and the preload, and the preload gives none of it away', () => {
    const importers = filesWith(/from 'electron'/);
    expect(importers.filter((file) => !inShell.test(file))).toEqual([]);
    expect(filesWith(/exposeInMainWorld\(/)).toEqual(['src/preload/preload.ts']);
    expect(filesWith(/from 'electron'/).filter((file) => file.startsWith('src/renderer/'))).toEqual([]);
  });
});
