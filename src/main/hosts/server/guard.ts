/**
 * The guard: whether a request may go on, decided from its head alone. Pure, so that a table can test it.
 *
 * Whom it keeps out. The server listens on 127.0.0.1 only, so nobody on the network reaches it. What can reach it
 * is any web page that a browser on this machine has open, and any program on this machine:
 * - A page elsewhere sends requests here ("drive-by" of local servers, CSRF). It cannot fake `Origin`,
 *   `Sec-Fetch-Site` or the content type of JSON without asking first, which nobody here answers; and the cookie is
 *   SameSite=Strict. Each of the four alone would do; browsers have had faults in all of them.
 * - A page elsewhere points its own name at 127.0.0.1 (DNS rebinding) and so becomes "same-origin". It cannot fake
 *   `Host`: only the two names of this machine are answered.
 * - A page at another port of this machine is the same *site*, so SameSite does not stop it: `Origin` and
 *   `Sec-Fetch-Site: same-origin` do, and the cookie carries the port in its name, because cookies ignore ports.
 * - A program on this machine can send any head it likes. It is kept out by the launch token, which only the
 *   control socket of the user who runs Foyer hands out (launch.ts).
 * - On the network side (hosts/network) the same rules hold for the names of the machine there, and `https` for
 *   `http`. What keeps strangers out is the secret of a paired device in a `__Host-` cookie.
 * - Whoever may run programs as that user, or as root, is not kept out: they could read the key file as well.
 */
import type { IncomingMessage } from 'node:http';
import { largestInputOf } from '../../../shared/contract/contract.ts';
import { usualLargestInput } from '../../../shared/contract/definition.ts';
import type { RefusalCode } from '../../../shared/reply.ts';

/** The head of a request, as Node gives it: names in lower case. */
export interface RequestHead {
  readonly method: string;
  /** The request target as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** How many `Host` lines there were; Node keeps the first of several. */
  readonly hostLines: number;
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: number; readonly code: RefusalCode; readonly rule: string };

/** Largest body of a request, in bytes: what the contract gives the call, and to the kiosk never more than usual. */
export function largestBodyOf(target: string): number {
  const name = /^\/console\/call\/([^/?]+)/.exec(target)?.[1];
  return name === undefined ? usualLargestInput : largestInputOf(name);
}

const readMethods: readonly string[] = ['GET', 'HEAD'];

/** Under which names a server is asked, and over what. */
export interface OwnNames {
  readonly scheme: 'http' | 'https';
  /** With their ports, as browsers write them in `Host`. */
  readonly hosts: readonly string[];
}

/** For the server on this machine's loopback address; `port`: where it listens. */
export function isAllowed(request: RequestHead, port: number): Verdict {
  return isAllowedAt(request, { scheme: 'http', hosts: ownHosts(port) });
}

/** Whether the request may go on to a page, a file, a call or the events. */
export function isAllowedAt(request: RequestHead, { scheme, hosts }: OwnNames): Verdict {
  const { method, target, headers } = request;
  const host = one(headers.host);
  if (request.hostLines !== 1 || host === null || !hosts.includes(host.toLowerCase()))
    return refuse(403, 'wrong-origin', 'host');
  if (method !== 'POST' && !readMethods.includes(method)) return refuse(405, 'not-allowed', 'method');
  // A target with a scheme or authority is meant for a proxy, and Host would no longer be what it says.
  if (!target.startsWith('/') || target.startsWith('//')) return refuse(400, 'bad-input', 'target');

  const origin = headers.origin;
  if (origin !== undefined && origin !== `${scheme}://${host}`) return refuse(403, 'wrong-origin', 'origin');
  const site = headers['sec-fetch-site'];
  // `none`: the person typed or opened the address; only pages and their files are opened like that.
  const expected = isForPage(method, target) ? ['same-origin', 'none'] : ['same-origin'];
  if (site !== undefined && !expected.includes(one(site) ?? ''))
    return refuse(403, 'wrong-origin', 'sec-fetch-site');
  if (method !== 'POST') return hasBody(headers) ? refuse(400, 'bad-input', 'body') : { allowed: true };

  if (origin === undefined) return refuse(403, 'wrong-origin', 'origin');
  if (!isJson(one(headers['content-type']))) return refuse(415, 'bad-input', 'content-type');
  if (headers['content-encoding'] !== undefined) return refuse(415, 'bad-input', 'content-encoding');
  const length = headers['content-length'];
  if (length !== undefined && !(Number(length) <= largestBodyOf(target)))
    return refuse(413, 'too-large', 'body');
  return { allowed: true };
}

/** The two names under which a browser on this machine finds the server; without the port where it is HTTP's own. */
export function ownHosts(port: number): readonly string[] {
  const names = ['127.0.0.1', 'localhost'];
  return names.map((name) => (port === 80 ? name : `${name}:${port}`));
}

/** The head of a request as Node read it. */
export function headOf(request: IncomingMessage): RequestHead {
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    hostLines: names.filter((name) => name.toLowerCase() === 'host').length,
  };
}

function refuse(status: number, code: RefusalCode, rule: string): Verdict {
  return { allowed: false, status, code, rule };
}

function isForPage(method: string, target: string): boolean {
  return readMethods.includes(method) && !/^\/(kiosk|console)\/events(\?|$)/.test(target);
}

function hasBody(headers: RequestHead['headers']): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    !['0', undefined].includes(one(headers['content-length']) ?? undefined)
  );
}

function isJson(contentType: string | null): boolean {
  return contentType !== null && /^application\/json(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i.test(contentType);
}

/** The one value of a header; null when there is none or several. */
function one(value: string | readonly string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
