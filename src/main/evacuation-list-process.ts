/** The program of the thread that writes the evacuation list: one piece of work, one answer, the end. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { drawSheet } from './evacuation-list/draw.ts';
import {
  faultOf,
  folderFault,
  removeList,
  removeOldList,
  tryFolder,
  writeList,
} from './evacuation-list/folder.ts';
import type { PaperWork } from './evacuation-list/thread.ts';

/** Beside `src/main` and `out/main` alike. */
const font = new URL('../../resources/fonts/inter-regular.ttf', import.meta.url);

async function work({ act, folder, sheet }: PaperWork): Promise<void> {
  if (act === 'remove') return removeList(folder);
  if (act === 'try') return tryFolder(folder);
  if (sheet === null) throw new Error('nothing to write');
  try {
    writeList(folder, await drawSheet(sheet, readFileSync(font)));
  } catch (error) {
    removeOldList(folder, Date.now());
    throw error;
  }
}

const asked = workerData as PaperWork;
const wrong = asked.act === 'remove' ? null : folderFault(asked.folder, asked.dataFolder);
if (wrong !== null) parentPort?.postMessage(wrong);
else
  work(asked).then(
    () => parentPort?.postMessage(null),
    (error: unknown) => parentPort?.postMessage(faultOf(error)),
  );
