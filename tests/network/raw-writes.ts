/**
 * What the disk itself takes meanwhile: a thread that writes 4 KiB with `fsync` four times a second to a file beside
 * the data, until it is told to end. Answers with the milliseconds of each write.
 */
import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const everyMs = 250;
const page = Buffer.alloc(4096, 1);
/** The same pages again and again, as the log of a database has them. */
const pages = 64;

const file = join(String(workerData), 'raw');
const descriptor = openSync(file, 'w');
const times: number[] = [];
const timer = setInterval(() => {
  const from = performance.now();
  writeSync(descriptor, page, 0, page.length, (times.length % pages) * page.length);
  fsyncSync(descriptor);
  times.push(performance.now() - from);
}, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  closeSync(descriptor);
  unlinkSync(file);
  parentPort?.postMessage(times);
});
