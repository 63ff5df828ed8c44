/** A device on the network side of a host: TLS without a name to trust, heads as the test writes them. */
import { type RequestOptions, request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Reply } from '../../../src/shared/reply.ts';
import type { Answer, Sent } from './http.ts';

export interface SecureAnswer extends Answer {
  /** SHA-256 of the certificate that was shown. */
  readonly fingerprint: string;
}

export function sendSecurely(port: number, target: string, sent: Sent = {}, more: RequestOptions = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<SecureAnswer>();
  const { method = 'GET', headers = {}, body } = sent;
  const given = Object.entries({ host: `127.0.0.1:${port}`, ...headers });
  const question = request({
    host: '127.0.0.1',
    port,
    path: target,
    method,
    agent: false,
    rejectUnauthorized: false,
    headers: {
      ...(Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<string, string>),
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    ...more,
  });
  question.on('response', (response) => {
    const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate();
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
    });
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text,
        fingerprint: fingerprint256,
      }),
    );
    response.on('error', reject);
  });
  question.on('error', reject);
  question.end(body);
  return promise;
}

export interface NetworkDevice {
  readonly cookie: string;
  readonly role: string;
  get(target: string, sent?: Sent): Promise<SecureAnswer>;
  call(door: 'kiosk' | 'console', name: string, input: unknown): Promise<Reply<unknown>>;
  /** Opens the events of a door: what came so far, and whether the stream has ended. */
  listen(door: 'kiosk' | 'console'): Promise<{ text(): string; isEnded(): boolean; close(): void }>;
}

const json = (port: number) => ({
  origin: `https://127.0.0.1:${port}`,
  'content-type': 'application/json',
});

/** Types a code as the pairing page does; the answer as it came. */
export function typeCode(port: number, code: string): Promise<SecureAnswer> {
  return sendSecurely(port, '/pair', {
    method: 'POST',
    headers: json(port),
    body: JSON.stringify({ code }),
  });
}

export async function pairDevice(port: number, code: string): Promise<NetworkDevice> {
  const answer = await typeCode(port, code);
  const reply = JSON.parse(answer.text) as Reply<{ readonly role: string }>;
  if (!reply.ok) throw new Error(`the code was refused: ${answer.text}`);
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return {
    cookie,
    role: reply.value.role,
    get: (target, sent = {}) => sendSecurely(port, target, { ...sent, headers: { cookie, ...sent.headers } }),
    async call(door, name, input) {
      const { text } = await sendSecurely(port, `/${door}/call/${name}`, {
        method: 'POST',
        headers: { cookie, ...json(port) },
        body: JSON.stringify(input),
      });
      return JSON.parse(text) as Reply<unknown>;
    },
    listen(door) {
      const { promise, resolve, reject } = Promise.withResolvers<{
        text(): string;
        isEnded(): boolean;
        close(): void;
      }>();
      const question = request({
        host: '127.0.0.1',
        port,
        path: `/${door}/events`,
        agent: false,
        rejectUnauthorized: false,
        headers: { cookie, host: `127.0.0.1:${port}` },
      });
      question.on('error', reject);
      question.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`the events answered ${response.statusCode}`));
        let heard = '';
        let isEnded = false;
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          heard += piece;
        });
        response.on('close', () => {
          isEnded = true;
        });
        response.on('error', () => undefined);
        resolve({ text: () => heard, isEnded: () => isEnded, close: () => void question.destroy() });
      });
      question.end();
      return promise;
    },
  };
}
