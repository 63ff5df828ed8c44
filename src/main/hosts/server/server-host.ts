/**
 * The server host from start to stop: one instance, key, core and readers, pages, windows. It neither reads the
 * command line nor ends the process; `server.ts` does.
 */
import type { Door } from '../../../shared/vocabulary.ts';
import { claimControl } from '../control.ts';
import type { Desk } from '../desk.ts';
import { findMasterKey } from '../key-source.ts';
import { openLog } from '../log.ts';
import type { Network } from '../network/network.ts';
import { createNetworkedDesk } from '../networked-desk.ts';
import { storageFaultWords } from '../storage-fault-words.ts';
import {
  ended,
  giveWay,
  hasDataFolder,
  openOnThisMachine,
  openWindows,
  pagesOf,
  type ServerHost,
  type ServerHostParts,
} from './host-start.ts';
import type { HttpHost } from './http-host.ts';
import { shownLinkMs } from './launch.ts';
import type { Windows } from './windows.ts';

/** A demo makes up its people, and a core that cannot live is tried again and again: neither is silent. */
const longStartMs = 5_000;

export async function startServerHost(parts: ServerHostParts): Promise<ServerHost> {
  const { options, machine, print, say } = parts;
  const { dataFolder } = options;
  if (!hasDataFolder(parts)) return ended(1);
  const { log, close: closeLog } = openLog(dataFolder, () => Date.now());
  let desk: Desk | null = null;
  let http: HttpHost | null = null;
  let windows: Windows | null = null;
  let network: Network | null = null;

  const links = (opened: HttpHost): Record<Door, string> => ({
    kiosk: opened.link('kiosk', shownLinkMs),
    console: opened.link('console', shownLinkMs),
  });
  const claim = await claimControl(
    dataFolder,
    {
      host: 'server',
      tap: async (card, place) => (desk === null ? 'unavailable' : desk.tap(card, place)),
      link: (door) => http?.link(door, shownLinkMs) ?? null,
      focus() {
        windows?.open();
        return http === null ? null : links(http);
      },
      state: () => desk?.state() ?? 'starting',
      stop: () => parts.stopAsked(),
    },
    log,
  );
  if (claim.kind === 'second') {
    closeLog();
    return giveWay(parts, claim.answer);
  }
  if (claim.kind === 'none')
    say(`there is no control socket (${claim.why}): taps and links from other terminals do not work`);

  async function close(): Promise<void> {
    await Promise.all([http?.close(), network?.close(), windows?.close(), desk?.close()]);
    if (claim.kind === 'first') await claim.close();
    log({ event: 'stopped' });
    closeLog();
  }

  try {
    const key = findMasterKey(options, machine, parts.random);
    if (!key.ok) throw new Error(key.fault);
    log({ event: 'started', host: 'server', demo: options.demo });
    const files = pagesOf(parts);
    const opened = createNetworkedDesk({ ...parts, files, log, masterKey: key.masterKey });
    desk = opened.desk;
    network = opened.network;
    http = await openOnThisMachine(parts, { desk, files, log, hasApi: true });
  } catch (error) {
    say(error instanceof Error ? error.message : 'Foyer could not be started');
    await close();
    return ended(1);
  }

  const waiting = setTimeout(() => say(`still starting; ${dataFolder}/log says more`), longStartMs);
  const ready = await desk.ready;
  clearTimeout(waiting);
  if (ready.fault !== null) say(storageFaultWords(ready.fault));
  for (const [door, url] of Object.entries(links(http))) print(`${door}: ${url}`);
  if (ready.setUpCode !== null) print(`set-up code: ${ready.setUpCode}`);
  await network.start();
  windows = openWindows(parts, http, log);
  return {
    running: true,
    bug: (line) => log({ event: 'fault', ...line }),
    close,
  };
}
