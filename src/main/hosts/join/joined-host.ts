/**
 * A Foyer that is a kiosk or a console of another: no core, no database of visits. The pages are its own, on its own
 * loopback address; what they call goes on to the host.
 */
import { claimControl } from '../control.ts';
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
import type { DeviceFile } from './device-file.ts';
import { type JoinedDevice, openJoinedDevice, whyNoDevice } from './joined-device.ts';

export interface JoinedHostParts extends ServerHostParts {
  /** Asks whoever is at the terminal; null where nobody is. */
  ask(question: string): Promise<string | null>;
}

export async function startJoinedHost(parts: JoinedHostParts, host: URL): Promise<ServerHost> {
  const { options, print, say } = parts;
  const { dataFolder } = options;
  if (!hasDataFolder(parts)) return ended(1);
  const why = whyNoDevice(dataFolder);
  if (why !== null) {
    say(why);
    return ended(1);
  }
  const { log, close: closeLog } = openLog(dataFolder, () => Date.now());
  let http: HttpHost | null = null;
  let windows: Windows | null = null;
  let joined: JoinedDevice | null = null;
  const link = (): Partial<Record<DeviceFile['role'], string>> | null =>
    http === null || joined === null
      ? null
      : { [joined.device.role]: http.link(joined.device.role, shownLinkMs) };

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
    joined?.desk.close();
    if (claim.kind === 'first') await claim.close();
    log({ event: 'stopped' });
    closeLog();
  }

  try {
    joined = await openJoinedDevice(parts, host, log);
    log({ event: 'started', host: 'joined', role: joined.device.role });
    http = await openOnThisMachine(parts, { desk: joined.desk, files: pagesOf(parts), log, hasApi: false });
  } catch (error) {
    say(error instanceof Error ? error.message : 'Foyer could not be started');
    await close();
    return ended(1);
  }
  const { device } = joined;
  for (const [door, url] of Object.entries(link() ?? {})) print(`${door}: ${url}`);
  say(`this is ${device.name}, a ${device.role} of ${device.host}`);
  windows = openWindows(parts, http, log, [device.role]);
  return { running: true, bug: (fault) => log({ event: 'fault', ...fault }), close };
}
