/** The bits of a card as they are transmitted: bit 0 is the first and the most significant. */
export interface CardBits {
  readonly length: number;
  readonly value: bigint;
}

/** A stretch of bits holding one number, first and last position inclusive. */
export type BitField = readonly [first: number, last: number];

/** `at` is set so that it and the bits of `over` together hold an even or odd number of ones. */
export interface ParityBit {
  readonly at: number;
  readonly kind: 'even' | 'odd';
  readonly over: readonly number[];
}

/** Positions `first` to `last` inclusive, those that `keep` lets through. */
export function positions(first: number, last: number, keep: (position: number) => boolean = () => true) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(keep);
}

function bitAt({ length, value }: CardBits, position: number): bigint {
  return (value >> BigInt(length - 1 - position)) & 1n;
}

function withBit({ length, value }: CardBits, position: number): CardBits {
  return { length, value: value | (1n << BigInt(length - 1 - position)) };
}

export function readField({ length, value }: CardBits, [first, last]: BitField): bigint {
  return (value >> BigInt(length - 1 - last)) & ((1n << BigInt(last - first + 1)) - 1n);
}

/** The field must be zero before, and `number` must fit it. */
export function writeField({ length, value }: CardBits, [, last]: BitField, number: bigint): CardBits {
  return { length, value: value | (number << BigInt(length - 1 - last)) };
}

export function largestIn([first, last]: BitField): bigint {
  return (1n << BigInt(last - first + 1)) - 1n;
}

export function parityHolds(bits: CardBits, { at, kind, over }: ParityBit): boolean {
  const ones = over.reduce((sum, position) => sum + bitAt(bits, position), bitAt(bits, at));
  return ones % 2n === (kind === 'even' ? 0n : 1n);
}

export function withParity(bits: CardBits, parity: ParityBit): CardBits {
  return parityHolds(bits, parity) ? bits : withBit(bits, parity.at);
}
