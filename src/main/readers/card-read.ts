/** What a reader reports for one tap. It knows readers and numbers, never a name. */
import type { Credential } from '../../shared/contract/cards.ts';
import type { ReaderProfile, ReaderStatus } from '../../shared/contract/readers.ts';

export type UnreadableReason = 'parity' | 'length' | 'characters' | 'payment-card' | 'ambiguous';

export type CardReading =
  | { readonly kind: 'credential'; readonly credential: Credential }
  /** Shown as unreadable and never guessed; carries none of what was read. */
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

export interface CardRead {
  readonly readerId: string;
  readonly readerName: string;
  readonly profile: ReaderProfile;
  readonly place: 'desk' | 'kiosk';
  /** Monotonic milliseconds of the reader process. */
  readonly at: number;
  readonly reading: CardReading;
}

/** What the host tells the reader process. */
export type ReaderCommand =
  /** Replaces the configuration; readers no longer named are closed. */
  | { readonly kind: 'configure'; readonly readers: readonly ReaderConfiguration[] }
  /** A tap on the simulated reader, written FORMAT:VALUE. Answered by `tapped`. */
  | { readonly kind: 'tap'; readonly id: number; readonly card: string }
  | { readonly kind: 'stop' };

/** What the reader process tells the host. */
export type ReaderReport =
  | { readonly kind: 'status'; readonly readers: readonly ReaderStatus[] }
  | { readonly kind: 'read'; readonly read: CardRead }
  /** `fault`: null when the tap was made, else `not-simulated`, `format` or `parity`. */
  | { readonly kind: 'tapped'; readonly id: number; readonly fault: string | null }
  /** Sent every second; a process silent for longer is taken for hung and restarted. */
  | { readonly kind: 'alive' };

export interface ReaderConfiguration {
  readonly readerId: string;
  readonly name: string;
  readonly place: 'desk' | 'kiosk';
  readonly profile: ReaderProfile;
  /** How numbers are read where the profile leaves it open. */
  readonly format: 'H10301' | 'DEC' | null;
  /** Hexadecimal USB ids `08FF:0009` for profiles that cannot recognise their device. */
  readonly device: string | null;
  readonly raw: {
    readonly offset: number;
    readonly length: number;
    readonly byteOrder: 'big' | 'little';
  } | null;
}
