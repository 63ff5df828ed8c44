/** What the core is handed instead of reading a clock or making randomness itself. */
import type { EpochMs } from '../../shared/vocabulary.ts';

export interface Clock {
  /** Wall clock, UTC. */
  now(): EpochMs;
  /** Milliseconds from an arbitrary start that never go backwards; for slices, throttles and idle time. */
  monotonic(): number;
}

/** Cryptographically strong in production, seeded in tests. */
export type RandomBytes = (size: number) => Uint8Array;

/** Passphrase hashing, asynchronous because argon2id takes longer than a call may block. */
export interface PassphraseHasher {
  hash(passphrase: string): Promise<string>;
  verify(hash: string, passphrase: string): Promise<boolean>;
}

/** One line of the log: call names, codes and ids, never input. */
export type Log = (line: {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null;
}) => void;

/** Hashes; the keys stay with whoever made this. */
export interface Digest {
  /** SHA-256 of the UTF-8 bytes, 64 hexadecimal digits. */
  sha256(text: string): string;
  /** HMAC-SHA-256 with the installation's key for the purpose, 64 hexadecimal digits. */
  hmac(purpose: 'audit' | 'search' | 'invitation' | 'badge' | 'recognition' | 'device', text: string): string;
}

/** The bytes of the data folder, for the search that proves a purge. */
export interface DataFolder {
  /** Every regular file at any depth: a name unique in the folder and its size in bytes. */
  files(): readonly { readonly name: string; readonly size: number }[];
  /** Fills `into` from `position`; the number of bytes read, 0 at the end or when the file is gone. */
  read(name: string, position: number, into: Uint8Array): number;
}
