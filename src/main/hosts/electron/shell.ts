/**
 * The Electron host: a window for each door around the pages that the server host serves too, and the rules that keep them to
 * that. One rule a file; this one puts them together. The core, the readers and the command line are not here.
 */
import { randomBytes } from 'node:crypto';
import { app, BrowserWindow, ipcMain, screen, session } from 'electron';
import { callChannel, eventChannel, printChannel } from '../../../preload/channels.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { FoyerEvent } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import type { PageCaller } from '../../caller.ts';
import type { Log } from '../../core/ports.ts';
import { createClosing, guardClosing } from './closing.ts';
import { createCrashPolicy, recoverFromCrashes } from './crash.ts';
import { filterInput } from './input-filter.ts';
import { createCallGate } from './ipc.ts';
import { createKeyboardCapture, type KeyboardCapture } from './keyboard-capture.ts';
import { lockNavigation } from './navigation.ts';
import { pageAddress, safeScreenAddress, scheme } from './origin.ts';
import { denyPermissions } from './permissions.ts';
import { createPrintGate } from './printing.ts';
import type { PageHandler } from './protocol.ts';
import { confineTraffic, hideAddresses } from './traffic.ts';
import { partitionOf, webPreferences } from './web-preferences.ts';
import { type DisplayPlace, planOnlyWindow, planWindows, type WindowPlan } from './windows.ts';

export interface ShellParts {
  /** Full screen and not to be closed. */
  readonly locked: boolean;
  /** Both, or on a machine that is a device of another the one of its role. */
  readonly doors: readonly Door[];
  readonly preloadFile: string;
  /** What `app://foyer/` serves to a door. */
  servePages(door: Door): PageHandler;
  call(caller: PageCaller, name: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(door: Door, listener: (event: FoyerEvent) => void): () => void;
  connectionClosed(connectionId: string): void;
  readonly log: Log;
}

export interface Shell {
  /** Opens the windows that are not open. */
  open(): void;
  /** Both windows, the console above, a locked kiosk above that; opens what was closed. */
  toFront(): void;
  /** Whether scans of a keyboard reader are taken out of the windows' keys. */
  captureKeyboard(on: boolean): void;
}

/** To be called once Electron is ready. */
export function createShell(parts: ShellParts): Shell {
  const { locked, doors, log } = parts;
  const windows = new Map<Door, BrowserWindow>();
  const callers = new Map<number, PageCaller>();
  const captures = new Map<Door, KeyboardCapture>();
  let capturing = false;
  const closing = createClosing();

  for (const door of doors) {
    const own = session.fromPartition(partitionOf(door));
    own.protocol.handle(scheme, parts.servePages(door));
    denyPermissions(own, door);
    confineTraffic(own, door);
    parts.subscribe(door, (event) => windows.get(door)?.webContents.send(eventChannel, event));
  }
  ipcMain.handle(callChannel, createCallGate({ callers, log, call: watchedCall }));
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  ipcMain.handle(printChannel, createPrintGate({ callers, log, after }));
  app.on('before-quit', () => closing.allow());
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents, () => ownPage(contents.id), log);
    hideAddresses(contents);
  });
  if (locked) {
    screen.on('display-added', place);
    screen.on('display-removed', place);
  }

  function plans(): readonly WindowPlan[] {
    const displays: readonly DisplayPlace[] = screen.getAllDisplays();
    const primaryId = screen.getPrimaryDisplay().id;
    const [door, second] = doors;
    return door === undefined || second !== undefined
      ? planWindows(displays, primaryId, locked)
      : [planOnlyWindow(door, displays, primaryId, locked)];
  }

  /** Moves locked windows to where they belong: touchscreens go to sleep and come back as new displays. */
  function place(): void {
    for (const { door, bounds } of plans()) {
      const window = windows.get(door);
      window?.setKiosk(false);
      window?.setBounds(bounds);
      window?.setKiosk(true);
    }
    show('kiosk');
  }

  /** Null for contents that are no window of the shell's. */
  function ownPage(contentsId: number): string | null {
    const caller = callers.get(contentsId);
    return caller === undefined ? null : pageAddress(caller.door);
  }

  function newCaller(door: Door): PageCaller {
    return { door, connectionId: randomBytes(16).toString('hex') };
  }

  function openWindow({ door, bounds }: WindowPlan): void {
    const window = new BrowserWindow({
      ...bounds,
      show: false,
      kiosk: locked,
      minimizable: !locked,
      maximizable: !locked,
      title: door === 'kiosk' ? 'Foyer kiosk' : 'Foyer console',
      // The colour of the pages, so that nothing flashes before the first one is drawn.
      backgroundColor: '#f3f6f9',
      webPreferences: webPreferences(door, parts.preloadFile),
    });
    const contents = window.webContents;
    const contentsId = contents.id;
    windows.set(door, window);
    callers.set(contentsId, newCaller(door));

    const capture = createKeyboardCapture({
      contents,
      handIn(text) {
        const caller = callers.get(contentsId);
        if (caller !== undefined) void parts.call(caller, 'readers.typed', { text });
      },
    });
    capture.set(capturing);
    captures.set(door, capture);
    filterInput(
      contents,
      door,
      (verdict) => {
        if (verdict === 'close') window.close();
        else show(door === 'kiosk' ? 'console' : 'kiosk');
      },
      capture,
    );
    guardClosing(window, { door, locked, closing, staffSignedIn, quit: () => app.quit() });
    recoverFromCrashes(contents, {
      policy: createCrashPolicy(() => performance.now()),
      showPage: () => load(window, pageAddress(door)),
      showSafeScreen: () => load(window, safeScreenAddress),
      // A kiosk keeps its connection, and with it its throttles: killing the page must not buy more tries.
      crashed: () => {
        if (door === 'console') endConnection(contentsId, newCaller(door));
      },
      after,
      log,
    });
    window.once('ready-to-show', () => {
      window.show();
      if (locked) show('kiosk');
    });
    window.on('closed', () => {
      windows.delete(door);
      captures.delete(door);
      capture.set(false);
      endConnection(contentsId, null);
    });
    load(window, pageAddress(door));
  }

  function endConnection(contentsId: number, next: PageCaller | null): void {
    const ended = callers.get(contentsId);
    if (next === null) callers.delete(contentsId);
    else callers.set(contentsId, next);
    if (ended !== undefined) parts.connectionClosed(ended.connectionId);
  }

  function load(window: BrowserWindow, address: string): void {
    window.loadURL(address).catch(() => log({ event: 'page-not-loaded' }));
  }

  function show(door: Door): void {
    const window = windows.get(door);
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.moveTop();
    window.focus();
  }

  /** On one locked display the kiosk comes back as soon as staff have signed out. */
  async function watchedCall(caller: PageCaller, name: string, input: unknown): Promise<Reply<unknown>> {
    const reply = await parts.call(caller, name, input);
    if (locked && caller.door === 'console' && name === 'staff.signOut' && reply.ok) show('kiosk');
    return reply;
  }

  async function staffSignedIn(): Promise<boolean> {
    const contents = windows.get('console')?.webContents;
    const caller = contents === undefined ? undefined : callers.get(contents.id);
    if (caller === undefined) return false;
    const reply = await parts.call(caller, 'staff.current', {});
    return reply.ok && (reply.value as CallOutput<'staff.current'>).staff !== null;
  }

  function open(): void {
    for (const plan of plans()) if (!windows.has(plan.door)) openWindow(plan);
  }

  return {
    open,
    toFront() {
      open();
      for (const door of doors) show(door);
      if (locked) show('kiosk');
    },
    captureKeyboard(on) {
      capturing = on;
      for (const capture of captures.values()) capture.set(on);
    },
  };
}
