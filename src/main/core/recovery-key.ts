/**
 * The recovery key: the installation's master key for paper. 32 bytes and a two-byte check in base 32, so that a
 * slip of the pen is noticed before anything is tried with it.
 */
import { decodeBase32, encodeBase32, groupsOfFour, readCode } from './codes.ts';

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF. */
function check(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** 55 characters in groups of four, from 64 hexadecimal digits. */
export function recoveryKeyFrom(masterKey: string): string {
  const bytes = Uint8Array.from(masterKey.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const crc = check(bytes);
  return groupsOfFour(encodeBase32(Uint8Array.from([...bytes, crc >> 8, crc & 255])));
}

/** The master key as 64 hexadecimal digits, or null when what was typed is not a recovery key. */
export function masterKeyFrom(typed: string): string | null {
  const bytes = decodeBase32(readCode(typed));
  if (bytes === null || bytes.length !== 34) return null;
  const key = bytes.subarray(0, 32);
  if (check(key) !== (((bytes[32] ?? 0) << 8) | (bytes[33] ?? 0))) return null;
  return Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
