/** What each card format must be able to do. The list of them stands in `formats.ts`. */
import type { Credential, UnreadableReason } from '../../../shared/contract/cards.ts';
import type { CardReading } from '../card-read.ts';
import type { CardBits } from './bits.ts';

export type Decoded =
  /** `none`: the reader checked the parity and stripped it, or the format has none. */
  | { readonly ok: true; readonly credential: Credential; readonly parity: 'holds' | 'none' }
  /** `seen`: what stands there although its parity fails, for the reader page alone. */
  | { readonly ok: false; readonly reason: UnreadableReason; readonly seen?: Credential };

/** One way in which a card may have its number printed; `form` is a code the screens have words for. */
export interface PrintedForm {
  readonly form:
    | 'facility-number'
    | 'number'
    | 'decimal'
    | 'decimal-reversed'
    | 'hexadecimal'
    | 'hexadecimal-reversed'
    | 'DEZ14'
    | 'DEZ10'
    | 'DEZ8'
    | '3D5D';
  readonly text: string;
}

export interface FormatReader {
  /** What a keyboard reader typed, without spaces around it and never empty. */
  readonly typed: (text: string) => Decoded;
  /** A field of a report that is not all zero, most significant byte first. */
  readonly bytes: (field: Uint8Array) => Decoded;
  /** What a polled reader holds of a card. */
  readonly bits: (bits: CardBits) => Decoded;
  /** As a person writes it after `FORMAT:`. */
  readonly written: (value: string) => Decoded;
  /** The forms in which a card with this credential may be printed, the format's own form first. */
  readonly printed: (credential: Credential) => readonly PrintedForm[];
}

export function unreadable(reason: UnreadableReason): Decoded {
  return { ok: false, reason };
}

/** A null credential is a number that does not fit its format. */
export function found(credential: Credential | null, parity: 'holds' | 'none' = 'none'): Decoded {
  return credential === null ? unreadable('length') : { ok: true, credential, parity };
}

/** The reading as the host gets it: without what was seen where it is unreadable. */
export function readingOf(decoded: Decoded): CardReading {
  if (decoded.ok) return { kind: 'credential', credential: decoded.credential };
  return { kind: 'unreadable', reason: decoded.reason };
}

export const hexadecimalDigits = /^[0-9A-Fa-f]+$/;
export const decimalDigits = /^\d+$/;

/** Facility and number written apart: `118-1603`, `100,60179`. Null for other texts. */
export function pairOf(text: string): readonly [facility: bigint, number: bigint] | null {
  const [, facility, number] = /^(\d{1,20})[,.:/ -](\d{1,20})$/.exec(text) ?? [];
  return facility === undefined || number === undefined ? null : [BigInt(facility), BigInt(number)];
}

/** Shorter texts are a person at the keyboard, not a card. */
export const shortestTyped = 4;
