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
