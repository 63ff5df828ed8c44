/** What every Foyer that serves its pages on this machine begins with: the installation's own, and a joined one. */
import { fileURLToPath } from 'node:url';
import { Door } from '../../../shared/vocabulary.ts';
import type { Log } from '../../core/ports.ts';
import type { ReaderChild } from '../../readers/reader-link.ts';
import { findBrowser, whyNoWindow } from '../browser.ts';
import type { ControlAnswer } from '../control.ts';
import { type Machine, prepareDataFolder } from '../data-folder.ts';
import type { HostOptions } from '../options.ts';
import type { SpawnCore } from '../spawned-core.ts';
import { type HttpHost, type HttpHostParts, openHttpHost } from './http-host.ts';
import { openedLinkMs } from './launch.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';
import { createWindows, type Windows } from './windows.ts';

export interface ServerHostParts {
  readonly options: HostOptions;
  readonly machine: Machine;
  /** Undefined where the system has no such thing. */
  readonly userId: number | undefined;
  readonly spawnCore: SpawnCore;
  readonly spawnReader: () => ReaderChild;
  /** The built pages. */
  readonly pages: URL;
  readonly random: (size: number) => Uint8Array;
  /** A line that others read, on standard output. */
  print(line: string): void;
  /** A sentence for a person, on standard error. */
  say(sentence: string): void;
  /** Somebody asked Foyer to stop, through the control socket. */
  stopAsked(): void;
}

export type ServerHost =
  /** `close` ends everything within two seconds. */
  | { readonly running: true; bug(line: Readonly<Record<string, string>>): void; close(): Promise<void> }
  | { readonly running: false; readonly exitCode: number };

export const ended = (exitCode: number): ServerHost => ({ running: false, exitCode });

/** Makes the data folder where there is none; false, and said why, where it cannot be used. */
export function hasDataFolder({ options, say }: Pick<ServerHostParts, 'options' | 'say'>): boolean {
  const { dataFolder } = options;
  try {
    prepareDataFolder(dataFolder);
    return true;
  } catch (error) {
    say(`the data folder ${dataFolder} cannot be used (${(error as NodeJS.ErrnoException).code})`);
    return false;
  }
}

/** Throws with a sentence for the terminal when they have not been built. */
export function pagesOf({ pages }: Pick<ServerHostParts, 'pages'>): StaticFiles {
  return readStaticFiles(fileURLToPath(pages));
}

/** Pages, calls and events on the loopback address. Throws with a sentence for the terminal when the port is taken. */
export function openOnThisMachine(
  { options, random }: Pick<ServerHostParts, 'options' | 'random'>,
  served: Pick<HttpHostParts, 'desk' | 'files' | 'log' | 'hasApi'>,
): Promise<HttpHost> {
  return openHttpHost({ ...served, random, monotonic: () => performance.now(), port: options.port });
}

/** Opens the windows of these doors; null, and said why, where there are none to open. */
export function openWindows(
  { options, machine, userId, say }: ServerHostParts,
  http: HttpHost,
  log: Log,
  doors: readonly Door[] = Door.options,
): Windows | null {
  if (!options.open) return null;
  const program = findBrowser(machine);
  const why = whyNoWindow(machine, userId, program);
  if (program === null || why !== null) {
    say(`no window is opened: ${why}. Open the two addresses in a browser on this machine; each works once.`);
    return null;
  }
  const opened = createWindows({
    program,
    dataFolder: options.dataFolder,
    kiosk: options.kiosk,
    doors,
    link: (door) => http.link(door, openedLinkMs),
    log,
  });
  opened.open();
  return opened;
}

/** The second instance: says so, and hands on the fresh links of the first. */
export function giveWay(
  { options, print, say }: Pick<ServerHostParts, 'options' | 'print' | 'say'>,
  answer: ControlAnswer | null,
): ServerHost {
  if (!answer?.ok) {
    say(`another Foyer holds ${options.dataFolder} and does not answer`);
    return ended(1);
  }
  for (const [door, url] of Object.entries(answer.links ?? {})) print(`${door}: ${url}`);
  say(`Foyer is already running with ${options.dataFolder}; it was asked to come to the front`);
  return ended(0);
}
