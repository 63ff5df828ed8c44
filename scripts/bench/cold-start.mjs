/**
 * One cold start of the core: its worker, the database opened, one answer, the end.
 * Arguments: the built core, the data folder. Environment: FOYER_BENCH_KEY, the master key.
 */
import { Worker } from 'node:worker_threads';

const [, , coreFile = '', dataFolder = ''] = process.argv;
const worker = new Worker(coreFile);
worker.postMessage({
  kind: 'start',
  start: { dataFolder, masterKey: process.env.FOYER_BENCH_KEY ?? null, demo: false, clockOffsetMs: 0 },
});
worker.on('message', (message) => {
  if (message.kind === 'ready') {
    if (message.state !== 'ready') throw new Error(`the core is in state ${message.state}`);
    const caller = { door: 'kiosk', connectionId: 'cold' };
    worker.postMessage({ kind: 'call', id: 1, caller, name: 'site.welcome', input: {} });
  }
  if (message.kind === 'reply') process.exit(JSON.parse(message.text).ok ? 0 : 1);
});
