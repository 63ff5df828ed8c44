/** `webContents`: one page of Chromium with its frames and its two worlds. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import { toChromium, toElectron } from './addresses.ts';
import type { Connection, Parameters } from './devtools.ts';
import { createInput } from './input.ts';
import { decode, encode } from './messages.ts';
import { createPrinters } from './printers.ts';
import { answerRequest } from './requests.ts';
import type { StandInSession } from './sessions.ts';
import { beforeInputPath, preloadWorld, worldScript } from './worlds.ts';

export interface StandInFrame {
  readonly parent: StandInFrame | null;
  readonly url: string;
  readonly origin: string;
}

/** What `ipcMain` makes of a message: an answer, or a rejection. */
export type Invoke = (event: object, channel: string, parameters: readonly unknown[]) => Promise<unknown>;

export interface PageTarget {
  readonly targetId: string;
  readonly sessionId: string;
}

interface Frame {
  readonly parentId: string | null;
  readonly url: string;
  readonly origin: string;
}

export type StandInContents = ReturnType<typeof createContents>;

let lastContentsId = 0;

/** `target` arrives later, as the page does; everything before it waits. */
export function createContents(
  chromium: Promise<Connection>,
  session: StandInSession,
  preferences: WebPreferences,
  target: Promise<PageTarget>,
  invoke: Invoke,
) {
  lastContentsId += 1;
  const emitter = new EventEmitter();
  const frames = new Map<string, Frame>();
  /** The preload's world in each frame: which frame, and the origin Chromium gave it. */
  const contexts = new Map<number, { readonly frameId: string; readonly origin: string }>();
  let mainFrameId = '';
  let ownLoad: string | null = null;
  let shownAddress = '';
  let destroyed = false;
  let openHandler = (_details: { url: string }): { action: string } => ({ action: 'allow' });

  const page = target.then(async ({ sessionId, targetId }) => {
    const connection = await chromium;
    const send = (method: string, parameters?: Parameters): Promise<Parameters> =>
      connection.send(method, parameters, sessionId);
    mainFrameId = targetId;
    const on = (name: string, act: (parameters: Parameters) => void): void => {
      connection.events.on(name, (parameters: Parameters, from: string | undefined) => {
        if (from === sessionId && !destroyed) act(parameters);
      });
    };
    on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      frames.set(frameId, { parentId: parentFrameId, url: '', origin: 'null' });
    });
    on('Page.frameNavigated', ({ frame }) => {
      const url = toElectron(frame.url);
      frames.set(frame.id, {
        parentId: frame.parentId ?? null,
        url,
        origin: toElectron(frame.securityOrigin),
      });
      if (frame.parentId === undefined) shownAddress = url;
    });
    on('Page.frameDetached', ({ frameId }) => frames.delete(frameId));
    on('Page.loadEventFired', () => emitter.emit('did-finish-load'));
    on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === preloadWorld)
        contexts.set(context.id, { frameId: context.auxData.frameId, origin: toElectron(context.origin) });
    });
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
    on('Runtime.executionContextsCleared', () => contexts.clear());
    on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      void receive(JSON.parse(payload), executionContextId);
    });
    on('Inspector.targetCrashed', () => {
      contexts.clear();
      emitter.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    on('Fetch.requestPaused', (paused) => {
      void answerRequest(paused, {
        connection,
        sessionId,
        session,
        contents: emitter,
        passOn: input.passOn,
        isMainFrame: (frameId) => frameId === mainFrameId,
        isOwnLoad: (address) => {
          const own = address === ownLoad;
          ownLoad = null;
          return own;
        },
      });
    });

    const names = { toPage: randomBytes(16).toString('hex'), toPreload: randomBytes(16).toString('hex') };
    const worlds = {
      ...names,
      beforeInputPath,
      processArguments: ['electron', ...(preferences.additionalArguments ?? [])],
    };
    const preload = preferences.preload === undefined ? '' : readFileSync(preferences.preload, 'utf8');
    await Promise.all([
      send('Page.enable'),
      send('Runtime.enable'),
      send('Inspector.enable'),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      // Both windows of a desktop can hold the keyboard in turn; here each behaves as if it did.
      send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      send('Runtime.addBinding', { name: 'electronStandInSend', executionContextName: preloadWorld }),
      send('Page.addScriptToEvaluateOnNewDocument', { source: worldScript(worlds, null) }),
      send('Page.addScriptToEvaluateOnNewDocument', {
        source: worldScript(worlds, preload),
        worldName: preloadWorld,
      }),
      send('Runtime.runIfWaitingForDebugger'),
    ]);
    return { send };
  });
  page.catch(() => {});

  const input = createInput(
    page.then(({ send }) => ({
      dispatch: (event) => send('Input.dispatchKeyEvent', event),
      async expect(type, key) {
        const world = [...contexts].find(([, { frameId }]) => frameId === mainFrameId);
        const expression = `globalThis.electronStandInExpect?.(${JSON.stringify(`${type} ${key}`)})`;
        await send('Runtime.evaluate', { expression, contextId: world?.[0] });
      },
    })),
    emitter,
  );

  function frameOf(frameId: string, origin: string): StandInFrame {
    const frame = frames.get(frameId);
    const parentId = frame?.parentId ?? null;
    const parent = parentId === null ? null : frameOf(parentId, frames.get(parentId)?.origin ?? 'null');
    return { parent, url: frame?.url ?? '', origin };
  }

  /** Null, as in Electron, for a frame that has navigated away or is gone. */
  function senderOf(contextId: number): StandInFrame | null {
    const world = contexts.get(contextId);
    return world === undefined ? null : frameOf(world.frameId, world.origin);
  }

  async function deliver(message: object, contextId: number): Promise<void> {
    const { send } = await page;
    const expression = `globalThis.electronStandInReceive?.(${JSON.stringify(JSON.stringify(message))})`;
    // A page that navigated away has nobody left to tell.
    await send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }

  async function receive(message: Parameters, contextId: number): Promise<void> {
    const { id, channel, parameters } = message;
    const event = { sender: contents, senderFrame: senderOf(contextId), type: 'frame' };
    try {
      const value = await invoke(event, channel, parameters.map(decode));
      await deliver({ kind: 'answer', id, value: encode(value) }, contextId);
    } catch (error) {
      await deliver(
        { kind: 'answer', id, fault: `Error invoking remote method '${channel}': ${String(error)}` },
        contextId,
      );
    }
  }

  const contents = Object.assign(emitter, {
    id: lastContentsId,
    session,
    isDestroyed: () => destroyed,
    getURL: () => shownAddress,
    setWebRTCIPHandlingPolicy: () => {},
    setVisualZoomLevelLimits: async () => {},
    setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
      openHandler = handler;
    },
    async loadURL(address: string): Promise<void> {
      const { send } = await page;
      ownLoad = address;
      const { errorText } = await send('Page.navigate', { url: toChromium(address) });
      if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
    },
    send(channel: string, ...parameters: unknown[]): void {
      const encoded = parameters.map(encode);
      for (const [contextId, { frameId }] of contexts)
        if (frameId === mainFrameId) void deliver({ kind: 'event', channel, parameters: encoded }, contextId);
    },
    sendInputEvent: input.send,
    ...createPrinters(async (method, parameters) => (await page).send(method, parameters)),
    forcefullyCrashRenderer(): void {
      void page.then(({ send }) => send('Page.crash')).catch(() => {});
    },
  });

  return {
    contents,
    input,
    /** The answer of the handler for new windows. */
    mayOpen: (url: string): boolean => openHandler({ url }).action === 'allow',
    gone(): void {
      if (destroyed) return;
      destroyed = true;
      emitter.emit('destroyed');
    },
  };
}
