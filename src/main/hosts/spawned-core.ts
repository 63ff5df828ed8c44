/** The process that holds the core, as a host sees it. */
import type { FromCore, ToCore } from './core-protocol.ts';

/** One running process with the core in it: a worker thread or a utility process. */
export interface CoreProcess {
  post(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  /** Ends the process at once; an ended one stays ended. */
  terminate(): void;
}

/** Starts `core` and answers at once; messages posted before it is up must reach it in order. */
export type SpawnCore = () => CoreProcess;
