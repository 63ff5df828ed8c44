/**
 * The program of the core's own process: a worker thread under the server host, a utility process under Electron.
 * It opens the installation it is told to and answers the messages of `hosts/core-protocol.ts`. It prints nothing.
 */
import { randomBytes } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { release, type } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { createBadgePaper } from './badge-paper/thread.ts';
import type { Clock } from './core/ports.ts';
import { createCourier } from './couriers/courier.ts';
import { createEvacuationPaper } from './evacuation-list/thread.ts';
import type { CoreStart, FromCore, ToCore } from './hosts/core-protocol.ts';
import { type CorePort, type CoreTools, createCoreService, type OpenedCore } from './hosts/core-service.ts';
import { openApp } from './open-app.ts';
import { openDemo } from './open-demo.ts';

/** Below this much free space, in bytes, the screens say so: a purge needs room to compact the database. */
const lowSpace = 200 * 1024 * 1024;
/** Asking the file system takes longer than a call that asks for it; so it is asked this seldom. */
const spaceCheckMs = 5_000;

/** Electron gives a utility process a port of its own kind. */
interface UtilityPort {
  postMessage(message: FromCore): void;
  on(event: 'message', listener: (event: { readonly data: ToCore }) => void): void;
}

function findPort(): CorePort {
  const worker = parentPort;
  if (worker !== null)
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', listener),
      end: () => worker.close(),
    };
  const { parentPort: utility } = process as NodeJS.Process & { readonly parentPort?: UtilityPort };
  if (utility === undefined) throw new Error('this program is started by a host of Foyer');
  return {
    post: (message) => utility.postMessage(message),
    onMessage: (listener) => utility.on('message', ({ data }) => listener(data)),
    // The last message is still on its way in this turn.
    end: () => void setTimeout(() => process.exit(0), 20),
  };
}

function open(
  start: CoreStart,
  { log, tap, askReaders, longWork, deviceGone, letJoinChanged }: CoreTools,
): OpenedCore | Promise<OpenedCore> {
  const { dataFolder, masterKey, clockOffsetMs } = start;
  const clock: Clock = {
    now: () => Date.now() + clockOffsetMs,
    monotonic: () => performance.now(),
  };
  const parts = {
    dataFolder,
    masterKey,
    clock,
    random: (size: number) => randomBytes(size),
    log,
    storageLow: watchSpace(dataFolder),
    tapSimulated: tap,
    askReaders,
    longWork,
    // A demo's people are invented: nothing about them leaves the machine.
    ...(!start.demo && { courier: createCourier({ now: clock.now }) }),
    deviceGone,
    letJoinChanged,
    evacuationPaper: createEvacuationPaper(programBeside('evacuation-list'), dataFolder),
    badgePaper: createBadgePaper(programBeside('badge-paper')),
    designFolder,
    system: `${type()} ${release()} ${process.arch}`,
  };
  return start.demo ? openDemo(parts) : openApp({ ...parts, demo: null });
}

/** Beside `src/main` and `out/main` alike. */
const designFolder = new URL('../../resources/badges', import.meta.url);

/** Built beside this program; a source beside its source. */
function programBeside(name: string): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `./${name}-process.ts` : `./${name}.js`, import.meta.url);
}

function watchSpace(dataFolder: string): () => boolean {
  let askedAt = Number.NEGATIVE_INFINITY;
  let isLow = false;
  return () => {
    if (performance.now() - askedAt > spaceCheckMs) {
      askedAt = performance.now();
      try {
        const { bavail, bsize } = statfsSync(dataFolder);
        isLow = bavail * bsize < lowSpace;
      } catch {
        // A file system that does not say counts as roomy; a write that fails still says so.
        isLow = false;
      }
    }
    return isLow;
  };
}

const service = createCoreService({
  port: findPort(),
  open,
  newReference: () => randomBytes(4).toString('hex'),
});
process.on('uncaughtException', (error) => void service.bug(error, null));
process.on('unhandledRejection', (error) => void service.bug(error, null));
