/** HTTP as it is on the wire: heads and targets are sent as the test writes them, which `fetch` would not do. */
import { type IncomingHttpHeaders, request } from 'node:http';
import type { FoyerEvent } from '../../../src/shared/contract/events.ts';
import type { Reply } from '../../../src/shared/reply.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
  /** Send the body in pieces, without its length. */
  readonly chunked?: boolean;
}

/** A `Host` of the server itself is added unless the test gives one. */
export function send(port: number, target: string, sent: Sent = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { method = 'GET', headers = {}, body, chunked = false } = sent;
  const given = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  const question = request({
    host: '127.0.0.1',
    port,
    path: target,
    method,
    agent: false,
    headers: {
      ...(Object.fromEntries(given) as Record<string, string>),
      ...(body !== undefined && !chunked && { 'content-length': String(Buffer.byteLength(body)) }),
    },
  });
  question.on('response', (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    response.on('error', reject);
  });
  question.on('error', reject);
  question.end(body);
  return promise;
}

/** A browser that has opened a link: it has the cookie of one door. */
export interface Visitor {
  readonly cookie: string;
  get(target: string, sent?: Sent): Promise<Answer>;
  call(name: string, input: unknown, sent?: Sent): Promise<Answer>;
  reply(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Opens the door's events and collects them. */
  listen(): Promise<Listening>;
}

export interface Listening {
  readonly events: FoyerEvent[];
  readonly headers: IncomingHttpHeaders;
  /** Everything that came over the line. */
  text(): string;
  isEnded(): boolean;
  close(): void;
}

export async function openLink(link: string): Promise<Visitor> {
  const { port: portText, pathname, search } = new URL(link);
  const port = Number(portText);
  const door = pathname.slice(1);
  const opened = await send(port, pathname + search);
  const [setCookie = ''] = opened.headers['set-cookie'] ?? [];
  const cookie = setCookie.split(';')[0] ?? '';
  const visitor: Visitor = {
    cookie,
    get: (target, sent = {}) => send(port, target, { ...sent, headers: { cookie, ...sent.headers } }),
    call: (name, input, sent = {}) =>
      send(port, `/${door}/call/${name}`, {
        method: 'POST',
        body: JSON.stringify(input),
        ...sent,
        headers: {
          cookie,
          origin: `http://127.0.0.1:${port}`,
          'content-type': 'application/json',
          ...sent.headers,
        },
      }),
    reply: async (name, input) => JSON.parse((await visitor.call(name, input)).text) as Reply<unknown>,
    listen: () => listen(port, `/${door}/events`, cookie),
  };
  return visitor;
}

function listen(port: number, path: string, cookie: string): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const question = request({ host: '127.0.0.1', port, path, agent: false, headers: { cookie } });
  question.on('error', reject);
  question.on('response', (response) => {
    const events: FoyerEvent[] = [];
    let heard = '';
    let isEnded = false;
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      heard += piece;
      const blocks = heard.split('\n\n').filter((block) => block.startsWith('data: '));
      events.splice(0, events.length, ...blocks.flatMap((block) => eventIn(block.slice(6))));
    });
    response.on('close', () => {
      isEnded = true;
    });
    response.on('error', () => undefined);
    if (response.statusCode !== 200) reject(new Error(`the events answered ${response.statusCode}`));
    resolve({
      events,
      headers: response.headers,
      text: () => heard,
      isEnded: () => isEnded,
      close: () => void question.destroy(),
    });
  });
  question.end();
  return promise;
}

/** Nothing yet when the block is still on its way. */
function eventIn(text: string): FoyerEvent[] {
  try {
    return [JSON.parse(text) as FoyerEvent];
  } catch {
    return [];
  }
}
