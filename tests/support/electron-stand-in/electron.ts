/**
 * Stands in for the module `electron` where its binary cannot be had: the built shell runs unchanged under Node,
 * its windows are pages of a Chromium without a screen, driven over the DevTools protocol.
 *
 * What it imitates: `app` (ready, quitting, the single-instance lock, switches), `BrowserWindow` and its
 * `webContents`, `ipcMain` and `ipcRenderer` (the sender is the frame Chromium names, not one the message claims),
 * `contextBridge` (the preload runs in an isolated world of Chromium; values are copied, functions proxied),
 * `protocol.handle`, `session` (permissions, `webRequest`), `screen`, `utilityProcess` (a process of Node),
 * `safeStorage`, `Menu`. What a shell does not use is missing, and an unknown import fails at once.
 *
 * What it cannot show:
 * - Electron itself: its own renderer sandbox, its fuses, its Chromium and its Node; Chromium here is the system's
 *   and runs without a sandbox.
 * - The scheme. `app://foyer` is carried as `https://foyer.app.invalid` (see `addresses.ts`), so the privileges of
 *   a scheme are not shown, nor what Chromium does with an unknown one.
 * - `webPreferences`, except `preload`, `partition` and `additionalArguments`: a wrong one changes nothing here.
 * - Full screen, kiosk mode, focus, several displays: there is no screen. A second window a page asks for exists for
 *   a moment before it is closed. Navigation to `about:`, `data:` and `blob:` is not asked about.
 * - Requests of workers and WebSockets, which Chromium does not offer for interception on the page.
 * - Permissions asked one by one: Chromium is told the handlers' answers beforehand. Downloads are always refused.
 * - Keys the browser or the desktop takes before the page. A test can strike keys at the shell's end (`keyboard.ts`);
 *   for others `before-input-event` is asked by the page's capture phase, through a synchronous request. Keys that
 *   are sent (`sendInputEvent`) have no place on the keyboard.
 * - The operating system's key ring, certificates, and an unresponsive page.
 */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { registerSchemes } from './addresses.ts';
import { createWindows } from './browser-window.ts';
import { type Connection, launchChromium } from './devtools.ts';
import { requestLock } from './instance-lock.ts';
import { followKeyboard } from './keyboard.ts';
import { preventable } from './requests.ts';
import { createSession, type StandInSession } from './sessions.ts';
import { readSettings } from './settings.ts';
import { endUtilityProcesses } from './utility-process.ts';

export { safeStorage } from './safe-storage.ts';
export { utilityProcess } from './utility-process.ts';

const settings = readSettings();
const switches: string[] = [];
const paths = new Map<string, string>([['userData', join(settings.profileFolder, 'user-data')]]);
const handlers = new Map<string, (event: object, ...parameters: unknown[]) => unknown>();
const sessions = new Map<string, StandInSession>();

let launched = false;
let exiting = false;
const started = Promise.withResolvers<Connection>();
started.promise.catch(() => {});
// After the program's own module has run, as in Electron: switches and schemes come first.
setTimeout(() => {
  if (exiting) return;
  launched = true;
  launchChromium(settings.chromium, settings.profileFolder, switches).then(started.resolve, started.reject);
}, 0);

const emitter = new EventEmitter();
let ready = false;
const whenReady = started.promise.then(() => {
  ready = true;
  emitter.emit('ready');
});
let quitting = false;

function sessionOf(partition: string): StandInSession {
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  const made = createSession(started.promise);
  sessions.set(partition, made);
  return made;
}

const windows = createWindows({
  chromium: started.promise,
  sessionOf,
  async invoke(event, channel, parameters) {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...parameters);
  },
  created: (contents) => void emitter.emit('web-contents-created', {}, contents),
  allClosed() {
    if (quitting) finishQuitting();
    else if (!emitter.emit('window-all-closed')) app.quit();
  },
});

followKeyboard(windows.inputOf);

function finishQuitting(): void {
  const event = preventable({});
  emitter.emit('will-quit', event);
  if (!event.defaultPrevented) app.exit(0);
}

export const app = Object.assign(emitter, {
  isPackaged: false,
  commandLine: {
    appendSwitch: (name: string, value?: string) => {
      switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
  },
  whenReady: () => whenReady,
  isReady: () => ready,
  enableSandbox: () => {},
  setName: () => {},
  getPath: (name: string) => paths.get(name) ?? settings.profileFolder,
  setPath: (name: string, path: string) => void paths.set(name, path),
  requestSingleInstanceLock: () =>
    requestLock(
      app.getPath('userData'),
      (processArguments) => void emitter.emit('second-instance', {}, processArguments, ''),
    ),
  quit(): void {
    const event = preventable({});
    emitter.emit('before-quit', event);
    if (event.defaultPrevented) return;
    quitting = true;
    if (windows.all().length === 0) finishQuitting();
    for (const window of windows.all()) window.close();
  },
  exit(code = 0): void {
    exiting = true;
    endUtilityProcesses();
    if (!launched) process.exit(code);
    void started.promise
      .then((connection) => connection.close())
      .catch(() => {})
      .then(() => process.exit(code));
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

/** With `new`, like Electron's. */
export function BrowserWindow(
  options: Parameters<typeof windows.createWindow>[0],
): ReturnType<typeof windows.createWindow> {
  return windows.createWindow(options);
}

export const ipcMain = {
  handle(channel: string, handler: (event: object, ...parameters: unknown[]) => unknown): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

export const session = { fromPartition: (partition: string) => sessionOf(partition) };

export const protocol = { registerSchemesAsPrivileged: registerSchemes };

export const Menu = { setApplicationMenu: (_menu: null): void => {} };

const displays = settings.displays.map((display) => ({
  ...display,
  workArea: display.bounds,
  scaleFactor: 1,
}));

export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => displays,
  getPrimaryDisplay: () => displays[0],
});
