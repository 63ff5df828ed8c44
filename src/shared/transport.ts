/** How the renderer reaches the core. The preload offers one to Electron's pages, `client.ts` makes one over HTTP. */
import type { FoyerEvent } from './contract/events.ts';
import type { Reply } from './reply.ts';
import type { Door } from './vocabulary.ts';

export interface Transport {
  readonly door: Door;
  /** The host takes scans of keyboard readers out of the keys, so a page need not. */
  readonly takesScans?: true;
  /** Never rejects: a lost connection answers `{ ok: false, code: 'unavailable' }`. */
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Returns the function that ends the subscription. After a reconnection every area is reported as changed. */
  subscribe(listener: (event: FoyerEvent) => void): () => void;
}
