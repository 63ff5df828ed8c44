/** `session`: one browser context of Chromium for each partition, with the rules a shell can set on it. */
import { EventEmitter } from 'node:events';
import type { Connection } from './devtools.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type RequestListener = (
  details: { url: string; method: string; resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;

/** Chromium's permission names beside Electron's. */
const permissions: readonly (readonly [chromium: string, electron: string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
  ['persistent-storage', 'persistent-storage'],
];

export interface StandInSession extends EventEmitter {
  readonly contextId: Promise<string>;
  readonly handlers: Map<string, Handler>;
  /** The answer of `webRequest.onBeforeRequest`; true where there is no listener. */
  mayRequest(details: { url: string; method: string; resourceType: string }): Promise<boolean>;
}

export function createSession(connection: Promise<Connection>): StandInSession {
  const handlers = new Map<string, Handler>();
  let onBeforeRequest: RequestListener | null = null;
  let onRequest: RequestHandler | null = null;
  let onCheck: CheckHandler | null = null;

  const emitter = new EventEmitter();
  const contextId = connection.then(async (chromium) => {
    const { browserContextId } = await chromium.send('Target.createBrowserContext', {});
    await chromium.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
    await applyPermissions(chromium, browserContextId as string);
    return browserContextId as string;
  });

  // Electron asks the handlers when a page does; Chromium is told beforehand. Without a handler Electron grants.
  const granted = (permission: string): boolean => {
    if (onCheck?.(null, permission, '', {}) === false) return false;
    let answer = true;
    onRequest?.(
      null,
      permission,
      (value) => {
        answer = value;
      },
      {},
    );
    return answer;
  };
  async function applyPermissions(chromium: Connection, browserContextId: string): Promise<void> {
    for (const [name, permission] of permissions)
      await chromium.send('Browser.setPermission', {
        permission: { name },
        setting: granted(permission) ? 'granted' : 'denied',
        browserContextId,
      });
  }

  return Object.assign(emitter, {
    contextId,
    handlers,
    mayRequest: (details: { url: string; method: string; resourceType: string }) =>
      new Promise<boolean>((resolve) => {
        if (onBeforeRequest === null) return resolve(true);
        onBeforeRequest(details, ({ cancel }) => resolve(cancel !== true));
      }),
    protocol: { handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler) },
    webRequest: {
      onBeforeRequest: (listener: RequestListener | null) => {
        onBeforeRequest = listener;
      },
    },
    setPermissionRequestHandler: (handler: RequestHandler | null) => {
      onRequest = handler;
    },
    setPermissionCheckHandler: (handler: CheckHandler | null) => {
      onCheck = handler;
    },
    // Chromium without a screen has no devices to offer, no certificates to meet and no spell checker.
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
    setCertificateVerifyProc: () => {},
    setSpellCheckerEnabled: () => {},
    setProxy: async () => {},
  });
}
