/** The core and the card readers as utility processes: what crashes there takes no window with it. */
import { utilityProcess } from 'electron';
import type { ReaderChild } from '../../readers/reader-link.ts';
import type { FromCore } from '../core-protocol.ts';
import type { CoreProcess } from '../spawned-core.ts';

function fork(program: string, name: string) {
  // Their output belongs on the terminal that started Foyer.
  const child = utilityProcess.fork(program, [], { serviceName: name, stdio: 'inherit' });
  let gone = false;
  child.on('exit', () => {
    gone = true;
  });
  return {
    post(message: unknown): void {
      if (!gone) child.postMessage(message);
    },
    onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    onExit: (listener: () => void) => void child.on('exit', () => listener()),
    /** Not `child.kill()`, which asks politely: whoever ends one of these has already asked. */
    end(): void {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}

export function spawnCore(program: string): CoreProcess {
  const { post, onMessage, onExit, end } = fork(program, 'Foyer core');
  return {
    post,
    onExit,
    onMessage: (listener) => onMessage((message) => listener(message as FromCore)),
    terminate: end,
  };
}

export function spawnReader(program: string): ReaderChild {
  const { post, onMessage, onExit, end } = fork(program, 'Foyer card readers');
  return { post, onExit, onMessage: (listener) => onMessage(listener), kill: end };
}
