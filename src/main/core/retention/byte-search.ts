/**
 * Looks for many values at once in a stream of bytes. Each place is looked up by its next four bytes in a table
 * of 65,536 bits first, so that the cost hardly grows with the number of values.
 */

/** Shorter values are left out: four or five random bytes occur by chance in any large file. */
export const shortestValueBytes = 6;

export interface ByteSearch {
  /** Distinct values being looked for. */
  readonly size: number;
  /** Looks through the next bytes of the current stream. */
  feed(bytes: Uint8Array): void;
  /** Begins a new stream: nothing spans from the last one into it. */
  next(): void;
  /** How many distinct values have been found so far. */
  found(): number;
}

export function createByteSearch(values: Iterable<string>): ByteSearch {
  const encoder = new TextEncoder();
  const wanted = new Map<number, Uint8Array[]>();
  const present = new Uint8Array(8192);
  const hits = new Set<Uint8Array>();
  let size = 0;
  let longest = 0;
  for (const value of new Set(values)) {
    const bytes = encoder.encode(value);
    if (bytes.length < shortestValueBytes) continue;
    const start = firstFour(bytes, 0);
    const same = wanted.get(start);
    if (same === undefined) wanted.set(start, [bytes]);
    else same.push(bytes);
    const slot = slotOf(start);
    present[slot >>> 3] = (present[slot >>> 3] ?? 0) | (1 << (slot & 7));
    size += 1;
    longest = Math.max(longest, bytes.length);
  }

  let tail: Uint8Array = new Uint8Array(0);
  return {
    size,
    feed(bytes) {
      if (size === 0) return;
      const all = tail.length === 0 ? bytes : joined(tail, bytes);
      const end = all.length - 3;
      for (let at = 0; at < end; at += 1) {
        const start = firstFour(all, at);
        const slot = slotOf(start);
        if (((present[slot >>> 3] ?? 0) & (1 << (slot & 7))) === 0) continue;
        for (const value of wanted.get(start) ?? []) if (standsAt(all, at, value)) hits.add(value);
      }
      tail = all.slice(Math.max(0, all.length - (longest - 1)));
    },
    next() {
      tail = new Uint8Array(0);
    },
    found: () => hits.size,
  };
}

function firstFour(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  );
}

/** 16 bits of a multiplicative hash (Knuth, 2^32 divided by the golden ratio). */
function slotOf(start: number): number {
  return Math.imul(start, 0x9e3779b1) >>> 16;
}

function standsAt(bytes: Uint8Array, at: number, value: Uint8Array): boolean {
  if (at + value.length > bytes.length) return false;
  for (let index = 4; index < value.length; index += 1) if (bytes[at + index] !== value[index]) return false;
  return true;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
