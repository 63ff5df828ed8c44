/**
 * Passphrase hashing: argon2id, 64 MiB, three passes, one lane (OWASP Password Storage Cheat Sheet asks for at
 * least 19 MiB and two passes), with a pepper that is not in the database. Runs on the thread pool.
 */
import argon2 from 'argon2';
import type { PassphraseHasher } from './core/ports.ts';

/** Marks hashes made with the pepper; hashes from a provisioning file come without. */
const peppered = 'peppered:';

export const passphraseParameters = {
  type: argon2.argon2id,
  memoryCost: 64 * 1024,
  timeCost: 3,
  parallelism: 1,
} as const;

export function createPassphraseHasher(pepper: Buffer): PassphraseHasher {
  return {
    async hash(passphrase) {
      const normal = passphrase.normalize('NFC');
      return peppered + (await argon2.hash(normal, { ...passphraseParameters, secret: pepper }));
    },
    async verify(hash, passphrase) {
      const normal = passphrase.normalize('NFC');
      try {
        return hash.startsWith(peppered)
          ? await argon2.verify(hash.slice(peppered.length), normal, { secret: pepper })
          : await argon2.verify(hash, normal);
      } catch {
        // A hash this program cannot read lets nobody in.
        return false;
      }
    },
  };
}
