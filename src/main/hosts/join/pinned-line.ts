/**
 * The line from a joined Foyer to its host: HTTPS to one address that shows one certificate. Nothing is sent before
 * the certificate is the one that was compared at the pairing; who signed it does not matter.
 */
import { Agent, type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import type { FoyerEvent } from '../../../shared/contract/events.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Door } from '../../../shared/vocabulary.ts';
import { deviceCookie } from '../network/device-cookie.ts';

export interface PinnedLine {
  /** Never rejects: without an answer in time it is `unavailable`. */
  call(door: Door, name: string, input: unknown): Promise<Reply<unknown>>;
  /** Pairs with a code; the secret comes with the answer. */
  pair(code: string): Promise<{ readonly reply: Reply<unknown>; readonly secret: string | null }>;
  /** Opens the events; `ended` is called once, however they end. Returns what closes them. */
  listen(door: Door, heard: (event: FoyerEvent) => void, ended: () => void): () => void;
  close(): void;
}

export interface LineParts {
  readonly host: URL;
  readonly fingerprint: string;
  /** Shown with every call; null before the pairing. */
  readonly secret: string | null;
  /** How long a call may take in milliseconds; the kiosk itself gives up after ten seconds. */
  readonly patienceMs?: number;
}

const givenSecret = new RegExp(`^${deviceCookie}=([\\w-]{43});`);
/** The host says something at least every fifteen seconds. */
const silenceMs = 40_000;

export function createPinnedLine({ host, fingerprint, secret, patienceMs = 5_000 }: LineParts): PinnedLine {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  agent.createConnection = (options, callback) => {
    connectPinned(options as RequestOptions, fingerprint, callback ?? (() => undefined));
    return undefined;
  };
  const headers = {
    origin: host.origin,
    ...(secret !== null && { cookie: `${deviceCookie}=${secret}` }),
  };

  function post(path: string, input: unknown): Promise<{ text: string; cookie: string } | null> {
    const { promise, resolve } = Promise.withResolvers<{ text: string; cookie: string } | null>();
    const body = JSON.stringify(input);
    const question = request(new URL(path, host), {
      agent,
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      },
    });
    const limit = setTimeout(() => question.destroy(new Error('no answer')), patienceMs);
    question.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        clearTimeout(limit);
        resolve({ text, cookie: response.headers['set-cookie']?.[0] ?? '' });
      });
      response.on('error', () => resolve(null));
    });
    question.on('error', () => {
      clearTimeout(limit);
      resolve(null);
    });
    question.end(body);
    return promise;
  }

  return {
    async call(door, name, input) {
      const answer = await post(`/${door}/call/${name}`, input);
      return answer === null ? { ok: false, code: 'unavailable' } : replyIn(answer.text);
    },
    async pair(code) {
      const answer = await post('/pair', { code });
      if (answer === null) return { reply: { ok: false, code: 'unavailable' }, secret: null };
      const secretGiven = givenSecret.exec(answer.cookie)?.[1] ?? null;
      return { reply: replyIn(answer.text), secret: secretGiven };
    },
    listen(door, heard, ended) {
      // A connection of its own: it stays open, and must not take one of those that calls wait for.
      let isEnded = false;
      const end = (): void => {
        if (isEnded) return;
        isEnded = true;
        question.destroy();
        ended();
      };
      const question = request(new URL(`/${door}/events`, host), {
        agent: false,
        createConnection: (options, callback) => {
          connectPinned(options as RequestOptions, fingerprint, callback);
          return undefined;
        },
        headers,
      });
      question.setTimeout(silenceMs, end);
      question.on('error', end);
      question.on('response', (response) => {
        if (response.statusCode !== 200) return end();
        let waiting = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          waiting += piece;
          const blocks = waiting.split('\n\n');
          waiting = blocks.pop() ?? '';
          for (const block of blocks)
            if (block.startsWith('data: ')) heard(JSON.parse(block.slice(6)) as FoyerEvent);
        });
        response.on('error', end);
        response.on('close', end);
      });
      question.end();
      return end;
    },
    close: () => agent.destroy(),
  };
}

type Connected = (error: Error | null, socket: Duplex) => void;

function connectPinned(options: RequestOptions, fingerprint: string, connected: Connected): void {
  const name = options.host ?? '';
  const socket: TLSSocket = connect({
    host: name,
    port: Number(options.port ?? 443),
    // Server names are host names; an address has none (RFC 6066, 3).
    ...(isIP(name) === 0 && { servername: name }),
    minVersion: 'TLSv1.2',
    // The fingerprint says whom we speak to, more exactly than an authority could.
    rejectUnauthorized: false,
  });
  const failed = (error: Error): void => connected(error, socket);
  socket.once('error', failed);
  socket.once('secureConnect', () => {
    socket.off('error', failed);
    const shown = socket.getPeerX509Certificate()?.fingerprint256;
    if (shown === fingerprint) return connected(null, socket);
    socket.destroy();
    connected(new Error('another certificate'), socket);
  });
}

/** The certificate the host shows to anybody, for a person to compare; null when nobody answers. */
export function askFingerprint(host: URL, patienceMs = 5_000): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const name = host.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host: name, port: Number(host.port || 443), rejectUnauthorized: false }, () => {
    resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? null);
    socket.destroy();
  });
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.on('error', () => resolve(null));
  socket.on('close', () => resolve(null));
  return promise;
}

function replyIn(text: string): Reply<unknown> {
  try {
    return JSON.parse(text) as Reply<unknown>;
  } catch {
    return { ok: false, code: 'unavailable' };
  }
}
