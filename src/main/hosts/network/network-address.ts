/** Where the host listens on the network, and under which names devices find it there. */
import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

/** Beside 4713 of the loopback side, and never the next free one: devices keep the address. */
export const defaultNetworkPort = 4743;

export interface ListenAddress {
  /** An address of this machine, `0.0.0.0` or `::` for all of them. */
  readonly address: string;
  /** 0: any. */
  readonly port: number;
}

/** `ADDRESS`, `ADDRESS:PORT`, `[ADDRESS]:PORT` for IPv6; null for anything else. */
export function readListenAddress(text: string): ListenAddress | null {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text);
  const plain = /^([^:[\]]+)(?::(\d{1,5}))?$/.exec(text);
  const [, address = '', port] = bracketed ?? plain ?? (isIP(text) === 6 ? ['', text] : []);
  const number = port === undefined ? defaultNetworkPort : Number(port);
  if (isIP(address) !== (bracketed || isIP(text) === 6 ? 6 : 4) || number > 65_535) return null;
  return { address, port: number };
}

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Addresses of this machine that others can reach: the one listened on, or all where that is `0.0.0.0` or `::`. */
export function reachableAddresses(address: string, interfaces: Interfaces): readonly string[] {
  if (address !== '0.0.0.0' && address !== '::') return [address];
  return Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .filter(({ internal, family }) => !internal && (address === '::' || family === 'IPv4'))
    .filter((entry) => entry.family === 'IPv4' || entry.scopeid === 0)
    .map((entry) => entry.address);
}

/** `name` or `name:port` as browsers write it in `Host`: HTTPS's own port is left out, IPv6 stands in brackets. */
export function hostWithPort(name: string, port: number): string {
  const host = isIP(name) === 6 ? `[${name}]` : name.toLowerCase();
  return port === 443 ? host : `${host}:${port}`;
}

/** The address of a Foyer to join: `https://HOST` or `https://HOST:PORT` and nothing after it; null for all else. */
export function readJoinAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return url.protocol === 'https:' && isBare ? url : null;
}
