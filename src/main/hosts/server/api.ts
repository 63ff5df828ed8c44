/**
 * The HTTP interface for other programs, below `/v1/`: `src/shared/openapi.ts` describes it. It has no cookie and no
 * page: a token of the office says who calls. It listens where the server host listens, on the loopback address, so
 * that the other program runs on this machine or behind something that does.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { usualLargestInput } from '../../../shared/contract/definition.ts';
import { ExternalInvited, IntegrationToken } from '../../../shared/contract/integrations.ts';
import { openApiDocument, type Problem, type ProblemStatus, problem } from '../../../shared/openapi.ts';
import type { RefusalCode, Refused } from '../../../shared/reply.ts';
import type { Log } from '../../core/ports.ts';
import type { Desk } from '../desk.ts';
import { readBody } from './body.ts';
import { ownHosts, type RequestHead } from './guard.ts';

export interface ApiParts {
  readonly desk: Pick<Desk, 'call'>;
  readonly log: Log;
}

/** Whether a target belongs to the interface. */
export function isForApi(target: string): boolean {
  return target.startsWith('/v1/');
}

/**
 * Whether a request may go on, from its head alone. Who it comes from is the token's business; what is kept out here
 * is every web page, by the headers that a browser sends and no page can take off (see `guard.ts`).
 */
export function apiFault({ method, target, headers, hostLines }: RequestHead, port: number): Problem | null {
  const { host } = headers;
  const isOwn = hostLines === 1 && typeof host === 'string' && ownHosts(port).includes(host);
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

export function createApi({ desk, log }: ApiParts) {
  const document = JSON.stringify(openApiDocument(), null, 2);

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

  async function invite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = IntegrationToken.safeParse(bearerOf(request.headers.authorization));
    if (!token.success) return refuse(request, response, problem(401, 'unknown-token'));
    const body = await readBody(request, usualLargestInput);
    if (!body.ok) return refuse(request, response, problem(body.status === 413 ? 413 : 400, body.code));
    const caller = { door: 'integration', connectionId: 'integration' } as const;
    const input = { token: token.data, invitation: body.input };
    const reply = await desk.call(caller, 'integrations.invite', input);
    if (!reply.ok) return refuse(request, response, problemOf(reply));
    const invited = ExternalInvited.parse(reply.value);
    response.writeHead(invited.created ? 201 : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(invited));
  }

  return async (request: IncomingMessage, response: ServerResponse, head: RequestHead, port: number) => {
    const fault = apiFault(head, port);
    if (fault !== null) {
      log({ event: 'request-refused', rule: 'interface', status: fault.status });
      refuse(request, response, fault);
    } else if (head.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
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
