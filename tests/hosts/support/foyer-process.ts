/** The server host as a process of its own, from its source, so that it can be killed like a machine that loses power. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../../src/main/server.ts', import.meta.url));

export interface FoyerProcess {
  /** What follows `NAME: ` on standard output; every such line. */
  printed(name: string): readonly string[];
  said(): string;
  /** Ends it as a power cut would; resolves when it has. */
  kill(): Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Resolves when the line `ready` has been printed, or the process has ended. `typed`: standard input. */
export async function startProcess(
  given: readonly string[],
  ready: RegExp,
  typed: string | null = null,
): Promise<FoyerProcess> {
  const child: ChildProcess = spawn(process.execPath, [program, '--port', '0', '--no-open', ...given], {
    stdio: [typed === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(typed);
  let [out, err] = ['', ''];
  const { promise, resolve } = Promise.withResolvers<void>();
  child.stdout?.on('data', (piece) => {
    out += String(piece);
    if (ready.test(out)) resolve();
  });
  child.stderr?.on('data', (piece) => {
    err += String(piece);
  });
  const ended = new Promise<number | null>((end) => child.once('close', (code) => end(code)));
  void ended.then(() => resolve());
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  await promise;
  return {
    printed: (name) => [...out.matchAll(new RegExp(`^${name}: (.+)$`, 'gm'))].map(([, text]) => text ?? ''),
    said: () => err,
    kill,
    ended,
  };
}
