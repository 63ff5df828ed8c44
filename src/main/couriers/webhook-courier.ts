/**
 * Posts a webhook, signed as Standard Webhooks 1.0.0 says: HMAC-SHA-256 over `id.timestamp.body`. The timestamp is
 * that of the try, so that a receiver can refuse what is older than some minutes, and the id is the same in every
 * try, so that it can leave out what it has had.
 */
import { createHmac } from 'node:crypto';
import { isLoopback } from '../../shared/contract/mail.ts';
import type { DeliveryFault } from '../../shared/contract/outbox.ts';
import type { Courier } from '../core/outbox/courier.ts';

const wholeMs = 10_000;

/**
 * Loaded with the first webhook, and not by `import`: a module that imports `node:http` has every export of it read,
 * and with them the whole client of `fetch`, which no other code of the core's process needs.
 */
const clientOf = (url: URL): { readonly request: typeof import('node:http').request } =>
  url.protocol === 'https:' ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http');

/** `v1,` and the base64 of the signature; `secret` as `whsec_` and base64. `timestamp` in seconds since 1970. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')}`;
}

export interface WebhookCourierParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Certificates (PEM) beside those the system trusts; for tests. */
  readonly trusted?: readonly string[];
  readonly limitMs?: number;
}

export function createWebhookCourier(parts: WebhookCourierParts): Courier['webhook'] {
  const { now, trusted = [], limitMs = wholeMs } = parts;
  return ({ address, secret, id, body }) => {
    const { promise, resolve } = Promise.withResolvers<DeliveryFault | null>();
    const url = URL.parse(address);
    if (url === null || !(url.protocol === 'https:' || isLoopback(url.hostname)))
      return Promise.resolve('tls');
    const timestamp = Math.floor(now() / 1000);
    const content = Buffer.from(body, 'utf8');
    const options = {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': content.length,
        'user-agent': 'Foyer',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(secret, id, timestamp, body),
      },
      // A connection of its own: nothing is kept open to the outside.
      agent: false as const,
      ...(trusted.length > 0 && { ca: [...trusted] }),
    };
    const sent = clientOf(url).request(url, options);
    const limit = setTimeout(() => finish('timeout'), limitMs);
    const finish = (fault: DeliveryFault | null): void => {
      clearTimeout(limit);
      resolve(fault);
      sent.destroy();
    };
    // What the other side has to say is not read: the status is the answer.
    sent.once('response', (response) => finish(faultOfStatus(response.statusCode ?? 0)));
    sent.on('error', (error: NodeJS.ErrnoException) => finish(faultOfError(error.code ?? '')));
    sent.end(content);
    return promise;
  };
}

function faultOfStatus(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  if (status === 410) return 'endpoint-gone';
  return status >= 500 ? 'server-error' : 'client-error';
}

function faultOfError(code: string): DeliveryFault {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-machine';
  if (/CERT|TLS|SSL|SELF_SIGNED|EPROTO/.test(code)) return 'tls';
  return code === 'ETIMEDOUT' ? 'timeout' : 'no-connection';
}
