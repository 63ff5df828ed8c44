/** Repeatable chance: the same seed makes the same demo. Not for anything secret. */
export interface Chance {
  /** From 0 up to but not 1. */
  fraction(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `share` of cases. */
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  bytes(size: number): Uint8Array;
}

/** SplitMix32 (a 32-bit counter through a finaliser of MurmurHash3's kind): short, even enough for invented people. */
export function createChance(seed: number): Chance {
  let state = seed | 0;
  function next(): number {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }
  const fraction = (): number => next() / 2 ** 32;
  const between = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    happens: (share) => fraction() < share,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => between(0, 255)),
  };
}
