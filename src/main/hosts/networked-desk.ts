/** The desk of an installation together with its side on the network: what both hosts open, each in its own way. */
import type { Machine } from './data-folder.ts';
import { clockOffsetFrom, createDesk, type Desk, type DeskParts } from './desk.ts';
import { createNetwork, type Network, type NetworkParts } from './network/network.ts';
import type { HostOptions } from './options.ts';

export interface NetworkedDeskParts
  extends Omit<DeskParts, 'options' | 'onDevices' | 'clockOffsetMs'>,
    Pick<NetworkParts, 'files' | 'print' | 'say'> {
  readonly options: HostOptions;
  readonly machine: Machine;
  readonly random: (size: number) => Uint8Array;
}

/** Nothing listens before `network.start`. */
export function createNetworkedDesk(parts: NetworkedDeskParts): {
  readonly desk: Desk;
  readonly network: Network;
} {
  const { options, machine, random, files, print, say, log } = parts;
  const { dataFolder, listen, names, certificate: named } = options;
  let network: Network | null = null;
  const desk = createDesk({
    ...parts,
    onDevices: (news) => network?.hear(news),
    clockOffsetMs: clockOffsetFrom(machine.env),
  });
  network = createNetwork({
    ...{ desk, files, log, print, say, listen, names },
    certificate: { dataFolder, named, now: () => Date.now(), random, platform: machine.platform },
  });
  return { desk, network };
}
