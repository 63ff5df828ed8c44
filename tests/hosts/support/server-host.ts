/** The whole server host in the test's own process: real core in its thread, real reader process, real HTTP. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { spawnCoreWorker } from '../../../src/main/hosts/core-worker.ts';
import type { HostOptions } from '../../../src/main/hosts/options.ts';
import { spawnReaderChild } from '../../../src/main/hosts/reader-child.ts';
import { startServerHost } from '../../../src/main/hosts/server/server-host.ts';
import type { CoreProcess } from '../../../src/main/hosts/spawned-core.ts';
import { openLink, type Visitor } from './http.ts';
import { writePages } from './pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const source = (path: string): URL => new URL(`../../../src/main/${path}`, import.meta.url);

export interface StartedHost {
  readonly running: boolean;
  readonly exitCode: number | null;
  readonly dataFolder: string;
  readonly printed: readonly string[];
  readonly said: readonly string[];
  readonly stops: readonly string[];
  /** What follows `kiosk: `, `console: ` or `set-up code: `; an error when it was not printed exactly once. */
  printedAfter(word: string): string;
  open(door: 'kiosk' | 'console'): Promise<Visitor>;
  /** Ends the core's thread as a crash would. */
  killCore(): void;
  close(): Promise<void>;
}

export async function startHost(
  options: Partial<HostOptions> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<StartedHost> {
  const folder = temporaryFolder();
  const dataFolder = options.dataFolder ?? join(folder, 'data');
  const printed: string[] = [];
  const said: string[] = [];
  const stops: string[] = [];
  let core: CoreProcess | undefined;
  const spawnCore = spawnCoreWorker(source('core-process.ts'));
  const host = await startServerHost({
    options: {
      host: 'server',
      kiosk: false,
      dataFolder,
      port: 0,
      open: false,
      reader: 'simulated',
      demo: false,
      keyFile: null,
      listen: null,
      certificate: null,
      names: [],
      join: null,
      pairing: { code: null, fingerprint: null },
      ...options,
    },
    machine: { platform: process.platform, env, homeFolder: folder, workingFolder: folder },
    userId: process.getuid?.(),
    spawnCore() {
      core = spawnCore();
      return core;
    },
    spawnReader: spawnReaderChild(source('reader-process.ts')),
    pages: pathToFileURL(`${writePages(folder)}/`),
    random: (size) => randomBytes(size),
    print: (line) => void printed.push(line),
    say: (sentence) => void said.push(sentence),
    stopAsked: () => void stops.push('stop'),
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= host.running ? host.close() : Promise.resolve();
    return closing;
  };
  onTestFinished(close);
  const printedAfter = (word: string): string => {
    const [line, ...more] = printed.filter((text) => text.startsWith(`${word}: `));
    if (line === undefined || more.length > 0)
      throw new Error(`${word} was not printed once: ${printed.join('|')}`);
    return line.slice(word.length + 2);
  };
  return {
    running: host.running,
    exitCode: host.running ? null : host.exitCode,
    dataFolder,
    printed,
    said,
    stops,
    printedAfter,
    open: (door) => openLink(printedAfter(door)),
    killCore: () => core?.terminate(),
    close,
  };
}
