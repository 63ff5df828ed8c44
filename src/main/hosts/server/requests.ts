/** What both sides of a host do with every request before it is routed, and how they end. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Log } from '../../core/ports.ts';
import { securityHeaders } from '../page-headers.ts';
import { refuse } from './answers.ts';
import { headOf, type RequestHead, type Verdict } from './guard.ts';

export interface RequestParts {
  readonly log: Log;
  /** Stands in the lines of the log: which side it was. */
  readonly about?: Readonly<Record<string, string>>;
  /** Beside the headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly isAllowed: (head: RequestHead) => Verdict;
  readonly route: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Nothing is routed that the guard does not let in, and nothing is kept by a cache unless its route says so. */
export function createRequestListener(parts: RequestParts): RequestListener {
  const { log, about, headers, isAllowed, route } = parts;
  const everyHeader = Object.entries({ ...securityHeaders, ...headers, 'cache-control': 'no-store' });
  return (request, response) => {
    for (const [name, value] of everyHeader) response.setHeader(name, value);
    const verdict = isAllowed(headOf(request));
    if (!verdict.allowed) {
      log({ event: 'request-refused', ...about, rule: verdict.rule, status: verdict.status });
      refuse(request, response, verdict.status, verdict.code);
      return;
    }
    route(request, response).catch(() => {
      log({ event: 'request-failed', ...about });
      response.destroy();
    });
  };
}

/** Takes no more requests; answers on their way have half a second. */
export function closeServer(server: Server, streams: { close(): void }): Promise<void> {
  streams.close();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 500).unref();
  return promise;
}
