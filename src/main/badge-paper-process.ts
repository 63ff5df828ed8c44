/** The program of the thread that draws badges: one piece of work, one answer, the end. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type BadgePaperWork, drawBadges } from './badge-paper/draw.ts';

/** Beside `src/main` and `out/main` alike. */
const font = (name: string): Uint8Array =>
  readFileSync(new URL(`../../resources/fonts/${name}.ttf`, import.meta.url));

drawBadges(workerData as BadgePaperWork, { regular: font('inter-regular'), bold: font('inter-bold') }).then(
  (pdf) => parentPort?.postMessage(Buffer.from(pdf).toString('base64')),
  () => parentPort?.postMessage(null),
);
