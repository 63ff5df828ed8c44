/**
 * The two worlds of a page, as Electron has them: the page's own scripts, and an isolated world where the preload
 * runs with `ipcRenderer` and `contextBridge`. Both functions below are sent to Chromium as text, so they use
 * nothing from outside themselves. What crosses between the worlds is copied, and functions become proxies.
 */

export const preloadWorld = 'Electron Isolated Context';

/** The browser's address that stands for a key about to reach the page. */
export const beforeInputPath = '/.stand-in/before-input';

export interface WorldSettings {
  /** The names of the two events by which the worlds talk; random, so that a page cannot listen. */
  readonly toPage: string;
  readonly toPreload: string;
  readonly processArguments: readonly string[];
  readonly beforeInputPath: string;
}

/** The text to run in one world of every new document. `preload` is the source of a CommonJS preload. */
export function worldScript(settings: WorldSettings, preload: string | null): string {
  const given = JSON.stringify({ ...settings, isPreload: preload !== null });
  const body = preload === null ? 'null' : `(require, process, exports, module) => {${preload}\n}`;
  return `(${runWorld.toString()})(${given}, ${createPeer.toString()}, ${body});`;
}

type Preload = (
  require: (name: string) => unknown,
  process: object,
  exports: object,
  module: { exports: object },
) => void;

interface Peer {
  /** Copies a value for the other side, or throws where Electron would. */
  encode(value: unknown): unknown;
  decode(encoded: unknown): unknown;
  post(message: object): void;
}

function createPeer(outgoing: string, incoming: string, expose: (key: string, value: unknown) => void): Peer {
  type Encoded = readonly [kind: string, content?: unknown];
  const held = new Map<number, (...parameters: unknown[]) => unknown>();
  const promised = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  // Taken before the page's own scripts can replace them.
  const dispatch = window.dispatchEvent.bind(window);
  const Message = CustomEvent;
  let lastId = 0;
  let answer: { value?: Encoded; fault?: string } | undefined;

  const post = (message: object): void => {
    dispatch(new Message(outgoing, { detail: JSON.stringify(message) }));
  };
  const encode = (value: unknown): Encoded => {
    if (value === undefined) return ['undefined'];
    if (typeof value === 'function') {
      lastId += 1;
      held.set(lastId, value as (...parameters: unknown[]) => unknown);
      return ['function', lastId];
    }
    if (value instanceof Promise) {
      lastId += 1;
      const id = lastId;
      value.then(
        (result) => post({ kind: 'settled', id, value: encode(result) }),
        (error) => post({ kind: 'settled', id, fault: String(error) }),
      );
      return ['promise', id];
    }
    if (Array.isArray(value)) return ['array', value.map(encode)];
    if (typeof value === 'object' && value !== null) {
      if (![Object.prototype, null].includes(Object.getPrototypeOf(value)))
        throw new Error('An object could not be cloned.');
      return ['object', Object.entries(value).map(([key, content]) => [key, encode(content)])];
    }
    if (typeof value === 'symbol' || typeof value === 'bigint')
      throw new Error('An object could not be cloned.');
    return ['value', value];
  };
  const decode = ([kind, content]: Encoded): unknown => {
    if (kind === 'undefined') return undefined;
    if (kind === 'array') return (content as Encoded[]).map(decode);
    if (kind === 'object')
      return Object.fromEntries((content as [string, Encoded][]).map(([key, part]) => [key, decode(part)]));
    if (kind === 'function')
      return (...parameters: unknown[]) => {
        post({ kind: 'call', id: content, parameters: parameters.map(encode) });
        const given = answer;
        answer = undefined;
        if (given === undefined) throw new Error('The other world does not answer');
        if (given.fault !== undefined) throw new Error(given.fault);
        return given.value === undefined ? undefined : decode(given.value);
      };
    if (kind === 'promise')
      return new Promise((resolve, reject) => promised.set(content as number, { resolve, reject }));
    return content;
  };
  window.addEventListener(incoming, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail);
    if (message.kind === 'answer') answer = message;
    if (message.kind === 'expose') expose(message.key, decode(message.value));
    if (message.kind === 'settled') {
      const waiting = promised.get(message.id);
      promised.delete(message.id);
      if (message.fault === undefined) waiting?.resolve(decode(message.value));
      else waiting?.reject(new Error(message.fault));
    }
    if (message.kind === 'call') {
      let reply: object;
      try {
        reply = { value: encode(held.get(message.id)?.(...message.parameters.map(decode))) };
      } catch (error) {
        reply = { fault: String(error) };
      }
      post({ kind: 'answer', ...reply });
    }
  });
  return { encode, decode: (encoded) => decode(encoded as Encoded), post };
}

function runWorld(
  settings: WorldSettings & { isPreload: boolean },
  makePeer: typeof createPeer,
  preload: Preload | null,
): void {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  if (!settings.isPreload || preload === null) {
    makePeer(settings.toPreload, settings.toPage, (key, value) => {
      Object.defineProperty(window, key, { value: Object.freeze(value), enumerable: true });
    });
    return;
  }
  // As in Electron, a preload runs in the main frame only.
  if (window.top !== window) return;

  const peer = makePeer(settings.toPage, settings.toPreload, () => {});
  const listeners: { channel: string; listener: (event: object, ...parameters: unknown[]) => void }[] = [];
  const invoked = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let lastId = 0;

  const copy = (value: unknown): unknown => {
    const text = JSON.stringify(peer.encode(value));
    if (/\["(function|promise)",/.test(text)) throw new Error('An object could not be cloned.');
    return JSON.parse(text);
  };
  world.electronStandInReceive = (text: string): void => {
    const message = JSON.parse(text);
    if (message.kind === 'event') {
      const parameters = message.parameters.map(peer.decode);
      for (const { channel, listener } of [...listeners])
        if (channel === message.channel) listener({}, ...parameters);
      return;
    }
    const waiting = invoked.get(message.id);
    invoked.delete(message.id);
    if (message.fault === undefined) waiting?.resolve(peer.decode(message.value));
    else waiting?.reject(new Error(message.fault));
  };

  const ipcRenderer = {
    invoke(channel: string, ...parameters: unknown[]): Promise<unknown> {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        invoked.set(id, { resolve, reject });
        world.electronStandInSend?.(
          JSON.stringify({ kind: 'invoke', id, channel, parameters: parameters.map(copy) }),
        );
      });
    },
    on(channel: string, listener: (event: object, ...parameters: unknown[]) => void) {
      listeners.push({ channel, listener });
      return ipcRenderer;
    },
    off(channel: string, listener: (event: object, ...parameters: unknown[]) => void) {
      const place = listeners.findIndex((entry) => entry.channel === channel && entry.listener === listener);
      if (place >= 0) listeners.splice(place, 1);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(key: string, value: unknown): void {
      peer.post({ kind: 'expose', key, value: peer.encode(value) });
    },
  };

  // Keys that the shell sends, and whether a key was prevented since whose release does not come through.
  const expected: string[] = [];
  let suppressing = false;
  world.electronStandInExpect = (kind: string): void => void expected.push(kind);
  const prevent = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const offerKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    const sent = expected.indexOf(`${event.type} ${event.key}`);
    if (sent >= 0) {
      expected.splice(sent, 1);
      return;
    }
    if (event.type === 'keyup' && suppressing) {
      prevent(event);
      return;
    }
    suppressing = false;
    const request = new XMLHttpRequest();
    request.open('POST', settings.beforeInputPath, false);
    request.send(
      JSON.stringify({
        type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
        key: event.key,
        code: event.code,
        isAutoRepeat: event.repeat,
        isComposing: event.isComposing,
        shift: event.shiftKey,
        control: event.ctrlKey,
        alt: event.altKey,
        meta: event.metaKey,
        location: event.location,
        modifiers: [],
      }),
    );
    suppressing = request.responseText === 'prevented';
    if (request.responseText !== 'allowed') prevent(event);
  };
  window.addEventListener('keydown', offerKey, true);
  window.addEventListener('keyup', offerKey, true);

  const module = { exports: {} };
  const electron = { contextBridge, ipcRenderer };
  const requirePart = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  preload(requirePart, { argv: settings.processArguments, sandboxed: true }, module.exports, module);
}
