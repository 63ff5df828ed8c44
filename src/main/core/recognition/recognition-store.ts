/** What the core asks of the store to know visitors again. */
export interface RecognitionStore {
  set(sequence: number, key: number): void;
  /** Visits whose contact details have the key, latest first. */
  sequencesOf(key: number, limit: number): number[];
  /** The latest visits with contact details, whoever they are of. */
  latest(limit: number): number[];
  /** Contact details that have no key yet. */
  without(limit: number): { readonly sequence: number; readonly name: string; readonly email: string }[];
  /** The visit's badge has this code from now on, and no other. */
  setBadge(sequence: number, hash: string): void;
  /** The visit whose badge has the code. */
  byBadge(hash: string): number | undefined;
}
