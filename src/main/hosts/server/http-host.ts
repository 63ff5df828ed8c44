/**
 * The server host: the pages, the calls and the events over HTTP on this machine's loopback address. What may come
 * in is decided in guard.ts, who it comes from in launch.ts; here a request finds its answer.
 *
 *     GET  /kiosk, /console              the page; with ?launch=TOKEN the cookie, then the page without the token
 *     POST /kiosk/call/NAME, /console/…  a call: JSON in, a `Reply` out, also when refused
 *     GET  /kiosk/events, /console/…     server-sent events
 *     POST /v1/invitations, GET /v1/openapi.json   other programs, see api.ts
 *     GET  anything else                 a file of the built pages
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Door } from '../../../shared/vocabulary.ts';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../desk.ts';
import { refuse, send, sendFile, showFreshLink } from './answers.ts';
import { createApi } from './api.ts';
import { createDoors, splitTarget } from './doors.ts';
import { createEventStreams } from './event-streams.ts';
import { isAllowed, ownHosts } from './guard.ts';
import { cookieHeader, createLaunch } from './launch.ts';
import { limit } from './limits.ts';
import { listenOnLoopback } from './listen.ts';
import { closeServer, createRequestListener } from './requests.ts';
import type { StaticFiles } from './static-files.ts';

export interface HttpHostParts {
  readonly desk: Pick<Desk, 'call' | 'callForText' | 'subscribe' | 'connectionClosed'>;
  readonly files: StaticFiles;
  readonly log: Log;
  readonly random: (size: number) => Uint8Array;
  readonly monotonic: () => number;
  /** Whether other programs are answered; a device of another Foyer leaves them to its host. */
  readonly hasApi: boolean;
  /** Null: 4713 or the next free one; 0: any. */
  readonly port: number | null;
  readonly heartbeatMs?: number;
  readonly goneMs?: number;
}

export interface HttpHost {
  readonly port: number;
  /** A one-time address of a door, good for `validMs`. */
  link(door: Door, validMs: number): string;
  /** Takes no more requests; answers on their way are finished. */
  close(): Promise<void>;
}

/** Throws with a sentence for the terminal when the port is taken. */
export async function openHttpHost(parts: HttpHostParts): Promise<HttpHost> {
  const { desk, files, log } = parts;
  const api = parts.hasApi ? createApi(parts) : null;
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requireHostHeader: true },
    createRequestListener({
      log,
      ...(api !== null && { api: (request, response, head) => api(request, response, head, ownHosts(port)) }),
      isAllowed: (head) => isAllowed(head, port),
      route,
    }),
  );
  limit(server, log);
  const streams = createEventStreams({ ...parts, ...desk });
  let port = 0;
  const launch = createLaunch({ port: () => port, random: parts.random, monotonic: parts.monotonic });
  const doors = createDoors({ desk, log, streams });
  const connectionOf = (request: IncomingMessage, door: Door) =>
    launch.connectionOf(door, request.headers.cookie);
  await listenOnLoopback(server, parts.port);
  port = (server.address() as AddressInfo).port;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = splitTarget(request.url ?? '/');
    const [, first = '', second, third] = path.split('/');
    const door = Door.safeParse(first).data;
    if (door === undefined) {
      if (path === '/') showFreshLink(response);
      else sendFile(request, response, request.method === 'POST' ? null : files.file(path), path);
    } else if (path === `/${door}` && request.method !== 'POST') {
      showPage(request, response, door, new URLSearchParams(query).get('launch'));
    } else if (path === `/${door}/events` && request.method === 'GET') {
      doors.openEvents(request, response, connectionOf(request, door));
    } else if (second === 'call' && third && path === `/${door}/call/${third}`) {
      await doors.call(request, response, connectionOf(request, door), third);
    } else refuse(request, response, 404, 'not-found');
  }

  function showPage(
    request: IncomingMessage,
    response: ServerResponse,
    door: Door,
    token: string | null,
  ): void {
    const known = launch.connectionOf(door, request.headers.cookie);
    if (token === null) {
      if (known === null) showFreshLink(response);
      else send(request, response, files.page(door));
      return;
    }
    // Only opening the address uses the token up: a program that looks at links asks for the head.
    const cookie = request.method === 'GET' ? launch.redeem(token, door) : null;
    if (cookie === null && known === null) {
      log({ event: 'launch-refused', door });
      showFreshLink(response);
      return;
    }
    if (cookie !== null) response.setHeader('set-cookie', cookieHeader(door, port, cookie));
    response.writeHead(303, { location: `/${door}` }).end();
  }

  return {
    port,
    link: (door, validMs) => `http://127.0.0.1:${port}/${door}?launch=${launch.issue(door, validMs)}`,
    close: () => closeServer(server, streams),
  };
}
