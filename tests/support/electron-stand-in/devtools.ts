/** Chromium as a process and a connection to it in the DevTools protocol. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

// biome-ignore lint/suspicious/noExplicitAny: the protocol has hundreds of message types, of which few are used
export type Parameters = Record<string, any>;

export interface Connection {
  /** `sessionId` names a page; without it the browser as a whole is meant. */
  send(method: string, parameters?: Parameters, sessionId?: string): Promise<Parameters>;
  /** Emits the protocol's events by name with `(parameters, sessionId)`. */
  readonly events: EventEmitter;
  close(): Promise<void>;
}

/** Where the browser with this profile listens; waits until it does. */
export async function endpointOf(profileFolder: string): Promise<string> {
  for (let tries = 0; tries < 2400; tries += 1) {
    const [port, path] = (
      await readFile(join(profileFolder, 'DevToolsActivePort'), 'utf8').catch(() => '')
    ).split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error('Chromium did not open its DevTools port');
}

export async function launchChromium(
  chromium: string,
  profileFolder: string,
  switches: readonly string[],
): Promise<Connection> {
  const browser = spawn(
    chromium,
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--no-startup-window',
      '--disable-extensions',
      '--disable-sync',
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process',
      '--mute-audio',
      '--remote-debugging-port=0',
      `--user-data-dir=${profileFolder}`,
      ...switches,
    ],
    { stdio: 'ignore' },
  );
  const socket = new WebSocket(await endpointOf(profileFolder));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('No connection to Chromium')), { once: true });
  });
  return connect(socket, browser);
}

function connect(socket: WebSocket, browser: ChildProcess): Connection {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const waiting = new Map<number, { resolve(value: Parameters): void; reject(error: Error): void }>();
  let lastId = 0;
  socket.addEventListener('message', (message) => {
    const { id, method, params, result, error, sessionId } = JSON.parse(String(message.data)) as Parameters;
    if (id === undefined) {
      events.emit(method as string, params, sessionId);
      return;
    }
    const call = waiting.get(id as number);
    waiting.delete(id as number);
    if (error === undefined) call?.resolve(result as Parameters);
    else call?.reject(new Error(String(error.message)));
  });
  socket.addEventListener('close', () => {
    for (const call of waiting.values()) call.reject(new Error('Chromium is gone'));
    waiting.clear();
  });
  return {
    events,
    send(method, parameters = {}, sessionId) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('Chromium is gone'));
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params: parameters, sessionId }));
      });
    },
    async close() {
      if (browser.exitCode !== null) return;
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill('SIGKILL');
      await gone;
    },
  };
}
