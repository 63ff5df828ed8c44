/**
 * The HTTP interface for other programs, below `/v1/`: `src/shared/openapi.ts` describes it. It has no cookie and no
 * page: a token of the office says who calls. It listens where the server host listens, on the loopback address, and
 * on the network side where that is on; no device is needed there, and a token reaches nothing else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { usualLargestInput } from '../../../shared/contract/definition.ts';
import { ExternalInvited, IntegrationToken } from '../../../shared/contract/integrations.ts';
import { openApiDocument, type Problem, type ProblemStatus, problem } from '../../../shared/openapi.ts';
import type { RefusalCode, Refused } from '../../../shared/reply.ts';
import type { Log } from '../../core/ports.ts';
import { createThrottle } from '../../core/throttle.ts';
import type { Desk } from '../desk.ts';
import { addressOf } from './address.ts';
import { readBody } from './body.ts';
import type { RequestHead } from './guard.ts';

export interface ApiParts {
  readonly desk: Pick<Desk, 'call'>;
  readonly log: Log;
  /** Stands in the lines of the log: which side it was. */
  readonly about?: Readonly<Record<string, string>>;
  readonly monotonic: () => number;
}

/** Wrong tokens of one address a minute; then nothing of it is looked at for a while. */
const mostWrongTokens = 10;
const wrongTokensMs = 60_000;

/** Whether a target belongs to the interface. */
export function isForApi(target: string): boolean {
  return target.startsWith('/v1/');
}

/**
 * Whether a request may go on, from its head alone. Who it comes from is the token's business; what is kept out here
 * is every web page, by the headers that a browser sends and no page can take off (see `guard.ts`).
 */
export function apiFault(
  { method, target, headers, hostLines }: RequestHead,
  ownNames: readonly string[],
): Problem | null {
  const { host } = headers;
  const isOwn = hostLines === 1 && typeof host === 'string' && ownNames.includes(host.toLowerCase());
  const isFromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  if (!isOwn || isFromPage) return problem(403, 'wrong-origin');
  const path = target.split('?')[0] ?? '';
  if (path === '/v1/openapi.json') return method === 'GET' ? null : problem(405, 'not-allowed');
  if (path !== '/v1/invitations') return problem(404, 'not-found');
  if (method !== 'POST') return problem(405, 'not-allowed');
  const type = headers['content-type'];
  const isJson =
    typeof type === 'string' && /^application\/json(\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i.test(type);
  if (!isJson || headers['content-encoding'] !== undefined) return problem(415, 'bad-input');
  return Number(headers['content-length'] ?? 0) > usualLargestInput ? problem(413, 'too-large') : null;
}

export function createApi({ desk, log, about, monotonic }: ApiParts) {
  const wrongTokens = createThrottle(mostWrongTokens, wrongTokensMs, monotonic);
  // Made when somebody asks: a start has no use for it.
  let document: string | null = null;

  function refuse(request: IncomingMessage, response: ServerResponse, given: Problem): void {
    if (!request.complete) response.setHeader('connection', 'close');
    if (given.status === 401) response.setHeader('www-authenticate', 'Bearer');
    if (given.status === 405)
      response.setHeader('allow', request.url?.startsWith('/v1/openapi') ? 'GET' : 'POST');
    if (given.retryAfterSeconds !== undefined)
      response.setHeader('retry-after', String(given.retryAfterSeconds));
    response.writeHead(given.status, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify(given));
  }

  function unknownToken(request: IncomingMessage, response: ServerResponse, address: string): void {
    wrongTokens.attempt(address);
    log({ event: 'request-refused', ...about, rule: 'token', status: 401 });
    refuse(request, response, problem(401, 'unknown-token'));
  }

  async function invite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request.socket.remoteAddress ?? '');
    const wait = wrongTokens.wait(address);
    if (wait > 0) {
      log({ event: 'request-refused', ...about, rule: 'wrong-tokens', status: 429 });
      return refuse(request, response, problem(429, 'throttled', { retryAfterSeconds: wait }));
    }
    const token = IntegrationToken.safeParse(bearerOf(request.headers.authorization));
    if (!token.success) return unknownToken(request, response, address);
    const body = await readBody(request, usualLargestInput);
    if (!body.ok) return refuse(request, response, problem(body.status === 413 ? 413 : 400, body.code));
    const caller = { door: 'integration', connectionId: 'integration' } as const;
    const input = { token: token.data, invitation: body.input };
    const reply = await desk.call(caller, 'integrations.invite', input);
    if (!reply.ok && reply.code === 'unknown-token') return unknownToken(request, response, address);
    if (!reply.ok) return refuse(request, response, problemOf(reply));
    const invited = ExternalInvited.parse(reply.value);
    response.writeHead(invited.created ? 201 : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(invited));
  }

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    head: RequestHead,
    ownNames: readonly string[],
  ) => {
    const fault = apiFault(head, ownNames);
    if (fault !== null) {
      log({ event: 'request-refused', ...about, rule: 'interface', status: fault.status });
      refuse(request, response, fault);
    } else if (head.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      document ??= JSON.stringify(openApiDocument(), null, 2);
      response.end(document);
    } else await invite(request, response);
  };
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

const statuses: Readonly<Partial<Record<RefusalCode, ProblemStatus>>> = {
  'bad-input': 422,
  'unknown-token': 401,
  'external-id-used': 409,
  throttled: 429,
  'not-set-up': 503,
  unavailable: 503,
  'storage-full': 507,
};

function problemOf({ code, fields, retryAfterSeconds, reference }: Refused): Problem {
  // Fields are named as the caller sent them.
  const own = Object.entries(fields ?? {}).map(([path, fault]) => [
    path.replace(/^invitation\.?/, ''),
    fault,
  ]);
  return problem(statuses[code] ?? 500, code, {
    ...(fields && { fields: Object.fromEntries(own) }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(reference !== undefined && { reference }),
  });
}
