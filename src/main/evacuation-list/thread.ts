/**
 * The core's way to the file: a thread for each piece of work, ended with it. A folder on a network that hangs holds
 * that thread and nobody else, and the PDF library is never part of the core.
 */
import { Worker } from 'node:worker_threads';
import type { FolderFault } from '../../shared/contract/evacuation-list.ts';
import type { EvacuationPaper } from '../core/evacuation-list/evacuation-list.ts';
import type { Sheet } from '../core/evacuation-list/sheet.ts';

export interface PaperWork {
  readonly act: 'try' | 'write' | 'remove';
  readonly folder: string;
  readonly dataFolder: string;
  readonly sheet: Sheet | null;
}

/** A share that does not answer by then has failed. */
const patienceMs = 30_000;

export function createEvacuationPaper(program: URL, dataFolder: string): EvacuationPaper {
  const run = (act: PaperWork['act'], folder: string, sheet: Sheet | null): Promise<FolderFault | null> =>
    new Promise((resolve) => {
      const workerData: PaperWork = { act, folder, dataFolder, sheet };
      const worker = new Worker(program, { workerData });
      worker.unref();
      const timer = setTimeout(() => end('folder-failed'), patienceMs);
      const end = (fault: FolderFault | null): void => {
        clearTimeout(timer);
        resolve(fault);
        void worker.terminate();
      };
      worker.once('message', end);
      worker.once('error', () => end('folder-failed'));
      worker.once('exit', () => end('folder-failed'));
    });
  return {
    try: (folder) => run('try', folder, null),
    write: (folder, sheet) => run('write', folder, sheet),
    remove: (folder) => run('remove', folder, null),
  };
}
