/** `utilityProcess`: a child of Node with `process.parentPort`. */
import { type ChildProcess, fork as forkChild } from 'node:child_process';
import { EventEmitter } from 'node:events';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
  readonly serviceName?: string;
  readonly execArgv?: readonly string[];
}

const children = new Set<ChildProcess>();

/** Electron ends its utility processes with itself. */
export function endUtilityProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
}

export const utilityProcess = {
  fork(modulePath: string, parameters: readonly string[] = [], options: ForkOptions = {}) {
    const output = options.stdio ?? 'inherit';
    const child = forkChild(modulePath, [...parameters], {
      execArgv: [
        '--import',
        new URL('./utility-child.ts', import.meta.url).href,
        ...(options.execArgv ?? []),
      ],
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: ['ignore', output, output, 'ipc'],
    });
    children.add(child);
    const emitter = new EventEmitter();
    child.on('spawn', () => emitter.emit('spawn'));
    child.on('message', (message) => emitter.emit('message', message));
    child.on('exit', (code) => {
      children.delete(child);
      emitter.emit('exit', code ?? 1);
    });
    return Object.assign(emitter, {
      get pid() {
        return child.exitCode === null && child.signalCode === null ? child.pid : undefined;
      },
      stdout: child.stdout,
      stderr: child.stderr,
      postMessage: (message: unknown) => {
        if (child.connected) child.send(message as object);
      },
      kill: () => child.kill(),
    });
  },
};
