/** The bits of a card as they are transmitted: bit 0 is the first and the most significant. */
export interface CardBits {
  readonly length: number;
  readonly value: bigint;
}

/** A stretch of bits holding one number, first and last position inclusive. */
export type BitField = readonly [first: number, last: number];

/** The bits of `mask`, among them the one at `at`, together hold an even or odd number of ones. */
export interface ParityBit {
  readonly at: number;
  readonly kind: 'even' | 'odd';
  readonly mask: bigint;
}

/** Positions `first` to `last` inclusive, those that `keep` lets through. */
export function positions(first: number, last: number, keep: (position: number) => boolean = () => true) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(keep);
}

function bitOf(length: number, position: number): bigint {
  return 1n << BigInt(length - 1 - position);
}

/** The parity bit at position `at` of a card of `length` bits, over the positions of `over`. */
export function parityBit(
  length: number,
  at: number,
  kind: ParityBit['kind'],
  over: readonly number[],
): ParityBit {
  return { at, kind, mask: [at, ...over].reduce((mask, position) => mask | bitOf(length, position), 0n) };
}

export function widthOf([first, last]: BitField): number {
  return last - first + 1;
}

/** The largest number of so many bits. */
export function largestOf(width: number): bigint {
  return (1n << BigInt(width)) - 1n;
}

export function readField({ length, value }: CardBits, field: BitField): bigint {
  return (value >> BigInt(length - 1 - field[1])) & largestOf(widthOf(field));
}

/** The field must be zero before, and `number` must fit it. */
export function writeField({ length, value }: CardBits, [, last]: BitField, number: bigint): CardBits {
  return { length, value: value | (number << BigInt(length - 1 - last)) };
}

export function parityHolds({ value }: CardBits, { kind, mask }: ParityBit): boolean {
  let odd = false;
  for (let left = value & mask; left !== 0n; left &= left - 1n) odd = !odd;
  return odd === (kind === 'odd');
}

/** The parity bit must be zero before. */
export function withParity(bits: CardBits, parity: ParityBit): CardBits {
  if (parityHolds(bits, parity)) return bits;
  return { length: bits.length, value: bits.value | bitOf(bits.length, parity.at) };
}

/** Bytes as one number, the first most significant. */
export function numberIn(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
