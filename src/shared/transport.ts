/** How the renderer reaches the core. The preload offers one to Electron's pages, `client.ts` makes one over HTTP. */
import type { FoyerEvent } from './contract/events.ts';
import type { Reply } from './reply.ts';
import type { Door } from './vocabulary.ts';

/** Millimetres of the paper; `printer` as the operating system calls it, empty for the dialog. */
export interface PrintJob {
  readonly printer: string;
  readonly width: number;
  readonly height: number;
}

export const printOutcomes = ['printed', 'cancelled', 'no-printer', 'failed'] as const;
export type PrintOutcome = (typeof printOutcomes)[number];

/** Printing what the page shows for paper, past the browser. */
export interface Printing {
  /** Names of the machine's printers; empty when they cannot be had. */
  printers(): Promise<readonly string[]>;
  /** Never rejects. */
  print(job: PrintJob): Promise<PrintOutcome>;
}

export interface Transport {
  readonly door: Door;
  /** The host takes scans of keyboard readers out of the keys, so a page need not. */
  readonly takesScans?: true;
  /** Electron's console has it; elsewhere the browser prints. */
  readonly printing?: Printing;
  /** Never rejects: a lost connection answers `{ ok: false, code: 'unavailable' }`. */
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Returns the function that ends the subscription. After a reconnection every area is reported as changed. */
  subscribe(listener: (event: FoyerEvent) => void): () => void;
}
