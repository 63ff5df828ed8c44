/** The core in a worker thread: the server host's way, and that of tests. */
import { Worker } from 'node:worker_threads';
import type { FromCore } from './core-protocol.ts';
import type { SpawnCore } from './spawned-core.ts';

/**
 * `file`: the built `core.js`, or `core-process.ts` when Foyer runs from its source. The first thread begins to
 * load at once, while the host still looks for key and port; it opens nothing before it is told to start.
 */
export function spawnCoreWorker(file: URL): SpawnCore {
  let ahead: Worker | null = begin(file);
  // A host that ends before it needed the core does not wait for it.
  ahead.unref();
  ahead.once('exit', () => {
    ahead = null;
  });
  return () => {
    const worker = ahead ?? begin(file);
    ahead = null;
    worker.ref();
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', (message: FromCore) => listener(message)),
      onExit: (listener) => void worker.once('exit', () => listener()),
      terminate: () => void worker.terminate(),
    };
  };
}

/**
 * Room for short-lived values in MB. What is left to Node grows with the machine; at a million visits this is 17 MB
 * less memory for the server host, and no search is slower for it.
 */
const youngMegabytes = 8;

function begin(file: URL): Worker {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
  // An error that ends the thread is followed by its exit, which is what counts.
  worker.on('error', () => undefined);
  return worker;
}
