/** The device that a data folder is, or becomes, and the desk that stands in for its host's core. */
import { join } from 'node:path';
import { faultLine } from '../../core/fault-line.ts';
import type { Log } from '../../core/ports.ts';
import { holdsInstallation, type Machine } from '../data-folder.ts';
import type { HostOptions } from '../options.ts';
import { type DeviceFile, deviceFileName, readDeviceFile, writeDeviceFile } from './device-file.ts';
import { createJoinedDesk, type JoinedDesk } from './joined-desk.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { pairWithHost } from './pairing.ts';
import { createPinnedLine } from './pinned-line.ts';
import { openRemembered } from './remembered.ts';
import { SealedOtherwise } from './sealed-file.ts';

export const outboxFile = 'outbox';
export const rememberedFile = 'remembered.json';

export interface JoiningParts {
  readonly options: Pick<HostOptions, 'dataFolder' | 'pairing'>;
  readonly machine: Pick<Machine, 'platform'>;
  readonly random: (size: number) => Uint8Array;
  /** A sentence for a person, on standard error. */
  say(sentence: string): void;
  /** Asks whoever is at the terminal; null where nobody is. */
  ask(question: string): Promise<string | null>;
}

export interface JoinedDevice {
  readonly device: DeviceFile;
  readonly desk: JoinedDesk;
}

/** A sentence for the terminal where the data folder is no place for a device. */
export function whyNoDevice(dataFolder: string): string | null {
  return holdsInstallation(dataFolder)
    ? `${dataFolder} holds an installation of its own: name another folder with --data`
    : null;
}

/** Pairs with `host` where that has not been done. Throws a sentence for the terminal. */
export async function openJoinedDevice(parts: JoiningParts, host: URL, log: Log): Promise<JoinedDevice> {
  const { dataFolder } = parts.options;
  const device = await findDevice(parts, host);
  const { role, fingerprint, secret } = device;
  const line = createPinnedLine({ host, fingerprint, secret });
  const key = Buffer.from(device.outboxKey, 'hex');
  const desk = createJoinedDesk({
    ...{ role, line, log },
    now: () => Date.now(),
    kiosk:
      role === 'console'
        ? null
        : {
            outbox: findOutbox(dataFolder, key),
            remembered: openRemembered(join(dataFolder, rememberedFile), (error) =>
              log({ event: 'fault', ...faultLine(error) }),
            ),
          },
  });
  return { device, desk };
}

/** The kiosk's outbox; throws a sentence for the terminal, and leaves the file, where its key is not this device's. */
function findOutbox(dataFolder: string, key: Uint8Array): Outbox {
  const file = join(dataFolder, outboxFile);
  try {
    return openOutbox(file, key, () => Date.now());
  } catch (error) {
    if (!(error instanceof SealedOtherwise)) throw error;
    throw new Error(
      `${file} is ${error.message}; it was left as it is, and visitors who signed in while the host was away may be in it. If this folder was paired anew, put the ${deviceFileName} back that was there before and start again. If there is none, move ${outboxFile} out of the folder and start again: without its key nobody can read it, so ask reception to register those visitors by hand`,
    );
  }
}

/** The device this folder is, or the one it becomes; throws a sentence for the terminal. */
async function findDevice(parts: JoiningParts, host: URL): Promise<DeviceFile> {
  const { options, machine } = parts;
  const { dataFolder, pairing } = options;
  const kept = readDeviceFile(dataFolder, machine.platform);
  if (kept.found) {
    if (kept.device.host !== host.origin)
      throw new Error(`${dataFolder} is a device of ${kept.device.host}: name another folder with --data`);
    if (pairing.fingerprint === null || pairing.fingerprint === kept.device.fingerprint) return kept.device;
    // The administrator gave the host another certificate and says which.
    const renewed = { ...kept.device, fingerprint: pairing.fingerprint };
    writeDeviceFile(dataFolder, renewed);
    return renewed;
  }
  if (kept.fault !== null) throw new Error(kept.fault);
  const paired = await pairWithHost({
    ...{ host, code: pairing.code, fingerprint: pairing.fingerprint },
    random: parts.random,
    say: parts.say,
    ask: parts.ask,
  });
  if (!paired.ok) throw new Error(paired.fault);
  writeDeviceFile(dataFolder, paired.device);
  return paired.device;
}
