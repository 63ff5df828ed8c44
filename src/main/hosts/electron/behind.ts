/**
 * What the windows show: the installation in this machine's data folder, or, as one of its devices, another Foyer.
 * The shell is the same before both.
 */
import type { SafeStorage } from 'electron';
import type { ReaderPlace } from '../../../shared/contract/readers.ts';
import { Door } from '../../../shared/vocabulary.ts';
import type { Log } from '../../core/ports.ts';
import type { ReaderConfiguration } from '../../readers/card-read.ts';
import type { ReaderChild } from '../../readers/reader-link.ts';
import type { Machine } from '../data-folder.ts';
import type { Desk } from '../desk.ts';
import { openJoinedDevice, whyNoDevice } from '../join/joined-device.ts';
import { createNetworkedDesk } from '../networked-desk.ts';
import type { HostOptions } from '../options.ts';
import type { StaticFiles } from '../server/static-files.ts';
import type { SpawnCore } from '../spawned-core.ts';
import { storageFaultWords } from '../storage-fault-words.ts';
import { openKey } from './key-store.ts';

export interface BehindParts {
  readonly options: HostOptions;
  readonly machine: Machine;
  readonly files: StaticFiles;
  readonly ring: SafeStorage;
  readonly spawnCore: SpawnCore;
  readonly spawnReader: () => ReaderChild;
  readonly onReaders: (readers: readonly ReaderConfiguration[]) => void;
  readonly random: (size: number) => Buffer;
  readonly log: Log;
  print(line: string): void;
  say(sentence: string): void;
  ask(question: string): Promise<string | null>;
}

export interface Behind {
  /** The windows there are. */
  readonly doors: readonly Door[];
  readonly desk: Pick<Desk, 'call' | 'subscribe' | 'connectionClosed'>;
  /** Null or the fault, as the control socket answers it. */
  tap(card: string, place: ReaderPlace): Promise<string | null>;
  state(): ReturnType<Desk['state']>;
  /** What happens once the windows are open; resolves when all of it is said. */
  begin(): Promise<void>;
  /** Ends within two seconds. */
  close(): Promise<void>;
}

/** Throws a sentence for the terminal. */
export function openBehind(parts: BehindParts): Promise<Behind> {
  const { join } = parts.options;
  return join === null ? openInstallation(parts) : openOther(parts, join);
}

async function openInstallation(parts: BehindParts): Promise<Behind> {
  const { options, machine, random, log, print, say } = parts;
  const key = await openKey({ options, machine, ring: parts.ring, random, log });
  if (!key.ok) throw new Error(key.fault);
  const { desk, network } = createNetworkedDesk({ ...parts, masterKey: key.masterKey });
  return {
    doors: Door.options,
    desk,
    tap: desk.tap,
    state: desk.state,
    async begin() {
      const { fault, setUpCode } = await desk.ready;
      if (fault !== null) say(storageFaultWords(fault));
      if (setUpCode !== null) print(`set-up code: ${setUpCode}`);
      await network.start();
    },
    async close() {
      await Promise.all([network.close(), desk.close()]);
    },
  };
}

async function openOther(parts: BehindParts, host: URL): Promise<Behind> {
  const why = whyNoDevice(parts.options.dataFolder);
  if (why !== null) throw new Error(why);
  const { device, desk } = await openJoinedDevice(parts, host, parts.log);
  parts.log({ event: 'started', host: 'joined', role: device.role });
  return {
    doors: [device.role],
    desk,
    tap: async () => 'not-simulated',
    state: () => 'ready',
    async begin() {
      parts.say(`this is ${device.name}, a ${device.role} of ${device.host}`);
    },
    async close() {
      desk.close();
    },
  };
}
