/**
 * The host's side to the network: the same pages, calls and events as on the loopback side, over TLS and for paired
 * devices alone. A device's role is the one door it comes through.
 *
 *     GET  /                             the pairing page, or on to the device's own page
 *     POST /pair {"code":"…"}            pairs the browser: a `Reply` with its role, and the cookie
 *     GET  /kiosk, /console              the page of a device with that role
 *     POST /kiosk/call/NAME, GET /kiosk/events, and the same below /console
 *     POST /v1/invitations, GET /v1/openapi.json   other programs, by a token and without a device, see api.ts
 *     GET  anything else                 a file of the built pages
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Reply } from '../../../shared/reply.ts';
import { type DeviceId, Door } from '../../../shared/vocabulary.ts';
import { connectionOfDevice } from '../../caller.ts';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../desk.ts';
import { addressOf } from '../server/address.ts';
import { refuse, send, sendFile, sendReply } from '../server/answers.ts';
import { createApi } from '../server/api.ts';
import { readBody } from '../server/body.ts';
import { createDoors, splitTarget } from '../server/doors.ts';
import { createEventStreams } from '../server/event-streams.ts';
import { isAllowedAt, largestBodyOf } from '../server/guard.ts';
import { type Connection, cookieValue } from '../server/launch.ts';
import { limit } from '../server/limits.ts';
import { closeServer, createRequestListener } from '../server/requests.ts';
import type { StaticFiles } from '../server/static-files.ts';
import type { NetworkCertificate } from './certificate.ts';
import { deviceCookie } from './device-cookie.ts';
import { hostWithPort, type ListenAddress } from './network-address.ts';

/** The longest a browser keeps a cookie (RFC 6265bis, 5.5); it starts anew with every opening of the page. */
const cookieSeconds = 400 * 86_400;
/** Thirty days: an administrator who goes back to a self-made certificate has the browsers back after that. */
const strictTransport = `max-age=${30 * 86_400}`;

const Pairing = z.strictObject({ code: z.string().max(32) });

/** What `POST /pair` answers with. */
export interface Paired {
  readonly deviceId: DeviceId;
  readonly role: Door;
  readonly name: string;
}

export interface NetworkHostParts {
  readonly desk: Pick<Desk, 'call' | 'callForText' | 'subscribe' | 'connectionClosed' | 'askDevice'>;
  readonly files: StaticFiles;
  readonly certificate: NetworkCertificate;
  readonly listen: ListenAddress;
  /** Names and addresses of this machine on the network, asked for each request: addresses come and go. */
  readonly names: () => readonly string[];
  readonly log: Log;
  readonly monotonic: () => number;
  readonly heartbeatMs?: number;
  readonly goneMs?: number;
}

export interface NetworkHost {
  readonly port: number;
  /** The device was shut out: its streams end. */
  deviceGone(deviceId: DeviceId): void;
  close(): Promise<void>;
}

/** Rejects with the system's error when the address or the port cannot be had. */
export async function openNetworkHost(parts: NetworkHostParts): Promise<NetworkHost> {
  const { desk, files, certificate, log } = parts;
  const api = createApi({ ...parts, about: { side: 'network' } });
  const server = createServer(
    {
      cert: certificate.certificate,
      key: certificate.key,
      minVersion: 'TLSv1.2',
      handshakeTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
      requireHostHeader: true,
    },
    createRequestListener({
      log,
      api: (request, response, head) => api(request, response, head, ownNames()),
      about: { side: 'network' },
      headers: certificate.selfSigned ? {} : { 'strict-transport-security': strictTransport },
      isAllowed(head) {
        return isAllowedAt(head, { scheme: 'https', hosts: ownNames() });
      },
      route,
    }),
  );
  limit(server, log);
  // Strangers' browsers turn a certificate down that nobody vouches for; that is no fault of ours.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  const streams = createEventStreams({ ...parts, ...desk });
  const doors = createDoors({ desk, log, streams });
  await listen();
  const { port } = server.address() as AddressInfo;

  function ownNames(): readonly string[] {
    return parts.names().map((name) => hostWithPort(name, port));
  }

  function listen(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen({ host: parts.listen.address, port: parts.listen.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
    return promise;
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = splitTarget(request.url ?? '/');
    const isPost = request.method === 'POST';
    if (path === '/pair' && isPost) return pair(request, response);
    const [, first = '', second, third] = path.split('/');
    const door = Door.safeParse(first).data;
    if (door === undefined && path !== '/') {
      sendFile(request, response, isPost ? null : files.file(path), path);
      return;
    }
    const device = await deviceOf(request);
    if (door === undefined) {
      if (isPost) refuse(request, response, 404, 'not-found');
      else if (device === null) send(request, response, files.pairingPage());
      else moveOn(response, `/${device.door}`);
      return;
    }
    const connection = device?.door === door ? device : null;
    if (path === `/${door}` && !isPost) {
      if (connection === null) return moveOn(response, '/');
      keepCookie(request, response);
      send(request, response, files.page(door));
    } else if (path === `/${door}/events` && request.method === 'GET') {
      doors.openEvents(request, response, connection);
    } else if (second === 'call' && third && path === `/${door}/call/${third}`) {
      await doors.call(request, response, connection, third);
    } else refuse(request, response, 404, 'not-found');
  }

  async function pair(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, largestBodyOf('/pair'));
    const asked = body.ok ? Pairing.safeParse(body.input) : null;
    if (!asked?.success) return refuse(request, response, 422, 'bad-input');
    const reply = (await desk.askDevice({
      kind: 'pair',
      code: asked.data.code,
      address: addressOf(request.socket.remoteAddress ?? ''),
    })) as Reply<Paired & { readonly secret: string }>;
    log({ event: 'pairing', outcome: reply.ok ? reply.value.role : reply.code });
    if (!reply.ok) return sendReply(response, reply);
    const { secret, ...paired } = reply.value;
    setCookie(response, secret);
    sendReply(response, { ok: true, value: paired });
  }

  /** The connection of the device that asks, or null. */
  async function deviceOf(request: IncomingMessage): Promise<Connection | null> {
    const secret = cookieValue(deviceCookie, request.headers.cookie);
    if (secret === null) return null;
    const reply = (await desk.askDevice({ kind: 'admit', secret })) as Reply<{
      readonly deviceId: DeviceId;
      readonly role: Door;
    } | null>;
    if (!reply.ok || reply.value === null) return null;
    const { deviceId, role } = reply.value;
    return { door: role, connectionId: connectionOfDevice(deviceId), deviceId };
  }

  function keepCookie(request: IncomingMessage, response: ServerResponse): void {
    const secret = cookieValue(deviceCookie, request.headers.cookie);
    if (secret !== null) setCookie(response, secret);
  }

  return {
    port,
    deviceGone: (deviceId) => streams.end(connectionOfDevice(deviceId)),
    close: () => closeServer(server, streams),
  };
}

function setCookie(response: ServerResponse, secret: string): void {
  response.setHeader(
    'set-cookie',
    `${deviceCookie}=${secret}; Path=/; Max-Age=${cookieSeconds}; Secure; HttpOnly; SameSite=Strict`,
  );
}

function moveOn(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
