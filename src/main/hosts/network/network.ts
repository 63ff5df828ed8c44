/**
 * Whether the host is on the network: because its command line says so, or because the office does. Off, nothing
 * listens but the loopback side.
 */
import { hostname, networkInterfaces } from 'node:os';
import type { NetworkFault, NetworkState } from '../../../shared/contract/devices.ts';
import type { Log } from '../../core/ports.ts';
import type { DeviceNews } from '../core-protocol.ts';
import type { Desk } from '../desk.ts';
import type { StaticFiles } from '../server/static-files.ts';
import { type CertificateParts, findCertificate, type NetworkCertificate } from './certificate.ts';
import {
  defaultNetworkPort,
  hostWithPort,
  type ListenAddress,
  reachableAddresses,
} from './network-address.ts';
import { type NetworkHost, openNetworkHost } from './network-host.ts';

export interface NetworkParts {
  readonly desk: Pick<
    Desk,
    'call' | 'callForText' | 'subscribe' | 'connectionClosed' | 'askDevice' | 'networkChanged'
  >;
  readonly files: StaticFiles;
  /** Given on the command line; null leaves it to the office. */
  readonly listen: ListenAddress | null;
  /** Further host names this machine is called by on the network. */
  readonly names: readonly string[];
  readonly certificate: Omit<CertificateParts, 'names'>;
  readonly log: Log;
  /** The addresses and the fingerprint, for the terminal. */
  print(line: string): void;
  say(sentence: string): void;
}

export interface Network {
  /** What the core says of devices. */
  hear(news: DeviceNews): void;
  /** Begins to listen where the command line says so; resolves when it does, or cannot. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const everywhere: ListenAddress = { address: '0.0.0.0', port: defaultNetworkPort };

export function createNetwork(parts: NetworkParts): Network {
  const { desk, log } = parts;
  const listen = parts.listen ?? everywhere;
  let wanted = parts.listen !== null;
  let host: NetworkHost | null = null;
  let turn: Promise<void> = Promise.resolve();
  let isClosed = false;

  const ownNames = (): string[] => [
    ...new Set([
      ...parts.names,
      hostname().toLowerCase(),
      ...reachableAddresses(listen.address, networkInterfaces()),
    ]),
  ];

  function tell(certificate: NetworkCertificate | null, fault: NetworkFault | null): void {
    const names = host === null ? [] : [...ownNames(), ...(certificate?.names ?? [])];
    const port = host?.port ?? 0;
    const state: NetworkState = {
      listening: host !== null,
      byOption: parts.listen !== null,
      addresses: [...new Set(names)].map((name) => `https://${hostWithPort(name, port)}`),
      fingerprint: certificate?.fingerprint ?? null,
      selfSigned: certificate?.selfSigned ?? false,
      certificateEndsAt: certificate?.endsAt ?? null,
      fault,
    };
    desk.networkChanged(state);
    if (host === null) return;
    for (const address of state.addresses) parts.print(`network: ${address}`);
    parts.print(`fingerprint: ${certificate?.fingerprint ?? ''}`);
  }

  async function open(): Promise<void> {
    const certificate = findCertificate({ ...parts.certificate, names: ownNames() });
    if (!certificate.ok) {
      parts.say(`no device can join: ${certificate.fault}`);
      tell(null, 'certificate');
      return;
    }
    const { found } = certificate;
    try {
      host = await openNetworkHost({
        ...{ desk, log, listen, files: parts.files, certificate: found },
        monotonic: () => performance.now(),
        names: () => [...ownNames(), ...found.names],
      });
      log({ event: 'network-opened', port: host.port });
      tell(found, null);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      const fault = code === 'EADDRINUSE' || code === 'EACCES' ? 'port-taken' : 'address';
      log({ event: 'network-fault', fault, code });
      parts.say(
        `no device can join: ${listen.address}, port ${listen.port}, cannot be listened on (${code})`,
      );
      tell(found, fault);
    }
  }

  /** One change after the other, however fast somebody switches. */
  function settle(): Promise<void> {
    turn = turn.then(async () => {
      const isWanted = wanted && !isClosed;
      if (isWanted && host === null) await open();
      else if (!isWanted && host !== null) {
        const closing = host;
        host = null;
        await closing.close();
        log({ event: 'network-closed' });
        if (!isClosed) tell(null, null);
      }
    });
    return turn;
  }

  return {
    hear(news) {
      if (news.kind === 'device-gone') host?.deviceGone(news.deviceId);
      else if (parts.listen === null) {
        wanted = news.on;
        void settle();
      }
    },
    start: settle,
    close() {
      isClosed = true;
      return settle();
    },
  };
}
