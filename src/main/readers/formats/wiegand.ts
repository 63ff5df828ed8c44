/** Card formats that are a row of bits with a number, mostly a facility code, and parity. */
import type { Credential } from '../../../shared/contract/cards.ts';
import {
  type BitField,
  type CardBits,
  largestOf,
  type ParityBit,
  parityBit,
  parityHolds,
  positions,
  readField,
  widthOf,
  withParity,
  writeField,
} from './bits.ts';

export const wiegandFormats = ['H10301', 'H10306', 'H10302', 'H10304', 'C1K35', 'C1K48'] as const;
export type WiegandFormat = (typeof wiegandFormats)[number];

interface BitLayout {
  readonly length: number;
  readonly facility: BitField | null;
  readonly number: BitField;
  /** In the order in which they are set: later ones may cover earlier ones. */
  readonly parity: readonly ParityBit[];
}

/** Bit 18 stands in both halves of the 37-bit formats. */
const parityOf37: readonly ParityBit[] = [
  parityBit(37, 0, 'even', positions(1, 18)),
  parityBit(37, 36, 'odd', positions(18, 35)),
];

/** Published layouts of HID Global's open formats and of Corporate 1000, each with known cards in its tests. */
const layouts: Record<WiegandFormat, BitLayout> = {
  H10301: {
    length: 26,
    facility: [1, 8],
    number: [9, 24],
    parity: [parityBit(26, 0, 'even', positions(1, 12)), parityBit(26, 25, 'odd', positions(13, 24))],
  },
  H10306: {
    length: 34,
    facility: [1, 16],
    number: [17, 32],
    parity: [parityBit(34, 0, 'even', positions(1, 16)), parityBit(34, 33, 'odd', positions(17, 32))],
  },
  H10302: { length: 37, facility: null, number: [1, 35], parity: parityOf37 },
  H10304: { length: 37, facility: [1, 16], number: [17, 35], parity: parityOf37 },
  C1K35: {
    length: 35,
    facility: [2, 13],
    number: [14, 33],
    parity: [
      parityBit(
        35,
        1,
        'even',
        positions(2, 33, (position) => position % 3 !== 1),
      ),
      parityBit(
        35,
        34,
        'odd',
        positions(1, 33, (position) => position % 3 !== 0),
      ),
      parityBit(35, 0, 'odd', positions(1, 34)),
    ],
  },
  C1K48: {
    length: 48,
    facility: [2, 23],
    number: [24, 46],
    parity: [
      parityBit(
        48,
        1,
        'even',
        positions(2, 46, (position) => position % 3 !== 2),
      ),
      parityBit(
        48,
        47,
        'odd',
        positions(2, 46, (position) => position % 3 !== 1),
      ),
      parityBit(48, 0, 'odd', positions(1, 47)),
    ],
  },
};

export function lengthOf(format: WiegandFormat): number {
  return layouts[format].length;
}

/** The bits of facility and number; in every format they stand next to each other, facility first. */
export function numberWidths(format: WiegandFormat): {
  readonly facility: number;
  readonly number: number;
} {
  const { facility, number } = layouts[format];
  return { facility: facility === null ? 0 : widthOf(facility), number: widthOf(number) };
}

export type WiegandReading =
  | { readonly ok: true; readonly credential: Credential }
  | { readonly ok: false; readonly fault: 'length' }
  /** `seen`: the numbers that stand there all the same. */
  | { readonly ok: false; readonly fault: 'parity'; readonly seen: Credential };

export function decodeWiegand(format: WiegandFormat, bits: CardBits): WiegandReading {
  const { length, facility, number, parity } = layouts[format];
  if (bits.length !== length || bits.value >> BigInt(length) !== 0n) return { ok: false, fault: 'length' };
  const seen = wiegandCredential(format, facility && readField(bits, facility), readField(bits, number));
  if (!parity.every((bit) => parityHolds(bits, bit))) return { ok: false, fault: 'parity', seen };
  return { ok: true, credential: seen };
}

function wiegandCredential(format: WiegandFormat, facility: bigint | null, number: bigint): Credential {
  return { format, facility: facility === null ? null : String(facility), number: String(number) };
}

/**
 * A card of a reader that has checked and stripped the parity itself. Null where the numbers do not fit the
 * format, or a facility is given where it has none or missing where it has one.
 */
export function credentialOf(
  format: WiegandFormat,
  facility: bigint | null,
  number: bigint,
): Credential | null {
  const widths = numberWidths(format);
  if ((facility === null) !== (widths.facility === 0)) return null;
  if (facility !== null && facility > largestOf(widths.facility)) return null;
  if (number > largestOf(widths.number)) return null;
  return wiegandCredential(format, facility, number);
}

/** The bits with their parity; null where the numbers do not fit as in `credentialOf`. */
export function encodeWiegand(
  format: WiegandFormat,
  facility: bigint | null,
  number: bigint,
): CardBits | null {
  if (credentialOf(format, facility, number) === null) return null;
  const layout = layouts[format];
  let bits: CardBits = writeField({ length: layout.length, value: 0n }, layout.number, number);
  if (facility !== null && layout.facility !== null) bits = writeField(bits, layout.facility, facility);
  return layout.parity.reduce(withParity, bits);
}
