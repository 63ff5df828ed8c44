/** The body of a call: JSON of at most so many bytes. What a head promises is not believed; the bytes are counted. */
import type { IncomingMessage } from 'node:http';
import type { RefusalCode } from '../../../shared/reply.ts';

export type Body =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly status: number; readonly code: RefusalCode };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Rejects when the browser goes away in the middle. */
export async function readBody(request: IncomingMessage, largest: number): Promise<Body> {
  const bytes = await collect(request, largest);
  if (bytes === null) return { ok: false, status: 413, code: 'too-large' };
  try {
    return { ok: true, input: JSON.parse(utf8.decode(bytes)) as unknown };
  } catch {
    return { ok: false, status: 400, code: 'bad-input' };
  }
}

/** Null when there is too much; the rest is thrown away as it comes, so that the answer can still be read. */
function collect(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>();
  let pieces: Buffer[] = [];
  let size = 0;
  request.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size <= largest) {
      pieces.push(piece);
      return;
    }
    pieces = [];
    resolve(null);
  });
  request.once('end', () => resolve(Buffer.concat(pieces)));
  request.once('close', () => reject(new Error('the browser went away')));
  return promise;
}
