/** The card reader's process as a child of Node: the server host's way. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReaderChild } from '../readers/reader-link.ts';

/** `file`: the built `reader.js`, or `reader-process.ts` when Foyer runs from its source. */
export function spawnReaderChild(file: URL): () => ReaderChild {
  return () => {
    const child = fork(fileURLToPath(file), [], {
      execArgv: [],
      serialization: 'json',
      // What native code prints goes to the terminal's error stream, never among the host's own lines.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const onExit = new Set<() => void>();
    let isGone = false;
    const gone = (): void => {
      if (isGone) return;
      isGone = true;
      for (const listener of onExit) listener();
    };
    child.once('exit', gone);
    child.on('error', () => {
      if (child.pid === undefined) gone();
    });
    return {
      post(message) {
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void onExit.add(listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
