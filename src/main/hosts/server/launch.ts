/**
 * Who a request comes from. A launch token is shown once (on the terminal, or in the address a window is opened
 * with) and buys one browser the cookie of one door; from then on the cookie says which connection a request
 * belongs to. Everything lives in memory: a restart of Foyer asks for fresh links.
 */
import { createHash } from 'node:crypto';
import type { DeviceId, Door } from '../../../shared/vocabulary.ts';

/** 256 bits each, so that neither can be guessed; base64url, which needs no escaping in addresses and cookies. */
const secretBytes = 32;

/**
 * An address on the terminal stays good for an hour. A window that Foyer opens itself uses its own within seconds,
 * and the list of processes shows it to other users of the machine, so it ends sooner.
 */
export const shownLinkMs = 60 * 60_000;
export const openedLinkMs = 2 * 60_000;

export interface Connection {
  readonly door: Door;
  /** What the core knows the browser by; not the cookie, so that a log of it opens nothing. */
  readonly connectionId: string;
  /** A paired device on the network; absent on this machine. */
  readonly deviceId?: DeviceId;
}

export interface Launch {
  /** A token that admits one browser through `door`, within `validMs`. */
  issue(door: Door, validMs: number): string;
  /** The value of a new cookie for the token, or null for one that is unknown, used, too old, or another door's. */
  redeem(token: string, door: Door): string | null;
  /** The connection behind a `Cookie` header at `door`, or null. */
  connectionOf(door: Door, cookieHeader: string | undefined): Connection | null;
}

/** Cookies ignore ports, so two Foyers on one machine need different names. */
export function cookieName(door: Door, port: number): string {
  return `foyer-${door}-${port}`;
}

/**
 * Readable by no script, sent by no other site, sent to one door only, gone with the browser. Not `Secure`: over
 * loopback there is no TLS, and not every browser counts it as a secure place.
 */
export function cookieHeader(door: Door, port: number, value: string): string {
  return `${cookieName(door, port)}=${value}; Path=/${door}; HttpOnly; SameSite=Strict`;
}

export interface LaunchParts {
  readonly port: () => number;
  readonly random: (size: number) => Uint8Array;
  /** Milliseconds that never go backwards. */
  readonly monotonic: () => number;
}

export function createLaunch({ port, random, monotonic }: LaunchParts): Launch {
  // Both keyed by the hash of the secret: looking one up takes the same time whatever was sent.
  const tokens = new Map<string, { readonly door: Door; readonly until: number }>();
  const connections = new Map<string, Connection>();
  const secret = (): string => Buffer.from(random(secretBytes)).toString('base64url');

  function forgetOld(): void {
    for (const [hash, { until }] of tokens) if (monotonic() > until) tokens.delete(hash);
  }

  return {
    issue(door, validMs) {
      forgetOld();
      const token = secret();
      tokens.set(hashOf(token), { door, until: monotonic() + validMs });
      return token;
    },
    redeem(token, door) {
      forgetOld();
      const hash = hashOf(token);
      if (tokens.get(hash)?.door !== door) return null;
      tokens.delete(hash);
      const cookie = secret();
      connections.set(hashOf(cookie), { door, connectionId: Buffer.from(random(16)).toString('hex') });
      return cookie;
    },
    connectionOf(door, header) {
      const value = cookieValue(cookieName(door, port()), header);
      const connection = value === null ? undefined : connections.get(hashOf(value));
      return connection?.door === door ? connection : null;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The value of the named cookie in a `Cookie` header; null when it is missing or sent twice, which no browser does by itself. */
export function cookieValue(name: string, header: string | undefined): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}
