/** Webhooks to a real HTTP server: what arrives, and what is said of what fails. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookCourier, signatureOf } from '../../src/main/couriers/webhook-courier.ts';
import { temporaryFolder } from '../hosts/support/temporary-folder.ts';
import { certificate, privateKey } from './support/localhost-certificate.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = '{"type":"visit.signed-in","data":{"visitId":"x"}}';
const at = Date.UTC(2026, 2, 2, 7);

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener, secure = false): Promise<number> {
  const server = secure
    ? createHttpsServer({ key: privateKey, cert: certificate }, listener)
    : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

const courier = createWebhookCourier({ now: () => at, trusted: [certificate], limitMs: 500 });
const send = (address: string) => courier({ address, secret, id: 'delivery-1', body });

describe('a webhook', () => {
  it('arrives signed over its id, the time of the try and its body', async () => {
    const seen: { headers: IncomingMessage['headers']; text: string; url: string | undefined }[] = [];
    const port = await serve(async (request, response) => {
      seen.push({ headers: request.headers, text: await textOf(request), url: request.url });
      response.writeHead(204).end();
    }, true);
    expect(await send(`https://localhost:${port}/foyer?x=1`)).toBeNull();
    expect(seen).toHaveLength(1);
    const { headers, text, url } = seen[0] ?? { headers: {} as IncomingMessage['headers'], text: '' };
    expect(url).toBe('/foyer?x=1');
    expect(text).toBe(body);
    expect(headers).toMatchObject({ 'webhook-id': 'delivery-1', 'webhook-timestamp': String(at / 1000) });
    const mac = createHmac('sha256', Buffer.alloc(32, 7))
      .update(`delivery-1.${at / 1000}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  });

  it('is known by the receiver that the documents show, and only as it was sent', async () => {
    const document = readFileSync(new URL('../../docs/integrations.md', import.meta.url), 'utf8');
    const source = /```js\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
    const file = join(temporaryFolder(), 'receiver.mjs');
    writeFileSync(file, `${source}\nexport { isFromFoyer };\n`);
    const { isFromFoyer } = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const timestamp = Math.floor(Date.now() / 1000);
    const heads = (seconds: number) => ({
      'webhook-id': 'delivery-1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,AAAA ${signatureOf(secret, 'delivery-1', seconds, body)}`,
    });
    expect(isFromFoyer(heads(timestamp), body, secret)).toBe(true);
    expect(isFromFoyer(heads(timestamp - 400), body, secret)).toBe(false);
    expect(isFromFoyer(heads(timestamp), `${body} `, secret)).toBe(false);
    const otherId = { ...heads(timestamp), 'webhook-id': 'delivery-2' };
    expect(isFromFoyer(otherId, body, secret)).toBe(false);
    const otherSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    expect(isFromFoyer(heads(timestamp), body, otherSecret)).toBe(false);
  });

  it('is signed as the example of Standard Webhooks 1.0.0', () => {
    // https://github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/index.test.ts
    const example = signatureOf(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    );
    expect(example).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each([
    [200, null],
    [299, null],
    [301, 'redirect'],
    [401, 'client-error'],
    [410, 'endpoint-gone'],
    [503, 'server-error'],
  ])('answered %i is %s, and nothing is followed', async (status, fault) => {
    let asked = 0;
    const port = await serve((request, response) => {
      asked += 1;
      request.resume();
      response.writeHead(status, { location: '/elsewhere' }).end('canary');
    });
    expect(await send(`http://127.0.0.1:${port}/`)).toBe(fault);
    expect(asked).toBe(1);
  });

  it('that nobody answers is a timeout', async () => {
    const port = await serve(() => undefined);
    expect(await send(`http://127.0.0.1:${port}/`)).toBe('timeout');
  });

  it('goes to no address in the clear but of this machine, and to no certificate nobody vouches for', async () => {
    expect(await send('http://hooks.example.com/')).toBe('tls');
    const port = await serve((_request, response) => response.end(), true);
    const strict = createWebhookCourier({ now: () => at });
    expect(await strict({ address: `https://localhost:${port}/`, secret, id: 'i', body })).toBe('tls');
  });

  it('where nobody listens has no connection', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await send(`http://127.0.0.1:${port}/`)).toBe('no-connection');
  });
});
