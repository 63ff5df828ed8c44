/** UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then randomness. */
import type { Clock, RandomBytes } from './ports.ts';

/** Makes ids whose order is the order of creation, also within one millisecond. */
export function createIds(clock: Clock, random: RandomBytes): () => string {
  let lastAt = 0;
  let counter = 0;
  return () => {
    const now = clock.now();
    const bytes = random(16);
    if (now > lastAt) {
      lastAt = now;
      // 12 bits of counter in rand_a (RFC 9562, 6.2 method 1), started low so that it can count up.
      counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x3ff;
    } else {
      counter += 1;
      if (counter > 0xfff) {
        lastAt += 1;
        counter = 0;
      }
    }
    const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
    const time = hex(lastAt, 12);
    const tail = Array.from(bytes.subarray(8, 16), (byte, index) =>
      hex(index === 0 ? (byte & 0x3f) | 0x80 : byte, 2),
    ).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
