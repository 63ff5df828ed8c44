/** `BrowserWindow`: a page with a place on a display. Chromium runs without a screen, so places are remembered only. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Connection, Parameters } from './devtools.ts';
import type { StandInInput } from './input.ts';
import { preventable } from './requests.ts';
import type { StandInSession } from './sessions.ts';
import { createContents, type Invoke, type PageTarget } from './web-contents.ts';

export interface WindowSurroundings {
  readonly chromium: Promise<Connection>;
  sessionOf(partition: string): StandInSession;
  readonly invoke: Invoke;
  /** The last window has closed. */
  allClosed(): void;
  created(contents: EventEmitter): void;
}

export interface StandInWindow {
  close(): void;
  isDestroyed(): boolean;
}

export function createWindows(surroundings: WindowSurroundings) {
  const { chromium } = surroundings;
  const open = new Map<string, { gone(): void; mayOpen(address: string): boolean; contextId: string }>();
  const windows = new Set<StandInWindow>();
  const inputs = new Map<{ getURL(): string }, StandInInput>();
  const expected = new Map<string, (target: PageTarget) => void>();

  /** Tells the windows of the shell from those that pages open. */
  const watching = chromium.then(async (connection) => {
    connection.events.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Parameters) => {
      const { targetId, browserContextId, type, url } = targetInfo;
      if (type !== 'page') {
        void connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => {});
        return;
      }
      const resolve = expected.get(browserContextId);
      if (resolve !== undefined) {
        expected.delete(browserContextId);
        resolve({ targetId, sessionId });
        return;
      }
      const opener = [...open.values()].find((entry) => entry.contextId === browserContextId);
      if (opener === undefined) return;
      if (opener.mayOpen(url)) throw new Error('The stand-in opens no second window');
      void connection.send('Target.closeTarget', { targetId }).catch(() => {});
    });
    connection.events.on('Target.targetDestroyed', ({ targetId }: Parameters) => open.get(targetId)?.gone());
    await connection.send('Target.setDiscoverTargets', { discover: true });
    await connection.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  });
  watching.catch(() => {});

  async function createTarget(session: StandInSession, bounds: Rectangle): Promise<PageTarget> {
    await watching;
    const connection = await chromium;
    const browserContextId = await session.contextId;
    const target = new Promise<PageTarget>((resolve) => expected.set(browserContextId, resolve));
    const { width, height } = bounds;
    await connection.send('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
      newWindow: true,
      width,
      height,
    });
    return target;
  }

  function createWindow(options: BrowserWindowConstructorOptions) {
    const preferences = options.webPreferences ?? {};
    const session = surroundings.sessionOf(preferences.partition ?? '');
    let bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    let kiosk = options.kiosk === true;
    let visible = options.show !== false;
    let closed = false;
    const target = createTarget(session, bounds);
    target.catch(() => {});
    const { contents, input, mayOpen, gone } = createContents(
      chromium,
      session,
      preferences,
      target,
      surroundings.invoke,
    );

    const window = Object.assign(new EventEmitter(), {
      webContents: contents,
      isDestroyed: () => closed,
      isMinimized: () => false,
      isVisible: () => visible,
      isKiosk: () => kiosk,
      getBounds: () => bounds,
      restore: () => {},
      show: () => {
        visible = true;
      },
      focus: () => window.emit('focus'),
      moveTop: () => {},
      setBounds: (next: Rectangle) => {
        bounds = next;
      },
      setKiosk: (next: boolean) => {
        kiosk = next;
      },
      loadURL: (address: string) => contents.loadURL(address),
      close() {
        const event = preventable({});
        window.emit('close', event);
        if (event.defaultPrevented) return;
        void Promise.all([chromium, target]).then(([connection, { targetId }]) =>
          connection.send('Target.closeTarget', { targetId }).catch(() => {}),
        );
      },
    });

    windows.add(window);
    inputs.set(contents, input);
    contents.once('did-finish-load', () => window.emit('ready-to-show'));
    const closedNow = (): void => {
      if (closed) return;
      closed = true;
      gone();
      windows.delete(window);
      inputs.delete(contents);
      window.emit('closed');
      if (windows.size === 0) surroundings.allClosed();
    };
    void Promise.all([target, session.contextId]).then(
      ([{ targetId }, contextId]) => open.set(targetId, { gone: closedNow, mayOpen, contextId }),
      () => {},
    );
    surroundings.created(contents);
    return window;
  }

  return {
    createWindow,
    all: () => [...windows],
    /** The keys of the page whose address ends so. */
    inputOf: (ending: string) => [...inputs].find(([contents]) => contents.getURL().endsWith(ending))?.[1],
  };
}
