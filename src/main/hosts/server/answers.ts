/** How the server host answers: replies as JSON, files, and the one page that needs no cookie. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalCode, Reply } from '../../../shared/reply.ts';
import { type ReplyText, refusalIn } from '../reply-text.ts';
import { freshLinkPage } from './fresh-link-page.ts';
import { statusOf } from './reply-status.ts';
import type { StaticFile } from './static-files.ts';

/** A refusal before the body was read ends the connection, so that the body is not taken for the next request. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: RefusalCode,
): void {
  if (!request.complete) response.setHeader('connection', 'close');
  sendJson(response, status, { ok: false, code });
}

export function sendReply(response: ServerResponse, reply: Reply<unknown>): void {
  if (!reply.ok && reply.retryAfterSeconds !== undefined)
    response.setHeader('retry-after', String(reply.retryAfterSeconds));
  sendJson(response, statusOf(reply), reply);
}

/** A reply of the core, as it came. */
export function sendText(response: ServerResponse, text: ReplyText): void {
  const refused = refusalIn(text);
  if (refused === null) sendWritten(response, 200, text);
  else sendReply(response, refused);
}

const sendJson = (response: ServerResponse, status: number, reply: Reply<unknown>): void =>
  sendWritten(response, status, JSON.stringify(reply));

function sendWritten(response: ServerResponse, status: number, text: ReplyText): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}

export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile | null,
  path: string,
): void {
  if (file === null) {
    refuse(request, response, 404, 'not-found');
    return;
  }
  // Names below /assets/ carry a hash of the content: they can be kept, and hold nothing of anybody.
  if (path.startsWith('/assets/'))
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  send(request, response, file);
}

export function send(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const { type, bytes, headers } = file;
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export function showFreshLink(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' });
  response.end(freshLinkPage);
}
