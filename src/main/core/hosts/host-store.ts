/** What the core asks of the store about hosts. */
import type { EpochMs, HostId } from '../../../shared/vocabulary.ts';

export interface HostContent {
  readonly name: string;
  readonly email: string;
  /** The address as compared; no two hosts share one. */
  readonly emailKey: string;
  readonly department: string;
  /** Empty where none is known. */
  readonly phone: string;
}

export interface StoredHost extends HostContent {
  readonly sequence: number;
  readonly id: HostId;
  readonly leftAt: EpochMs | null;
}

export interface HostStore {
  /** By name, letter by letter as UTF-8 orders them. */
  all(): StoredHost[];
  byId(id: HostId): StoredHost | undefined;
  byEmailKey(emailKey: string): StoredHost | undefined;
  insert(host: HostContent & { readonly id: HostId }): void;
  correct(sequence: number, host: HostContent): void;
  /** Null: not left, or back. */
  setLeft(sequence: number, at: EpochMs | null): void;
  /** Sequences of the visits for which this host was chosen. */
  visitsOf(sequence: number): number[];
}
