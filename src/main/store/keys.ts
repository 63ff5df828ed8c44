/**
 * From the one master key of an installation (32 random bytes), a key for each purpose (HKDF-SHA-256, RFC 5869),
 * so that none can be computed from another.
 */
import { createHash, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { Digest } from '../core/ports.ts';

export type KeyPurpose =
  | 'database'
  | 'audit'
  | 'search'
  | 'invitation'
  | 'badge'
  | 'recognition'
  | 'device'
  | 'pepper'
  | 'check';

/** 32 bytes for `purpose` from a master key of 64 hexadecimal digits. */
export function deriveKey(masterKey: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'hex'), '', `foyer ${purpose} 1`, 32));
}

/** Tells a wrong key from a damaged file without storing anything of the key; 32 hexadecimal digits. */
export function keyCheck(masterKey: string): string {
  return deriveKey(masterKey, 'check').subarray(0, 16).toString('hex');
}

/** Hashes for the core, with keys it never sees. */
export function createDigest(masterKey: string): Digest {
  // A key object is prepared once; bytes would be prepared again for every entry.
  const keyFor = (purpose: Parameters<Digest['hmac']>[0]) => createSecretKey(deriveKey(masterKey, purpose));
  const keys = {
    audit: keyFor('audit'),
    search: keyFor('search'),
    invitation: keyFor('invitation'),
    badge: keyFor('badge'),
    recognition: keyFor('recognition'),
    device: keyFor('device'),
  };
  return {
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    hmac: (purpose, text) => createHmac('sha256', keys[purpose]).update(text, 'utf8').digest('hex'),
  };
}
