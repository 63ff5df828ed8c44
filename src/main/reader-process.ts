/**
 * The process that holds the card readers, started by either host: by Node's `fork` or as a utility process of
 * Electron. It speaks `ReaderCommand` and `ReaderReport`, and ends with its parent.
 */
import type { ReaderCommand, ReaderReport } from './readers/card-read.ts';
import { createNodeHidPort } from './readers/node-hid-port.ts';
import { createSupervisor } from './readers/supervisor.ts';
import { aliveEveryMs, repeat, systemTiming } from './readers/timing.ts';

/** What Electron gives a utility process to speak with its parent. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: unknown): void;
}

const parentPort = (process as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort;

function report(message: ReaderReport): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  // Without a listener a parent that is just going away would be an error.
  else process.send?.(message, () => undefined);
}

const supervisor = createSupervisor({
  port: createNodeHidPort(),
  timing: systemTiming,
  onRead: (read) => report({ kind: 'read', read }),
  onStatus: (readers) => report({ kind: 'status', readers }),
  onHeard: (heard) => report({ kind: 'heard', heard }),
});

function obey(command: ReaderCommand): void {
  switch (command.kind) {
    case 'configure':
      supervisor.configure(command.readers);
      break;
    case 'tap':
      report({ kind: 'tapped', id: command.id, fault: supervisor.tap(command.card, command.place) });
      break;
    case 'ask':
      void supervisor
        .ask(command.question)
        .then((answer) => report({ kind: 'answer', id: command.id, answer }));
      break;
    case 'stop':
      void supervisor.stop().then(() => process.exit(0));
  }
}

if (parentPort !== undefined) {
  parentPort.on('message', ({ data }) => obey(data as ReaderCommand));
  parentPort.on('close', () => process.exit(0));
} else if (process.send !== undefined) {
  process.on('message', (message) => obey(message as ReaderCommand));
  process.on('disconnect', () => process.exit(0));
} else {
  process.stderr.write('This program is started by Foyer and has nothing to do on its own.\n');
  process.exit(1);
}

report({ kind: 'alive' });
repeat(systemTiming, aliveEveryMs, () => report({ kind: 'alive' }));
