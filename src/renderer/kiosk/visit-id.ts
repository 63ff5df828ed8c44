/** Ids of visits are made at the kiosk, so that sending a registration twice cannot register anyone twice. */
import type { VisitId } from '../../shared/vocabulary.ts';

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of `now` in milliseconds, then version and variant, then
 * 74 of the 80 bits of `random`.
 */
export function visitIdFrom(now: number, random: Uint8Array): VisitId {
  if (random.length !== 10) throw new RangeError('a visit id takes ten random bytes');
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join('-') as VisitId;
}

export function newVisitId(): VisitId {
  return visitIdFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
