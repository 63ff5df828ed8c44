/** Ids made on this side, so that a repeated message cannot register anyone twice. */
import { VisitId } from '../../shared/vocabulary.ts';

/** A UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then randomness. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}

export function newVisitId(): VisitId {
  return VisitId.parse(newId());
}
