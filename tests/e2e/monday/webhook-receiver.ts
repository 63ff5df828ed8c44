/** Another program that is told of visits and cards: checks each signature as Standard Webhooks 1.0.0 says. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookBody } from '../../../src/shared/contract/webhooks.ts';

export interface WebhookReceiver {
  readonly address: string;
  /** `whsec_…`, known once the office has made the webhook. */
  useSecret(secret: string): void;
  /** Each message once, whatever was sent again, in the order they came. */
  messages(): readonly WebhookBody[];
  /** What was wrong with a request; empty when all were right. */
  faults(): readonly string[];
  close(): void;
}

export async function startReceiver(): Promise<WebhookReceiver> {
  let key = Buffer.alloc(0);
  const messages = new Map<string, WebhookBody>();
  const faults: string[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString('utf8');
    const id = String(request.headers['webhook-id']);
    const time = String(request.headers['webhook-timestamp']);
    const mac = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
    const [expected, given] = [`v1,${mac}`, String(request.headers['webhook-signature'])].map((text) =>
      Buffer.from(text),
    ) as [Buffer, Buffer];
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) faults.push(`signature ${id}`);
    const parsed = WebhookBody.safeParse(JSON.parse(body));
    if (parsed.success) messages.set(id, parsed.data);
    else faults.push(`body ${id}`);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/foyer`,
    useSecret(secret) {
      key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    },
    messages: () => [...messages.values()],
    faults: () => faults,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
