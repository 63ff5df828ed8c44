/**
 * A Foyer that is a kiosk or a console of another: no core, no database of visits. The pages are its own, on its own
 * loopback address; what they call goes on to the host.
 */
import { join } from 'node:path';
import { faultLine } from '../../core/fault-line.ts';
import { claimControl } from '../control.ts';
import { holdsInstallation } from '../data-folder.ts';
import { openLog } from '../log.ts';
import {
  ended,
  giveWay,
  hasDataFolder,
  openOnThisMachine,
  openWindows,
  pagesOf,
  type ServerHost,
  type ServerHostParts,
} from '../server/host-start.ts';
import type { HttpHost } from '../server/http-host.ts';
import { shownLinkMs } from '../server/launch.ts';
import type { Windows } from '../server/windows.ts';
import { type DeviceFile, deviceFileName, readDeviceFile, writeDeviceFile } from './device-file.ts';
import { createJoinedDesk, type JoinedDesk } from './joined-desk.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { pairWithHost } from './pairing.ts';
import { createPinnedLine } from './pinned-line.ts';
import { openRemembered } from './remembered.ts';
import { SealedOtherwise } from './sealed-file.ts';

export const outboxFile = 'outbox';
export const rememberedFile = 'remembered.json';

export interface JoinedHostParts extends ServerHostParts {
  /** Asks whoever is at the terminal; null where nobody is. */
  ask(question: string): Promise<string | null>;
}

export async function startJoinedHost(parts: JoinedHostParts, host: URL): Promise<ServerHost> {
  const { options, print, say } = parts;
  const { dataFolder } = options;
  if (!hasDataFolder(parts)) return ended(1);
  if (holdsInstallation(dataFolder)) {
    say(`${dataFolder} holds an installation of its own: name another folder with --data`);
    return ended(1);
  }
  const { log, close: closeLog } = openLog(dataFolder, () => Date.now());
  let http: HttpHost | null = null;
  let windows: Windows | null = null;
  let desk: JoinedDesk | null = null;
  let device: DeviceFile | null = null;
  const link = (): Partial<Record<DeviceFile['role'], string>> | null =>
    http === null || device === null ? null : { [device.role]: http.link(device.role, shownLinkMs) };

  const claim = await claimControl(
    dataFolder,
    {
      host: 'server',
      tap: async () => 'not-simulated',
      link: (door) => link()?.[door] ?? null,
      focus() {
        windows?.open();
        return link();
      },
      state: () => (http === null ? 'starting' : 'ready'),
      stop: () => parts.stopAsked(),
    },
    log,
  );
  if (claim.kind === 'second') {
    closeLog();
    return giveWay(parts, claim.answer);
  }

  async function close(): Promise<void> {
    await Promise.all([http?.close(), windows?.close()]);
    desk?.close();
    if (claim.kind === 'first') await claim.close();
    log({ event: 'stopped' });
    closeLog();
  }

  try {
    device = await findDevice(parts, host);
    const { role } = device;
    const line = createPinnedLine({ host, fingerprint: device.fingerprint, secret: device.secret });
    log({ event: 'started', host: 'joined', role });
    const key = Buffer.from(device.outboxKey, 'hex');
    desk = createJoinedDesk({
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
    http = await openOnThisMachine(parts, { desk, files: pagesOf(parts), log, hasApi: false });
  } catch (error) {
    say(error instanceof Error ? error.message : 'Foyer could not be started');
    await close();
    return ended(1);
  }
  for (const [door, url] of Object.entries(link() ?? {})) print(`${door}: ${url}`);
  say(`this is ${device.name}, a ${device.role} of ${device.host}`);
  windows = openWindows(parts, http, log, [device.role]);
  return { running: true, bug: (fault) => log({ event: 'fault', ...fault }), close };
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
async function findDevice(parts: JoinedHostParts, host: URL): Promise<DeviceFile> {
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
