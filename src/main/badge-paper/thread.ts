/** The core's way to a PDF: a thread for each piece of work, ended with it. The PDF library is never part of the core. */
import { Worker } from 'node:worker_threads';
import type { BadgePaper } from '../core/badge-printing/badge-printing.ts';

/** A hundred badges take less than a tenth of it on two slow cores. */
const patienceMs = 20_000;

export function createBadgePaper(program: URL): BadgePaper {
  return (work) =>
    new Promise((resolve) => {
      const worker = new Worker(program, { workerData: work });
      worker.unref();
      const end = (base64: string | null): void => {
        clearTimeout(timer);
        resolve(base64);
        void worker.terminate();
      };
      const timer = setTimeout(() => end(null), patienceMs);
      worker.once('message', end);
      worker.once('error', () => end(null));
      worker.once('exit', () => end(null));
    });
}
